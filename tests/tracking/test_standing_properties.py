"""Standing is a function of plan, log and day: what no order, no late entry and no retraction may change."""

from collections import Counter
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.tracking.progress_log import Entry
from kshc_cli.tracking.standing import Standing, tally
from tests.tracking.logs import entry, followed, following

TASKS = tuple(read.task.id for read in followed().tasks)
UNITS = ("kinh-te", "van-hoa", "y-te", "van-phong")
PERIODS = ("2026-03", "2026-06", "2026-05-06", "2026-03-31", "2026-13")
DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
SETTINGS = settings(max_examples=150, deadline=None)


@st.composite
def entries(draw: Any, what: str | None = None) -> Entry:  # noqa: ANN401  hypothesis' own
    """Draw an entry about a task, sensible or not."""
    kind = what or draw(
        st.sampled_from(
            ["done", "partly_done", "event", "extended", "reassigned", "merged", "suspended", "resumed", "cancelled"]
        )
    )
    unit, period = draw(st.none() | st.sampled_from(UNITS)), draw(st.none() | st.sampled_from(PERIODS))
    own: dict[str, Any] = {"unit": unit, "period": period}
    match kind:
        case "extended":
            own |= {"due": draw(DAYS), "by": "QĐ"}
        case "reassigned":
            own |= {"lead": draw(st.sampled_from((*UNITS, "cac-phong", "nobody"))), "by": "QĐ"}
        case "merged":
            own = {"into": draw(st.sampled_from(TASKS)), "by": "QĐ"}
        case "event":
            own = {"due": draw(st.none() | DAYS)}
        case "suspended" | "cancelled":
            own |= {"by": "QĐ"}
        case _:
            pass
    return entry(kind, draw(DAYS).strftime("%m-%d"), draw(st.sampled_from(TASKS)), **own)


LOGS = st.lists(entries(), max_size=12)


def all_standings(day: date, log: list[Entry]) -> list[Standing]:
    view = following(day, log)
    return [one for task in TASKS for one in view.standings(task)]


@given(LOGS, DAYS, st.randoms(use_true_random=False))
@SETTINGS
def test_the_order_of_the_lines_makes_no_difference(log: list[Entry], day: date, chance: Any) -> None:  # noqa: ANN401
    merged = [*log, *log[:3]]
    chance.shuffle(merged)
    assert all_standings(day, merged) == all_standings(day, log)


@given(LOGS, entries(), DAYS)
@SETTINGS
def test_undo_gives_the_standing_before(log: list[Entry], late: Entry, day: date) -> None:
    undone = [*log, late, entry("retracted", "12-31", entry=late.id)]
    assert all_standings(day, undone) == all_standings(day, log)
    redone = [*undone, entry("retracted", "12-31", entry=undone[-1].id)]
    assert all_standings(day, redone) == all_standings(day, [*log, late])


@given(LOGS, DAYS)
@SETTINGS
def test_what_happens_later_changes_no_earlier_day(log: list[Entry], day: date) -> None:
    assert all_standings(day, log) == all_standings(day, [one for one in log if one.date <= day])


@given(LOGS, DAYS)
@SETTINGS
def test_the_sums_of_the_bodies_are_those_of_the_task(log: list[Entry], day: date) -> None:
    view = following(day, log)
    for task in TASKS:
        standings = view.standings(task)
        counts = tally(standings)
        bodies = [tally(one for one in standings if one.unit == unit) for unit in {one.unit for one in standings}]
        assert counts.total == sum(body.total for body in bodies)
        assert counts.done == sum(body.done for body in bodies)
        assert counts.counts == sum((body.counts for body in bodies), Counter())


@given(LOGS, st.sampled_from(("done", "partly_done")), st.sampled_from(UNITS), st.sampled_from(PERIODS), DAYS)
@SETTINGS
def test_an_entry_about_one_duty_changes_no_other(
    log: list[Entry], what: str, unit: str, period: str, day: date
) -> None:
    recorded = entry(what, day.strftime("%m-%d"), "monthly", unit=unit, period=period)
    before = {(one.task, one.occasion, one.unit): one for one in all_standings(day, log)}
    after = {(one.task, one.occasion, one.unit): one for one in all_standings(day, [*log, recorded])}
    changed = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
    assert {(task, occasion.key, body) for task, occasion, body in changed} <= {("monthly", period, unit)}


@given(LOGS, DAYS)
@SETTINGS
def test_each_duty_stands_in_one_way_and_once(log: list[Entry], day: date) -> None:
    found = all_standings(day, log)
    assert len({(one.task, one.occasion.key, one.unit) for one in found}) == len(found)
    assert all((one.done_on is not None) == (one.status.value in {"done", "done_late"}) for one in found)
    assert all(one.days is None or one.due is not None for one in found)
