"""Finds the tasks that stand in paragraphs: lines such as “- Cơ quan chủ trì: …” below what is to be done."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from kshc_cli.documents.importing.prose import GIVING
from kshc_cli.plan.lines import LETTER, UNMARKED, Line, bracketed, line_of, roles_of
from kshc_cli.plan.model import Labels, Role
from kshc_cli.reading.sentences.times import names_deadline

ITEM_ID: Final = "nv."
"""What ids of tasks in paragraphs begin with: nhiệm vụ."""

_TELLING: Final = frozenset(("lead", "time"))
"""What a label must say for its paragraphs to be a task; one that says it again begins another."""


_PLACE: Final = re.compile(r"địa điểm\b[^:]{0,40}:", re.IGNORECASE)
"""The label of a line that says where people meet."""


class Stretch(NamedTuple):
    """Paragraphs from ``start`` up to ``end``: one task, or what is none."""

    start: int
    end: int
    is_task: bool


class _Told(NamedTuple):
    """A line, and whose words it holds: its own label's, or those of one above that goes on."""

    line: Line
    role: Role | None
    is_whole: bool
    """Whether it is a task by itself: labels in brackets at its end say who or when."""


def stretches(paragraphs: Sequence[str], labels: Labels | None) -> Iterator[Stretch]:
    """Part the paragraphs of a section into tasks and what stands between them; ``labels`` are the plan's own."""
    lines = _without_events([_line(words, labels) for words in paragraphs])
    roles = roles_of(lines)
    told = [
        _Told(line, role, role is None and _is_whole(line, labels)) for line, role in zip(lines, roles, strict=True)
    ]
    begun = known = place = 0
    while place < len(told):
        if told[place].role is None and not told[place].is_whole:
            place += 1
            continue
        start = place if told[place].is_whole else _start(told, known, place)
        known = end = place + 1 if told[place].is_whole else _end(told, start, place)
        if told[place].is_whole or (start < place and _TELLING & {one.role for one in told[place:end]}):
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


def _is_whole(line: Line, labels: Labels | None) -> bool:
    """Tell whether labels in brackets at the end of a line say who does it, or when."""
    return bool(_TELLING & bracketed(line.words, labels)[1].keys())


def _without_events(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the labels of those that say when and where people meet: Thời gian: …, Địa điểm: ….

    They stand without marks above a programme; in a list below a point they are that task's.
    """
    found = list[Line]()
    for is_plain, run in groupby(lines, key=lambda one: one.rank == UNMARKED and ":" in one.words):
        said = list(run)
        is_event = is_plain and any(_PLACE.match(one.words) for one in said)
        found += [one._replace(role=None, said="") for one in said] if is_event else said
    return found


def _start(told: Sequence[_Told], known: int, label: int) -> int:
    """Return where the task of the first of its labelled lines begins: with the point above it, else the line above.

    Points that make one list (a) …; b) …) share the lines without a mark below it: these are the labels of the whole.
    """
    above = [place for place in range(known, label) if told[place].role is None]
    points = (place for place in reversed(above) if told[place].line.rank < told[label].line.rank)
    start = next(points, above[-1] if above else label)
    begun = _list_begun(told, above, start) if told[label].line.rank == UNMARKED and start < label else start
    return begun if begun < start else _point_over(told, above, start, label)


def _point_over(told: Sequence[_Told], above: Sequence[int], letter: int, label: int) -> int:
    """Return the point whose list of letters ends with one below which each thing is said once; else that letter.

    The labels are then those of the whole list, not of its last letter: no other has any, nor says who or when.
    """
    if told[letter].line.rank != LETTER:
        return letter
    before = [place for place in above if place < letter]
    head = next((place for place in reversed(before) if told[place].line.rank < LETTER), letter)
    others = [told[place].line for place in before if place > head]
    if any(GIVING.search(line.words) or names_deadline(line.words) for line in others):
        return letter
    is_list = any(line.rank == LETTER for line in others)
    return head if is_list and _says_each_once(told, label) else letter


def _says_each_once(told: Sequence[_Told], label: int) -> bool:
    """Tell whether the labels from one on say nothing twice, and no further letter follows before the next point."""
    seen: set[Role] = set()
    for line, role, is_whole in told[label:]:
        if role is None and (line.rank < LETTER or line.rank == UNMARKED):
            return True
        if is_whole or (role is None and line.rank == LETTER) or (line.role and line.role in seen):
            return False
        seen |= {line.role} if line.role else set()
    return True


def _list_begun(told: Sequence[_Told], above: Sequence[int], last: int) -> int:
    """Return where the list begins that ends with a point: with the line above its first point, if that heads it."""
    rank, first = told[last].line.rank, last
    if not LETTER <= rank < UNMARKED:
        return last
    for place in reversed(above[: above.index(last)]):
        line = told[place].line
        if line.rank > rank:
            continue
        if line.rank < rank:
            return place if first < last else last
        if not line.words.endswith((";", ",")):
            break
        first = place
    return first


def _end(told: Sequence[_Told], start: int, label: int) -> int:
    """Return where a task ends: before the next point of its rank, or a higher one, or one that has labels of its own.

    Lines behind its last label that have no mark are none of it; no lines are where the label has no mark itself.
    """
    rank = told[min(start, label)].line.rank
    last, end, between = label, len(told), 0
    seen = {told[label].role}
    for place in range(label + 1, len(told)):
        line, role, is_whole = told[place]
        if is_whole or (role is None and line.rank <= rank):
            end = place
            break
        if role is None:
            between = between or place
            continue
        if between and line.role in _TELLING & seen:
            return between
        last, between = place, 0
        seen.add(role)
    if told[last].line.rank == UNMARKED:
        return last + 1
    return next((place for place in range(last + 1, end) if told[place].line.rank == UNMARKED), end)
