"""What the rows below a task table's header are: tasks, what goes on with one, headings, and what is neither."""

import re
from collections.abc import Sequence
from typing import Final

from kshc_cli.documents.components.wording import is_bold
from kshc_cli.documents.importing.tables.grid import GridRow, Header
from kshc_cli.documents.importing.tables.judging import tells_time
from kshc_cli.documents.importing.tables.other_tables import has_tasks, is_note, is_signed, is_sum
from kshc_cli.documents.importing.words import lines_of
from kshc_cli.plan.model import Column
from kshc_cli.plan.periods import headed_limit, headed_period

_GROUP_STYLE: Final = "Bảng - nhóm"
_TASK_STYLES: Final = frozenset(("Bảng - chữ", "Bảng - giữa"))
"""The styles of group rows and of task rows in kshc's own template."""

WordedRow = tuple[GridRow, list[str]]
"""A row, and the words of its cells."""

_ORDINAL: Final = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[.)]?")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)*[.)]?")
_WHOLE: Final = re.compile(r"\d{1,4}[.)]?")
_POINT: Final = re.compile(r"(?:[-–+•*]|[a-zđ][.)])\s*\S")
"""How a point of a list begins."""
_AND: Final = re.compile(r"và\s")
_BARE_NUMBER: Final = re.compile(r"\w+(?:\.\w+)*")
_COUNT: Final = re.compile(r"\(?(?:\d+|[A-ZĐ])\)?")


def is_numbered(words: str) -> bool:
    """Tell whether words are the number of a task: 1, 2.3."""
    return _NUMBER.fullmatch(words) is not None


def counts_on(
    above: Sequence[str] | None, words: Sequence[str], below: Sequence[WordedRow], columns: Sequence[Column]
) -> bool:
    """Tell whether a row's plain number stands between those of the task ``above`` and of the row ``below``.

    Such a row is a task, though it looks like a heading: 2 above 3 above 4.
    """
    if columns[0].role != "number" or above is None or not below:
        return False
    numbers = [above[0], words[0], below[0][1][0]]
    if not all(map(_WHOLE.fullmatch, numbers)):
        return False
    before, own, after = (int(each.rstrip(".)")) for each in numbers)
    return before + 1 == own == after - 1


def repeats(row: GridRow, words: Sequence[str], header: Header) -> bool:
    """Tell whether a row is the header again, or a row of it."""
    if tuple(words) == header.words or len(header.lines) == 1:
        return tuple(words) == header.words
    own = lines_of(row.own)
    return "\n" in own and own in header.lines


def is_over(row: GridRow, words: Sequence[str], below: Sequence[WordedRow], columns: Sequence[Column]) -> bool:
    """Tell whether a row has nothing but a number and words, and the next one is a part of it.

    Its number goes into the next one's (1 above 1.1), or this is a point of its own (a) …) that somebody is to do.
    """
    if columns[0].role != "number" or not words[0] or not below or row.carries or is_ours(row):
        return False
    filled = {column.role for text, column in zip(words, columns, strict=True) if text}
    next_row, next_words = below[0]
    said = {column.role: text for text, column in zip(next_words, columns, strict=True) if text}
    is_point = "number" not in said and _POINT.match(said.get("content", "")) and said.keys() & {"lead", "time"}
    is_part = bool(is_point and not next_row.carries) or next_words[0].startswith(f"{words[0].rstrip('.')}.")
    return filled == {"number", "content"} and is_part


def is_ours(row: GridRow) -> bool:
    """Tell whether a row says by its style that it is a task."""
    return any(paragraph.format.style in _TASK_STYLES for paragraph in row.own)


def joint_of(row: GridRow, words: Sequence[str], above: Sequence[str], columns: Sequence[Column]) -> str:
    """Return what joins a row to the one above that it goes on with; nothing where it is a task of its own."""
    if _goes_on(row, words, columns):
        return "\n"
    numbered = any(text and column.role == "number" for text, column in zip(above, columns, strict=True))
    if not numbered or row.carries or is_ours(row):
        return ""
    return " " if _is_broken(words, columns) else "\n" if _is_point_of(words, above, columns) else ""


