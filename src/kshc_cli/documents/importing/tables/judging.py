"""Columns whose header tells no role, judged by their cells: most of them name bodies, or are times."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kshc_cli.plan.model import Column, Role
from kshc_cli.reading.folding import fold
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Recurring, Undated, Window

_ENOUGH: Final = 3
"""Cells with words that a column is judged by at least."""
_SHARE: Final = 0.8
"""How many of them have to fit."""
_LONGEST: Final = 160
"""Letters of a cell that can be nothing but bodies."""
_ANY_YEAR: Final = 2000

_BODY: Final = re.compile(
    r"\W*(?:(?:cac|nhung)\s+)?(?:van phong|phong|ban|so|ubnd|uy ban|hdnd|cong an|chi cuc|cuc|trung tam|tram|hoi|doan|"
    r"mat tran|ubmttq|bo phan|thanh tra|bo chi huy|ban chi huy|ban chqs|don vi|co quan|cong chuc|lanh dao|chu tich|"
    r"pho chu tich|nganh|bao hiem|thue|buu dien|kho bac)\b"
)
"""How the words of bodies and officers begin."""
_MENTIONED: Final = re.compile(
    r"\b(?:van phong|phong|ubnd|uy ban|hdnd|cong an|chi cuc|cuc|trung tam|tram|hoi|mat tran|bo phan|thanh tra)\s+\w"
)
"""Words of which the former begins the name of a body."""
_VILLAGE: Final = re.compile(r"\W*(?:cac\s+)?(?:khu pho|khom|ap|thon|to dan pho|truong|xa|phuong|doi|bch|bql)\b")
"""How those of other bodies do, which may be places, too."""
_WORD: Final = re.compile(r"[^\W\d_]{2}")
_NOTES: Final = re.compile(r"ghi chu|luu y")
"""Words over a column of notes."""
_OTHERWISE: Final = re.compile(
    r"ghi chu|dia diem|dia chi|\bnoi\b|thanh phan|doi tuong|theo doi|kiem tra|giam sat|don doc|can cu|van ban|ban hanh|"
    r"bat dau|so luong|nguon|kinh phi|cap\b|linh vuc|tham du|lien he|thu huong|de xuat|"
    r"\bgui\b|ngay (?:thang|ky|den|nhan|van ban)|so hieu"
)
"""Words of headers over bodies and days that are neither who does a task nor when it is due."""


def judged(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Mapping[int, Role]:
    """Return the places of columns that hold who leads, or when, though their headers do not say so.

    None of a role that another column has; ``rows`` are the words of cells.
    """
    known = {column.role for column in columns}
    found: dict[int, Role] = {}
    for place, column in enumerate(columns):
        if column.role != "other" or _OTHERWISE.search(fold(column.header)):
            continue
        cells = [row[place] for row in rows if row[place]]
        for role, fits in _TESTS.items():
            if role not in known and len(cells) >= _ENOUGH and sum(map(fits, cells)) >= _SHARE * len(cells):
                found[place] = role
                known.add(role)
                break
    return found if "time" in known else {**found, **_noted(columns, rows)}


def _noted(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> dict[int, Role]:
    """Return the place of the one column of notes in which nothing but times stand, where no other column has them.

    Days alone may be those of anything.
    """
    timed = []
    for place, column in enumerate(columns):
        cells = [row[place] for row in rows if row[place]]
        is_noted = column.role == "other" and _NOTES.search(fold(column.header)) is not None
        if is_noted and len(cells) >= _ENOUGH and all(map(is_time, cells)) and any(map(_WORD.search, cells)):
            timed.append(place)
    return {timed[0]: "time"} if len(timed) == 1 else {}


def names_body(words: str) -> bool:
    """Tell whether a cell is nothing but bodies, or officers, or villages."""
    return _is_body(words) or (len(words) <= _LONGEST and _VILLAGE.match(fold(words)) is not None)


def _is_body(words: str) -> bool:
    return len(words) <= _LONGEST and _BODY.match(fold(words)) is not None


def mentions_body(words: str) -> bool:
    """Tell whether a body is named somewhere in words, be it beside a time: Quý II - Phòng Kinh tế."""
    return _MENTIONED.search(fold(words)) is not None


def is_time(words: str) -> bool:
    """Tell whether words are read as nothing but times."""
    read = read_time(words, year=_ANY_YEAR)
    dated = all(isinstance(part, Window | Deadline | Recurring) for part in read.parts)
    return bool(read.parts) and dated and not read.unread


def tells_time(words: str) -> bool:
    """Tell whether words are read as nothing but times, those without a day (thường xuyên, theo kế hoạch) included."""
    read = read_time(words, year=_ANY_YEAR)
    return bool(read.parts) and not read.unread and not all(isinstance(part, Undated) for part in read.parts)


_TESTS: Final[Mapping[Role, Callable[[str], bool]]] = {"lead": _is_body, "time": is_time}
