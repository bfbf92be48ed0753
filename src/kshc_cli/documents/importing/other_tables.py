"""Tables that look like tasks by their header and hold none: the programme of a meeting, scores."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, Literal

from kshc_cli.plan.model import Column
from kshc_cli.reading.folding import fold

Other = Literal["programme", "scores"]
"""What a table is that holds no tasks."""

_HOUR: Final = r"\d{1,2}\s*(?:h|g|gio|:)\s*(?:\d{2})?(?:\s*(?:phut|['’]))?"
_HOURS: Final = re.compile(rf"\W*(?:(?:tu|luc|khoang|sau)\s+)?{_HOUR}(?:\s*(?:-|–|—|den)\s*(?:{_HOUR}|het))?\W*")
"""Hours of a day, without the day: 08h00 - 08h10."""
_SCORE: Final = re.compile(r"^diem\b|\b(?:so|thang|tong|cham|tru|cong) diem\b|\bdiem (?:so|chuan|toi da|tu cham|dat)\b")
_SUM: Final = re.compile(r"(?:tong cong|tong so|cong)\b\W*(?:\d+\W*)?(?:nhiem vu|cong viec|dau viec|muc)?\W*")
"""Words of a row that adds up, or counts, the rows above it."""


def other_kind(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Other | None:
    """Return what a table is that has the header of a task table; None for tasks. ``rows`` are those below it."""
    roles = [column.role for column in columns]
    if "time" not in roles:
        return "scores" if any(_SCORE.search(fold(column.header)) for column in columns) else None
    place = roles.index("time")
    count = 0
    for row in rows:
        if row[place] and not _HOURS.fullmatch(fold(row[place])):
            return None
        count += bool(row[place])
    return "programme" if count > 1 else None


def is_sum(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row only adds up those above it: nobody does it, at no time."""
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    first = said.get("number", "") if not said.get("content") else said["content"]
    return not said.keys() & {"lead", "coop", "time"} and _SUM.fullmatch(fold(first)) is not None
