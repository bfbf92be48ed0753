"""What stands in a Word file is found wherever Word can put it, and what it does not show is not."""

import pytest

from kshc_cli.documents.word.body import Paragraph, WordTable
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.formats import DrawnLine
from kshc_cli.documents.word.package import packed
from kshc_cli.documents.word.run_reader import DEEPEST
from tests.documents.word_xml import p, r, read, tbl, tc, tr, word_file, word_parts


def texts(body: str, **others: str) -> list[str]:
    return [one.text for one in read(body, **others).paragraphs]


def test_revisions_count_as_accepted() -> None:
    body = f"<w:p>{r('Trong tháng ')}<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>{r('6')}</w:ins></w:p>"
    moved = f"<w:p><w:moveFrom>{r('cũ')}</w:moveFrom><w:moveTo>{r('mới')}</w:moveTo></w:p>"
    gone = tbl(tr(tc(p("xóa")), properties="<w:del/>"), tr(tc(p("còn"))))
    assert texts(body + moved + gone) == ["Trong tháng 6", "mới", "còn"]


def test_text_inside_links_controls_and_fields() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('b')}</w:sdtContent></w:sdt>"
    field = f"<w:fldSimple w:instr=' DATE '>{r('c')}</w:fldSimple>"
    inline = f"<w:p><w:hyperlink>{r('a')}</w:hyperlink>{control}{field}</w:p>"
    rows = f"<w:sdt><w:sdtContent>{tr(tc(p('e')))}</w:sdtContent></w:sdt>"
    block = f"<w:sdt><w:sdtContent>{p('d')}{tbl(rows)}</w:sdtContent></w:sdt>"
    found = read(inline + block)
    assert [one.text for one in found.paragraphs] == ["abc", "d", "e"]
    assert found.paragraphs[0].fields == ("DATE",)


def test_letters_that_are_elements() -> None:
    body = (
        "<w:p><w:r><w:t>  a </w:t><w:tab/><w:t xml:space='preserve'> b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/>"
        "<w:softHyphen/><w:br w:type='page'/><w:sym w:font='Wingdings' w:char='F0B7'/><w:sym w:char='2013'/>"
        "<w:sym w:char='zz'/></w:r><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>"
    )
    assert texts(body) == ["a\t b\nc- •–x"]


def test_alternatives_are_read_once() -> None:
    box = "<w:txbxContent>{}</w:txbxContent>"
    inside = box.format(p("trong khung"))
    drawing = f"<w:drawing><wp:anchor><wps:wsp><wps:txbx>{inside}</wps:txbx></wps:wsp></wp:anchor></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{inside}</v:textbox></v:shape></w:pict>"
    choice, fallback = f"<mc:Choice Requires='wps'>{drawing}</mc:Choice>", f"<mc:Fallback>{old}</mc:Fallback>"
    both = f"<mc:AlternateContent>{choice}{fallback}</mc:AlternateContent>"
    found = read(f"<w:p><w:r>{both}</w:r>{r('ngoài')}</w:p>").paragraphs
    assert [(one.text, one.boxed) for one in found] == [("ngoài", False), ("trong khung", True)]
    alone = read(f"<w:p><w:r><mc:AlternateContent><mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>")
    assert [one.text for one in alone.paragraphs] == ["", "trong khung"]


def test_tables_with_merged_cells_know_their_columns() -> None:
    grid = '<w:gridCol w:w="1000"/><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/>'
    table = tbl(
        tr(tc(p("a"), '<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan w:val="2"/>'),
           tc(p("b"), '<w:vMerge w:val="restart"/>'), properties="<w:cantSplit/><w:tblHeader/>"),
        tr(tc(p("c")), tc(p("d"), "<w:vMerge/>"), properties='<w:gridBefore w:val="1"/>'),
        grid=grid, properties='<w:tblBorders><w:insideH w:val="single"/></w:tblBorders>',
    )  # fmt: skip
    (found,) = read(table).blocks
    assert isinstance(found, WordTable)
    first, second = found.rows
    assert (found.grid, found.bordered) == ((1000, 2000, 3000), True)
    assert (first.header, first.whole, second.header, second.skipped) == (True, True, False, 1)
    assert [(cell.span, cell.width, cell.merged_down, cell.continues) for cell in first.cells + second.cells] == [
        (2, 3000, False, False), (1, 0, True, False), (1, 0, False, False), (1, 0, False, True),
    ]  # fmt: skip


