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
        here: dict[str, list[Paragraph]] = {}
        for paragraph in cell:
            if wording.is_recipients_label(paragraph):
                in_list = True
                here.setdefault("recipients_label", []).append(paragraph)
            elif in_list and not wording.is_position(paragraph):
                here.setdefault("recipients", []).append(paragraph)
            else:
                in_list = False
                here.setdefault(_part(paragraph, here), []).append(paragraph)
        for name, paragraphs in here.items():
            found.setdefault(name, []).extend(paragraphs)
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
    """Return what a paragraph beside the list of recipients is; a column may hold several signers under each other."""
    if wording.is_position(paragraph) or _continues_position(paragraph, found):
        return "position"
    words = paragraph.printed.split()
    is_name = "position" in found and len(words) < _NAME_WORDS and len(found.get("signer", ())) < len(found["position"])
    return "signer" if is_name and not wording.said(paragraph).startswith(("(", "[")) else "others"


def _continues_position(paragraph: Paragraph, found: dict[str, list[Paragraph]]) -> bool:
    """Capitals under a position belong to it, unless they are a person's name."""
    if "position" not in found or "signer" in found:
        return False
    return wording.in_capitals(paragraph) and not wording.is_personal_name(paragraph)
