"""The times that events begin."""

from datetime import date

import pytest

from kshc_cli.reading.times.reader import read_time
from kshc_cli.tracking.occasions import occasions_of
from kshc_cli.tracking.office_calendar import OfficeCalendar
from tests.tracking.logs import entry

REQUESTED = "Khi có đơn; không quá 30 ngày kể từ ngày thụ lý"


def begun(words: str, due: str | None = None) -> date | None:
    """Return by when the words ask for what is to be done, as an event of 1 June begins it."""
    happened = entry("event", "06-01", "event", **({"due": due} if due else {}))
    (one,) = occasions_of(read_time(words, year=2026), office=OfficeCalendar(2026), events=[happened])
    return one.day.due if one.day else None


@pytest.mark.parametrize(
    "words",
    [
        REQUESTED,
        "Khi có đơn; không quá 30 ngày kể từ ngày thụ lý đơn",
        "Khi có kiến nghị; trong thời hạn 30 ngày kể từ ngày họp Hội đồng",
    ],
)
def test_a_limit_from_another_event_is_not_counted_from_the_one_recorded(words: str) -> None:
    assert begun(words) is None


def test_its_day_may_be_recorded() -> None:
    assert begun(REQUESTED, due="2026-07-20") == date(2026, 7, 20)


@pytest.mark.parametrize(
    "words",
    [
        "Khi có đơn; không quá 30 ngày kể từ ngày nhận đơn",
        "Khi phát sinh hồ sơ; không quá 30 ngày kể từ ngày nhận đủ hồ sơ hợp lệ",
        "Khi có yêu cầu; không quá 30 ngày kể từ ngày nhận được",
        "Đột xuất; không quá 30 ngày kể từ ngày thụ lý",
        "Không quá 30 ngày kể từ ngày thụ lý",
    ],
)
def test_a_limit_from_the_event_recorded_is_counted(words: str) -> None:
    assert begun(words) == date(2026, 7, 1)
