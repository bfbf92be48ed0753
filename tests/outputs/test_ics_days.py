"""Each day that kshc answers with is one event of the calendar, and no other is there, whatever the log says."""

import random
import tempfile
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.query.following import Following
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry, EntryRecord
from tests.conftest import EXAMPLES, ROOT
from tests.outputs.calendars import COMING_BACK, components, due_days, exported, log_text, shown_days, todo_days
from tests.tracking.logs import FOLLOWED

PLANS = (
    COMING_BACK,
    *(
        path.read_text(encoding="utf-8")
        for path in (
            FOLLOWED,
            ROOT / "plan.yaml",
            EXAMPLES / "sound.yaml",
            EXAMPLES / "prose.yaml",
            *sorted(ROOT.glob("examples/*/plan.yaml")),
        )
    ),
)
POLICIES = [
    (off, before)
    for off in ("keep", "next_working_day", "previous_working_day")
    for before in ("inclusive", "exclusive")
]


def placed(folder: Path, plan: str, log: str = "") -> Path:
    (folder / "plan.yaml").write_text(plan, encoding="utf-8")
    if log:
        (folder / "progress.yaml").write_text(log, encoding="utf-8")
    return folder / "plan.yaml"


@cache
def read(text: str) -> tuple[ReadPlan, tuple[tuple[str, str | None, str | None], ...]]:
    """Return a plan with its duties: task, occasion, body."""
    plan = read_plan_file(text.encode()).plan
    assert plan is not None
    known = read_plan(plan)
    following = Following(known, office_calendar(plan), date(plan.year, 7, 5))
    duties = (one for task in known.tasks for one in following.standings(task.task.id))
    return known, tuple((one.task, one.occasion.key, one.unit) for one in duties)


def drawn_log(text: str, chance: random.Random) -> list[Entry]:
    """Draw a log about a plan: mostly what can be, also what cannot."""
    known, duties = read(text)
    bodies, tasks = [one.id for one in known.plan.agencies] or ["x"], [one.task.id for one in known.tasks]
    entries: list[Entry] = []
    favourites = chance.sample(duties, min(4, len(duties)))
    for number in range(chance.randrange(16)):
        task, period, unit = chance.choice(favourites if chance.random() < 0.7 else duties)
        what = chance.choice(
            [
                "done",
                "partly_done",
                "event",
                "reassigned",
                "suspended",
                "resumed",
                "merged",
                "note",
                *["extended"] * 4,
                *["cancelled"] * 2,
            ]
        )
        on = date(known.year, 1, 1) + timedelta(days=chance.randrange(365))
        later = (on + timedelta(days=chance.randrange(60))).isoformat()
        own = {"unit": chance.choice([unit, None]), "period": chance.choice([period, period, None])}
        kinds: dict[str, dict[str, object]] = {
            "extended": {**own, "due": later, "by": "QĐ"},
            "reassigned": {**own, "lead": chance.choice(bodies), "by": "QĐ"},
            "merged": {"into": chance.choice(tasks), "by": "QĐ"},
            "event": {"due": chance.choice([later, None])},
            "suspended": {**own, "by": "QĐ"},
            "cancelled": {**own, "by": "QĐ"},
            "note": {"note": "Đã gửi"},
        }
        fields = kinds.get(what, own)
        given = {"date": on.isoformat(), "what": what, "task": task, "entered": later, "id": f"e{number}", **fields}
        if entries and chance.random() < 0.15:
            given = {
                "date": later,
                "what": "retracted",
                "entry": chance.choice(entries).id,
                "entered": later,
                "id": f"r{number}",
            }
        entries.append(Entry.of(EntryRecord.model_validate({name: value for name, value in given.items() if value})))
    return entries


@given(st.sampled_from(PLANS), st.randoms(use_true_random=False))
@settings(max_examples=50)
def test_every_day_of_an_answer_is_one_event_on_that_day(text: str, chance: random.Random) -> None:
    known, _duties = read(text)
    today = (date(known.year, 1, 1) + timedelta(days=chance.randrange(400))).isoformat()
    choice: list[str] = []
    if chance.random() < 0.5 and known.plan.agencies:
        choice = ["--agency", chance.choice(known.plan.agencies).id, "--role", chance.choice(["lead", "coop", "any"])]
    with tempfile.TemporaryDirectory() as folder:
        plan = placed(Path(folder), text, log_text(drawn_log(text, chance)))
        days = due_days(plan, *choice, today=today)
        assert shown_days(exported(plan, *choice, today=today)) == days
        assert todo_days(exported(plan, "--as", "todo", *choice, today=today)) == days


@pytest.mark.parametrize(("off", "before"), POLICIES)
@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_days_moved_by_the_policy_are_the_calendars_days(off: str, before: str, year: int, tmp_path: Path) -> None:
    text = COMING_BACK.replace("on_day_off: keep, before: inclusive", f"on_day_off: {off}, before: {before}")
    plan = placed(tmp_path, text.replace("2026", str(year)))
    days = due_days(plan)
    assert len(days) > 120
    assert shown_days(exported(plan)) == days
    assert todo_days(exported(plan, "--as", "todo")) == days


@given(st.sampled_from(PLANS), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_each_entry_of_a_log_leaves_ids_and_lets_numbers_only_grow(text: str, chance: random.Random) -> None:
    log, before = drawn_log(text, chance), dict[str, int]()
    with tempfile.TemporaryDirectory() as folder:
        for length in range(len(log) + 1):
            plan = placed(Path(folder), text, log_text(log[:length]) if length else "")
            found = components(exported(plan, today="2030-01-01"))
            ids = [(str(one["UID"]), one.get("RECURRENCE-ID") and one["RECURRENCE-ID"].dt) for one in found]
            assert len(set(ids)) == len(ids)
            numbers = {str(one["UID"]): int(one["SEQUENCE"]) for one in found}
            assert all(numbers[uid] >= before[uid] for uid in numbers.keys() & before.keys())
            before |= numbers
