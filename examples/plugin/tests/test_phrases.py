"""The grammar, given words; and through kshc, where it is asked only for words that kshc does not read."""

from datetime import date

import pytest
from kshc_office_rules.phrases import meetings

from kshc_cli import read_time
from kshc_cli.plugins import Deadline, Recurring

MONTHLY = Recurring("FREQ=MONTHLY;BYMONTHDAY=20")


def test_it_knows_the_meetings() -> None:
    assert meetings("Trước kỳ giao ban\ntháng 06", year=2026, issued=None) == Deadline(date(2026, 6, 20), before=True)
    assert meetings("Mỗi kỳ giao ban", year=2026, issued=None) == MONTHLY


@pytest.mark.parametrize("words", ["Trước kỳ giao ban tháng 13", "Trước kỳ giao ban", "Trong tháng 6", ""])
def test_other_words_are_not_its_own(words: str) -> None:
    assert meetings(words, year=2026, issued=None) is None


def test_kshc_asks_it_for_what_it_does_not_read_itself() -> None:
    reading = read_time("Thường xuyên; mỗi kỳ giao ban", year=2026)
    assert [(part.kind.value, part.read_by) for part in reading.parts] == [
        ("continuous", None),
        ("recurring", "kshc-office-rules/meetings"),
    ]
    assert reading.unread == ()
