"""What differs between two plans: nothing of the same, exactly what was edited, and nothing left out."""

import random
import unicodedata
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.compare.difference import differences
from kshc_cli.compare.values import Difference, Kind, Matched, Subject
from kshc_cli.source.plan_text import read_plan_file
from tests.compare.plans import SAMPLES, Data, data_of, large, mutate, plan_of, sure_plan, task
from tests.conftest import EXAMPLES

Told = tuple[str, str | None, str | None]
"""What became of a task, its id, and the field."""


def told(found: tuple[Difference, ...]) -> set[Told]:
    """Return what is told of tasks."""
    assert all(one.subject is Subject.TASK for one in found)
    return {(one.kind.value, one.id, one.field) for one in found}


def tasks_in(data: Data) -> list[list[Data]]:
    """Return the tasks of each group."""
    return [group["tasks"] for group in data["plan"]["sections"][0]["tables"][0]["groups"]]


@pytest.mark.parametrize("path", SAMPLES)
def test_a_plan_does_not_differ_from_itself(path: Path) -> None:
    plan = read_plan_file(path.read_bytes()).plan
    assert plan is not None
    found = differences(plan, deepcopy(plan))
    assert found.differences == ()
    assert found.known_by_ids


WORDS = {
    "content": "Tổ chức lại việc khác theo hướng dẫn mới",
    "lead": "Phòng Văn hóa - Xã hội",
    "coop": "Văn phòng",
    "result": "Kế hoạch",
    "time": "Trong tháng 12 năm 2026",
    "work_by": "2026-05-04",
}


