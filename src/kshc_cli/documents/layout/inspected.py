"""A Word file as the rules look at it: its body, its recognised texts, and what many rules ask."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind, Paragraphs
from kshc_cli.documents.components.models import ENACTING, Model, model_of
from kshc_cli.documents.components.origin import Origin, origin_of
from kshc_cli.documents.components.recognition import is_frame, recognised
from kshc_cli.documents.word.body import Block, Body, Cell, Paragraph, Run, WordTable
from kshc_cli.documents.word.metrics import width, wrapped
from kshc_cli.reading.laws.register import Register, register_with
from kshc_cli.reading.laws.text import LegalText

_NOTE: Final = re.compile(r"\s*(?:\((?!\w{1,3}\))|\*|\[|ghi chú)", re.IGNORECASE)
"""How a note in the text begins; (1) and (a) begin items."""

_LONG: Final = 90
"""Letters from which on what stands at the right, or ends as sentences do, was set wrong: no date, name or caption."""
_ENDS: Final = (".", ";")


@dataclass(frozen=True)
class Inspected:
    """A file with everything that is computed once; paragraphs are known by their number in the body."""

    body: Body
    acts: tuple[Act, ...]
    paragraphs: Paragraphs
    """All of the body, in order."""
    places: Mapping[int, int]
    """The place in ``paragraphs`` of each paragraph, by its number."""
    widths: Mapping[int, int]
    """The width that a paragraph's lines have before indents, in twips, by its number."""
    origin: Origin
    """Whose rules the file follows."""
    running: tuple[Paragraphs, ...]
    """The running text of each act: bases, articles and paragraphs, no headings, lists, captions, notes and tables."""
    own_texts: tuple[LegalText, ...]
    """What the office adds to the register of legal texts."""
    final: bool
    """Whether blanks for number, date and signer are faults."""

    def only(self, models: frozenset[Model]) -> "Inspected":
        """Return the file as if it held no texts but those that follow some of ``models``."""
        kept = [place for place, act in enumerate(self.acts) if model_of(act) in models]
        return replace(
            self, acts=tuple(self.acts[place] for place in kept), running=tuple(self.running[place] for place in kept)
        )

    @property
    def main(self) -> Act | None:
        """The text that is signed, if there is one."""
        return next((act for act in self.acts if act.kind is not ActKind.ATTACHED), None)

    @property
    def attached(self) -> tuple[Act, ...]:
        """The texts that are attached to another."""
        return tuple(act for act in self.acts if act.kind is ActKind.ATTACHED)

    @cached_property
    def legal_texts(self) -> Register:
        """The register of legal texts, with the office's own."""
        return register_with(self.own_texts)

    @cached_property
    def bases(self) -> frozenset[int]:
        """The numbers of the paragraphs that are legal bases or stand among them."""
        listed = {each.address.paragraph for act in self.acts for each in act.bases}
        return frozenset(
            listed | {each.address.paragraph for text in self.running for each in text if wording.is_basis(each)}
        )

    @cached_property
    def decided_on(self) -> frozenset[int]:
        """The numbers of the paragraphs on which a decision is based: a rule of their own judges how they look."""
        return frozenset(each.address.paragraph for act in self.acts if model_of(act) in ENACTING for each in act.bases)

    @property
    def everything(self) -> Iterator[Paragraph]:
        """Yield the paragraphs of the body, of headers, footers and notes."""
        yield from self.paragraphs
        yield from self.body.edges
        yield from self.body.notes

    def original(self, paragraph: Paragraph) -> Paragraph:
        """Return the whole paragraph that a component may be a part of, between tabs."""
        return self.paragraphs[self.places[paragraph.address.paragraph]]

    def following(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Yield the paragraphs behind one in the same cell, or outside of tables."""
        cell = self._cell_of(paragraph)
        for place in range(self.places[paragraph.address.paragraph] + 1, len(self.paragraphs)):
            if self._cell_of(self.paragraphs[place]) != cell:
                return
            yield self.paragraphs[place]

    def _cell_of(self, paragraph: Paragraph) -> tuple[object, ...]:
        address = paragraph.address
        cell = (address.table, address.row, address.cell) if address.table not in self._frames else ()
        return (address.section, *(cell or (None, None, None)), paragraph.boxed)

    @cached_property
    def _frames(self) -> frozenset[int]:
        """The numbers of the tables that are only a frame of one cell around words."""
        return frozenset(block.number for block in self.body.blocks if isinstance(block, WordTable) and is_frame(block))

    def available(self, paragraph: Paragraph) -> int:
        """Return the width of a paragraph's lines between its indents, in twips."""
        look = paragraph.format
        return self.widths[paragraph.address.paragraph] - look.left - look.right

    def lines(self, paragraph: Paragraph) -> list[float]:
        """Return the widths of the lines into which a paragraph breaks, measured in the look of its first letters."""
        look = paragraph.seen[0].format if paragraph.seen else paragraph.mark
        room = self.available(paragraph)
        parts = paragraph.printed.strip().split("\n")
        return [length for part in parts for length in wrapped(part.strip(), look.points, room, bold=look.bold)]

    def runs_on(self, paragraph: Paragraph) -> bool:
        """Tell whether a paragraph takes more than one line."""
        look = paragraph.seen[0].format if paragraph.seen else paragraph.mark
        first = self.available(paragraph) - paragraph.format.first_line
        lines = paragraph.printed.strip().split("\n")
        return any(width(line, look.points, bold=look.bold) > first for line in lines)


def inspected(body: Body, *, final: bool, own_texts: tuple[LegalText, ...] = ()) -> Inspected:
    """Prepare a body for the rules; linear in its length."""
    acts = recognised(body).acts
    paragraphs = body.paragraphs
    return Inspected(
        body=body,
        acts=acts,
        paragraphs=paragraphs,
        places={paragraph.address.paragraph: place for place, paragraph in enumerate(paragraphs)},
        widths=dict(_widths(body)),
        origin=origin_of(body, acts),
        running=tuple(_running_text(act) for act in acts),
        own_texts=own_texts,
        final=final,
    )


def lettered(paragraph: Paragraph) -> Iterator[Run]:
    """Yield the runs that show a letter or a figure."""
    return (run for run in paragraph.seen if any(map(str.isalnum, run.text)))


def _running_text(act: Act) -> Paragraphs:
    blocks = (*act.bases, *act.content)
    return tuple(block for block in blocks if isinstance(block, Paragraph) and _is_running(block))


def _is_running(paragraph: Paragraph) -> bool:
    """Tell running text from headings, labelled lists, captions and what is set by tabs."""
    look = paragraph.format
    return (
        (look.alignment in {"left", "both"} or (len(paragraph.text) > _LONG and _is_set_aside(paragraph)))
        and look.first_line >= 0
        and look.outline_level is None
        and not (paragraph.label or paragraph.boxed or "\t" in paragraph.text.strip())
        and any(map(str.isalpha, paragraph.text))
        and not _NOTE.match(paragraph.text)
        and not wording.in_capitals(paragraph)
        and not wording.is_bold(paragraph)
    )


def _is_set_aside(paragraph: Paragraph) -> bool:
    """Tell text that was set at the right or in the middle by mistake; there, what is no sentence is a title."""
    return paragraph.format.alignment == "right" or paragraph.text.rstrip().endswith(_ENDS)


def _widths(body: Body) -> Iterator[tuple[int, int]]:
    for section in body.sections:
        yield from _widths_in(section.blocks, section.text_width)


def _widths_in(blocks: Iterable[Block], available: int) -> Iterator[tuple[int, int]]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.address.paragraph, available
        else:
            yield from _widths_in_table(block, available)


def _widths_in_table(table: WordTable, available: int) -> Iterator[tuple[int, int]]:
    for row in table.rows:
        column = row.skipped
        for cell in row.cells:
            whole = _cell_width(cell, table.grid[column : column + cell.span], available)
            yield from _widths_in(cell.blocks, max(whole - table.padding, 0))
            column += cell.span


def _cell_width(cell: Cell, columns: tuple[int, ...], available: int) -> int:
    return cell.width or sum(columns) or available
