"""A table draws lines where it, its style, a row or its cells say so, and leaves free what they say."""

import pytest

from kshc_cli.documents.word.body import WordTable
from tests.documents.word_xml import p, read, tbl, tc, tr


def borders(name: str, *sides: str, value: str = "single") -> str:
    lines = "".join(f'<w:{side} w:val="{value}"/>' for side in sides)
    return f"<w:{name}>{lines}</w:{name}>"


def ruled(*sides: str) -> str:
    """Return a cell with lines at some sides."""
    return tc(p("x"), borders("tcBorders", *sides))


PLAIN = tc(p("x"))
STYLED = '<w:tblStyle w:val="grid"/>'
INSIDE = borders("tblBorders", "insideH")


def style(inside: str) -> str:
    return f'<w:style w:type="table" w:styleId="grid"><w:name w:val="Grid"/>{inside}</w:style>'


def table(xml: str, **others: str) -> WordTable:
    (found,) = (block for block in read(xml, **others).blocks if isinstance(block, WordTable))
    return found


@pytest.mark.parametrize(
    ("xml", "bordered"),
    [
        (tbl(tr(PLAIN), tr(PLAIN)), False),
        (tbl(tr(PLAIN), tr(PLAIN), properties=INSIDE), True),
        (tbl(tr(PLAIN), properties=INSIDE), False),
        (tbl(tr(PLAIN), properties=borders("tblBorders", "top", "bottom")), True),
        (tbl(tr(PLAIN), properties=borders("tblBorders", "top")), False),
        (tbl(tr(PLAIN), tr(PLAIN), properties=borders("tblBorders", "top", "bottom")), False),
        (tbl(tr(PLAIN), tr(PLAIN), properties=borders("tblBorders", "insideH", value="nil")), False),
        (tbl(tr(PLAIN), tr(PLAIN), properties=borders("tblBorders", "insideH", value="none")), False),
        (tbl(tr(ruled("top", "bottom", "left")), tr(PLAIN)), True),
        (tbl(tr(ruled("bottom", "start", "end")), tr(PLAIN)), True),
        (tbl(tr(ruled("top", "bottom")), tr(PLAIN)), False),
        (tbl(tr(PLAIN), tr(ruled("top", "bottom", "left"))), False),
        (tbl(*[tr(ruled("top"), PLAIN)] * 3), False),
        (tbl(*[tr(ruled("top"), PLAIN)] * 2, tr(ruled("bottom"), ruled("bottom"))), True),
        (tbl(*[tr(ruled("bottom"))] * 6), True),
        (tbl(*[tr(ruled("left"))] * 6), False),
        (tbl(*[tr(ruled("bottom"))] * 5), False),
        (tbl(f"<w:tr><w:tblPrEx>{INSIDE}</w:tblPrEx>{PLAIN}</w:tr>", tr(PLAIN)), True),
        (tbl(*[tr(ruled("bottom"))] * 6, properties=borders("tblBorders", "insideH", value="nil")), True),
    ],
)
def test_a_table_is_ruled_by_itself_its_rows_or_most_of_its_cells(xml: str, *, bordered: bool) -> None:
    assert table(xml).bordered is bordered


@pytest.mark.parametrize(
    ("look", "bordered"),
    [
        ("", False),
        (f"<w:tblPr>{INSIDE}</w:tblPr>", True),
        (f"<w:tblPr>{borders('tblBorders', 'left')}</w:tblPr>", False),
        (f"<w:tcPr>{borders('tcBorders', 'insideH')}</w:tcPr>", True),
    ],
)
def test_a_table_is_ruled_by_its_style_unless_it_says_otherwise(look: str, *, bordered: bool) -> None:
    rows = (tr(PLAIN), tr(PLAIN))
    assert table(tbl(*rows, properties=STYLED), styles=style(look)).bordered is bordered
    bare = borders("tblBorders", "insideH", value="nil")
    assert not table(tbl(*rows, properties=STYLED + bare), styles=style(look)).bordered


def margins(**sides: str) -> str:
    inside = "".join(f'<w:{side} w:w="{width}"/>' for side, width in sides.items())
    return f"<w:tblCellMar>{inside}</w:tblCellMar>"


@pytest.mark.parametrize(
    ("own", "styled", "padding"),
    [
        ("", "", 216),
        (margins(left="0", right="0"), "", 0),
        (margins(left="57"), "", 57 + 108),
        (margins(start="57", end="2mm"), "", 57 + 113),
        ("", margins(left="10", right="20"), 30),
        (margins(right="0"), margins(left="10", right="20"), 10),
        (margins(left="x"), "", 108),
    ],
)
def test_cells_leave_free_what_the_table_or_its_style_says(own: str, styled: str, padding: int) -> None:
    look = style(f"<w:tblPr>{styled}</w:tblPr>")
    assert table(tbl(tr(PLAIN), properties=STYLED + own), styles=look).padding == padding
