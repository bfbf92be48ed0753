"""Days off as the State decided them, and time limits over them; every end was counted by hand on a calendar."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import anchored
from kshc_cli.tracking.dues import first_due_day
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.state_days import LAST_DECIDED, STATE_YEARS, Seen, StateDecision, StateYear

LIMITS = (
    ("05 ngày làm việc kể từ ngày nhận hồ sơ", "2025-12-31", "2026-01-09"),  # 02/01 off, Saturday 10/01 not needed
    ("06 ngày làm việc kể từ ngày nhận hồ sơ", "2025-12-31", "2026-01-10"),  # the Saturday that was worked
    ("07 ngày làm việc kể từ ngày nhận hồ sơ", "2025-12-31", "2026-01-12"),
    ("01 ngày làm việc kể từ ngày nhận hồ sơ", "2026-01-01", "2026-01-05"),
    ("Trong thời hạn 03 ngày làm việc kể từ ngày nhận", "2026-02-12", "2026-02-24"),  # Tết 16 to 20/02
    ("10 ngày làm việc kể từ ngày ban hành", "2026-08-20", "2026-09-07"),  # 22/8 worked, 31/8 to 02/9 off
    ("10 ngày làm việc kể từ ngày nhận", "2026-11-20", "2026-12-07"),  # 24/11
    ("chậm nhất 05 ngày làm việc kể từ ngày công bố", "2026-04-23", "2026-05-05"),  # 27/4, 30/4, 01/5
    ("05 ngày làm việc kể từ ngày nhận", "2025-04-25", "2025-05-06"),  # 26/4 worked, 30/4 to 02/5 off
    ("không quá 10 (mười) ngày làm việc kể từ ngày nhận đủ hồ sơ", "2025-01-20", "2025-02-10"),
    ("03 ngày làm việc kể từ ngày nhận", "2024-04-26", "2024-05-04"),  # 29/4 off for Saturday 04/5
    ("07 ngày làm việc kể từ ngày nhận", "2024-04-15", "2024-04-25"),  # Giỗ Tổ 18/4
    ("02 ngày làm việc kể từ ngày nhận", "2024-02-07", "2024-02-16"),
    ("05 ngày làm việc kể từ ngày nhận", "2023-04-27", "2023-05-09"),  # 29/4 to 03/5
    ("05 ngày làm việc kể từ ngày nhận", "2022-08-30", "2022-09-08"),  # 01 and 02/9
    ("03 ngày làm việc kể từ ngày nhận", "2021-09-01", "2021-09-08"),  # 02 and 03/9
    ("02 ngày làm việc kể từ ngày nhận", "2020-01-22", "2020-01-31"),
    ("10 ngày kể từ ngày nhận", "2026-08-23", "2026-09-02"),
    ("15 ngày, kể từ ngày nhận", "2026-02-13", "2026-02-28"),
    ("02 tuần kể từ ngày nhận", "2026-04-16", "2026-04-30"),
    ("01 tháng kể từ ngày nhận", "2026-01-31", "2026-02-28"),
    ("06 tháng kể từ ngày ban hành", "2025-08-31", "2026-02-28"),
    ("01 năm kể từ ngày ký", "2026-03-15", "2027-03-15"),
    ("Trong thời hạn 01 (một) năm kể từ ngày ban hành", "2024-02-29", "2025-02-28"),
    ("trong vòng một năm kể từ ngày ban hành", "2025-12-31", "2026-12-31"),
    ("02 năm, kể từ ngày Quyết định có hiệu lực", "2024-02-29", "2026-02-28"),
    ("trong thời hạn ba tháng kể từ ngày ban hành", "2025-11-30", "2026-02-28"),
    ("nửa năm kể từ ngày ký", "2026-08-31", "2027-02-28"),
    ("một năm kể từ ngày ban hành", "2026-02-28", "2027-02-28"),
    ("10 ngày làm việc kể từ ngày nhận", "2026-02-09", "2026-03-02"),
    ("01 ngày làm việc kể từ ngày nhận", "2026-04-26", "2026-04-28"),  # Giỗ Tổ on a Sunday, 27/4 in lieu
    ("07 ngày làm việc kể từ ngày nhận", "2026-08-21", "2026-09-03"),  # 22/8 worked, 31/8 to 02/9 off
    ("05 ngày làm việc kể từ ngày nhận", "2026-11-23", "2026-12-01"),
    ("Chậm nhất sau 30 ngày kể từ ngày ban hành", "2026-01-31", "2026-03-02"),
    ("không quá 15 ngày làm việc kể từ ngày nhận", "2026-04-20", "2026-05-14"),
    ("10 ngày làm việc kể từ ngày nhận", "2025-04-22", "2025-05-08"),
    ("07 ngày làm việc kể từ ngày nhận", "2027-02-01", "2027-02-17"),  # 04 to 10/02
)


@pytest.mark.parametrize(("words", "event", "end"), LIMITS)
def test_limits_end_as_counted_by_hand(words: str, event: str, end: str) -> None:
    day = date.fromisoformat(event)
    reading = read_time(words, year=2026)
    assert reading.unread == ()
    due = first_due_day(anchored(reading, day), office=OfficeCalendar(2026))
    assert due is not None
    assert due.due == date.fromisoformat(end)


@pytest.mark.parametrize("year", STATE_YEARS)
def test_every_decided_year_has_the_days_of_the_law(year: int) -> None:
    """Bộ luật Lao động, Điều 112: five days of Tết, and one or two of Quốc khánh, made up for on a weekend."""
    decided, office = STATE_YEARS[year], OfficeCalendar(2026)
    off = sorted(set(decided.days_off()))
    assert {day.year for day in off} == {year}
    for month, number in ((1, 1), (4, 30), (5, 1), (9, 2)):
        assert date(year, month, number) in off
    assert len(off) - len(decided.exchanged) >= 10 + (year >= 2021) + (year >= 2026)
    for day in off:
        assert office.day_off(day) is not None
    for swapped, worked in decided.exchanged:
        assert swapped.weekday() < 5 <= worked.weekday()
        assert office.day_off(worked) is None
    first = date(year, 1, 1)
    worked_days = {worked for _off, worked in decided.exchanged}
    for day in (first + timedelta(days=number) for number in range(365)):
        free = day in off or (day.weekday() >= 5 and day not in worked_days)
        assert (office.day_off(day) is not None) is free, day


LUNAR = {
    2020: ((1, 25), (4, 2)),
    2021: ((2, 12), (4, 21)),
    2022: ((2, 1), (4, 10)),
    2023: ((1, 22), (4, 29)),
    2024: ((2, 10), (4, 18)),
    2025: ((1, 29), (4, 7)),
    2026: ((2, 17), (4, 26)),
    2027: ((2, 6), (4, 16)),
}
"""The first day of the lunar year and Giỗ Tổ, as a calendar shows them."""


def test_every_year_from_2020_on_has_its_lunar_holidays() -> None:
    assert list(STATE_YEARS) == list(LUNAR) == list(range(2020, 2028))
    for year, days in LUNAR.items():
        assert {date(year, *day) for day in days} <= set(STATE_YEARS[year].days_off()), year


def test_every_year_has_as_many_days_off_as_were_counted_by_hand() -> None:
    counted = {year: len(set(decided.days_off())) for year, decided in STATE_YEARS.items()}
    assert counted == {2020: 12, 2021: 15, 2022: 16, 2023: 18, 2024: 14, 2025: 12, 2026: 15, 2027: 16}


def test_the_state_wins_over_the_library_in_every_plan() -> None:
    assert OfficeCalendar(2031).day_off(date(2026, 1, 10)) is None
    off = OfficeCalendar(2018).day_off(date(2026, 1, 2))
    assert off is not None
    assert (off.reason, off.weekend) == ("Ngày nghỉ hoán đổi (làm bù ngày 10/01/2026)", False)
    assert off.next_working_day == date(2026, 1, 5)


def test_years_not_decided_are_estimates() -> None:
    office = OfficeCalendar(2026)
    assert not office.estimates(date(LAST_DECIDED, 12, 31))
    assert office.estimates(date(LAST_DECIDED + 1, 1, 1))
    assert not office.estimates(date(2019, 9, 2))
    assert not office.estimates(date(2200, 1, 1)), "not known at all, which is said in other words"


def test_every_year_names_its_decisions_and_the_docs_do_too() -> None:
    table = Path("docs/counting-days.md").read_text(encoding="utf-8")
    for year, decided in STATE_YEARS.items():
        row = next(line for line in table.splitlines() if line.startswith(f"| {year} |"))
        assert decided.decisions, year
        for decision in decided.decisions:
            assert decision.day.year in {year - 1, year}
            assert (decision.number or "number not seen") in row
            assert f"{decision.day:%d/%m/%Y}" in row


def test_only_a_decision_that_was_seen_makes_a_year_certain() -> None:
    assert LAST_DECIDED == 2026
    assert [year for year, decided in STATE_YEARS.items() if not decided.seen] == [2027]
    heard = StateDecision("1/VPCP-KGVX", date(2027, 10, 1), Seen.REPEATED)
    read = StateDecision("2/VPCP-KGVX", date(2027, 10, 2), Seen.TEXT)
    assert StateYear((read,), ()).seen
    assert not StateYear((read, heard), ()).seen


def test_the_state_approved_one_day_for_culture_in_2026_and_no_exchange_beside_it() -> None:
    office = OfficeCalendar(2026)
    assert office.day_off(date(2026, 11, 23)) is None
    assert office.day_off(date(2026, 11, 24)) is not None
    assert office.day_off(date(2026, 11, 28)) is not None
