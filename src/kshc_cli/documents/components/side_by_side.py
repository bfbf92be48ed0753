"""Parts a paragraph of a heading into what it sets under or beside each other: by line breaks, tabs, runs of spaces."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.pieces import cut
from kshc_cli.documents.word.body import Paragraph

_GAP: Final = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]*\t[\s\u00a0]*|[ \u00a0\u2000-\u200a\u202f\u3000]{2,}")
"""What keeps two columns apart where no table does."""
_WIDE_GAP: Final = re.compile(r"[ \u00a0]*\t[\s\u00a0]*|[ \u00a0]{8,}")
"""What keeps the two columns of an ending apart where no table does."""
_DATED_PLACE: Final = re.compile(r"[^\W\d_](?:(?!\s\s)[^:/\n])*?,?\s*ngày\b", re.IGNORECASE)
_CHECKS: Final = (
    wording.is_nation,
    wording.is_motto,
    wording.is_number_line,
    wording.is_place_date,
    wording.is_typed_line,
)
"""By which words a line of a heading is known."""
_MOTTO_BEHIND: Final = re.compile(r"(?<=\S)[ \u00a0]+(?=Độc lập\b)", re.IGNORECASE)
"""What stands between Quốc hiệu and Tiêu ngữ where they are one paragraph, of which Word makes two lines."""
_BARE_LABEL: Final = re.compile(r"\s*s[ốô]\s*:?\s*", re.IGNORECASE)


def pieces_of(paragraph: Paragraph) -> Iterator[tuple[Paragraph, bool]]:
    """Yield the pieces of a paragraph that show something, and whether each is the first of its line."""
    text = paragraph.text
    for start, end in _lines(paragraph, text):
        ends = [start, *_columns(paragraph, start, end), end]
        is_first = True
        for left, right in pairwise(ends):
            if text[left:right].strip():
                yield cut(paragraph, left, right) if (left, right) != (0, len(text)) else paragraph, is_first
                is_first = False


def halves(paragraph: Paragraph) -> tuple[Paragraph | None, Paragraph | None]:
    """Part a line of an ending at tabs or a wide run of spaces: what stands at the left, and what at the right."""
    text = paragraph.text
    gap = _WIDE_GAP.search(text)
    if gap is None or not text[gap.end() :].strip():
        return paragraph, None
    left = cut(paragraph, 0, gap.start()) if text[: gap.start()].strip() else None
    return left, cut(paragraph, gap.end(), len(text))


def _lines(paragraph: Paragraph, text: str) -> list[tuple[int, int]]:
    """Return where the lines begin and end; a paragraph over which one component runs on is one line."""
    spans = [(found.start(), found.end()) for found in re.finditer(r"[^\n]+", text)]
    gap = _MOTTO_BEHIND.search(text) if len(spans) == 1 and wording.is_nation(paragraph) else None
    if gap is not None:
        return [(0, gap.start()), (gap.end(), len(text))]
    lines = [cut(paragraph, *span) for span in spans] if len(spans) > 1 else []
    known = any(check(line) for check in _CHECKS for line in lines)
    runs_on = any(check(paragraph) and not any(map(check, lines)) for check in _CHECKS)
    parts = lines and not runs_on and (known or wording.in_capitals(paragraph))
    return spans if parts else [(0, len(text))]


def _columns(paragraph: Paragraph, start: int, end: int) -> Iterator[int]:
    """Yield where further columns begin: behind a tab, or behind spaces where the right half of a heading begins."""
    text = paragraph.text
    for gap in _GAP.finditer(text, start, end):
        left, right = text[start : gap.start()], text[gap.end() : end]
        if not left.strip() or _BARE_LABEL.fullmatch(left) or not right.strip():
            continue
        if _DATED_PLACE.match(right) or (
            right[:4].lower() == "ngày" and wording.is_number_line(cut(paragraph, start, gap.start()))
        ):
            yield gap.end()
            return
        if "\t" in gap[0] or _begins_right_half(cut(paragraph, gap.end(), end)):
            yield gap.end()


def _begins_right_half(piece: Paragraph) -> bool:
    checks = (wording.is_nation, wording.is_motto, wording.is_typed_line)
    return any(check(piece) for check in checks)
