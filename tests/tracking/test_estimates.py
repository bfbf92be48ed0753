"""A day is an estimate where it was moved from, or to, a year whose days off nobody has decided yet."""

from datetime import date

import pytest

from kshc_cli.reading.values import Deadline, Relative, TimeReading
from kshc_cli.tracking.dues import DueDay, due_days
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.state_days import LAST_DECIDED
from tests.tracking.calendars import office

LAST, FIRST = date(LAST_DECIDED, 12, 31), date(LAST_DECIDED + 1, 1, 1)


def the_day(part: Deadline | Relative, calendar: OfficeCalendar) -> DueDay:
    (day,) = due_days(TimeReading((part,)), office=calendar)
    return day


@pytest.mark.parametrize(("stated", "policy"), [(LAST, "next_working_day"), (FIRST, "previous_working_day")])
def test_a_day_that_moves_over_the_end_of_what_is_decided_is_an_estimate(stated: date, policy: str) -> None:
    off = [LAST.isoformat()] if stated == LAST else []
    moved = the_day(Deadline(stated), office(LAST_DECIDED, on_day_off=policy, days_off=off))
    assert moved.due.year != stated.year
    assert moved.estimated


def test_a_day_that_stays_where_all_is_decided_or_that_is_not_moved_is_none() -> None:
    assert not the_day(Deadline(LAST), office(LAST_DECIDED, on_day_off="next_working_day")).estimated
    assert not the_day(Deadline(FIRST), office(LAST_DECIDED)).estimated


def test_a_number_of_working_days_is_one_in_an_undecided_year_only() -> None:
    for anchor, estimated in ((date(LAST_DECIDED, 12, 1), False), (date(LAST_DECIDED, 12, 28), True)):
        limit = Relative(10, "working_day", None, anchor=anchor)
        assert the_day(limit, OfficeCalendar(LAST_DECIDED)).estimated is estimated
