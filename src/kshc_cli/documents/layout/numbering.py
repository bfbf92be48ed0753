"""The numbers of parts, chapters, sections, articles, clauses and points (Phụ lục I, phần I, mục II, 6)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import ENACTING, JUDGED, Model, model_of
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import plain
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_POINTS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters of the Vietnamese alphabet that number points; f, j, w and z are none."""
_ROMANS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
_ROMAN_POINTS: Final = frozenset("ivx")
"""Letters that may be small Roman figures, of a list inside a point: i), ii)."""
_LEVELS: Final = (
    ("part", re.compile(r"(?:Phần|PHẦN) ([IVX]+|\d)\b"), _ROMANS),
    ("chapter", re.compile(r"(?:Chương|CHƯƠNG) ([IVX]+|\d)\b"), _ROMANS),
    ("section", re.compile(r"(?:Mục|MỤC) (\d{1,2})\b(?!\s*\S*/)"), None),
    ("letter", re.compile(r"([A-EĐ])\. "), "ABCDĐE"),
    ("roman", re.compile(r"([IVX]+)\. "), _ROMANS),
    ("article", re.compile(r"Điều (\d{1,3})[.:]"), None),
    ("clause", re.compile(r"(\d{1,2})(?:[.)]\s*[^\W\d]|[./)]\s+(?!\d{3}\b)\S)"), None),
    ("point", re.compile(r"([a-zđ])(?:\)\s*|[./]\s+)\S"), _POINTS),
)
"""From the highest to the lowest: how an item of a level begins, and by what it is counted (None: by figures)."""
ORDERS: Final = {level: order for level, _pattern, order in _LEVELS}
"""By what the items of each level are counted."""
_THROUGH: Final = frozenset({"article"})
"""Levels that are counted on through what is above them."""
_HEADINGS: Final = frozenset({"part", "chapter", "section", "letter", "roman"})
"""Levels whose words are set as headings: what begins alike in running text is none."""
_MIXED: Final = re.compile(r"(?:(?:Phần|PHẦN|Chương|CHƯƠNG) \d{1,2}|(?:Mục|MỤC) [IVX]+)(?=[.:]|\s|$)")
_LABEL: Final = re.compile(r"^(?:Điều )?\w{1,4}[.:)/]|\w+ \w+\b")
"""What an item begins with; the words behind it may begin a list in their turn."""
_LOST: Final = 3
"""A list that begins with a number up to this lost what stood before it; a greater one may begin a line by chance."""
_ALTERS: Final = re.compile(r"\bsửa đổi\b|\bbổ sung\b|\bđính chính\b|\bbãi bỏ\b")
"""What alters another text says clauses of that text, with their numbers."""


def _numbered(document: Inspected) -> Iterator[Act]:
    """Yield the texts whose own numbers are counted."""
    for act in document.acts:
        alters = _ALTERS.search(canonical(" ".join(each.printed for each in act.subject)))
        if not alters and any(_item(line) for _paragraph, line in _lines(act)):
            yield act


COUNTED: Final = frozenset(JUDGED) - {Model.ANNEX}
NUMBERED: Final = Subjects(_numbered, lambda: _("nothing in the text is numbered"))
HEADED: Final = Subjects(
    lambda document: (each for act in document.acts for each in act.content if isinstance(each, Paragraph)),
    lambda: _("no running text was found"),
)


