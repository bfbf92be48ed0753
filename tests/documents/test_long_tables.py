"""A part whose rows wait as bytes is the same to the byte as one that was put together of elements."""

from collections.abc import Iterator

import pytest

from kshc_cli.documents.rendering.fitting import fit, shares_by_headers
from kshc_cli.documents.rendering.long_tables import LongTables
from kshc_cli.documents.rendering.words import PrintedTable, printed
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.styles import styles_of
from kshc_cli.plan.model import Plan
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import ROOT
from tests.documents.word_xml import NAMESPACES, p, tbl, tc, tr, word_parts

HEADER = "<w:tblHeader/>"
UPRIGHT = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="851"/></w:sectPr>'
TURNED = '<w:sectPr><w:pgSz w:w="16838" w:h="11906"/><w:pgMar w:left="1701" w:right="851"/></w:sectPr>'
OLD_WIDTH = '<w:tcW w:type="pct" w:w="50"/>'


@pytest.fixture(scope="module")
def tables() -> list[PrintedTable]:
    plan: Plan | None = read_plan_file((ROOT / "plan.yaml").read_bytes()).plan
    assert plan is not None
    return [table for section in printed(plan).plan.sections for table in section.tables]


def rows(count: int, columns: int, *, odd: str = "", end: str = "") -> str:
    """Return rows with cells over one and over two columns, with spaces between them, one of them ``odd``."""
    made = []
    for number in range(count):
        cells = [tc(p(f'Việc {number}: <a & "b"> w:w="kshc-0-1"'), OLD_WIDTH if number % 3 else "")]
        cells += [tc(p(f"{number}.{column}")) for column in range(columns - 3)]
        cells += [tc(p("hai cột"), '<w:gridSpan w:val="2"/>')]
        made.append(tr(*cells, properties="<w:cantSplit/>" if number % 2 else ""))
        made.append(" \n" if number % 5 == 0 else "")
        made.append(odd if number == count // 2 else "")
    return "".join((*made, end))


def task_table(table: PrintedTable, body: str, *, properties: str = HEADER) -> str:
    """Return a table with the header of a task table."""
    header = tr(*(tc(p(words)) for words in table.headers), properties=properties)
    grid = '<w:gridCol w:w="1000"/>' * len(table.headers)
    return tbl(header, body, properties='<w:tblW w:w="0" w:type="auto"/>', grid=grid)


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def documents(tables: list[PrintedTable]) -> Iterator[tuple[str, str]]:
    """Yield the insides of bodies, with what they are about."""
    first, columns = tables[0], len(tables[0].headers)
    link = tr(tc('<w:p><w:hyperlink r:id="x"/><w:fldSimple w:instr="PAGE"/></w:p>'))
    inner = tr(tc(tbl(tr(tc(p("a")), properties=HEADER), rows(4, 4)) + p()))
    opened = f"<w:p>{field('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    wide = tbl(tr(tc(p("Chưa biết")), tc(p("b")), properties=HEADER), rows(600, 4), grid='<w:gridCol w:w="7143"/>' * 2)
    yield "long", task_table(first, rows(700, columns))
    yield "two", task_table(first, rows(3, columns)) + p("Giữa") + task_table(tables[-1], rows(300, columns))
    yield "a header in the middle", task_table(first, rows(9, columns, odd=tr(tc(p("x")), properties=HEADER)))
    yield "a field in a row", task_table(first, rows(600, columns, odd=link))
    yield "a table in a row", task_table(first, rows(9, columns, odd=inner))
    yield "no header", task_table(first, rows(9, columns), properties="")
    yield "another header on a turned page", wide + p() + TURNED
    yield "another header on an upright page", wide + p() + UPRIGHT
    yield "an open field", opened + task_table(first, rows(9, columns)) + f"<w:p>{field('end')}</w:p>"
    yield "a signature behind", task_table(first, rows(9, columns)) + tbl(tr(tc(p("Người ký"))))
    yield "nothing", ""


def made(
    body: str, tables: list[PrintedTable], *, names: str = NAMESPACES, prefix: str = "w", is_marked: bool = False
) -> bytes:
    """Return the bytes of a document, read in pieces of odd lengths."""
    xml = f"<w:document {names}><w:body>{body if 'sectPr' in body else body + UPRIGHT}</w:body></w:document>"
    for before in ("<", "</", " ", "xmlns:"):
        xml = xml.replace(f"{before}w:", f"{before}{prefix}:").replace(f"{before}w=", f"{before}{prefix}=")
    long_tables = LongTables(lambda _root: None, shares_by_headers(tables), is_marked=is_marked)
    root = long_tables.read(xml[place : place + 9_973] for place in range(0, len(xml), 9_973))
    widths = fit(root, styles_of(word_parts("")), tables)
    return b"".join(long_tables.written(root, widths))


def test_rows_that_wait_come_back_as_they_were(tables: list[PrintedTable]) -> None:
    for about, body in documents(tables):
        assert made(body, tables) == made(body, tables, is_marked=True), about


def test_of_two_prefixes_of_a_namespace_the_same_one_is_written(tables: list[PrintedTable]) -> None:
    names = f'{NAMESPACES} xmlns:v2="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:vml"'
    drawn = tr(tc(f'<w:p><w:r><w:pict v2:x="1">{"<o:shape/>"}</w:pict></w:r></w:p>'))
    body = task_table(tables[0], rows(9, len(tables[0].headers), odd=drawn))
    assert made(body, tables, names=names) == made(body, tables, names=names, is_marked=True)


def test_the_namespace_of_words_may_have_any_prefix(tables: list[PrintedTable]) -> None:
    body = task_table(tables[0], rows(300, len(tables[0].headers)))
    assert made(body, tables, prefix="x") == made(body, tables, prefix="x", is_marked=True)


def test_what_rows_would_take_in_is_refused_when_all_was_read(tables: list[PrintedTable]) -> None:
    seen: list[int] = []

    def refuse(root: object) -> None:
        seen.append(len(list(root)))  # type: ignore[call-overload]
        raise WordFileError("no")

    def pieces() -> Iterator[str]:
        yield f"<w:document {NAMESPACES}><w:body>"
        yield task_table(tables[0], rows(600, len(tables[0].headers)))
        seen.append(-1)
        yield f"{UPRIGHT}</w:body></w:document>"

    with pytest.raises(WordFileError, match="no"):
        LongTables(refuse, shares_by_headers(tables)).read(pieces())
    assert seen[-1] > 0
    assert -1 in seen
    assert sum(count for count in seen if count > 0) == 599


def test_what_is_wrong_with_tags_is_said_before_broken_xml() -> None:
    def pieces() -> Iterator[str]:
        yield f"<w:document {NAMESPACES}><w:body></w:p>"
        raise ValueError("a tag")

    long_tables = LongTables(lambda _root: None, ())
    with pytest.raises(ValueError, match="a tag"):
        long_tables.read(pieces())
    with pytest.raises(WordFileError, match="broken"):
        LongTables(lambda _root: None, ()).read(["<w:document>"])
