"""Finds the tasks that stand in paragraphs: lines such as “- Cơ quan chủ trì: …” below what is to be done."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.plan.items import labelled
from kshc_cli.plan.model import Labels

_MARKS: Final = (
    re.compile(r"[IVXLC]+\s*[.)/-]\s"),
    re.compile(r"\d+\s*[.)](?!\d)"),
    re.compile(r"\d+\.\d+[.)]?(?![\d.])"),
    re.compile(r"\d+(?:\.\d+){2,}"),
    re.compile(r"[a-zđA-ZĐ][.)]\s*"),
    re.compile(r"[-–—]"),
    re.compile(r"[+*•▪●]|o\s"),
)
"""The marks before a paragraph, from the highest to the lowest."""

ITEM_ID: Final = "nv."
"""What ids of tasks in paragraphs begin with: nhiệm vụ."""

_LETTER: Final = 4
_NONE: Final = len(_MARKS)

_TELLING: Final = frozenset(("lead", "time"))
"""What a label must say for its paragraphs to be a task."""


class Stretch(NamedTuple):
    """Paragraphs from ``start`` up to ``end``: one task, or what is none."""

    start: int
    end: int
    is_task: bool


class _Line(NamedTuple):
    rank: int
    """How high its mark stands: 0 the highest."""
    role: str | None
    """What its label says; None where it has none, or stands itself as a numbered point."""


def stretches(paragraphs: Sequence[str], labels: Labels | None) -> Iterator[Stretch]:
    """Part the paragraphs of a section into tasks and what stands between them; ``labels`` are the plan's own."""
    lines = [_line(words, labels) for words in paragraphs]
    begun = known = place = 0
    while place < len(lines):
        if lines[place].role is None:
            place += 1
            continue
        start = _start(lines, known, place)
        known = end = _end(lines, start, place)
        if start < place and _TELLING & {line.role for line in lines[place:end]}:
            if begun < start:
                yield Stretch(begun, start, is_task=False)
            yield Stretch(start, end, is_task=True)
            begun = end
        place = end
    if begun < len(lines):
        yield Stretch(begun, len(lines), is_task=False)


def _line(words: str, labels: Labels | None) -> _Line:
    rank = next((rank for rank, mark in enumerate(_MARKS) if mark.match(words)), _NONE)
    found = labelled(words, labels) if rank >= _LETTER else None
    return _Line(rank, found[0] if found else None)


def _start(lines: Sequence[_Line], known: int, label: int) -> int:
    """Return where the task of the first of its labelled lines begins: with the point above it, else the line above."""
    above = [place for place in range(known, label) if lines[place].role is None]
    points = (place for place in reversed(above) if lines[place].rank < lines[label].rank)
    return next(points, above[-1] if above else label)


def _end(lines: Sequence[_Line], start: int, label: int) -> int:
    """Return where a task ends: before the next point of its rank, or a higher one.

    Lines behind its last label that have no mark are none of it.
    """
    rank = lines[start].rank if start < label else lines[label].rank
    following = range(label + 1, len(lines))
    end = next((place for place in following if lines[place].role is None and lines[place].rank <= rank), len(lines))
    last = max(place for place in range(label, end) if lines[place].role is not None)
    return next((place for place in range(last + 1, end) if lines[place].rank == _NONE), end)
