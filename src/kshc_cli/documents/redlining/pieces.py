"""The words of paragraphs with the looks of their letters, taken apart and put together again."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.documents.word.markup import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BREAK: Final = "\x0b"
"""A line break within a paragraph."""
_SIGNS: Final = {W + "br": BREAK, W + "cr": BREAK, W + "tab": "\t", W + "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_PLAIN: Final = frozenset((W + "t", W + "rPr", W + "tab"))
_UNSEEN: Final = frozenset((W + "pPr", W + "proofErr"))
_PARTS: Final = re.compile(rf"[{BREAK}\t]|[^{BREAK}\t]+")
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


class Span(NamedTuple):
    """Words with the look of their letters."""

    words: str
    look: "Element | None"


def spans_of(paragraph: "Element") -> list[Span]:
    """Return the words of a paragraph as Word shows them, run by run."""
    found: list[Span] = []
    for run in paragraph.iter(W + "r"):
        words = "".join((one.text or "") if one.tag == W + "t" else _SIGNS.get(one.tag, "") for one in run)
        if words:
            found.append(Span(words, run.find(W + "rPr")))
    return found


def words_of(paragraph: "Element") -> str:
    """Return the words of a paragraph as Word shows them."""
    return "".join(span.words for span in spans_of(paragraph))


def is_plain(paragraph: "Element") -> bool:
    """Tell whether a paragraph holds words and line breaks alone, so that it can be put together anew."""
    return all(
        child.tag in _UNSEEN
        or (child.tag == W + "r" and all(one.tag in _PLAIN or _is_line_break(one) for one in child))
        for child in paragraph
    )


def _is_line_break(element: "Element") -> bool:
    return element.tag == W + "br" and not element.attrib


def cut(spans: Iterable[Span], lengths: Iterable[int]) -> Iterator[list[Span]]:
    """Yield the words of spans in stretches of these lengths."""
    rest = [*reversed([*spans])]
    for length in lengths:
        found: list[Span] = []
        left = length
        while left and rest:
            span = rest.pop()
            if len(span.words) > left:
                rest.append(Span(span.words[left:], span.look))
                span = Span(span.words[:left], span.look)
            found.append(span)
            left -= len(span.words)
        yield found


def runs_of(beside: "Element", spans: Iterable[Span], *, is_deleted: bool) -> Iterator["Element"]:
    """Yield runs with the words of spans, which are deleted or not."""
    for span in spans:
        run = beside.makeelement(W + "r")
        if span.look is not None:
            run.append(deepcopy(span.look))
        for part in _PARTS.findall(span.words):
            run.append(_part(beside, part, is_deleted=is_deleted))
        yield run


def _part(beside: "Element", words: str, *, is_deleted: bool) -> "Element":
    if words == BREAK:
        return beside.makeelement(W + "br")
    if words == "\t":
        return beside.makeelement(W + "tab")
    text = beside.makeelement(W + ("delText" if is_deleted else "t"))
    text.text = words
    text.set(_SPACE, "preserve")
    return text