def test_a_cell_over_no_columns_is_one_over_one() -> None:
    (found,) = read(tbl(tr(tc(p("a"), '<w:gridSpan w:val="0"/>'), tc(p("b"), '<w:gridSpan w:val="-2"/>')))).blocks
    assert isinstance(found, WordTable)
    assert [cell.span for cell in found.rows[0].cells] == [1, 1]


def test_addresses_count_paragraphs_tables_rows_and_cells() -> None:
    inner = tbl(tr(tc(p("trong"))))
    found = read(p("a") + tbl(tr(tc(p("b")), tc(inner + p("c")))) + p("d")).paragraphs
    places = [(one.text, one.address.paragraph, one.address.table, one.address.row, one.address.cell) for one in found]
    assert places == [
        ("a", 1, None, None, None), ("b", 2, 1, 1, 1), ("trong", 3, 2, 1, 1), ("c", 4, 1, 1, 2),
        ("d", 5, None, None, None),
    ]  # fmt: skip


def test_pages_are_known_where_word_left_them() -> None:
    turned = "<w:p><w:r><w:t>b</w:t><w:lastRenderedPageBreak/><w:t>c</w:t></w:r></w:p>"
    first = "<w:p><w:r><w:lastRenderedPageBreak/><w:t>e</w:t></w:r></w:p>"
    found = read(p("a") + turned + p("d") + first).paragraphs
    assert [(one.text, one.address.page) for one in found] == [("a", 1), ("bc", 1), ("d", 2), ("e", 3)]
    assert read(p("a")).paragraphs[0].address.page is None


def test_sections_have_pages_and_inherit_headers() -> None:
    number = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PA</w:instrText></w:r>'
        '<w:r><w:instrText>GE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    one = (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="851"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    two = '<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    found = read(p("a") + p("", one) + p("b") + two, header1=number, footer1=p("chân trang"))
    first, second = found.sections
    assert [len(section.blocks) for section in found.sections] == [2, 1]
    assert (first.text_width, first.top, first.first_differs, first.restarts_at) == (9354, 1134, True, 1)
    assert (second.landscape, second.continuous, second.restarts_at, second.first_differs) == (True, True, None, False)
    for section in found.sections:
        (header,) = section.headers["default"]
        assert isinstance(header, Paragraph)
        assert header.fields == ("PAGE",)
        assert header.address.part == "header"
        assert [block.text for block in section.footers["default"] if isinstance(block, Paragraph)] == ["chân trang"]
    assert [one.address.section for one in found.paragraphs] == [1, 1, 2]


def test_comments_of_xml_state_nothing() -> None:
    (found,) = read(p("a", "<!-- x --><w:jc w:val='right'/>", "<!-- y --><w:b/>")).paragraphs
    assert (found.format.alignment, found.runs[0].format.bold) == ("right", True)


def test_even_headers_count_only_where_they_are_used() -> None:
    end = '<w:sectPr><w:headerReference w:type="even" r:id="header1"/></w:sectPr>'
    assert not read(p("a") + end, header1=p("x")).sections[0].headers
    assert read(p("a") + end, header1=p("x"), settings="<w:evenAndOddHeaders/>").sections[0].headers.keys() == {"even"}


def test_a_body_without_an_end_is_a_section_of_a4() -> None:
    (section,) = read(p("a")).sections
    assert (section.width, section.height, section.landscape) == (11906, 16838, False)


def test_notes_are_read_and_separators_are_not() -> None:
    notes = f'<w:footnote w:type="separator">{p("---")}</w:footnote><w:footnote w:id="2">{p("Chú thích")}</w:footnote>'
    found = read(p("a"), footnotes=notes).notes
    assert [(one.text, one.address.part) for one in found] == [("Chú thích", "footnotes")]


def shape(preset: str, *, size: str = "", outline: str = "") -> str:
    extent = f"<a:xfrm><a:ext {size}/></a:xfrm>" if size else ""
    return f'<w:drawing>{{}}<wps:spPr>{extent}<a:prstGeom prst="{preset}"/>{outline}</wps:spPr></w:drawing>'


LEVEL, SLOPING = 'cx="635000" cy="0"', 'cx="635000" cy="635000"'
DASHED, UNSEEN = '<a:ln><a:prstDash val="dash"/></a:ln>', "<a:ln><a:noFill/></a:ln>"
DASHED_LINE = DrawnLine(1710, solid=False)
STROKE = '<v:stroke dashstyle="dash"/>'
CONNECTOR = '<w:pict><v:shape type="#_x0000_TYPE" style="position:absolute;width:85.5pt;height:0"/></w:pict>'


