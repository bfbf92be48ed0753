"""Word files that hold more than any real one: refused at once, with the reason."""

import pytest

from kshc_cli.documents.word import package, run_reader
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.package import packed
from tests.documents.word_xml import p, r, read, word_parts


def test_a_file_of_more_paragraphs_than_any_is_refused_and_one_at_the_limit_opened() -> None:
    most = packed(word_parts("<w:p/>" * package.PARAGRAPHS))
    assert "word/document.xml" in package.opened(most)
    with pytest.raises(WordFileError, match="150000 paragraphs"):
        read_body(packed(word_parts(p("a") * (package.PARAGRAPHS + 1))))


def test_a_file_of_more_elements_than_any_is_refused() -> None:
    with pytest.raises(WordFileError, match="more parts than any real document"):
        read_body(packed(word_parts(p() + "<w:r/>" * package.ELEMENTS)))


def test_a_paragraph_of_more_pieces_than_any_is_refused_and_one_at_the_limit_read() -> None:
    (paragraph,) = read(f"<w:p>{r('ab ') * run_reader.MOST_RUNS}</w:p>").paragraphs
    assert paragraph.text == "ab " * run_reader.MOST_RUNS
    assert len(paragraph.runs) == 1
    with pytest.raises(WordFileError, match="more than 20000 pieces"):
        read(f"<w:p>{r('ab ') * (run_reader.MOST_RUNS + 1)}</w:p>")
