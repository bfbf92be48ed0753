"""Due days under the plan's policies: chosen by the day that counts, none lost between two months, keys kept."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Continuous, Deadline, OnEvent, Recurring, Relative, TimePart, TimeReading, Window
from kshc_cli.tracking.dues import DueDay, due_days, first_due_day, kind_without_date, runs_on
from kshc_cli.tracking.office_calendar import OfficeCalendar
from tests.tracking.calendars import office

POLICIES = ("keep", "next_working_day", "previous_working_day")
OFFICES = [
    office(on_day_off=policy, before=before, days_off=["2024-06-28", "2024-07-01", "2024-07-02"])
    for policy in POLICIES
    for before in ("inclusive", "exclusive")
]
DAYS = st.dates(date(2023, 12, 20), date(2025, 1, 10))


def found(part: TimePart, calendar: OfficeCalendar, start: date | None = None, end: date | None = None) -> list[DueDay]:
    return list(due_days(TimeReading((part,)), office=calendar, start=start, end=end))


def month(number: int) -> tuple[date, date]:
    return date(2024, number, 1), date(2024, number, monthrange(2024, number)[1])


def test_a_last_day_moves_over_the_end_of_the_month() -> None:
    window = Window(date(2024, 6, 1), date(2024, 6, 30))
    moved = office(on_day_off="next_working_day")
    assert found(window, moved, *month(6)) == []
    assert found(window, moved, *month(7)) == [
        DueDay(date(2024, 7, 1), date(2024, 6, 30), date(2024, 6, 30), None, 0, date(2024, 6, 1))
    ]
    assert [day.due for day in found(window, office(on_day_off="previous_working_day"), *month(6))] == [
        date(2024, 6, 28)
    ]
    assert [day.due for day in found(window, OfficeCalendar(2024), *month(6))] == [date(2024, 6, 30)]


@pytest.mark.parametrize(
    ("part", "stays"),
    [
        (Relative(2, "day", None, anchor=date(2024, 2, 10)), date(2024, 2, 12)),
        (Relative(1, "day", None, anchor=date(2024, 12, 31)), date(2025, 1, 1)),
        (Window(date(2024, 2, 10), date(2024, 2, 12)), date(2024, 2, 12)),
        (Window(date(2024, 5, 1), date(2024, 5, 1)), date(2024, 5, 1)),
        (Recurring("FREQ=WEEKLY", date(2025, 1, 27), date(2025, 2, 2)), date(2025, 2, 2)),
    ],
)
def test_no_day_moves_before_the_first_on_which_it_can_be_done(part: TimePart, stays: date) -> None:
    previous = office(on_day_off="previous_working_day")
    assert previous.day_off(stays)
    assert [day.due for day in found(part, previous, stays, stays)] == [stays]
    assert found(part, office(on_day_off="next_working_day"))[0].due > stays


@pytest.mark.parametrize(
    ("part", "moved"),
    [
        (Relative(2, "day", None, anchor=date(2024, 2, 6)), date(2024, 2, 7)),
        (Window(date(2024, 2, 7), date(2024, 2, 12)), date(2024, 2, 7)),
        (Deadline(date(2024, 2, 12)), date(2024, 2, 7)),
        (Recurring("FREQ=MONTHLY;BYMONTHDAY=12", until=date(2024, 2, 28)), date(2024, 2, 7)),
    ],
)
def test_a_day_moves_back_as_far_as_the_first_on_which_it_can_be_done(part: TimePart, moved: date) -> None:
    days = [day.due for day in found(part, office(on_day_off="previous_working_day"), *month(2))]
    assert days == [moved]


def test_a_period_that_is_wholly_off_ends_on_its_last_day() -> None:
    reading = TimeReading((Window(date(2024, 6, 29), date(2024, 6, 30)),))
    previous = office(on_day_off="previous_working_day")
    assert runs_on(reading, office=previous, start=date(2024, 6, 29), end=date(2024, 6, 29))
    assert not runs_on(reading, office=previous, start=date(2024, 6, 29), end=date(2024, 6, 30))


def test_the_first_due_day_is_the_earliest_of_all_parts() -> None:
    parts = (Window(date(2024, 1, 1), date(2024, 12, 31)), Recurring("FREQ=MONTHLY", until=date(2299, 12, 31)))
    first = first_due_day(TimeReading(parts), office=office(on_day_off="next_working_day"))
    assert first is not None
    assert (first.due, first.part) == (date(2024, 1, 31), 1)
    assert first_due_day(TimeReading((Deadline(None),)), office=OfficeCalendar(2024)) is None


def test_tet_moves_a_day_by_a_week() -> None:
    deadline = Deadline(date(2024, 2, 8))
    moved = office(on_day_off="next_working_day")
    assert found(deadline, moved, date(2024, 2, 8), date(2024, 2, 14)) == []
    assert [day.due for day in found(deadline, moved, date(2024, 2, 15), date(2024, 2, 15))] == [date(2024, 2, 15)]


@pytest.mark.parametrize("policy", POLICIES)
def test_occurrence_keys_do_not_change_by_policy(policy: str) -> None:
    monthly = Recurring("FREQ=MONTHLY;BYMONTHDAY=1", before=True)
    keys = [f"2024-{number:02}" for number in range(1, 13)]
    assert [day.occurrence for day in found(monthly, office(on_day_off=policy, before="exclusive"))] == keys


def test_before_the_first_of_each_month_is_the_last_of_the_month_before() -> None:
    (part,) = read_time("trước ngày 01 hằng tháng", year=2024).parts
    assert isinstance(part, Recurring)
    assert part.before
    exclusive = office(before="exclusive")
    june = found(part, exclusive, *month(6))
    assert [(day.due, day.stated, day.occurrence) for day in june] == [(date(2024, 6, 30), date(2024, 7, 1), "2024-07")]
    assert [day.due for day in found(part, office(before="inclusive"), *month(7))] == [date(2024, 7, 1)]
    moved = office(before="exclusive", on_day_off="previous_working_day")
    assert [(day.due, day.last) for day in found(part, moved, *month(6))] == [(date(2024, 6, 28), date(2024, 6, 30))]


def test_before_a_day_in_the_words() -> None:
    (part,) = read_time("trước ngày 30/6/2024", year=2024).parts
    assert [day.due for day in found(part, OfficeCalendar(2024))] == [date(2024, 6, 30)]
    assert [day.due for day in found(part, office(before="exclusive"))] == [date(2024, 6, 29)]
    moved = office(before="exclusive", on_day_off="next_working_day")
    assert [(day.due, day.last, day.stated) for day in found(part, moved)] == [
        (date(2024, 7, 1), date(2024, 6, 29), date(2024, 6, 30))
    ]


def test_by_a_day_does_not_exclude_it() -> None:
    (part,) = read_time("chậm nhất ngày 28/6/2024", year=2024).parts
    assert [day.due for day in found(part, office(before="exclusive"))] == [date(2024, 6, 28)]


def test_a_time_limit_is_due_once_its_event_is_dated() -> None:
    assert found(Relative(20, "day", "khi ban hành"), OfficeCalendar(2024)) == []
    limit = Relative(20, "day", "khi ban hành", anchor=date(2024, 6, 10))
    assert [day.due for day in found(limit, OfficeCalendar(2024))] == [date(2024, 6, 30)]
    assert [day.due for day in found(limit, office(on_day_off="next_working_day"))] == [date(2024, 7, 1)]
    assert kind_without_date(TimeReading((limit,)), year=2024) is None
    assert kind_without_date(TimeReading((Relative(20, "day", None),)), year=2024) == "relative"


@pytest.mark.parametrize(
    ("parts", "why"),
    [
        ((Window(date(2024, 5, 1), date(2024, 6, 30)),), None),
        ((Deadline(date(2024, 5, 1)),), None),
        ((Deadline(None),), "illegible"),
        ((Recurring("FREQ=MONTHLY"),), None),
        ((Recurring(None),), "recurring"),
        ((OnEvent("có yêu cầu"), Deadline(date(2024, 5, 1))), None),
        ((OnEvent("có yêu cầu"), Continuous()), "on_event"),
        ((Continuous(), OnEvent("có yêu cầu")), "continuous"),
        ((), "unread"),
    ],
)
def test_why_there_is_no_date(parts: tuple[TimePart, ...], why: str | None) -> None:
    assert kind_without_date(TimeReading(parts), year=2024) == why


def test_a_period_runs_on_until_the_day_that_counts() -> None:
    reading = TimeReading((Window(date(2024, 5, 1), date(2024, 6, 30)),))
    june = {"start": date(2024, 6, 1), "end": date(2024, 6, 30)}
    assert not runs_on(reading, office=OfficeCalendar(2024), **june)
    assert runs_on(reading, office=office(on_day_off="next_working_day"), **june)


@pytest.mark.parametrize(
    ("start", "until", "runs"),
    [
        (None, None, True),
        (None, date(2024, 6, 1), True),
        (None, date(2024, 5, 31), False),
        (date(2024, 6, 30), None, True),
        (date(2024, 7, 1), None, False),
        (date(2024, 1, 1), date(2024, 12, 31), True),
    ],
)
def test_what_goes_on_runs_on_between_its_ends(start: date | None, until: date | None, *, runs: bool) -> None:
    reading = TimeReading((Continuous(start, until),))
    assert runs_on(reading, office=OfficeCalendar(2024), start=date(2024, 6, 1), end=date(2024, 6, 30)) is runs


@given(
    calendar=st.sampled_from(OFFICES),
    deadlines=st.lists(st.tuples(DAYS, st.booleans()), max_size=4),
    rule=st.sampled_from(["FREQ=MONTHLY", "FREQ=WEEKLY;BYDAY=SU", "FREQ=MONTHLY;BYMONTHDAY=1", "FREQ=DAILY"]),
    borders=st.lists(st.dates(date(2023, 12, 1), date(2025, 2, 28)), min_size=1, max_size=6, unique=True),
)
def test_periods_that_join_show_every_day_once(
    calendar: OfficeCalendar, deadlines: list[tuple[date, bool]], rule: str, borders: list[date]
) -> None:
    parts: tuple[TimePart, ...] = (
        *(Deadline(day, before=before) for day, before in deadlines),
        Recurring(rule, before=True),
    )
    reading = TimeReading(parts)
    firsts = sorted({date(2023, 11, 1), *borders, date(2025, 3, 31)})
    pieces = [
        day
        for first, following in pairwise(firsts)
        for day in due_days(reading, office=calendar, start=first, end=following - timedelta(days=1))
    ]

    def key(day: DueDay) -> tuple[int, date]:
        return day.part, day.stated

    assert sorted(pieces, key=key) == sorted(due_days(reading, office=calendar), key=key)


@pytest.mark.parametrize("calendar", OFFICES)
def test_periods_at_the_ends_of_time(calendar: OfficeCalendar) -> None:
    deadline = Deadline(date(2024, 6, 28))
    assert len(found(deadline, calendar, date.min, date.max)) == 1
    assert found(deadline, calendar, date(9999, 12, 1), date.max) == []
    assert found(deadline, calendar, date.min, date(1, 1, 31)) == []


@pytest.mark.parametrize("policy", POLICIES)
def test_the_last_working_day_of_a_month_lies_before_the_days_off_at_its_end(policy: str) -> None:
    calendar = office(year=2026, on_day_off=policy, days_off=["2026-06-30"])
    last = read_time("Báo cáo vào ngày làm việc cuối cùng của tháng", year=2026).parts[0]
    days = {day.occurrence: day.due for day in found(last, calendar)}
    assert len(days) == 12
    assert [days[f"2026-{month}"] for month in ("01", "02", "04", "05", "06")] == [
        date(2026, 1, 30),
        date(2026, 2, 27),
        date(2026, 4, 29),
        date(2026, 5, 29),
        date(2026, 6, 29),
    ]
    assert [day.due for day in found(last, calendar, date(2026, 4, 29), date(2026, 4, 29))] == [date(2026, 4, 29)]
    assert found(last, calendar, date(2026, 4, 30), date(2026, 4, 30)) == []
    first = read_time("Ngày làm việc đầu tiên hằng tháng", year=2026).parts[0]
    assert [day.due for day in found(first, calendar)][:2] == [date(2026, 1, 5), date(2026, 2, 2)]


def test_a_worked_saturday_is_the_last_working_day() -> None:
    calendar = office(year=2026, on_day_off="next_working_day", worked_days=["2026-10-31"])
    last = read_time("Ngày làm việc cuối cùng của tháng", year=2026).parts[0]
    assert [day.due for day in found(last, calendar, date(2026, 10, 1), date(2026, 10, 31))] == [date(2026, 10, 31)]


def test_what_is_due_behind_its_period_is_called_by_it_and_reaches_into_the_next_year() -> None:
    calendar = OfficeCalendar(2026, issued=date(2026, 1, 5))
    monthly = read_time("Trước ngày 05 của tháng sau", year=2026).parts[0]
    days = [(day.occurrence, day.due) for day in found(monthly, calendar)]
    assert len(days) == 12
    assert days[0] == ("2026-01", date(2026, 2, 5))
    assert days[-1] == ("2026-12", date(2027, 1, 5))
    quarterly = read_time("Hằng quý, trước ngày 15 của tháng đầu quý sau", year=2026).parts[0]
    assert [(day.occurrence, day.due) for day in found(quarterly, calendar)] == [
        ("2026-Q1", date(2026, 4, 15)),
        ("2026-Q2", date(2026, 7, 15)),
        ("2026-Q3", date(2026, 10, 15)),
        ("2026-Q4", date(2027, 1, 15)),
    ]
    assert [day.due for day in found(quarterly, calendar, date(2027, 1, 1), date(2027, 1, 31))] == [date(2027, 1, 15)]