@pytest.mark.parametrize(
    ("drawing", "lines"),
    [
        (shape("line").format('<wp:extent cx="1270000" cy="0"/>'), (DrawnLine(2000),)),
        (shape("line", size='cx="360" cy="360"').format('<wp:extent cx="1270000" cy="635"/>'), (DrawnLine(2000),)),
        (shape("straightConnector1", size=LEVEL, outline=DASHED), (DrawnLine(1000, solid=False),)),
        (shape("line", size=SLOPING), ()),
        (shape("line", size='cx="635000" cy="127000"'), (DrawnLine(1000),)),
        (shape("line", size='cx="635000" cy="127001"'), ()),
        (shape("line", size='cx="0" cy="635000"'), ()),
        (shape("line", size='cx="635000" cy="-1"'), ()),
        (shape("line", size=LEVEL, outline='<a:ln><a:prstDash val="solid"/></a:ln>'), (DrawnLine(1000),)),
        (shape("line", size=LEVEL, outline=UNSEEN), ()),
        (shape("rect", size=LEVEL), ()),
        ('<w:pict><v:line from="10pt,1pt" to="110pt,1pt"/></w:pict>', (DrawnLine(2000),)),
        (f'<w:pict><v:line from="0,0" to="96px,0">{STROKE}</v:line></w:pict>', (DrawnLine(1440, solid=False),)),
        ('<w:pict><v:line from="10pt" to="110pt,1pt"/></w:pict>', ()),
        ('<w:pict><v:line from="0,0,0" to="96px,0,0"/></w:pict>', ()),
        ('<w:pict><v:line from="110pt,30pt" to="10pt,10pt"/></w:pict>', (DrawnLine(2000),)),
        ('<w:pict><v:line from="0,0" to="100pt,20.1pt"/></w:pict>', ()),
        ('<w:pict><v:line from="0,0" to="0,100pt"/></w:pict>', ()),
        (CONNECTOR.replace("TYPE", "t32"), (DrawnLine(1710),)),
        (CONNECTOR.replace("TYPE", "t75"), ()),
        (CONNECTOR.replace("TYPE", "t32").replace("height:0", "height:17.1pt"), (DrawnLine(1710),)),
        (CONNECTOR.replace("TYPE", "t32").replace("height:0", "height:17.2pt"), ()),
        (CONNECTOR.replace("TYPE", "t32").replace("/></w:pict>", f">{STROKE}</v:shape></w:pict>"), (DASHED_LINE,)),
    ],
)
def test_level_lines_that_are_drawn(drawing: str, lines: tuple[DrawnLine, ...]) -> None:
    assert read(f"<w:p><w:r>{drawing.format('')}</w:r></w:p>").paragraphs[0].lines == lines


def test_what_is_nested_without_end_is_refused() -> None:
    deep = p("x")
    for _depth in range(200):
        deep = tbl(tr(tc(deep)))
    links = f"<w:p>{'<w:hyperlink>' * 300}{r('x')}{'</w:hyperlink>' * 300}</w:p>"
    for body in (deep, links):
        with pytest.raises(WordFileError, match="nested too deep"):
            read_body(word_file(body))


def test_tables_in_forty_tables_are_read_and_no_deeper() -> None:
    deep = p("x")
    for _depth in range(DEEPEST):
        deep = tbl(tr(tc(deep)))
    assert read_body(word_file(deep)).blocks
    with pytest.raises(WordFileError, match="nested too deep"):
        read_body(word_file(tbl(tr(tc(deep)))))


@pytest.mark.parametrize(
    "around",
    [
        "<w:ins>{}</w:ins>",
        "<mc:AlternateContent><mc:Choice Requires='wps'>{}</mc:Choice></mc:AlternateContent>",
    ],
)
def test_paragraphs_in_forty_elements_are_read_and_no_deeper(around: str) -> None:
    deep = p("x")
    for _depth in range(DEEPEST):
        deep = around.format(deep)
    assert [one.text for one in read_body(word_file(deep)).paragraphs] == ["x"]
    with pytest.raises(WordFileError, match="nested too deep"):
        read_body(word_file(around.format(deep)))


def test_a_document_without_a_body_is_refused() -> None:
    parts = word_parts(p("a"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"w:body", b"w:bodi")
    with pytest.raises(WordFileError, match="not a Word file"):
        read_body(packed(parts))


@pytest.mark.parametrize(
    ("inside", "reason"), [(b"EncryptedPackage", "protected by a password"), (b"WordDocument", "Word 97–2003")]
)
def test_compound_files_are_named_for_what_they_are(inside: bytes, reason: str) -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + inside.decode().encode("utf-16-le") + b"\0" * 512
    with pytest.raises(WordFileError, match=reason):
        read_body(data)
