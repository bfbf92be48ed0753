"""How many lines the rows of a table take."""

from kshc_cli.documents.layout.tables import row_lines
from kshc_cli.documents.word.body import Address, Cell, Paragraph, Row, Run, WordTable
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat

SHORT, LONG = "1", "Rà soát thủ tục hành chính trên địa bàn xã và tổng hợp phương án đơn giản hóa " * 3


def cell(words: str, span: int = 1) -> Cell:
    look = TextFormat(points=14)
    return Cell((Paragraph(Address(1), (Run(words, look),), ParagraphFormat(), look),), span=span)


def lines(grid: tuple[int, ...], row: Row) -> int:
    return row_lines(row, WordTable(1, (row,), grid))


def test_cells_without_a_width_have_that_of_their_columns() -> None:
    wide = lines((8000,), Row((cell(LONG),)))
    narrow = lines((1000,), Row((cell(LONG),)))
    assert 1 < wide < narrow
    assert lines((1000, 8000), Row((cell(SHORT), cell(LONG)))) == wide
    assert lines((8000, 1000), Row((cell(SHORT), cell(LONG)))) == narrow
    assert lines((500, 500, 8000), Row((cell(SHORT, span=2), cell(LONG)))) == wide
    assert lines((1000, 8000), Row((cell(LONG),), skipped=1)) == wide
    assert lines((500, 500, 8000), Row((cell(LONG, span=2), cell(SHORT)))) == narrow
