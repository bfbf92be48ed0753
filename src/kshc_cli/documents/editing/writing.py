"""The document of a plan, written to be edited in Word: its places bear bookmarks, and it carries its plan along."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.editing.base import Base, BaseParagraph, Piece, with_base
from kshc_cli.documents.editing.slots import Slot, Tagged, pieces_of
from kshc_cli.documents.rendering.decision import document_of, render_decision
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.body_reader import body_of, met_in
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, opened, packed, parsed, serialised
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MARK: Final = "_kshc_"
"""How the names of bookmarks begin, before the number of the paragraph; the first sign hides them in Word's lists."""
_MARKED_CELLS: Final = 2
"""So many cells of a row bear a bookmark: enough to know it again where one is typed anew."""
_FIRST_ID: Final = 900_000


def document_to_edit(plan: Plan, data: bytes, template: bytes) -> bytes:
    """Return the Word file of a plan whose file holds ``data``. Raises ``TemplateError``, ``WordFileError``."""
    parts = opened(render_decision(plan, template))
    tagged = Tagged(plan)
    twin = body_of(opened(document_of(plan, tagged.printed, template))).paragraphs
    shown = body_of(parts).paragraphs
    if len(twin) != len(shown):
        raise WordFileError(_("its tags ask for the words themselves, so that nobody can tell what it shows where"))
    paragraphs = tuple(_base_paragraph(one, other, tagged.slots) for one, other in zip(shown, twin, strict=True))
    parts[DOCUMENT] = _marked(parts, paragraphs)
    return packed(with_base(parts, Base(data, paragraphs)))


def _base_paragraph(shown: Paragraph, twin: Paragraph, slots: Sequence[Slot]) -> BaseParagraph:
    found, behind = pieces_of(twin.text)
    pieces = []
    for before, number in found:
        slot = slots[number]
        is_verbatim = before.endswith(slot.words)
        length = len(slot.words) if is_verbatim or before.upper().endswith(slot.words.upper()) else len(before)
        pieces.append(Piece(before[: len(before) - length], slot.path, slot.line, is_verbatim))
    where = shown.address
    table, row, cell = where.table or 0, where.row or 0, where.cell or 0
    return BaseParagraph(shown.text, shown.format.style, table, row, cell, tuple(pieces), behind)


def _marked(parts: dict[str, bytes], paragraphs: Sequence[BaseParagraph]) -> bytes:
    """Return the document with a bookmark around what each paragraph says, in rows of tasks in the first cells."""
    root = parsed(parts[DOCUMENT])
    for place, one in enumerate(met_in(parts, DOCUMENT, root)):
        known = paragraphs[place]
        if known.text.strip() and known.cell <= _MARKED_CELLS:
            _mark(one.element, place + 1)
    return serialised(root)


def _mark(paragraph: "Element", number: int) -> None:
    where = {W + "id": str(_FIRST_ID + number)}
    start = paragraph.makeelement(W + "bookmarkStart", {**where, W + "name": f"{MARK}{number}"})
    paragraph.insert(1 if len(paragraph) and paragraph[0].tag == W + "pPr" else 0, start)
    paragraph.append(paragraph.makeelement(W + "bookmarkEnd", where))
