"""Reads what a plan says: paragraphs before its sections, then sections with paragraphs and tasks, also in tables."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.components.wording import in_capitals, is_bold, is_numbered, is_typed_line
from kshc_cli.documents.importing.ledger import Ledger
from kshc_cli.documents.importing.paragraphs.items import ITEM_ID, Stretch, stretches
from kshc_cli.documents.importing.paragraphs.prose import may_give
from kshc_cli.documents.importing.tables.alike import Alike
from kshc_cli.documents.importing.tables.second_tables import parted
from kshc_cli.documents.importing.tables.task_table import Known, Shape, shape_of, tables_read
from kshc_cli.documents.importing.words import typed
from kshc_cli.documents.word.body import Block, Paragraph, WordTable
from kshc_cli.plan.annexes import is_annex_number
from kshc_cli.plan.lines import LETTER, UNMARKED, line_of
from kshc_cli.plan.meetings import names_participants
from kshc_cli.plan.model import Column, Item, Labels, ParagraphWords, Section, Table

_SECTION_STYLE: Final = "Đề mục"
_TABLE_STYLE: Final = "Đề mục bảng"
_TEXT_STYLES: Final = frozenset(("Nội dung", "Nội dung cuối"))
"""The styles of headings and paragraphs in kshc's own template."""

_MARKED: Final = re.compile(
    r"(?:[IVXLC]+|[A-ZĐ])\s*[.)/\-–]\s*\S|(?i:phần|chương|mục)\s+(?:\d|[IVXLC]+\b|(?i:thứ|một|nhất)\b)"
)
_COUNTED: Final = re.compile(r"\d{1,2}\s*[.)/\-–]\s*\S")
_LONGEST_HEADING: Final = 300
"""Characters that a heading has at most."""


@dataclass(slots=True)
class _Part:
    """A section while it is gathered."""

    heading: str | None = None
    paragraphs: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    title: Paragraph | None = None
    """The paragraph that is its heading."""


