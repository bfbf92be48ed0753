"""How often the log changed something: a number that grows with what changes it, and with nothing else."""

from datetime import date

import pytest

from kshc_cli.tracking.progress_log import Entry
from kshc_cli.tracking.revisions import Revision, Revisions
from tests.tracking.logs import entry

DAY = date(2026, 7, 5)
LAST = date(2026, 12, 31)


def number(*entries: Entry, task: str = "monthly", occasion: str | None = "2026-06", whole: bool = False) -> int:
    return Revisions(entries, DAY).of(task, occasion, whole=whole).number


def test_what_nobody_recorded_was_never_changed() -> None:
    assert Revisions((), DAY).of("monthly") == Revision(0, None)


@pytest.mark.parametrize("day", ["07-05", "07-06"])
def test_an_entry_counts_from_its_day_on(day: str) -> None:
    assert number(entry("done", day, "monthly", period="2026-06")) == (day == "07-05")


def test_entries_count_for_their_occasion_or_for_all_and_notes_for_none() -> None:
    june = entry("extended", "06-01", "monthly", period="2026-06", due="2026-07-15", by="QĐ")
    july = entry("done", "07-01", "monthly", period="2026-07")
    every = entry("cancelled", "07-02", "monthly", by="QĐ")
    other = entry("done", "07-01", "window")
    log = (june, july, every, other, entry("note", "07-01", "monthly", note="Đã gửi"))
    assert [number(*log, occasion=one) for one in ("2026-06", "2026-07", "2026-08")] == [2, 2, 1]
    assert number(*log, occasion=None, whole=True) == 3
    assert number(*log, task="window", occasion=None) == 1
    assert number(*log, task="own") == 0


def test_what_is_merged_into_a_task_changes_it() -> None:
    merged = entry("merged", "06-01", "monthly", into="window", by="QĐ")
    assert (number(merged), number(merged, task="window", occasion=None)) == (1, 1)


def test_a_retraction_counts_beside_what_it_retracts() -> None:
    done = entry("done", "06-01", "monthly", period="2026-06", entered="2026-06-02")
    back = entry("retracted", "06-03", entry=done.id, entered="2026-06-03")
    again = entry("retracted", "06-04", entry=back.id, entered="2026-06-04")
    assert [number(done, *more) for more in ((), (back,), (back, again))] == [1, 2, 3]
    assert number(done, back, occasion="2026-07") == 0
    assert Revisions((done, back), DAY).of("monthly", "2026-06").entered == date(2026, 6, 3)
    assert Revisions((back, done), DAY).of("monthly", "2026-06").entered == date(2026, 6, 3)


def test_a_retraction_of_nothing_counts_for_nothing() -> None:
    round_, lost = entry("retracted", "06-01", id="a", entry="b"), entry("retracted", "06-01", entry="x")
    assert number(round_, entry("retracted", "06-01", id="b", entry="a"), lost) == 0
