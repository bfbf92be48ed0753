"""Lines that say when, where and with whom people meet: their labels are no task's."""

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from kshc_cli.plan.lines import UNMARKED, ItemLine
from kshc_cli.plan.meetings import unlabelled, without_participants

PLACE: Final = re.compile(r"địa điểm\b[^:]{0,40}:", re.IGNORECASE)
"""The label of a line that says where people meet."""
HOUR: Final = re.compile(r"\b\d{1,2}\s*(?:h|g|giờ|:\d\d)(?!\w*[^\W\d_]{2})", re.IGNORECASE)


def without_meetings(lines: Sequence[ItemLine]) -> list[ItemLine]:
    """Return lines without the labels of those that say of a meeting when, where and with whom it is."""
    return list(without_participants(_without_events(lines)))


def _without_events(lines: Sequence[ItemLine]) -> list[ItemLine]:
    """Return lines without the labels of those that say when and where people meet: Thời gian: …, Địa điểm: ….

    They stand without marks above a programme, and tell no hour of what somebody leads; in a list below a point they
    are that task's.
    """
    found = list[ItemLine]()
    for is_plain, run in groupby(lines, key=lambda one: one.rank == UNMARKED and ":" in one.words):
        said = list(run)
        is_event = is_plain and any(PLACE.match(one.words) for one in said)
        is_led = any(told.holds == "lead" for one in said for told in one.told)
        is_event = is_event and not (is_led and not any(HOUR.search(one.words) for one in said))
        found += map(unlabelled, said) if is_event else said
    return found