def _edit(data: Data, one: Data, group: int, edit: str) -> Told:
    """Edit one task of a group, and return what is to be told of it."""
    groups = tasks_in(data)
    match edit:
        case "remove":
            groups[group].remove(one)
            return "removed", one["id"], None
        case "move":
            groups[group].remove(one)
            groups[(group + 1) % len(groups)].append(one)
            return "moved", one["id"], None
        case "number":
            one["number"] += "a"
            return "renumbered", one["id"], "number"
        case "add":
            new = task(group, 500 + len(groups[group]))
            groups[group].insert(groups[group].index(one), new)
            return "added", new["id"], None
        case _:
            one[edit] = WORDS[edit]
            return "restated" if edit == "work_by" else "reworded", one["id"], edit


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32))
def test_edits_are_told_and_nothing_else(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311  no secret
    old = large(3, 12)
    new = deepcopy(old)
    chosen = drawn.sample([(group, number) for group in range(3) for number in range(1, 12)], drawn.randint(1, 8))
    rows = [(group, tasks_in(new)[group][number]) for group, number in chosen]
    edits = drawn.choices(["remove", "move", "number", "add", *WORDS], k=len(rows))
    expected = {_edit(new, one, group, edit) for (group, one), edit in zip(rows, edits, strict=True)}
    found = differences(sure_plan(old), sure_plan(new))
    assert told(found.differences) == expected


def test_tasks_that_change_places_are_told_once() -> None:
    old = large(1, 6)
    new = deepcopy(old)
    rows = tasks_in(new)[0]
    rows.insert(4, rows.pop(1))
    found = differences(sure_plan(old), sure_plan(new)).differences
    assert [(one.kind, one.id, one.old and one.old.position, one.new and one.new.position) for one in found] == [
        (Kind.REORDERED, "1.1.2", 2, 5)
    ]


def test_words_tell_tasks_whose_ids_are_all_others_now() -> None:
    old = large(2, 8)
    new = deepcopy(old)
    for number, row in enumerate(row for rows in tasks_in(new) for row in rows):
        row["id"] = f"n{number}"
    new_rows = tasks_in(new)
    new_rows[0][2]["content"] = new_rows[0][2]["content"].replace("cấp trên", "Chính phủ")
    new_rows[1][3]["time"] = WORDS["time"]
    found = differences(sure_plan(old), sure_plan(new))
    assert not found.known_by_ids
    others = [one for one in found.differences if one.kind is not Kind.RENAMED]
    assert [(one.id, one.field, one.matched) for one in others] == [
        ("n2", "content", Matched.PLACE),
        ("n11", "time", Matched.CONTENT),
    ]


def test_ids_given_anew_by_place_do_not_stand_for_other_tasks() -> None:
    """A row put before the others moves all ids of an import by one."""
    old = large(1, 9)
    new = deepcopy(old)
    rows = tasks_in(new)[0]
    rows.insert(0, task(5, 77))
    for number, row in enumerate(rows):
        row["id"] = f"1.1.{number + 1}"
    found = differences(sure_plan(old), sure_plan(new))
    assert not found.known_by_ids
    assert {one.kind for one in found.differences} == {Kind.RENAMED, Kind.ADDED}


def _reword(one: Data) -> None:
    one["content"] = one["content"].replace("cấp trên", "Chính phủ")


RowEdit = tuple[str, int]
COUNTED_ANEW: dict[str, tuple[list[RowEdit], set[tuple[str, str]]]] = {
    "one is gone": ([("remove", 0)], {("removed", "1.1.1")}),
    "the last but one is gone": ([("remove", 6)], {("removed", "1.1.7")}),
    "two are gone": ([("remove", 4), ("remove", 1)], {("removed", "1.1.2"), ("removed", "1.1.5")}),
    "one came": ([("add", 2)], {("added", "1.1.3")}),
    "one is gone, one came": ([("remove", 0), ("add", 7)], {("removed", "1.1.1"), ("added", "1.1.8")}),
    "one is gone, one is reworded": ([("remove", 0), ("reword", 3)], {("removed", "1.1.1"), ("reworded", "1.1.4")}),
    "one is gone, two in a row are reworded": (
        [("remove", 0), ("reword", 2), ("reword", 3)],
        {("removed", "1.1.1"), ("reworded", "1.1.3"), ("reworded", "1.1.4")},
    ),
    "one is reworded, one behind it is gone": (
        [("reword", 1), ("remove", 4)],
        {("reworded", "1.1.2"), ("removed", "1.1.5")},
    ),
}
"""What became of the rows of a group whose ids are places, and what is to be told of it beside their ids."""


@pytest.mark.parametrize("case", COUNTED_ANEW)
def test_ids_counted_anew_in_one_group_are_not_taken_for_the_tasks(case: str) -> None:
    """All other ids of the plan are kept, so that they say which tasks are the same; not so those of this group."""
    edits, expected = COUNTED_ANEW[case]
    old = large(4, 8)
    new = deepcopy(old)
    rows = tasks_in(new)[0]
    for edit, place in edits:
        match edit:
            case "remove":
                del rows[place]
            case "add":
                rows.insert(place, task(7, 70))
            case _:
                _reword(rows[place])
    for number, row in enumerate(rows):
        row["id"] = f"1.1.{number + 1}"
    tasks_in(new)[2][1]["content"] = WORDS["content"]
    found = differences(sure_plan(old), sure_plan(new))
    assert found.known_by_ids
    told_of = {(one.kind.value, one.id) for one in found.differences if one.kind is not Kind.RENAMED}
    assert told_of == {*expected, ("reworded", "1.3.2")}


def test_a_reworded_task_that_stays_in_its_place_is_known_by_its_id() -> None:
    """Even where ids of the same group were counted anew, and nothing of its words is left."""
    old = large(2, 6)
    new = deepcopy(old)
    rows = tasks_in(new)[0]
    del rows[4]
    rows[4]["id"] = "1.1.5"
    rows[1]["content"] = WORDS["content"]
    _reword(rows[2])
    found = differences(sure_plan(old), sure_plan(new)).differences
    assert [(one.kind.value, one.id, one.matched and one.matched.value) for one in found] == [
        ("reworded", "1.1.2", "id"),
        ("reworded", "1.1.3", "id"),
        ("removed", "1.1.5", None),
        ("renamed", "1.1.5", "words"),
    ]


def test_a_group_with_another_heading_is_the_same_group() -> None:
    old = large(3, 4)
    new = deepcopy(old)
    new["plan"]["sections"][0]["tables"][0]["groups"][1]["heading"] = "2. Nhóm có tên mới"
    found = differences(sure_plan(old), sure_plan(new)).differences
    assert [(one.kind, one.subject, one.field) for one in found] == [(Kind.REWORDED, Subject.GROUP, "heading")]


def test_composed_letters_are_no_rewording_and_are_named() -> None:
    old = large(1, 3)
    new = deepcopy(old)
    row = tasks_in(new)[0][1]
    row["content"] = unicodedata.normalize("NFD", row["content"])
    row["result"] = "Báo  cáo"
    found = differences(sure_plan(old), sure_plan(new)).differences
    assert [(one.kind, one.field) for one in found] == [(Kind.RESPELT, "content"), (Kind.RESPACED, "result")]


Edit = Callable[[Data], None]


def _set(*way: str | int, value: object) -> Edit:
    def edit(data: Data) -> None:
        place: Any = data
        for step in way[:-1]:
            place = place[step]
        place[way[-1]] = value

    return edit


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (_set("year", value="2027"), ("restated", "plan", "year")),
        (_set("decision", "number", value="08"), ("renumbered", "decision", "number")),
        (_set("decision", "date", value="2026-01-15"), ("restated", "decision", "date")),
        (
            _set("decision", "articles", 1, value="Điều 2. Quyết định này có hiệu lực kể từ ngày 01/02/2026./."),
            ("reworded", "decision", "articles"),
        ),
        (_set("decision", "bases", value=["Căn cứ Luật;"]), ("removed", "decision", "bases")),
        (_set("decision", "signature", "name", value="Lê Văn An"), ("reworded", "decision", "signature.name")),
        (_set("agencies", 3, "members", value=["kinh-te"]), ("restated", "agency", "members")),
        (_set("agencies", 1, "name", value="Phòng Kinh tế xã"), ("reworded", "agency", "name")),
        (_set("agencies", 2, "id", value="vh-xh"), ("renamed", "agency", "id")),
        (_set("calendar", value={"before": "exclusive"}), ("added", "calendar", None)),
        (_set("due_soon", value=["5"]), ("restated", "plan", "due_soon")),
        (_set("plan", "columns", 1, "header", value="Nhiệm vụ"), ("reworded", "column", "header")),
        (_set("plan", "sections", 0, "heading", value="II. NỘI DUNG"), ("renumbered", "section", "heading")),
        (_set("issuer", "place", value="Bình Hòa"), ("reworded", "plan", "issuer.place")),
    ],
)
def test_what_stands_around_tasks_is_told(edit: Edit, expected: Told) -> None:
    old = data_of((EXAMPLES / "sound.yaml").read_text(encoding="utf-8"))
    new = deepcopy(old)
    edit(new)
    found = differences(sure_plan(old), sure_plan(new)).differences
    assert expected in {(one.kind.value, one.subject.value, one.field) for one in found}


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(min_value=0, max_value=2**32), sample=st.sampled_from(SAMPLES))
def test_nothing_that_differs_is_left_out(seed: int, sample: Path) -> None:
    drawn = random.Random(seed)  # noqa: S311  no secret
    data = data_of(sample.read_text(encoding="utf-8"))
    old = sure_plan(data)
    for _step in range(drawn.randint(1, 4)):
        mutate(data, drawn)
    new = plan_of(data)
    if new is not None:
        assert (differences(old, new).differences == ()) == (old == new)
        assert (differences(new, old).differences == ()) == (old == new)


def test_examples_differ_where_their_plans_do() -> None:
    plans = [read_plan_file(path.read_bytes()).plan for path in sorted((EXAMPLES / "rules").glob("*/*.yaml"))[::6]]
    known = [plan for plan in plans if plan is not None]
    for one in known:
        for other in known[::4]:
            assert (differences(one, other).differences == ()) == (one == other)
