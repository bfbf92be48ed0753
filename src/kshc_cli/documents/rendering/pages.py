"""Sees to the pages of a filled document: where sections end, which numbers run on, what stays with the signature."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.markup import W, attribute, descendant
from kshc_cli.documents.word.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TURN: Final = "Xoay trang"
"""The name of the style of a section break that only turns the page: behind it the page numbers run on."""

SIGNER: Final = "Họ tên người ký"
"""The name of the signer's style, by which the table with the signature is known."""


def settle_pages(body: "Element", styles: Styles) -> None:
    """Settle the sections and the signatures of a document's body, in place."""
    _end_with_the_words(body)
    _run_on(body, styles)
    for table in body.iterchildren(W + "tbl"):
        is_of_tasks = descendant(table, "tr/trPr/tblHeader") is not None
        if not is_of_tasks and any(_style(paragraph, styles) == SIGNER for paragraph in table.iter(W + "p")):
            _keep_together(table)


def _style(paragraph: "Element", styles: Styles) -> str:
    return styles.style(attribute(paragraph, "pPr/pStyle", "val"), "paragraph").name


def _end_with_the_words(body: "Element") -> None:
    """A section break with nothing behind it would leave an empty page: its section becomes the last one."""
    last = body[-1] if len(body) else None
    before = None if last is None else last.getprevious()
    section = None if before is None else descendant(before, "pPr/sectPr")
    if last is None or before is None or section is None or last.tag != W + "sectPr":
        return
    body.replace(last, section)
    if not any((mark.text or "").strip() for mark in before.iter(W + "t")):
        body.remove(before)


def _run_on(body: "Element", styles: Styles) -> None:
    """Let the numbers run on behind a break that only turns the page, the first one shown like the rest."""
    behind_turn = False
    for section, end in _sections(body):
        if behind_turn:
            for part in (section.find(W + "titlePg"), section.find(W + "pgNumType")):
                if part is not None:
                    section.remove(part)
        behind_turn = end is not None and _style(end, styles) == TURN


def _sections(body: "Element") -> Iterator[tuple["Element", "Element | None"]]:
    """Yield the properties of each section with the paragraph that holds them; the last section has none."""
    for block in body:
        section = block if block.tag == W + "sectPr" else descendant(block, "pPr/sectPr")
        if section is not None:
            yield section, None if section is block else block


def _keep_together(signature: "Element") -> None:
    """Keep the signature on the page of the text before it: a paragraph, or the last row of a table."""
    before = signature.getprevious()
    while before is not None and before.tag == W + "p" and descendant(before, "pPr/sectPr") is None:
        _keep(before)
        if any((mark.text or "").strip() for mark in before.iter(W + "t")):
            return
        before = before.getprevious()
    if before is not None and before.tag == W + "tbl":
        for row in before.findall(W + "tr")[-1:]:
            for paragraph in row.iter(W + "p"):
                _keep(paragraph)


def _keep(paragraph: "Element") -> None:
    """Keep a paragraph with the next; the schema wants that behind the style, before all else."""
    properties = paragraph.find(W + "pPr")
    if properties is None:
        properties = paragraph.makeelement(W + "pPr")
        paragraph.insert(0, properties)
    if properties.find(W + "keepNext") is None:
        properties.insert(0 if properties.find(W + "pStyle") is None else 1, properties.makeelement(W + "keepNext"))
