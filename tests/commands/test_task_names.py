"""Naming a task: by its id, by the number that the document prints, or by the beginning of an id."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT, Kshc


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of a copy of the project's plan, not begun."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_TODAY", "2024-09-20")
    shutil.copy(ROOT / "plan.yaml", tmp_path)
    return tmp_path / "progress.yaml"


@pytest.mark.usefixtures("log")
@pytest.mark.parametrize("number", ["1.7", "1.7.", " 1.7"])
def test_a_number_that_one_task_bears_names_it(kshc: Kshc, number: str) -> None:
    assert kshc("show", number) == kshc("show", "2.1.7")
    assert kshc("show", number).status == 0


@pytest.mark.usefixtures("log")
def test_an_id_goes_before_a_number(kshc: Kshc) -> None:
    assert json.loads(kshc("show", "4.1", "-f", "json").out)["task"]["id"] == "4.1"  # 1.4.1 bears the number 4.1


@pytest.mark.parametrize(
    "arguments",
    [
        ("done", "2.3"),
        ("note", "2.3", "x"),
        ("cancel", "2.3", "--by", "QĐ số 1/QĐ-UBND"),
        ("merge", "1.2.2", "--into", "2.3", "--by", "QĐ số 1/QĐ-UBND"),
    ],
)
def test_what_is_recorded_bears_the_id(kshc: Kshc, log: Path, arguments: tuple[str, ...]) -> None:
    assert kshc(*arguments).status == 0
    entry = log.read_text("utf-8").splitlines()[-1]
    assert ("into: 1.2.3" if arguments[0] == "merge" else "task: 1.2.3,") in entry
    assert "2.3" not in entry.replace("1.2.3", "")
    assert kshc("log", "2.3").out == kshc("log", "1.2.3").out


def test_several_tasks_are_offered_with_their_words(kshc: Kshc, log: Path) -> None:
    for command in ("show", "done", "log"):
        refused = kshc(command, "2.2")
        assert (refused.status, refused.out) == (2, "")
        first, *lines = refused.err.splitlines()
        assert first == "Error: No task has the id “2.2”. Which of these is meant?"
        assert [line.split()[:3] for line in lines] == [["1.2.2", "(number", "2.2)"], ["3.2.2", "(number", "2.2)"]]
        assert "Tổng hợp phương án" in lines[0]
        assert not log.exists()


@pytest.mark.usefixtures("log")
def test_the_beginning_of_an_id_offers_what_begins_so_first(kshc: Kshc) -> None:
    lines = kshc("show", "1.2").err.splitlines()[1:]
    assert [line.split()[0] for line in lines] == ["1.2.1", "1.2.2", "1.2.3", "2.1.2", "3.1.2"]
    many = kshc("show", "3").err.splitlines()
    assert len(many) == 9
    assert max(map(len, kshc("show", "1.3").err.splitlines())) <= 100
    assert "more task" in kshc("show", "2.1.").err.splitlines()[-1]
    assert "1.2" not in kshc("show", "1.20").err.partition("Did you mean")[0].replace("1.20", "")


@pytest.mark.usefixtures("log")
def test_tasks_that_bear_the_number_are_not_crowded_out(kshc: Kshc) -> None:
    _first, *lines, more = kshc("show", "2.1").err.splitlines()
    assert [line.split()[0] for line in lines] == [
        "2.1.1",
        "2.1.2",
        "2.1.3",
        "2.1.4",
        "2.1.5",
        "2.1.6",
        "1.2.1",
        "3.2.1",
    ]
    assert more.split() == ["…", "and", "2", "more", "tasks"]
