"""Finds the tasks that stand in paragraphs: lines such as “- Cơ quan chủ trì: …” below what is to be done."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.plan.lines import LETTER, UNMARKED, Line, line_of, roles_of
from kshc_cli.plan.model import Labels, Role

ITEM_ID: Final = "nv."
"""What ids of tasks in paragraphs begin with: nhiệm vụ."""

_TELLING: Final = frozenset(("lead", "time"))
"""What a label must say for its paragraphs to be a task; one that says it again begins another."""


class Stretch(NamedTuple):
    """Paragraphs from ``start`` up to ``end``: one task, or what is none."""

    start: int
    end: int
    is_task: bool


class _Told(NamedTuple):
    """A line, and whose words it holds: its own label's, or those of one above that goes on."""

    line: Line
    role: Role | None


def stretches(paragraphs: Sequence[str], labels: Labels | None) -> Iterator[Stretch]:
    """Part the paragraphs of a section into tasks and what stands between them; ``labels`` are the plan's own."""
    lines = [_line(words, labels) for words in paragraphs]
    told = [_Told(line, role) for line, role in zip(lines, roles_of(lines), strict=True)]
    begun = known = place = 0
    while place < len(told):
        if told[place].role is None:
            place += 1
            continue
        start = _start(told, known, place)
        known = end = _end(told, start, place)
        if start < place and _TELLING & {one.role for one in told[place:end]}:
            if begun < start:
                yield Stretch(begun, start, is_task=False)
            yield Stretch(start, end, is_task=True)
            begun = end
        place = end
    if begun < len(told):
        yield Stretch(begun, len(told), is_task=False)


def _line(words: str, labels: Labels | None) -> Line:
    """Return a line; a numbered point with a label speaks of the whole plan (4. Thời gian thực hiện: năm 2026)."""
    line = line_of(words, labels)
    return line if line.rank >= LETTER else line._replace(role=None, said="")


def _start(told: Sequence[_Told], known: int, label: int) -> int:
    """Return where the task of the first of its labelled lines begins: with the point above it, else the line above."""
    above = [place for place in range(known, label) if told[place].role is None]
    points = (place for place in reversed(above) if told[place].line.rank < told[label].line.rank)
    return next(points, above[-1] if above else label)


def _end(told: Sequence[_Told], start: int, label: int) -> int:
    """Return where a task ends: before the next point of its rank, or a higher one, or one that has labels of its own.

    Lines behind its last label that have no mark are none of it.
    """
    rank = told[min(start, label)].line.rank
    last, end, between = label, len(told), 0
    seen = {told[label].role}
    for place in range(label + 1, len(told)):
        line, role = told[place]
        if role is None and line.rank <= rank:
            end = place
            break
        if role is None:
            between = between or place
            continue
        if between and line.role in _TELLING & seen:
            return between
        last, between = place, 0
        seen.add(role)
    return next((place for place in range(last + 1, end) if told[place].line.rank == UNMARKED), end)