@rule("nd30.I.II.6-part-numbers", HEADED, models=COUNTED)
def part_numbers(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """Parts and chapters are numbered in Roman figures (Phần I, Chương I), sections in Arabic ones (Mục 1)."""
    found = _MIXED.match(plain(paragraph.printed))
    if found and is_heading(paragraph):
        yield LayoutFault(
            _("This heading begins with “{words}”.").format(words=found[0]),
            _("Number parts and chapters in Roman figures, sections in Arabic ones: Phần I, Chương I, Mục 1."),
            paragraph,
        )


@rule("nd30.I.II.6-numbering", NUMBERED, models=COUNTED)
def numbering(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """Numbers follow each other without gap or repetition, points by the Vietnamese alphabet: a, b, c, d, đ, e, g."""
    count, quoted, straight, said = _Count(), 0, 0, ""
    for paragraph, line in _lines(act):
        item = None if quoted > 0 or straight % 2 or paragraph is None else _item(line)
        quoted = max(0, quoted + line.count("“") - line.count("”"))
        straight += line.count('"')
        if paragraph is None:
            count.interrupt()
        elif item and _is_counted(item, act, paragraph, count):
            yield from _faults(item, count.wanted(*item), paragraph, said)
            said = ""
        elif item and item[0] == "article":
            count.forget_below("article")
        said += f" {_LABEL.sub('', line, count=1) if item else line}"


def _is_counted(item: tuple[str, int, str], act: Act, paragraph: Paragraph, count: "_Count") -> bool:
    """Tell an item from words that begin like one: a heading looks like one, or has the number that is due."""
    level, number, _written = item
    if level == "article":
        return model_of(act) not in ENACTING
    return level not in _HEADINGS or is_heading(paragraph) or count.is_due(level, number)


def _faults(item: tuple[str, int, str], wanted: int | None, paragraph: Paragraph, said: str) -> Iterator[LayoutFault]:
    """Yield the fault of an item that is not the ``wanted`` one, if that doesn't stand inside the words before it."""
    level, number, written = item
    if number < 0:
        yield LayoutFault(
            _("No point is called “{number})”: the Vietnamese alphabet goes a, b, c, d, đ, e, g, h, i, k.").format(
                number=written
            ),
            _("Number the points by the Vietnamese alphabet."),
            paragraph,
        )
    elif wanted is not None and not re.search(rf"\s{_shown(level, wanted)}[.)/]\s", said):
        yield LayoutFault(
            _("“{wanted}” is expected here, not “{number}”.").format(wanted=_shown(level, wanted), number=written),
            _("Number one after the other, without gap or repetition."),
            paragraph,
        )


def _shown(level: str, number: int) -> str:
    order = ORDERS[level]
    return str(number) if order is None else order[number - 1] if number <= len(order) else "…"


def _lines(act: Act) -> Iterator[tuple[Paragraph | None, str]]:
    """Yield the lines of a text; None for a table."""
    for block in act.content:
        if isinstance(block, Paragraph):
            yield from ((block, plain(line)) for line in block.printed.split("\n"))
        else:
            yield None, ""


def place_in(written: str, order: Sequence[str] | None) -> int:
    """Return what a number counts, in figures or by an order; -1 where it is none of that order."""
    if order is None or written.isdigit():
        return int(written)
    return order.index(written) + 1 if written in order else -1


def _item(line: str) -> tuple[str, int, str] | None:
    """Return the level of an item, its place (-1 for a letter that is none) and how it is written."""
    for level, pattern, order in _LEVELS:
        if found := pattern.match(line):
            place = place_in(found[1], order)
            return (level, place, found[1]) if place >= 0 or level == "point" else None
    return None


def is_heading(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is set as a heading: bold, in capitals, or in the middle."""
    return wording.is_bold(paragraph) or wording.in_capitals(paragraph) or paragraph.format.alignment == "center"


@dataclass(slots=True)
class _Count:
    """How far each level has been counted; lists inside lists are counted one above the other."""

    reached: dict[str, list[int]] = field(default_factory=dict)
    last: dict[str, int] = field(default_factory=dict)
    """The last number of each level, whatever it stood in."""
    untold: set[str] = field(default_factory=set)
    """Levels whose next number nobody can tell, because a table stands before it."""

    def wanted(self, level: str, number: int, written: str) -> int | None:
        """Count an item; return the number it should have, None where it is right or nobody can tell."""
        self.forget_below(level)
        open_lists = self.reached.setdefault(level, [])
        if number < 0:
            return None
        before, self.last[level] = self.last.get(level, 0), number
        if number == 1 or not open_lists:
            open_lists.append(number)
            told = level not in self.untold and level != "letter" and written not in _ROMAN_POINTS
            return 1 if told and 1 < number <= _LOST and number != before + 1 else None
        for depth in range(len(open_lists) - 1, -1, -1):
            if open_lists[depth] + 1 == number:
                del open_lists[depth + 1 :]
                open_lists[depth] = number
                return None
        if level == "point" and written in _ROMAN_POINTS:
            return None
        expected, open_lists[-1] = open_lists[-1] + 1, number
        return expected

    def is_due(self, level: str, number: int) -> bool:
        """Tell whether a number is the first one of its level, or follows one that was counted."""
        return number == 1 or any(last + 1 == number for last in self.reached.get(level, ()))

    def forget_below(self, level: str) -> None:
        """Begin anew all that is counted inside an item of a level."""
        names = [name for name, _pattern, _order in _LEVELS]
        for name in names[names.index(level) + 1 :]:
            self.untold.discard(name)
            if name not in _THROUGH:
                self.reached.pop(name, None)

    def interrupt(self) -> None:
        """Stop counting clauses and points at a table, in which a list may go on."""
        self.forget_below("article")
        self.untold |= {"clause", "point"}
