"""Recurrence rules in words: no code of RFC 5545 in either language, and the words mean the rule."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from kshc_cli.dataclass import replace
from kshc_cli.messages import speaking
from kshc_cli.reading.recurrence.occurrences import occurrences
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Recurring, TimeReading, Window
from kshc_cli.reports.recurrences import rule_words
from tests.conftest import ROOT

SAID = {
    "FREQ=DAILY;INTERVAL=10": ("every 10 days", "10 ngày một lần"),
    "FREQ=DAILY;BYDAY=MO,WE": ("Monday, Wednesday of each week", "thứ Hai, thứ Tư hằng tuần"),
    "FREQ=DAILY;BYMONTHDAY=5": ("day 5 of each month", "ngày 5 hằng tháng"),
    "FREQ=DAILY;BYMONTH=6": ("each day, in month 6", "hằng ngày, trong tháng 6"),
    "FREQ=WEEKLY": ("each week", "hằng tuần"),
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR": ("Friday, every 2 weeks", "thứ Sáu, 2 tuần một lần"),
    "FREQ=WEEKLY;BYMONTH=6,7;BYDAY=FR": (
        "Friday of each week, in months 6, 7",
        "thứ Sáu hằng tuần, trong các tháng 6, 7",
    ),
    "FREQ=MONTHLY": ("each month", "hằng tháng"),
    "FREQ=MONTHLY;INTERVAL=2": ("every 2 months", "2 tháng một lần"),
    "FREQ=MONTHLY;INTERVAL=3": ("each quarter", "hằng quý"),
    "FREQ=MONTHLY;INTERVAL=3;BYMONTH=4": ("each quarter, in month 4", "hằng quý, trong tháng 4"),
    "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=20": ("day 20, every 3 months", "ngày 20, 3 tháng một lần"),
    "FREQ=MONTHLY;INTERVAL=6": ("each half-year", "6 tháng một lần"),
    "FREQ=MONTHLY;INTERVAL=12": ("each year", "hằng năm"),
    "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15": ("day 15 of months 3, 6, 9, 12", "ngày 15 các tháng 3, 6, 9, 12"),
    "FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=15": ("day 15 of month 6 of each year", "ngày 15 tháng 6 hằng năm"),
    "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1": (
        "day 30 (in shorter months the last day) of each month",
        "ngày 30 (tháng thiếu: ngày cuối tháng) hằng tháng",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=1,15,-1;COUNT=4": (
        "days 1, 15, the last day of each month, 4 times",
        "ngày 1, 15, ngày cuối hằng tháng, 4 kỳ",
    ),
    "FREQ=MONTHLY;BYMONTHDAY=-3": (
        "day number 3 from the end of each month",
        "ngày thứ 3 tính từ cuối hằng tháng",
    ),
    "FREQ=MONTHLY;BYDAY=1SU": ("the first Sunday of each month", "Chủ nhật đầu tiên hằng tháng"),
    "FREQ=MONTHLY;BYDAY=2MO,-1FR;UNTIL=20261231": (
        "the last Friday, Monday number two of each month, to 31/12/2026",
        "thứ Sáu cuối cùng, thứ Hai thứ hai hằng tháng, đến 31/12/2026",
    ),
    "FREQ=MONTHLY;BYDAY=-2TU": (
        "Tuesday number two from the end of each month",
        "thứ Ba thứ hai tính từ cuối hằng tháng",
    ),
    "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR": ("Monday to Friday of each week", "thứ Hai đến thứ Sáu hằng tuần"),
    "FREQ=WEEKLY;BYDAY=TU,WE,TH": ("Tuesday to Thursday of each week", "thứ Ba đến thứ Năm hằng tuần"),
    "FREQ=WEEKLY;BYDAY=MO,WE,TH": ("Monday, Wednesday, Thursday of each week", "thứ Hai, thứ Tư, thứ Năm hằng tuần"),
    "FREQ=WEEKLY;BYDAY=TU,WE": ("Tuesday, Wednesday of each week", "thứ Ba, thứ Tư hằng tuần"),
    "FREQ=MONTHLY;BYDAY=SA": ("every Saturday of each month", "mọi thứ Bảy hằng tháng"),
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13": ("Friday that is day 13 of each month", "thứ Sáu trùng ngày 13 hằng tháng"),
    "FREQ=MONTHLY;BYDAY=TH,FR;BYSETPOS=1,-2": (
        "day number 2 from the end, the first day among Thursday, Friday of each month",
        "ngày thứ 2 tính từ cuối, ngày đầu trong các ngày: thứ Năm, thứ Sáu hằng tháng",
    ),
    "FREQ=YEARLY": ("each year", "hằng năm"),
    "FREQ=YEARLY;INTERVAL=2;BYMONTH=6,12": ("every 2 years, in months 6, 12", "2 năm một lần, trong các tháng 6, 12"),
    "FREQ=YEARLY;BYMONTHDAY=15": ("day 15 of each month", "ngày 15 hằng tháng"),
    "FREQ=YEARLY;BYMONTHDAY=15;BYSETPOS=3": (
        "day number 3 among day 15 of each year",
        "ngày thứ 3 trong các ngày: ngày 15 hằng năm",
    ),
    "FREQ=YEARLY;BYYEARDAY=100": ("day number 100 of each year", "ngày thứ 100 hằng năm"),
    "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1": (
        "the last day of months 6, 12 of each year",
        "ngày cuối các tháng 6, 12 hằng năm",
    ),
}


@pytest.mark.parametrize("rule", SAID)
def test_a_rule_is_said_in_words(rule: str) -> None:
    said = []
    for language in ("en", "vi"):
        with speaking(language):
            said.append(rule_words(rule))
    assert tuple(said) == SAID[rule]


def test_a_wrong_rule_is_quoted() -> None:
    assert rule_words("FREQ=QUARTERLY") == "FREQ=QUARTERLY"


def days_of(reading: TimeReading) -> Iterator[date]:
    """Yield the last days in a year of rules, and of the months that words name one by one."""
    for part in reading.parts:
        if isinstance(part, Window):
            yield part.end
        else:
            assert isinstance(part, Recurring)
            yield from (one.due for one in occurrences(part, year=2026))


def test_the_words_of_a_rule_are_read_as_the_rule_or_not_at_all() -> None:
    """Of the rules in the phrases that tests know, and of those above; most are read."""
    phrases = (ROOT / "tests" / "reading" / "phrases.tsv").read_text(encoding="utf-8")
    rules = {*re.findall(r"FREQ=[A-Z0-9=;,+-]+", phrases), *SAID}
    read = 0
    for rule in sorted(rules):
        with speaking("vi"):
            words = rule_words(rule)
        assert not re.search("FREQ|BY[A-Z]", words)
        reading = read_time(words, year=2026)
        if reading.parts and not reading.unread:
            if Recurring(None) in [replace(part, words="") for part in reading.parts]:  # nobody knows which second week
                assert "INTERVAL" in rule
                continue
            assert list(days_of(reading)) == [one.due for one in occurrences(Recurring(rule), year=2026)], words
            read += 1
    assert read >= 40