class Contents:
    """Gathers the sections of one text after the other; ``known`` and ``labels`` are known beforehand.

    Paragraphs of a text that gives nobody a duty (not ``gives_duties``) are no tasks, whatever their labels are.
    """

    def __init__(self, ledger: Ledger, known: Known, labels: Labels | None, *, gives_duties: bool = True) -> None:
        self.preamble: tuple[str, ...] = ()
        self.sections: list[Section] = []
        self.paragraphs: list[Paragraph] = []
        """Those of all sections outside tables, as the document has them."""
        self.judged: list[tuple[WordTable, Column]] = []
        self.tables: list[tuple[WordTable, tuple[Table, ...]]] = []
        """The tables of the document that hold tasks, with what each became."""
        """Columns of task tables whose role their cells told, and not their headers."""
        self._ledger = ledger
        self._known = known
        self._labels = labels
        self._gives_duties = gives_duties
        self._tables = 0
        self._items = 0
        self._shape: Shape | None = None
        self._alike = Alike(ledger.tables)

    @property
    def all_paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs of all sections, and of the tables that hold tasks."""
        yield from self.paragraphs
        for table, _found in self.tables:
            yield from table.paragraphs

    @property
    def has_tasks(self) -> bool:
        """Whether a task was found, in a table or in paragraphs."""
        return self.has_tables or any(section.items for section in self.sections)

    @property
    def has_tables(self) -> bool:
        """Whether a table of tasks was found."""
        return self._tables > 0

    def add(self, blocks: Sequence[Block]) -> None:
        """Add what the plan itself says; the paragraphs before its first section are the preamble."""
        first, *parts = self._parts(blocks, None)
        lines = self._printed(first.paragraphs)
        found = self._stretches(lines)
        begun = next((stretch.start for stretch in found if stretch.is_task), len(lines))
        self.preamble = tuple(one.text for one in self._plain(lines[:begun]))
        first.paragraphs = list(dict.fromkeys(paragraph for _line, paragraph in lines[begun:]))
        self._close((first, *parts))

    def add_further(self, blocks: Sequence[Block], heading: str | None) -> None:
        """Add what a text behind the plan says, under the words above it."""
        self._close(self._parts(blocks, heading))

    def add_amid(self, blocks: Sequence[Block], others: Sequence[Block]) -> None:
        """Add what stands somewhere among the ``others`` of a plan: its sections are numbered as theirs are."""
        self._close(self._parts(blocks, None, _marks((*others, *blocks))))

    def _parts(
        self, whole: Sequence[Block], heading: str | None, numbering: re.Pattern[str] | None = None
    ) -> list[_Part]:
        blocks = tuple(parted(whole))
        first = _Part(heading)
        parts = [first]
        marks = numbering or _marks(blocks)
        for block in blocks:
            if isinstance(block, WordTable):
                self._add_table(block, parts)
            elif not typed(block):
                continue
            elif _is_of_contents(block):
                self._ledger.cross_out((block,))
            elif self._heads(block, parts, marks):
                continue
            elif is_typed_line(block) and block.format.style not in _TEXT_STYLES:
                self._ledger.cross_out((block,))
            else:
                if parts[-1].tables:
                    parts.append(_Part())
                parts[-1].paragraphs.append(block)
        return parts

    def _heads(self, block: Paragraph, parts: list[_Part], marks: re.Pattern[str]) -> bool:
        """Tell whether a paragraph is a heading, or goes on with that of an annex; it is added to the parts then."""
        if _begins_section(block, marks) or _begins_annex(block):
            parts.append(_Part(self._ledger.lines((block,)), title=block))
        elif _names_annex(block, parts[-1]):
            parts[-1].heading = f"{parts[-1].heading}\n{self._ledger.lines((block,))}"
        else:
            return False
        return True

    def _close(self, parts: Iterable[_Part]) -> None:
        for part in parts:
            if part.heading or part.paragraphs or part.tables:
                self.sections += self._sections(self._as_task(part))

    def _as_task(self, part: _Part) -> _Part:
        """Return a section whose heading is the numbered point of its only task as that task without a heading."""
        if part.title is None or part.tables or not _COUNTED.match(typed(part.title)):
            return part
        paragraphs = [part.title, *part.paragraphs]
        found = list(self._stretches(self._printed(paragraphs)))
        is_one = found[0].is_task and not any(one.is_task for one in found[1:])
        return _Part(paragraphs=paragraphs) if is_one else part

    def _add_table(self, table: WordTable, parts: list[_Part]) -> None:
        shape = shape_of(table, self._known, self._shape, self._alike)
        if not isinstance(shape, Shape):
            self._ledger.call(table.number, shape)
            return
        above = parts[-1].paragraphs[-1] if parts[-1].paragraphs and not parts[-1].tables else None
        is_heading = above is not None and _heads_table(above)
        heading = self._ledger.lines((above,)) if above is not None and is_heading else None
        found = tables_read(table, shape, heading, self._tables + 1, self._ledger)
        if is_heading and found:
            parts[-1].paragraphs.pop()
            if parts[-1] == _Part() and len(parts) > 1:
                parts.pop()
        self.judged += [(table, column) for column in shape.judged if found]
        self.tables += [(table, found)] if found else []
        parts[-1].tables += found
        self._tables += len(found)
        self._shape = shape if found else self._shape

    def _sections(self, part: _Part) -> Iterator[Section]:
        """Yield a part as sections: where paragraphs stand behind tasks, another one goes on without a heading."""
        lines = self._printed(part.paragraphs)
        heading, paragraphs, items = part.heading, tuple[ParagraphWords, ...](), list[Item]()
        for stretch in self._stretches(lines, is_meeting=names_participants(line_of(heading or "", None).words)):
            said = lines[stretch.start : stretch.end]
            if stretch.is_task:
                items.append(self._item([line for line, _paragraph in said]))
                self.paragraphs += dict.fromkeys(paragraph for _line, paragraph in said)
                continue
            if items:
                yield Section(heading=heading, paragraphs=paragraphs, items=tuple(items))
                heading, items = None, []
            paragraphs = self._plain(said)
        yield Section(heading=heading, paragraphs=paragraphs, items=tuple(items), tables=tuple(part.tables))

    def _stretches(self, lines: Sequence[tuple[str, Paragraph]], *, is_meeting: bool = False) -> Iterator[Stretch]:
        """Part lines into tasks and others; those of a section of who meets (``is_meeting``) are no tasks."""
        if self._gives_duties and not is_meeting:
            return stretches([line for line, _paragraph in lines], self._labels)
        return iter((Stretch(0, len(lines), is_task=False),) if lines else ())

    def _printed(self, paragraphs: Iterable[Paragraph]) -> list[tuple[str, Paragraph]]:
        """Take the words of paragraphs: each of their lines, with the paragraph that it stands in."""
        return [(line, one) for one in paragraphs for line in self._ledger.lines((one,)).split("\n") if line]

    def _plain(self, lines: Iterable[tuple[str, Paragraph]]) -> tuple[ParagraphWords, ...]:
        """Return lines that are in no task as the paragraphs that they were."""
        found = []
        for _place, each in groupby(lines, lambda one: one[1].address):
            said, (paragraph, *_same) = zip(*each, strict=True)
            self.paragraphs.append(paragraph)
            found.append(ParagraphWords(text="\n".join(said)))
        return tuple(found)

    def _item(self, words: Sequence[str]) -> Item:
        """Return a task in paragraphs; its id counts those of the plan."""
        self._items += 1
        return Item(id=f"{ITEM_ID}{self._items}", text="\n".join(words))


def first_part(blocks: Sequence[Block], others: Sequence[Block]) -> int:
    """Return where the first section begins, or the first table with its heading, in blocks ``others`` stand around."""
    marks = _marks((*others, *blocks))
    last: int | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, WordTable):
            above = None if last is None else blocks[last]
            return last if last is not None and isinstance(above, Paragraph) and _heads_table(above) else place
        if typed(block):
            if _begins_section(block, marks) or _begins_annex(block):
                return place
            last = place
    return len(blocks)


def begins_section(block: Block, others: Sequence[Block]) -> bool:
    """Tell whether a block is the heading of a section, numbered as those of ``others`` are."""
    if isinstance(block, WordTable) or not typed(block):
        return False
    return _begins_section(block, _marks((*others, block))) or _begins_annex(block)


def _marks(blocks: Sequence[Block]) -> re.Pattern[str]:
    """Return how the sections of a text are numbered: by I., A., Phần; else by 1."""
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    return _MARKED if any(_begins_section(each, _MARKED) for each in paragraphs) else _COUNTED


def _is_of_contents(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is a line of the table of contents: it repeats a heading, and ends with its page."""
    return "TOC" in paragraph.fields and typed(paragraph)[-1].isdigit()


