"""Redlines: accepted they say what the new document says, rejected what the old one says, paragraph by paragraph."""

import random
from collections.abc import Callable
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.desk.redlining import redline_of
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import TemplateForm
from kshc_cli.plan.model import Plan
from tests.compare.plans import SAMPLES, Data, data_of, mutate, plan_of, sure_plan
from tests.conftest import EXAMPLES, ROOT
from tests.documents.redlining.office import settled_by_office
from tests.documents.redlining.settled import said, settled
from tests.documents.word_file import W, body, text

DAY: Final = date(2026, 3, 2)


def template(plan: Plan, *, turned: bool = False) -> bytes:
    """Return kshc's own template of a plan."""
    name = TemplateForm(plan.decision is None, landscape=turned).file_name
    return (ROOT / "templates" / name).read_bytes()


def redlined(old: Plan, new: Plan, *, turned: bool = False) -> tuple[bytes | None, bytes, bytes]:
    """Return the redline of two plans, and the documents of both."""
    templates = template(old, turned=turned), template(new, turned=turned)
    documents = render_decision(old, templates[0]), render_decision(new, templates[1])
    return redline_of(old, new, templates, "Trần Thị B", DAY), *documents


def assert_exact(old: Plan, new: Plan, *, turned: bool = False) -> bytes | None:
    redline, before, after = redlined(old, new, turned=turned)
    if redline is None:
        assert said(before) == said(after)
        return None
    assert said(settled(redline, accept=True)) == said(after)
    assert said(settled(redline, accept=False)) == said(before)
    return redline


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32), sample=st.sampled_from(SAMPLES), turned=st.booleans())
def test_any_two_plans_come_back(seed: int, sample: Path, *, turned: bool) -> None:
    assert_comes_back(seed, sample, turned=turned)


def assert_comes_back(seed: int, sample: Path, *, turned: bool) -> None:
    """Change a plan by chance: its redline accepted says what the new one says, rejected what the old one does."""
    drawn = random.Random(seed)  # noqa: S311  no secret
    data = data_of(sample.read_text(encoding="utf-8"))
    old = new = sure_plan(data)
    for _step in range(drawn.choice([1, 3, 12])):
        other = deepcopy(data)
        mutate(other, drawn)
        if plan := plan_of(other):
            data, new = other, plan
    if drawn.random() < 0.5:
        old, new = new, old
    assert_exact(old, new, turned=turned)


def edited(*edits: Callable[[Data], object], sample: Path = EXAMPLES / "sound.yaml") -> tuple[Plan, Plan]:
    """Return a plan before and after edits."""
    old = data_of(sample.read_text(encoding="utf-8"))
    new = deepcopy(old)
    for edit in edits:
        edit(new)
    return sure_plan(old), sure_plan(new)


def rows(data: Data) -> list[Data]:
    """Return the tasks of the first group."""
    found: list[Data] = data["plan"]["sections"][0]["tables"][0]["groups"][0]["tasks"]
    return found


def changes(redline: bytes) -> list[tuple[str, str]]:
    """Return the words of the changes, each with whether it puts in or takes out."""
    found = []
    for one in body(redline).iter(W + "ins", W + "del"):
        words = text(one) if one.tag == W + "ins" else "".join(each.text or "" for each in one.iter(W + "delText"))
        if words:
            found.append((one.tag.removeprefix(W), words))
    return found


def test_words_that_changed_stand_beside_each_other() -> None:
    redline = assert_exact(*edited(lambda data: rows(data)[0].update(time="Trong tháng 7 năm 2026")))
    assert redline is not None
    assert [words for _sign, words in changes(redline)][-1] == "7"
    told = [(one.get(W + "author"), one.get(W + "date")) for one in body(redline).iter(W + "ins", W + "del")]
    assert set(told) == {("Trần Thị B", "2026-03-02T00:00:00Z")}


def test_a_row_that_is_gone_is_deleted_as_a_row() -> None:
    redline = assert_exact(*edited(lambda data: rows(data).pop(0)))
    assert redline is not None
    assert [*body(redline).iter(W + "ins")] == []
    assert len([one for one in body(redline).iter(W + "tr") if one.find(f"{W}trPr/{W}del") is not None]) == 1


def test_a_row_that_moved_and_one_that_came_are_told_by_their_tasks() -> None:
    def turn(data: Data) -> None:
        tasks = rows(data)
        tasks.append(tasks.pop(0))
        tasks.insert(0, tasks[0] | {"id": "9.9.9", "number": "9"})

    redline = assert_exact(*edited(turn))
    assert redline is not None
    signed = [
        sign
        for row in body(redline).iter(W + "tr")
        for sign in ("ins", "del")
        if row.find(f"{W}trPr/{W}{sign}") is not None
    ]
    assert signed.count("ins") == 2
    assert signed.count("del") == 1


def test_lines_of_a_cell_that_are_gone_leave_no_empty_paragraph() -> None:
    assert_exact(
        *edited(
            lambda data: rows(data)[0].update(result="Báo cáo\nKế hoạch\nBiên bản"),
            lambda data: rows(data)[1].update(content="- Một việc khác hẳn;\n- Hai việc."),
        )
    )


def test_libreoffice_settles_a_redline_alike(tmp_path: Path) -> None:
    def edit(data: Data) -> None:
        tasks = rows(data)
        tasks[0]["content"] = "Tổ chức rà soát;\nbáo cáo kết quả."
        tasks.append(tasks[0] | {"id": "9.9.9", "number": "9"})
        del tasks[1]
        data["plan"]["sections"].append({"heading": "III. KHÁC", "paragraphs": ["Một đoạn.", "Hai đoạn./."]})
        data["decision"]["articles"].insert(1, "Điều 2. Bổ sung một điều.")
        del data["decision"]["bases"][0]

    old, new = edited(edit)
    redline, before, after = redlined(old, new)
    assert redline is not None
    accepted, rejected = settled_by_office(redline, tmp_path)
    assert said(accepted, with_style=False) == said(after, with_style=False)
    assert said(rejected, with_style=False) == said(before, with_style=False)


def test_plans_of_the_same_words_have_no_redline() -> None:
    old, new = edited(lambda data: data.update(agencies=[*data["agencies"]]))
    assert redlined(old, new)[0] is None


@pytest.mark.parametrize("is_old_alone", [True, False])
def test_a_plan_that_a_decision_issues_now(is_old_alone: bool) -> None:
    data = data_of((EXAMPLES / "sound.yaml").read_text(encoding="utf-8"))
    data["plan"].setdefault("title", "KẾ HOẠCH")
    alone = {key: value for key, value in data.items() if key != "decision"}
    alone["issuance"] = {
        "number": "5",
        "symbol": "KH-UBND",
        "recipients": ["Lưu: VT."],
        "signature": {"lines": ["CHỦ TỊCH"], "name": "A"},
    }
    alone["plan"] = {key: value for key, value in data["plan"].items() if key not in {"reference", "own_heading"}}
    plans = sure_plan(alone), sure_plan(data)
    assert_exact(*(plans if is_old_alone else plans[::-1]))
