"""Finds the tasks that stand in paragraphs: lines such as “- Cơ quan chủ trì: …” below what is to be done."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from kshc_cli.documents.importing.paragraphs.meetings import HOUR, PLACE, without_meetings
from kshc_cli.documents.importing.paragraphs.prose import GIVING
from kshc_cli.documents.importing.paragraphs.topics import names_scope
from kshc_cli.plan.label_words import Holds, holds_of
from kshc_cli.plan.lines import LETTER, UNMARKED, ItemLine, bracketed, line_of, roles_of
from kshc_cli.plan.meetings import unlabelled
from kshc_cli.plan.model import Labels
from kshc_cli.reading.sentences.deadlines import names_deadline

ITEM_ID: Final = "nv."
"""What ids of tasks in paragraphs begin with: nhiệm vụ."""

_TELLING: Final = frozenset(("lead", "time", "start"))
"""What a label must say for its paragraphs to be a task; one that says it again begins another."""
_NO_TASK: Final = frozenset((None, "note"))
"""What begins no labels of a task."""

_LABEL: Final = re.compile(r"(?=[^\W\d_])(?:[^\W\d_]+[ ,/-]+){0,5}[^\W\d_]+\s*:\s*[^\s:]")
"""How a line begins that has a label, be it known or not."""


_LETTERED: Final = re.compile(r"[;,.]\s+b[.)]\s")
"""What a second letter in a line begins with: a) Họp; b) Báo cáo."""


class Stretch(NamedTuple):
    """Paragraphs from ``start`` up to ``end``: one task, or what is none."""

    start: int
    end: int
    is_task: bool


class _Told(NamedTuple):
    """A line, and whose words it holds: its own label's, or those of one above that goes on."""

    line: ItemLine
    role: Holds | None
    is_whole: bool
    """Whether it is a task by itself: labels in brackets at its end, or behind its sentence, say who or when."""

    @property
    def said(self) -> frozenset[Holds]:
        """What its own labels say."""
        return frozenset(one.holds for one in self.line.told)


def stretches(paragraphs: Sequence[str], labels: Labels | None) -> Iterator[Stretch]:
    """Part the paragraphs of a section into tasks and what stands between them; ``labels`` are the plan's own."""
    lines = without_meetings([_line(words, labels) for words in paragraphs])
    told = [
        _Told(line, role, role is None and _is_whole(line, labels))
        for line, role in zip(lines, roles_of(lines), strict=True)
    ]
    begun = known = place = 0
    while place < len(told):
        if told[place].role in _NO_TASK and not told[place].is_whole:
            place += 1
            continue
        start = place if told[place].is_whole else _start(told, known, place)
        end = place + 1 if told[place].is_whole else _end(told, start, place)
        is_next = known == place > 0 and told[place].role == "content"
        known = end
        said = {one.role for one in told[place:end]}.union(*(one.said for one in told[place:end]))
        is_task = (start < place or is_next) and _TELLING & said
        if told[place].is_whole or (is_task and not _is_of_whole(told, begun, start, place, said)):
            if begun < start:
                yield Stretch(begun, start, is_task=False)
            yield Stretch(start, end, is_task=True)
            begun = end
        place = end
    if begun < len(told):
        yield Stretch(begun, len(told), is_task=False)


def _is_of_whole(told: Sequence[_Told], begun: int, start: int, label: int, said: set[Holds | None]) -> bool:
    """Tell whether labels say when, and not who, of all the text.

    They stand below words that only say of what (Về thời gian, phạm vi:), or a list without a head that has no labels.
    """
    head = told[start].line
    is_list = start > begun and told[start - 1].role is None and told[start - 1].line.rank == head.rank != UNMARKED
    is_below_list = is_list and head.rank >= LETTER and told[label].line.rank == UNMARKED
    return "lead" not in said and (names_scope(head.words) or is_below_list)


def _line(words: str, labels: Labels | None) -> ItemLine:
    """Return a line; a numbered point with a label speaks of the whole plan (4. Thời gian thực hiện: năm 2026)."""
    line = line_of(words, labels)
    return line if line.rank >= LETTER or line.role is None else unlabelled(line)


def _is_whole(line: ItemLine, labels: Labels | None) -> bool:
    """Tell whether labels at the end of a line, in brackets or behind its sentence, say who does it, or when.

    A sentence that only names a time and a place invites.
    """
    if _TELLING & {one.holds for one in bracketed(line.words, labels)[1]}:
        return True
    said = {one.holds for one in line.told}
    if line.role is not None or not said or _holds_note(line.head):
        return False
    meets = any(PLACE.match(one.printed) or HOUR.search(one.words) for one in line.told)
    return "lead" in said or (line.rank < UNMARKED and bool(_TELLING & said) and not meets)


def _holds_note(words: str) -> bool:
    """Tell whether words begin with a label that says nothing of a task: Phạm vi: toàn xã."""
    label, colon, _rest = words.partition(":")
    return bool(colon) and holds_of(label, None) is not None


