"""An output of another package makes a file of all duties; a bad one writes nothing and says why."""

from pathlib import Path

import pytest

from kshc_cli.plugins import guarded
from tests.conftest import Kshc
from tests.plugins.packages import Packages

SOUND = "def it(rows):\n    return f'{len(rows)} {rows[0].as_of:%Y} Việc\\n'\n"
BAD = {
    "import": ("import nowhere_at_all\n", "it failed: ModuleNotFoundError"),
    "raises": ("def it(rows):\n    return rows[99999]\n", "it failed: IndexError"),
    "leaves": ("def it(rows):\n    raise SystemExit(0)\n", "it failed: SystemExit"),
    "nothing": ("def it(rows):\n    pass\n", "it returned something else than text or bytes"),
    "pieces": ("def it(rows):\n    return ['a', 'b']\n", "it returned something else than text or bytes"),
    "hangs": ("import time\ndef it(rows):\n    time.sleep(60)\n", "it took longer than 0.2 seconds"),
}


def test_it_writes_text_or_bytes(kshc: Kshc, plan_file: Path, packages: Packages, tmp_path: Path) -> None:
    packages.add("exports", SOUND, name="short")
    packages.add("exports", "def it(rows):\n    return b'\\xff\\x00'\n", name="packed", package="other")
    told = kshc("--plan", plan_file, "export", "plugin", "short", "--role", "lead")
    assert told.status == 0
    assert told.out.endswith(" Việc\n")
    out = tmp_path / "short.txt"
    assert kshc("--plan", plan_file, "export", "plugin", "office/short", "--role", "lead", "--out", out).status == 0
    assert out.read_text(encoding="utf-8") == told.out
    assert kshc("--plan", plan_file, "export", "plugin", "packed", "--out", tmp_path / "packed").status == 0
    assert (tmp_path / "packed").read_bytes() == b"\xff\x00"
    again = kshc("--plan", plan_file, "export", "plugin", "packed", "--out", out)
    assert (again.status, out.read_text(encoding="utf-8")) == (2, told.out)
    shown = kshc("--plan", plan_file, "export", "plugin", "packed")
    assert (shown.status, shown.out) == (2, "")


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_one_writes_nothing(
    kind: str, kshc: Kshc, plan_file: Path, packages: Packages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, reason = BAD[kind]
    monkeypatch.setattr(guarded, "SECONDS", 0.2 if "longer than" in reason else 60.0)
    packages.add("exports", code)
    told = kshc("--plan", plan_file, "export", "plugin", "it", "--out", tmp_path / "out")
    assert (told.status, told.out, (tmp_path / "out").exists()) == (3, "", False)
    assert "The plug-in “it” of the package office 1.2 cannot be used: " in told.err
    assert reason in told.err


def test_what_it_prints_is_no_part_of_the_file(kshc: Kshc, plan_file: Path, packages: Packages) -> None:
    packages.add("exports", "def it(rows):\n    print('here')\n    return 'made\\n'\n")
    told = kshc("--plan", plan_file, "export", "plugin", "it")
    assert (told.status, told.out) == (0, "made\n")
    assert "it printed to standard output: “here”" in told.err


def test_an_unknown_name_is_refused(kshc: Kshc, plan_file: Path, packages: Packages) -> None:
    def refused(name: str) -> str:
        told = kshc("--plan", plan_file, "export", "plugin", name)
        assert (told.status, told.out) == (2, "")
        return told.err

    assert "no package that is installed adds one" in refused("short")
    packages.add("exports", SOUND, name="short")
    assert "Did you mean short?" in refused("shrot")
    assert "Those that are installed: office/short." in refused("parquet")
    packages.add("exports", SOUND, name="short", package="other")
    assert "name one of them: office/short, other/short" in refused("short")
