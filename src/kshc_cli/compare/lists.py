"""What differs between two lists of lines of a document: articles, bases, recipients."""

from collections.abc import Iterator, Sequence

from kshc_cli.compare.texts import paired_texts, text_changes
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.findings import Path


def list_differences(
    subject: Subject, field: str, old: tuple[Path, Sequence[str]], new: tuple[Path, Sequence[str]]
) -> Iterator[Difference]:
    """Yield what differs between two lists of texts, given with the ways to them."""
    (path, texts), (other, others) = old, new
    if texts == others:
        return
    for change in text_changes(texts, others, paired_texts(texts, others)):
        is_moved = change.kind is Kind.REORDERED
        before = None if change.old is None else _side(path, change.old, texts[change.old], is_moved=is_moved)
        after = None if change.new is None else _side(other, change.new, others[change.new], is_moved=is_moved)
        yield Difference(change.kind, subject, None, field, before, after)


def _side(path: Path, place: int, words: str, *, is_moved: bool) -> Side:
    return Side((*path, place), words, position=place + 1 if is_moved else None)
