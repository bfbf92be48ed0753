"""Points that a program left open in a plan, as comments above what they are about: a finding each until they go."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.findings import Finding, warning
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.text import YamlText
from kshc_cli.source.yaml.tree import Mark

SIGN: Final = "# kshc roll:"
"""How such a comment begins."""
RULE: Final = "left-open"
_POINT: Final = lazy_pattern(r"(?m)^[^\S\n]*# kshc roll:[^\S\r\n]*([^\r\n]*?)(?=\s#\s|\r|$)")


def open_points(text: YamlText) -> Iterator[Finding]:
    """Yield a warning for each comment of a file that says what ``kshc roll`` left open."""
    if SIGN not in text.lines.text or text.marks is None:
        return
    words = sorted(_scalars(text.marks))
    for found in _POINT.finditer(text.lines.text):
        offset = text.lines.text.index("#", found.start())
        if not _is_within(words, offset):
            point = warning(
                RULE,
                (),
                _("Left open by kshc roll: {point}").format(point=found[1].strip()),
                _("Correct what stands below if need be, then delete this comment."),
            )
            yield replace(point, place=text.lines.place(offset))


def _scalars(mark: Mark) -> Iterator[tuple[int, int]]:
    """Yield where words begin and end."""
    start, end, parts = mark
    if isinstance(parts, dict):
        for _key, part in parts.values():
            yield from _scalars(part)
    elif isinstance(parts, list):
        for part in parts:
            yield from _scalars(part)
    else:
        yield start, end


def _is_within(words: list[tuple[int, int]], offset: int) -> bool:
    """Tell whether a place lies in words, and so is no comment; ``words`` are in order."""
    at = bisect_right(words, offset, key=itemgetter(0)) - 1
    return at >= 0 and offset < words[at][1]
