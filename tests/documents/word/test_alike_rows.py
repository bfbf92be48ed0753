"""A document that is read piece by piece, its rows by the form of others, is what its whole tree says."""

import random

import pytest

from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.streamed import Stream, is_settled
from tests.documents.word_xml import NAMESPACES, p, r, read, tbl, tc, tr, word_parts

NUMBERED = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
LISTS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
TABLE_STYLE = (
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:pPr><w:spacing w:after="40"/></w:pPr>'
    '<w:rPr><w:sz w:val="22"/></w:rPr></w:style>'
)
SETTLED = '<w:p><w:ins w:id="1" w:author="x"><w:r><w:t>thêm</w:t></w:r></w:ins></w:p>'
"""A tracked change: what has to be settled, so that the whole tree is read, row by row."""
WORDS = ("", " ", "Báo cáo", " hai  ", "a&b < c", "\U000f0001", "x\ty", "…", "1.")
CELLS = (
    p,
    lambda words: p(words, run="<w:b/>") + p("chung"),
    lambda words: (
        f"<w:p><w:r><w:t>{words.strip().replace('&', '&amp;').replace('<', '&lt;')}</w:t><w:tab/></w:r></w:p>"
    ),
    lambda words: f"<w:p>{r(words, '<w:b/>')}{r(words, '<w:b/>')}{r('', '<w:i/>')}{r(words)}</w:p>",
    lambda words: p(words, '<w:jc w:val="center"/>'),
    lambda words: p(words, NUMBERED),
    lambda words: f"<w:p><w:r><w:lastRenderedPageBreak/></w:r>{r(words)}</w:p>",
    lambda words: tbl(tr(tc(p(words)))) + p(words),
    lambda words: f"<w:sdt><w:sdtContent>{p(words)}</w:sdtContent></w:sdt>",
    lambda words: f'<w:p w:rsidR="00A1" w:rsidP="{len(words)}">{r(words)}</w:p>',
)
BORDERS = ("", '<w:tcBorders><w:top w:val="single"/></w:tcBorders>', '<w:gridSpan w:val="2"/>')


def some_row(chance: random.Random, kinds: int) -> str:
    cell = chance.choice(CELLS[:kinds])
    border = chance.choice(BORDERS)
    header = chance.choice(("", "", "<w:tblHeader/>"))
    row = tr(*(tc(cell(chance.choice(WORDS)), border) for _cell in range(2)), properties=header)
    return row if chance.random() < 0.9 else f"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>"


@pytest.mark.parametrize("seed", range(40))
def test_rows_that_differ_in_words_are_read_as_each_by_itself(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    blocks = []
    for number in range(3):
        style = '<w:tblStyle w:val="Grid"/>' if number == 1 else ""
        rows = (some_row(chance, chance.choice((2, 5, len(CELLS)))) for _row in range(chance.choice((1, 12, 40))))
        blocks += [p(f"Bảng {number}", NUMBERED), tbl(*rows, properties=style, grid='<w:gridCol w:w="900"/>')]
    text = "".join(blocks)
    streamed = read(text, numbering=LISTS, styles=TABLE_STYLE)
    whole = read(text + SETTLED, numbering=LISTS, styles=TABLE_STYLE)
    assert is_settled(word_parts(text)["word/document.xml"])
    assert not is_settled(word_parts(text + SETTLED)["word/document.xml"])
    assert streamed.blocks == whole.blocks[:-1]


def test_sections_are_told_apart_piece_by_piece() -> None:
    upright, turned = (
        '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>',
        '<w:sectPr><w:pgSz w:w="16838"/></w:sectPr>',
    )
    text = p("một") + tbl(tr(tc(p("a")))) + p("", upright) + tbl(tr(tc(p("b"))), tr(tc(p("c")))) + turned
    found = read(text)
    assert [section.width for section in found.sections] == [11906, 16838]
    assert [[each.text for each in section.paragraphs] for section in found.sections] == [["một", "a", ""], ["b", "c"]]
    assert [each.address.section for each in found.paragraphs] == [1, 1, 1, 2, 2]


def test_nothing_that_was_read_is_kept() -> None:
    text = "".join(tbl(*(tr(tc(p(str(number)))) for number in range(2_000))) for _table in range(2)) + p("x") * 2_000
    stream = Stream(f"<w:document {NAMESPACES}><w:body>{text}</w:body></w:document>".encode())
    body = stream.body()
    assert body is not None
    most = 0
    for piece in stream.pieces(body):
        if piece.tag == W + "tbl":
            rows = [most := max(most, len(piece)) for _row in stream.pieces(piece)]
            assert len(rows) == 2_000
    assert most < 1_000
    assert len(body) == 0
