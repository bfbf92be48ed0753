"""The end of an official document: Nơi nhận at the left, position and name of the signer at the right."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Paragraphs
from kshc_cli.documents.word.body import Block, Paragraph, Table

_NAME_WORDS: Final = 8
"""A name has fewer words, titles and degrees before it included."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The components of an ending, and what else stands there."""

    recipients_label: Paragraphs = ()
    recipients: Paragraphs = ()
    position: Paragraphs = ()
    signer: Paragraphs = ()
    others: Paragraphs = ()


def has_label(block: Block) -> bool:
    """Tell whether a block holds the words Nơi nhận; a table with lines is no ending."""
    if isinstance(block, Table):
        return not block.bordered and any(map(wording.is_recipients_label, block.paragraphs))
    return wording.is_recipients_label(block)


def has_position(block: Block) -> bool:
    """Tell whether a block names, in capitals, the position of who signs."""
    if isinstance(block, Table):
        return not block.bordered and any(map(wording.is_position, block.paragraphs))
    return wording.is_position(block) and wording.in_capitals(block) and block.format.alignment != "both"


def ending(blocks: Iterable[Block]) -> Ending:
    """Take the ending apart that stands in ``blocks``."""
    found: dict[str, list[Paragraph]] = {}
    for cell in _cells(blocks):
        in_list = False
        for paragraph in cell:
            if wording.is_recipients_label(paragraph):
                in_list = True
                found.setdefault("recipients_label", []).append(paragraph)
            elif in_list and not wording.is_position(paragraph):
                found.setdefault("recipients", []).append(paragraph)
            else:
                in_list = False
                found.setdefault(_part(paragraph, found), []).append(paragraph)
    return Ending(**{name: tuple(paragraphs) for name, paragraphs in found.items()})


def _cells(blocks: Iterable[Block]) -> list[tuple[Paragraph, ...]]:
    """Return what stands together: a column's cells from top to bottom, or paragraphs that follow each other."""
    loose: list[Paragraph] = []
    columns: dict[tuple[int, int], list[Paragraph]] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            loose += wording.shown((block,))
        else:
            for row in block.rows:
                for place, cell in enumerate(row.cells):
                    columns.setdefault((block.number, place), []).extend(wording.shown(cell.paragraphs))
    return [tuple(each) for each in (*columns.values(), loose) if each]


def _part(paragraph: Paragraph, found: dict[str, list[Paragraph]]) -> str:
    """Return what a paragraph beside the list of recipients is."""
    if "signer" not in found and (wording.is_position(paragraph) or _continues_position(paragraph, found)):
        return "position"
    words = paragraph.printed.split()
    is_name = "position" in found and "signer" not in found and len(words) < _NAME_WORDS
    return "signer" if is_name and not wording.said(paragraph).startswith(("(", "[")) else "others"


def _continues_position(paragraph: Paragraph, found: dict[str, list[Paragraph]]) -> bool:
    """Capitals under a position belong to it; the last ones could be the name, which is settled by the words."""
    return "position" in found and wording.in_capitals(paragraph) and wording.begins_body(paragraph)