def _is_point_of(words: Sequence[str], above: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row is a point (- …) of the task above, which says who does it, or when: it says neither."""
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    told = {column.role for text, column in zip(above, columns, strict=True) if text}
    return (
        said.keys() <= {"content", "result"}
        and _POINT.match(said.get("content", "")) is not None
        and bool(told & {"lead", "time"})
    )


def _is_broken(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row is the rest of a task: who leads goes on with và, or what is done with a small letter."""
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    lead, content = said.get("lead", ""), said.get("content", "")
    goes_on = _AND.match(lead) is not None
    return "number" not in said and (goes_on or (content[:1].islower() and (not lead or lead[0].islower())))


def _goes_on(row: GridRow, words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row only goes on with the one above: it has no number of its own, and says nothing to be done.

    Or what it says goes on with a small letter, for nobody and no time. A row that names both a body and a time is a
    task, whose content is missing.
    """
    said = {column.role: text for text, column in zip(words, columns, strict=True) if text}
    if row.carries or is_ours(row) or "number" in said:
        return False
    if "content" in said:
        return said["content"][0].islower() and not said.keys() & {"lead", "time"}
    return not said.keys() >= {"lead", "time"}


def holds_several(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row has several points of content, and as many lines of who leads and of when: perhaps tasks."""
    said = {column.role: text.split("\n") for text, column in zip(words, columns, strict=True) if text}
    points, bodies, times = (said.get(role, []) for role in ("content", "lead", "time"))
    points = points[1:] if points and points[0].endswith(":") else points
    is_beside = 1 < len(points) == len(bodies) == len(times)
    return is_beside and all(map(_POINT.match, points)) and all(map(tells_time, times))


def unsigned(rows: list[WordedRow]) -> list[WordedRow]:
    """Return the rows above a signature that stands in a table: behind it comes no task."""
    for place, (row, words) in enumerate(rows):
        if is_signed(words) and not is_ours(row) and not has_tasks((below for _row, below in rows[place + 1 :]), words):
            return rows[:place]
    return rows


def is_no_task(words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row only counts the columns, adds up what stands above, or is a note on it."""
    return _is_count(words) or is_sum(words, columns) or is_note(words)


def _is_count(words: Sequence[str]) -> bool:
    """Tell whether a row only counts the columns: (1), (2), (3)."""
    return len(words) > 1 and all(_COUNT.fullmatch(each) for each in words)


def is_heading(row: GridRow, words: Sequence[str], columns: Sequence[Column]) -> bool:
    """Tell whether a row is the heading of a group.

    One cell over all columns, beside the number at most, or over those of number and content; nothing but number and
    content, in bold or with a roman number or a capital for its number; or nothing but a period.
    """
    if row.carries or is_ours(row):
        return False
    if any(paragraph.format.style == _GROUP_STYLE for paragraph in row.own):
        return True
    filled = [place for place, each in enumerate(words) if each]
    roles = {columns[place].role for place in filled}
    beside_number = len(filled) == 1 or (len(filled) == 2 and columns[filled[0]].role == "number")
    if beside_number and row.widest > 1 and row.widest >= len(columns) - 1:
        return True
    if not roles <= {"number", "content"}:
        return False
    if len(filled) == 1 and row.widest > 1 and columns[0].role == "number" and row.merged[0][0] == 0:
        return True
    if len(filled) == 1 and (headed_period(words[filled[0]]) or headed_limit(words[filled[0]])):
        return True
    number = words[filled[0]] if columns[filled[0]].role == "number" else ""
    shows = [paragraph for paragraph in row.own if paragraph.seen]
    return bool(_ORDINAL.fullmatch(number)) or (bool(shows) and all(map(is_bold, shows)))


def heading_of(words: Sequence[str]) -> str:
    """Return the words of a group's heading; a number in a cell of its own gets the full stop that parts them."""
    said = [each for each in words if each]
    if len(said) > 1 and _BARE_NUMBER.fullmatch(said[0]) and len(said[0]) < 9:
        said[0] += "."
    return " ".join(said)
