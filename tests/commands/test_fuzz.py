"""Mutated plans end in findings: no traceback, no exit status that is not documented."""

import contextlib
import io
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kshc_cli.app import main
from tests.conftest import EXAMPLES

SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
PIECES = (
    "\t",
    "\x07",
    "\x00",
    "\u202e",
    "\ud7ff",
    "a\u0301",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!!python/object:os.system ",
    "<<: ",
    "null",
    "~",
    "'",
    '"',
    "\n",
    "  ",
    "---\n",
    "...\n",
    "% ",
    "#",
    "|",
    ">",
    "0x1F",
    "2026-02-30",
    "9" * 400,
    "[?]",
    "{number}",
    "{{ x }}",
    "./.",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "Tháng 13",
    "ngày 31/02/2026",
    "\ufeff",
    "\r",
)


@st.composite
def mutated_plans(draw: st.DrawFn) -> bytes:
    chance = draw(st.randoms(use_true_random=False))
    text = SOUND
    for _number in range(draw(st.integers(1, 6))):
        text = mutated(text, draw(st.sampled_from(PIECES)), chance)
    data = text.encode("utf-8", "surrogatepass")
    if draw(st.integers(0, 9)) == 0:
        place = chance.randrange(len(data))
        data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    return data


def mutated(text: str, piece: str, chance: random.Random) -> str:
    place, length = chance.randrange(len(text)), chance.randrange(1, 40)
    lines = text.split("\n")
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            return text[:place] + piece + text[place:]
        case 1:
            return text[:place] + text[place + length :]
        case 2:
            return text[:place] + piece + text[place + length :]
        case 3:
            return "\n".join([*lines[:first], lines[second], *lines[first:]])
        case 4:
            return "\n".join([*lines[:first], *lines[first + 1 :]])
        case _:
            indent = " " * (len(lines[first]) - len(lines[first].lstrip()))
            return "\n".join([*lines[:first], indent + piece + lines[first].lstrip(), *lines[first + 1 :]])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=mutated_plans())
def test_no_mutation_breaks_the_command_line(folder: Path, data: bytes) -> None:
    path = folder / "plan.yaml"
    path.write_bytes(data)
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):
        status = main(["validate", str(path)])
        answers = [
            main(["--plan", str(path), *words])
            for words in (["list"], ["due", "--month", "3"], ["recurring"], ["agencies"])
        ]
    assert status in {0, 1}
    assert (status == 1) == ("error:" in out.getvalue())
    assert set(answers) in ({0}, {3})
    assert "\x07" not in out.getvalue()


@settings(max_examples=30, deadline=None)
@given(data=st.binary(max_size=300))
def test_any_bytes_end_in_findings(folder: Path, data: bytes) -> None:
    path = folder / "plan.yaml"
    path.write_bytes(data)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        assert main(["validate", str(path)]) == 1