def _begins_section(paragraph: Paragraph, marks: re.Pattern[str]) -> bool:
    """Tell whether a paragraph is a section's heading: by its style or outline, else by its number and look."""
    style = paragraph.format.style
    if style in _TEXT_STYLES or style == _TABLE_STYLE:
        return False
    words = typed(paragraph)
    if style == _SECTION_STYLE or (paragraph.format.outline_level == 0 and _may_head(words, marks)):
        return True
    stands_out = is_bold(paragraph) or in_capitals(paragraph)
    return stands_out and len(words) < _LONGEST_HEADING and marks.match(words) is not None


def _begins_annex(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is nothing but the number of an annex, in letters that stand out."""
    stands_out = is_bold(paragraph) or in_capitals(paragraph) or paragraph.format.alignment == "center"
    return stands_out and paragraph.format.style not in _TEXT_STYLES and is_annex_number(typed(paragraph))


def _names_annex(paragraph: Paragraph, part: _Part) -> bool:
    """Tell whether a paragraph right below the number of an annex is its name, or says to which document it belongs."""
    if part.paragraphs or part.tables or not is_annex_number((part.heading or "").partition("\n")[0]):
        return False
    if paragraph.format.style in _TEXT_STYLES:
        return False
    return is_bold(paragraph) or in_capitals(paragraph) or paragraph.format.alignment == "center"


def _may_head(words: str, marks: re.Pattern[str]) -> bool:
    """Tell whether words that Word calls a heading can be one: no labelled line or point of a list, and not long."""
    line = line_of(words, None)
    is_listed = LETTER <= line.rank < UNMARKED and not marks.match(words)
    return line.role in {None, "note"} and not is_listed and len(words) < _LONGEST_HEADING


def _heads_table(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph right above a table is its heading."""
    style = paragraph.format.style
    if style in _TEXT_STYLES:
        return False
    if style == _TABLE_STYLE or paragraph.format.outline_level is not None:
        return True
    words = typed(paragraph)
    stands_out = is_bold(paragraph) or in_capitals(paragraph) or paragraph.format.alignment == "center"
    is_sentence = not stands_out and words.endswith(".") and may_give(words)
    return (stands_out or is_numbered(paragraph)) and len(words) < _LONGEST_HEADING and not is_sentence
