"""What one paragraph of a heading or an ending sets under or beside each other, and where its pieces begin."""

import pytest

from kshc_cli.documents.components.side_by_side import halves, pieces_of
from kshc_cli.documents.word.body import Address, Paragraph, Run
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat


def paragraph(text: str, label: str = "") -> Paragraph:
    """Return a paragraph of two runs with hidden text between them."""
    middle = len(text) // 2
    runs = (Run(text[:middle], TextFormat()), Run("ẩn", TextFormat(hidden=True)), Run(text[middle:], TextFormat()))
    return Paragraph(Address(1), runs, ParagraphFormat(), TextFormat(), label=label)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP\t|~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        (
            "\tỦY BAN NHÂN DÂN XÃ TÂN LẬP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "\tỦY BAN NHÂN DÂN XÃ TÂN LẬP\t|~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        ("\t\tỦY BAN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\t", "\t\tỦY BAN\t\t|~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\t"),
        (
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP      |~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        (
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP  CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP  |~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        (
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN NHÂN DÂN XÃ TÂN LẬP CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        ("XÃ TÂN LẬP      Độc lập - Tự do - Hạnh phúc", "XÃ TÂN LẬP      |~Độc lập - Tự do - Hạnh phúc"),
        ("Số: 05/KH-UBND\tTân Lập, ngày 09 tháng 01 năm 2026", "Số: 05/KH-UBND\t|~Tân Lập, ngày 09 tháng 01 năm 2026"),
        (
            "Số: 05/KH-UBND    Tân Lập, ngày 09 tháng 01 năm 2026",
            "Số: 05/KH-UBND    |~Tân Lập, ngày 09 tháng 01 năm 2026",
        ),
        ("Số: 05/KH-UBND    ngày 09 tháng 01 năm 2026", "Số: 05/KH-UBND    |~ngày 09 tháng 01 năm 2026"),
        (
            "Số:     /KH-UBND    Tân Lập, ngày    tháng 01 năm 2026",
            "Số:     /KH-UBND    |~Tân Lập, ngày    tháng 01 năm 2026",
        ),
        ("Số:\t/KH-UBND\tTân Lập, ngày 09 tháng 01 năm 2026", "Số:\t/KH-UBND\t|~Tân Lập, ngày 09 tháng 01 năm 2026"),
        (
            "SỐ \t05/KH-UBND\tTân Lập, ngày 09\ttháng 01 năm 2026",
            "SỐ \t05/KH-UBND\t|~Tân Lập, ngày 09\ttháng 01 năm 2026",
        ),
        ("UBND XÃ    ngày mai", "UBND XÃ    ngày mai"),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc",
        ),
        (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc",
        ),
        ("ỦY BAN NHÂN DÂN\nXÃ TÂN LẬP", "ỦY BAN NHÂN DÂN|XÃ TÂN LẬP"),
        ("KẾ HOẠCH\nChuyển đổi số\nnăm 2026", "KẾ HOẠCH\nChuyển đổi số\nnăm 2026"),
        ("Căn cứ Luật;\nCăn cứ Nghị định.", "Căn cứ Luật;\nCăn cứ Nghị định."),
        ("ỦY BAN NHÂN DÂN\n\nXÃ TÂN LẬP\t\nSố: 05/KH-UBND", "ỦY BAN NHÂN DÂN|XÃ TÂN LẬP\t|Số: 05/KH-UBND"),
        ("Số: 05/KH-UBND\nTân Lập, ngày 09 tháng 01 năm 2026", "Số: 05/KH-UBND|Tân Lập, ngày 09 tháng 01 năm 2026"),
        (
            "ỦY BAN\xa0\xa0\xa0CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN\xa0\xa0\xa0|~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        (
            "ỦY BAN\u2003\u2003CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "ỦY BAN\u2003\u2003|~CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        ("A\tB\tC", "A\t|~B\t|~C"),
        ("   \t  ", ""),
        ("", ""),
    ],
)
def test_the_pieces_of_a_heading(text: str, pieces: str) -> None:
    """A piece beside the one before it has a ``~``."""
    found = list(pieces_of(paragraph(text)))
    assert "|".join(f"{'' if is_first else '~'}{piece.text}" for piece, is_first in found) == pieces


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Nơi nhận:\tCHỦ TỊCH", "Nơi nhận:|CHỦ TỊCH"),
        ("\tCHỦ TỊCH", "-|CHỦ TỊCH"),
        ("- Lưu: VT.        Trần Văn Nam", "- Lưu: VT.|Trần Văn Nam"),
        ("- Lưu: VT.       Trần Văn Nam", "- Lưu: VT.       Trần Văn Nam|-"),
        ("Nơi nhận:\t", "Nơi nhận:\t|-"),
        ("Nơi nhận:", "Nơi nhận:|-"),
        ("Nơi nhận:\xa0\xa0\xa0\xa0\xa0\xa0\xa0\xa0CHỦ TỊCH", "Nơi nhận:|CHỦ TỊCH"),
        ("- A; \t \xa0B\tC", "- A;|B\tC"),
        ("         CHỦ TỊCH", "-|CHỦ TỊCH"),
    ],
)
def test_the_sides_of_an_ending(text: str, sides: str) -> None:
    assert "|".join("-" if side is None else side.text for side in halves(paragraph(text))) == sides


def test_a_label_stays_with_the_first_piece_and_the_looks_with_their_words() -> None:
    whole = paragraph("ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "1.")
    whole = Paragraph(whole.address, (*whole.runs[:1], *whole.runs[2:]), whole.format, whole.mark, "1.")
    (left, _first), (right, _beside) = pieces_of(whole)
    assert (left.label, right.label) == ("1.", "")
    assert "".join(run.text for run in (*left.runs, *right.runs)) == whole.text
    assert next(pieces_of(paragraph("KẾ HOẠCH")))[0] == paragraph("KẾ HOẠCH")
