"""Writes what is said about a Word file as comments in it, at the words, by python-docx."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.located import Located
from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, opened, packed, unpacked
from kshc_cli.findings import WordPlace
from kshc_cli.messages import _

if TYPE_CHECKING:
    from docx.comments import Comment
    from lxml.etree import _Element as Element

AUTHOR: Final = "kshc"
_MARK: Final = b'w:author="kshc"'
_COMMENTS: Final = "comments"


class Remark(NamedTuple):
    """What is said about a place, in lines of which the first is the heading."""

    lines: tuple[str, ...]
    place: WordPlace | None
    """Where; what is about the file as a whole, a header or a note is told at the first words of the text."""
    words: tuple[str, ...] = ()
    """Words of the paragraph that it may be about: the first that stand in it are marked, else the quoted ones."""


def commented(data: bytes, remarks: Sequence[Remark], day: date) -> bytes:
    """Return a Word file with a comment for each remark, in their order. Raises ``WordFileError``."""
    from docx import Document
    from docx.text.run import Run

    parts = opened(data)
    try:
        document = Document(BytesIO(packed(parts)))
        located = Located(parts, DOCUMENT, document.element)
        for remark in remarks:
            runs = [Run(one, document) for one in _runs(located, remark)]
            _say(document.add_comment([runs[0], runs[-1]], author=AUTHOR, initials=AUTHOR), remark, day)
        stream = BytesIO()
        document.save(stream)
    except (KeyError, ValueError, AttributeError) as problem:
        raise WordFileError(_("its parts do not fit together, so that nothing can be added to it")) from problem
    return packed(unpacked(stream.getvalue()) or {})


def _say(comment: "Comment", remark: Remark, day: date) -> None:
    now = datetime.combine(day, time(), UTC)
    comment._comment_elm.set(W + "date", f"{now:%Y-%m-%dT%H:%M:%SZ}")  # noqa: SLF001  its own would be the clock's
    heading, *others = remark.lines
    comment.paragraphs[0].add_run(heading).bold = True
    for line in others:
        comment.add_paragraph(line)


def is_commented(data: bytes) -> bool:
    """Tell whether a Word file has comments of kshc in it, and is as kshc wrote it: no other program packs it so."""
    parts = unpacked(data) or {}
    return any(_MARK in part for name, part in parts.items() if _COMMENTS in name) and packed(parts) == data


def _runs(located: Located, remark: Remark) -> "list[Element]":
    """Return the runs that a remark is about."""
    place = remark.place
    if place is None or place.part not in {"body", "box"}:
        return [_first(located.root)]
    outer = located.outer_paragraph(place.paragraph)
    if outer is not None and outer is located.paragraph(place.paragraph):
        for start, end in _ranges(located.text(place.paragraph), place.quote, remark.words):
            if runs := located.between(place.paragraph, start, end):
                return [run.element for run in runs]
    whole = [] if outer is None else list(outer.iterchildren(W + "r"))
    return whole or [_first(located.root if outer is None else outer)]


def _ranges(text: str, quote: str, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where what is said about words may stand in a paragraph: the narrowest first, the whole at the end.

    A quotation may show capitals that are none in the text, and a space for a tab.
    """
    shown = text.replace("\t", " ")
    start = shown.find(quote)
    if start < 0 and len(shown.upper()) == len(shown):
        start = shown.upper().find(quote.upper())
    first = max(start, 0)
    for sought in words:
        if sought.strip() and (place := shown.find(sought, first)) >= 0:
            yield place, place + len(sought)
    if start >= 0 and quote:
        yield start, start + len(quote)
    yield 0, len(text)


def _first(within: "Element") -> "Element":
    """Return the first run of a paragraph or of a text, outside of text boxes; where there is none, a new one."""
    for run in within.iter(W + "r"):
        if next(run.iterancestors(W + "txbxContent"), None) is None:
            return run
    paragraph: Any = within if within.tag == W + "p" else next(within.iter(W + "p"), None)
    if paragraph is None:
        raise WordFileError(_("it holds no text"))
    return cast("Element", paragraph.add_r())
