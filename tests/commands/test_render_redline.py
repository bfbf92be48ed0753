"""``kshc render redline`` as the clerk uses it who shows what a new plan changes."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import EXAMPLES, Kshc
from tests.documents.redlining.settled import said, settled
from tests.documents.word_file import W, body

SOUND = EXAMPLES / "sound.yaml"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """Return a plan and the same with another time of a task."""
    old, new = tmp_path / "cu.yaml", tmp_path / "moi.yaml"
    text = SOUND.read_text(encoding="utf-8")
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace("Trong tháng 3 năm 2026", "Trong tháng 7 năm 2026", 1), encoding="utf-8")
    return old, new


def test_it_lies_beside_the_new_plan_and_settles_into_both_documents(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    old, new = sides
    result = kshc("render", "redline", old, new)
    made = new.with_name("moi-redline.docx")
    assert (result.status, result.out, result.err) == (0, "", f"Written: {made}\n")
    for plan, accept in ((old, False), (new, True)):
        assert kshc("render", "docx", "--plan", plan).status == 0
        assert said(settled(made.read_bytes(), accept=accept)) == said(plan.with_suffix(".docx").read_bytes())
    told = {(one.get(W + "author"), one.get(W + "date")) for one in body(made.read_bytes()).iter(W + "ins", W + "del")}
    assert told == {("Ủy ban nhân dân xã Hòa Bình", "2026-01-12T00:00:00Z")}
    first = made.read_bytes()
    assert kshc("render", "redline", old, new).status == 0
    assert made.read_bytes() == first


def test_who_and_when_can_be_said(kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    asked = ("--author", "Trần Thị B", "--date", "2/3", "--size", "13", "--landscape", "--out", out)
    assert kshc("render", "redline", *sides, *asked).status == 0
    told = {(one.get(W + "author"), one.get(W + "date")) for one in body(out.read_bytes()).iter(W + "ins", W + "del")}
    assert told == {("Trần Thị B", "2026-03-02T00:00:00Z")}


def test_where_nothing_differs_in_words_nothing_is_written(kshc: Kshc, sides: tuple[Path, Path]) -> None:
    old, new = sides
    text = old.read_text(encoding="utf-8")
    new.write_text(text.replace("aliases: [Văn phòng]", "aliases: [Văn phòng, VP]"), encoding="utf-8")
    result = kshc("render", "redline", old, new)
    assert (result.status, result.err) == (0, "Both documents say the same; nothing was written.\n")
    assert not new.with_name("moi-redline.docx").exists()


def test_neither_side_is_written_over(kshc: Kshc, sides: tuple[Path, Path], tmp_path: Path) -> None:
    old, new = sides
    shutil.copy(old, tmp_path / "cu.docx")
    for out in (old, new):
        result = kshc("render", "redline", old, new, "--out", out)
        assert result.status == 2
        assert "is what the document is made from" in result.err
    result = kshc("render", "redline", old, new, "--author", "a\nb")
    assert (result.status, result.err) == (2, "Error: “a b” is no name.\n")
    result = kshc("render", "redline", old, new, "--template", SOUND, "--size", "13")
    assert result.status == 2
