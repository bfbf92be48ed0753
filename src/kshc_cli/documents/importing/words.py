"""The words of a document's paragraphs as a plan holds them."""

from collections.abc import Iterable

from kshc_cli.compare.printed import held
from kshc_cli.documents.word.body import Paragraph


def typed(paragraph: Paragraph) -> str:
    """Return a paragraph's words behind the number that Word prints, in the letters that were typed."""
    words = held(paragraph.text)
    return f"{paragraph.label.strip()} {words}".strip() if paragraph.label.strip() else words


def lines_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return the words of paragraphs, one a line; empty ones are left out."""
    return "\n".join(filter(None, map(typed, paragraphs)))


def running(paragraphs: Iterable[Paragraph]) -> str:
    """Return the words of paragraphs over which one sentence runs on."""
    return " ".join(filter(None, map(typed, paragraphs)))
