"""Rules of good practice, which no decree states: warnings."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import PARTS
from kshc_cli.documents.layout.attached import ATTACHED
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, component, rule
from kshc_cli.documents.layout.stamps import stamp_of
from kshc_cli.documents.layout.tables import is_taller_than_a_page, spans_pages
from kshc_cli.documents.word.body import Body, Paragraph, WordTable
from kshc_cli.documents.word.unsettled import unsettled
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_LISTS: Final = ("phụ lục", "danh mục")
_DISTRICT: Final = re.compile(
    r"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd)\s+"
    r"(?:huyện|quận|thị xã|tp|thành phố(?!\s+(?:hà nội|hồ chí minh|hải phòng|đà nẵng|cần thơ|huế)\b))\s"
)
_CENTRAL: Final = re.compile(r"\btp\.?\s+(?=(?:hà nội|hồ chí minh|hcm|hải phòng|đà nẵng|cần thơ|huế)\b)")
_ABOLISHED: Final = (2025, 7)
"""The year and month from which there are no districts."""


def _long_tables(document: Inspected) -> Iterator[WordTable]:
    return (
        each for each in document.body.blocks if isinstance(each, WordTable) and each.bordered and spans_pages(each)
    )


def _dated(document: Inspected) -> Iterator[Act]:
    return (act for act in document.acts if act.issuer and _issued(act) >= _ABOLISHED)


def _issued(act: Act) -> tuple[int, int]:
    stamp = stamp_of(" ".join(each.printed for each in act.place_date))
    return int(stamp.year or 0), int(stamp.month or 0)


def _final(document: Inspected) -> Iterator[Body]:
    return iter((document.body,) if document.final else ())


FINAL: Final = Subjects(_final, lambda: _("a draft may hold them"))
LONG_TABLES: Final = Subjects(_long_tables, lambda: _("no table goes over more than one page"))
DATED: Final = Subjects(_dated, lambda: _("no text is dated from 01/7/2025 on"))


@rule("practice.attached-heading", ATTACHED, Severity.WARNING, models=PARTS)
def attached_heading(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """An attached plan has a heading of its own, with issuer, Quốc hiệu and Tiêu ngữ."""
    if not act.nation and act.title and not wording.said(act.title[0]).startswith(_LISTS):
        yield LayoutFault(
            _("The attached text has no heading of its own."),
            _("Put issuer, Quốc hiệu and Tiêu ngữ over its title."),
            act.title[0],
        )


@rule("practice.issued-with", component("reference"), Severity.WARNING, models=PARTS)
def issued_with(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The line of an attached text says “Kèm theo”, not “Ban hành kèm theo”."""
    if "ban hành kèm theo" in wording.said(act.reference[0]):
        yield LayoutFault(
            _("The line says “Ban hành kèm theo”."), _("Write “(Kèm theo Quyết định số …)”."), act.reference[0]
        )


@rule("practice.table-header-row", LONG_TABLES, Severity.WARNING)
def table_header_row(table: WordTable, _document: Inspected) -> Iterator[LayoutFault]:
    """A table that goes over several pages repeats its header row on each of them."""
    if not table.rows[0].header:
        yield LayoutFault(
            _("The header row of the table is not repeated on each page."),
            _("Mark the row in Word: Table Properties, Row, Repeat as header row."),
            _first(table.rows[0].cells[0].paragraphs if table.rows[0].cells else ()),
        )


@rule("practice.row-split", LONG_TABLES, Severity.WARNING)
def row_split(table: WordTable, _document: Inspected) -> Iterator[LayoutFault]:
    """No page breaks inside a row of a table, unless the row is taller than a page."""
    for row in table.rows:
        if not row.whole and not is_taller_than_a_page(row, table):
            yield LayoutFault(
                _("A page may break inside this row."),
                _("Clear in Word: Table Properties, Row, Allow row to break across pages."),
                _first(paragraph for cell in row.cells for paragraph in cell.paragraphs),
            )


@rule("practice.district-names", DATED, Severity.WARNING)
def district_names(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A document dated from 01/7/2025 on names no issuer of the district level, which ended then.

    Districts, towns and provincial cities ended with Luật Tổ chức chính quyền địa phương 72/2025/QH15.
    """
    for paragraphs in (act.parent, act.issuer):
        words = _CENTRAL.sub("thành phố ", canonical(" ".join(each.printed for each in paragraphs)))
        if _DISTRICT.search(f"{words} "):
            yield LayoutFault(
                _("The body is one of the district level, which ended on 01/7/2025."),
                _("Name the body that has its duties now."),
                paragraphs[0],
            )


@rule("practice.settled", FINAL, Severity.WARNING)
def settled(body: Body, _document: Inspected) -> Iterator[LayoutFault]:
    """A document that is ready to be signed holds no tracked changes, no hidden or unreadable letters, no comments."""
    for each in unsettled(body):
        yield LayoutFault(each.sentence, each.remedy, each.paragraphs[0])


def _first(paragraphs: Iterable[Paragraph]) -> Paragraph | None:
    return next(iter(paragraphs), None)
