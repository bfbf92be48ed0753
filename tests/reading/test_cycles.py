"""What people call the rhythm of a rule; none where it has no name."""

import pytest

from kshc_cli.reading.recurrence.cycles import Cycle, cycle_of


@pytest.mark.parametrize(
    ("rule", "cycle"),
    [
        ("FREQ=DAILY", Cycle.DAILY),
        ("FREQ=DAILY;INTERVAL=2", None),
        ("FREQ=WEEKLY", Cycle.WEEKLY),
        ("FREQ=WEEKLY;BYDAY=FR", Cycle.WEEKLY),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", None),
        ("FREQ=DAILY;BYDAY=MO", Cycle.WEEKLY),
        ("FREQ=DAILY;BYMONTHDAY=1", Cycle.MONTHLY),
        ("FREQ=DAILY;INTERVAL=2;BYMONTHDAY=1", None),
        ("FREQ=MONTHLY", Cycle.MONTHLY),
        ("FREQ=MONTHLY;BYMONTHDAY=15", Cycle.MONTHLY),
        ("FREQ=MONTHLY;INTERVAL=3", Cycle.QUARTERLY),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", Cycle.QUARTERLY),
        ("FREQ=MONTHLY;INTERVAL=6", Cycle.HALF_YEARLY),
        ("FREQ=MONTHLY;INTERVAL=12", Cycle.YEARLY),
        ("FREQ=MONTHLY;INTERVAL=4", None),
        ("FREQ=MONTHLY;INTERVAL=5", None),
        ("FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=15", Cycle.QUARTERLY),
        ("FREQ=MONTHLY;BYMONTH=1,4,7,10;BYMONTHDAY=5", Cycle.QUARTERLY),
        ("FREQ=MONTHLY;BYMONTH=6,12;BYMONTHDAY=-1", Cycle.HALF_YEARLY),
        ("FREQ=MONTHLY;BYMONTH=6;BYMONTHDAY=1", Cycle.YEARLY),
        ("FREQ=MONTHLY;BYMONTH=1,2;BYMONTHDAY=1", Cycle.MONTHLY),
        ("FREQ=MONTHLY;BYMONTH=4,8,12;BYMONTHDAY=1", None),
        ("FREQ=MONTHLY;INTERVAL=2;BYMONTH=3,6,9,12;BYMONTHDAY=1", None),
        ("FREQ=YEARLY", Cycle.YEARLY),
        ("FREQ=YEARLY;INTERVAL=2", None),
        ("FREQ=YEARLY;BYMONTH=6", Cycle.YEARLY),
        ("FREQ=YEARLY;BYMONTH=6,12", Cycle.HALF_YEARLY),
        ("FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15", Cycle.YEARLY),
        ("FREQ=YEARLY;BYMONTHDAY=15", Cycle.MONTHLY),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=15", None),
        ("FREQ=YEARLY;BYYEARDAY=100", Cycle.YEARLY),
        ("FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=1", Cycle.QUARTERLY),
        ("FREQ=YEARLY;BYMONTHDAY=15;BYSETPOS=1", Cycle.YEARLY),
        ("FREQ=YEARLY;BYDAY=1MO", Cycle.YEARLY),
        ("FREQ=MONTHLY;BYDAY=-1FR", Cycle.MONTHLY),
        ("FREQ=NEVER", None),
    ],
)
def test_the_rhythm_of_a_rule(rule: str, cycle: Cycle | None) -> None:
    assert cycle_of(rule) is cycle
