"""As what a line of a document is known by its words: wording.tsv says all that it may be.

A line of it is the looks (``b`` bold, ``c`` in the middle, ``t`` in a table, ``w`` white), the names of what holds, the
words.
"""

from datetime import date
from pathlib import Path

import pytest

from kshc_cli.documents.components import naming, wording
from kshc_cli.documents.word.body import Address, Paragraph, Run
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat

LINES = [line.split("\t") for line in (Path(__file__).parent / "wording.tsv").read_text(encoding="utf-8").splitlines()]
CHECKS = (
    *(wording.is_nation, wording.is_half_nation, wording.is_bare_motto, wording.is_motto, wording.is_number_line),
    *(wording.is_place_date, wording.is_typed_line, wording.is_addressee, wording.is_about, wording.is_about_unmarked),
    *(wording.is_white, wording.is_mark, wording.is_reference, wording.is_basis, wording.is_enacting),
    *(wording.is_article, wording.is_numbered, wording.is_recipients_label, wording.in_capitals, wording.is_bold),
    *(naming.is_personal_name, naming.is_position, naming.names_position, naming.begins_body, naming.awaits_body),
    *(naming.awaits_place, naming.is_place),
)


def line(looks: str, words: str) -> Paragraph:
    """Return a paragraph of one run."""
    look = TextFormat(bold="b" in looks, color="FFFFFF" if "w" in looks else "000000")
    place = Address(1, table=1 if "t" in looks else None)
    return Paragraph(
        place, (Run(words, look),), ParagraphFormat(alignment="center" if "c" in looks else "both"), TextFormat()
    )


def known_as(paragraph: Paragraph) -> str:
    """Name all that a paragraph may be, with the kind of document that it names."""
    found = [check.__name__.removeprefix("is_") for check in CHECKS if check(paragraph)]
    kind = wording.kind_of(paragraph)
    return ", ".join([*found, *([f"“{kind}”"] if kind else []), *(["drafter"] * wording.is_drafter(paragraph.text))])


@pytest.mark.parametrize(("looks", "names", "words"), LINES)
def test_a_line_is_known_by_its_words(looks: str, names: str, words: str) -> None:
    words = words.replace("\\n", "\n").replace("\\t", "\t")
    assert known_as(line(looks.strip("-"), words)) == names


def test_only_the_beginning_of_a_long_paragraph_is_looked_at() -> None:
    rest = " Nội dung." * 40
    for words in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "KẾ HOẠCH", "ngày 09 tháng 01 năm 2026", "CHỦ TỊCH ĐIỆN:"):
        assert known_as(line("", words)) != known_as(line("", words + rest))
    assert wording.is_basis(line("", "Căn cứ" + rest))
    assert wording.is_recipients_label(line("", "Nơi nhận:\n" + rest))


def test_words_that_a_document_writes() -> None:
    assert wording.date_words(date(2026, 1, 9)) == "ngày 09 tháng 01 năm 2026"
    assert wording.date_words(date(2026, 2, 10)) == "ngày 10 tháng 02 năm 2026"
    assert wording.date_words(date(2026, 3, 31)) == "ngày 31 tháng 3 năm 2026"
    lines = (line("", " "), line("", "KẾ HOẠCH"), line("", ""))
    assert wording.shown(lines) == lines[1:2]
