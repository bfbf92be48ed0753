"""Rules about the texts that a document cites, by the register of legal texts; silent of what it does not know.

No decree states them; that a text is called by the kind of its symbol is ``cited_kinds``.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import ENACTING
from kshc_cli.documents.layout.capitals import CITING
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, component, rule
from kshc_cli.documents.layout.stamps import plain, signed_on
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.findings import Severity
from kshc_cli.reading.laws.cited import days_told
from kshc_cli.reading.laws.doubts import About, Doubt, doubts_of

_BASES: Final = component("bases")


@rule("practice.cited-text", CITING, Severity.WARNING)
def cited_text(paragraph: Paragraph, document: Inspected) -> Iterator[LayoutFault]:
    """The register of legal texts knows the texts that are cited under this day, issuing body and title."""
    is_basis = paragraph.address.paragraph in document.bases
    may_cite = is_basis or "/" in paragraph.printed
    signed = max(filter(None, map(signed_on, document.acts)), default=None) if may_cite else None
    yield from _faults(paragraph, _doubts(document, paragraph, signed, None, basis=is_basis), About.CITATION)


@rule("practice.basis-in-force", _BASES, Severity.WARNING, models=ENACTING)
def basis_in_force(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """Each legal basis is, by the register of legal texts, in force on the document's day."""
    signed = signed_on(act)
    if signed is not None:
        effective = max((signed, *_effective(act)))
        for paragraph in act.bases:
            yield from _faults(paragraph, _doubts(document, paragraph, signed, effective, basis=True), About.FORCE)


def _effective(act: Act) -> Iterator[date]:
    """Yield the days on which a text may take effect, by its own words."""
    for block in act.content:
        if isinstance(block, Paragraph) and "hiệu lực" in (words := plain(block.printed)):
            yield from days_told(words)


def _doubts(
    document: Inspected, paragraph: Paragraph, signed: date | None, effective: date | None, *, basis: bool
) -> Iterator[Doubt]:
    return doubts_of(plain(paragraph.printed), document.legal_texts, signed, effective, basis=basis)


def _faults(paragraph: Paragraph, doubts: Iterator[Doubt], about: About) -> Iterator[LayoutFault]:
    """Yield the doubts about one thing; each is a defect of its own, told apart by its remedy."""
    for doubt in doubts:
        if doubt.about is about:
            yield LayoutFault(doubt.message, doubt.remedy, paragraph)
