"""``make fuzz`` runs every kind of cases, and tells a crash with what brings it back."""

import json
import random
from pathlib import Path

import pytest

from tools.composed import read_composed
from tools.fuzz import KINDS, Kind, crashed, fuzz, kshc


def test_a_case_of_every_kind_is_survived(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz(KINDS, 1, len(KINDS), kept=tmp_path) == 0
    said = capsys.readouterr().out
    assert all(kind.name in said for kind in KINDS)
    assert "0 crashed" in said
    assert not list(tmp_path.iterdir())


def test_the_same_seed_makes_the_same_cases() -> None:
    for kind in KINDS:
        one, other = (kind.make(random.Random("3")) for _time in range(2))  # noqa: S311  no secret
        assert one == other


def test_a_day_that_a_sentence_does_not_mean_is_a_crash(tmp_path: Path) -> None:
    said = json.dumps({"text": "Hoàn thành trước ngày 30/6/2026", "allowed": ["2026-06-30"]})
    read_composed(said.encode(), tmp_path)
    with pytest.raises(AssertionError, match="2026-06-30 read in"):
        read_composed(said.replace('["2026-06-30"]', "[]").encode(), tmp_path)


def loud(data: bytes, _folder: Path) -> None:
    if data == b"1":
        raise ZeroDivisionError


def test_a_crash_is_told_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kind = Kind("loud", 1, lambda chance: str(chance.randrange(2)).encode(), loud)
    count = fuzz([kind], 7, 20, kept=tmp_path)
    assert 0 < count < 20
    said = capsys.readouterr().out
    assert said.count("crash: make fuzz SEED=7 ONLY=loud CASE=") == count == len(list(tmp_path.iterdir()))
    assert "ZeroDivisionError" in said
    case = int(said.split("CASE=")[1].split()[0])
    assert crashed(kind, 7, case, tmp_path)


@pytest.mark.parametrize("arguments", [("list", "--plan", "none.yaml")])
def test_an_exit_status_that_may_not_be_is_a_crash(arguments: tuple[str, ...]) -> None:
    kshc(*arguments)
    with pytest.raises(AssertionError, match="exit status 3"):
        kshc(*arguments, statuses=(0,))