def _start(told: Sequence[_Told], known: int, label: int) -> int:
    """Return where the task of the first of its labelled lines begins: with the point above it, else the line above.

    Points that make one list (a) …; b) …) share the lines without a mark below it: these are the labels of the whole.
    """
    rank = told[label].line.rank
    above = [
        place
        for place in range(known, label)
        if told[place].role is None or (told[place].role == "note" and told[place].line.rank < rank)
    ]
    points = (place for place in reversed(above) if told[place].line.rank < rank)
    start = next(points, above[-1] if above else label)
    begun = _list_begun(told, above, start) if rank == UNMARKED and start < label else start
    return begun if begun < start else _point_over(told, above, start, label)


def _point_over(told: Sequence[_Told], above: Sequence[int], point: int, label: int) -> int:
    """Return the point whose list ends with a letter or dash below which each thing is said once; else that one.

    The labels are then those of the whole list, not of its last letter: no other has any, nor says who or when. Where
    the labels have marks, dashes are one list if semicolons join them.
    """
    line = told[point].line
    if not LETTER <= line.rank < UNMARKED:
        return point
    before = [place for place in above if place < point]
    head = next((place for place in reversed(before) if told[place].line.rank < line.rank), point)
    others = [told[place].line for place in before if place > head]
    if any(map(_gives, others)) or told[head].role is not None:
        return point
    beside = [other.words for other in others if other.rank == line.rank]
    is_list = _LETTERED.search(line.words) is not None if line.rank == LETTER and not beside else bool(beside)
    if line.rank > LETTER and told[label].line.rank != UNMARKED:
        is_list = bool(beside) and all(words.endswith((";", ",")) for words in beside)
    return head if is_list and _says_each_once(told, label, line.rank) else point


def _says_each_once(told: Sequence[_Told], label: int, rank: int) -> bool:
    """Tell whether the labels from one on say nothing twice, with no point of this rank before a higher one."""
    seen: set[Holds] = set()
    for one in told[label:]:
        line, role, is_whole = one
        if role is None and (line.rank < rank or line.rank == UNMARKED):
            return True
        if is_whole or (role is None and line.rank == rank) or (seen & one.said - {"note"}):
            return False
        seen |= one.said
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

    Lines behind its last label that have no mark, give a duty or hold several points (a) …; b) …) are none of it; no
    lines are where the label has no mark itself.
    """
    rank, own = told[min(start, label)].line.rank, told[label].line.rank
    last, end, between = label, len(told), 0
    seen = _Seen(told[label])
    for place in range(label + 1, len(told)):
        one = told[place]
        is_beside = _is_aside(told, place, own, seen) or (one.role == "note" and _is_among(one.line.rank, own))
        is_point = one.line.rank <= rank or (one.line.rank == own == LETTER and _gives(one.line))
        if one.is_whole or (not is_beside and one.role in _NO_TASK and is_point):
            end = place
            break
        if one.role in _NO_TASK and (between or not is_beside):
            between = between or (place if any(map(str.isalnum, one.line.words)) else 0)
            continue
        if one.role == "content" and seen.is_full:
            return between or place
        if between and (seen.repeats(one) or one.line.rank == UNMARKED > own):
            return between
        last, between = place, 0
        seen.add(one)
    if UNMARKED in {own, told[last].line.rank}:
        return last + 1
    behind = ((place, told[place].line) for place in range(last + 1, end))
    apart = (place for place, line in behind if line.rank == UNMARKED or _gives(line) or _LETTERED.search(line.words))
    return next(apart, end)


def _gives(line: ItemLine) -> bool:
    """Tell whether a line without a label says who does something, or by when: it is a duty by itself."""
    return GIVING.search(line.words) is not None or names_deadline(line.words) is not None


class _Seen:
    """What the labels of a task have said."""

    def __init__(self, first: _Told) -> None:
        self._holds: set[Holds] = set()
        self._labels: set[str] = set()
        self.add(first)

    def add(self, one: _Told) -> None:
        """Note the labels of a line."""
        self._holds |= one.said
        self._labels |= {each.label for each in one.line.told}

    @property
    def is_full(self) -> bool:
        """Whether they have said what is to be done, and who does it or when: another content is another task."""
        return "content" in self._holds and bool(_TELLING & self._holds)

    def repeats(self, one: _Told) -> bool:
        """Tell whether a line says again who does it, or when."""
        return bool(_TELLING & self._holds & one.said)

    def repeats_label(self, one: _Told) -> bool:
        """Tell whether a line says again who does it, or when by the same label: those of one task differ."""
        again = self._holds & {"lead"} & one.said
        return bool(again) or any(each.holds in _TELLING and each.label in self._labels for each in one.line.told)


def _is_among(rank: int, own: int) -> bool:
    """Tell whether a line stands among labels of a rank: with the same mark, or below it."""
    return rank == own or own < rank < UNMARKED


def _is_aside(told: Sequence[_Told], place: int, own: int, seen: _Seen) -> bool:
    """Tell whether a line has a label that is not known, in the form of those around it, and heads no other task.

    What the labels behind it say has not been said before: - Chủ trì: A; - Nhân lực: 5 người; - Thời gian: quý I.
    """
    line, role, is_whole = told[place]
    if role is not None or is_whole or line.rank != own or not _LABEL.match(line.words):
        return False
    labels = list[_Told]()
    for behind in told[place + 1 :]:
        if behind.role is None and (labels or not _LABEL.match(behind.line.words)):
            break
        labels += [] if behind.role in _NO_TASK or behind.line.rank != own else [behind]
    return bool(labels) and not any(map(seen.repeats_label, labels))
