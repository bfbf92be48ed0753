"""Which rules a document follows: whether the decree orders its layout, or that cannot be told."""

import re
from enum import StrEnum
from itertools import islice
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.word.body import Body, Paragraph
from kshc_cli.reading.folding import canonical

_PARTY: Final = "đảng cộng sản việt nam"
_PARTY_BODY: Final = re.compile(
    r"(?:ban chấp hành )?(?:đảng (?:bộ|ủy)|chi bộ|(?:tỉnh|thành|huyện|quận|thị) ủy)\b"
    r"|(?:ban|văn phòng|ủy ban kiểm tra)\b.{0,40}\b(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b|ủy ban kiểm tra\b"
)
_PARTY_NUMBER: Final = re.compile(r"số:?\s*[\d.…]*\s*[-–]\s*[^\W\d_]{1,4}/[^\W\d_]", re.IGNORECASE)
_MARKED: Final = 0.08
"""Below this share of letters with marks a text is typed without them; Vietnamese has about a third."""
_FIRST: Final = 30
"""Paragraphs at the beginning of a file in which its heading stands."""


class Origin(StrEnum):
    """Whose rules a document follows."""

    STATE = "state"
    """An official document of the State: Nghị định 30/2020/NĐ-CP."""
    PARTY = "party"
    """A document of the Party, which has rules of its own (hướng dẫn của Văn phòng Trung ương Đảng)."""
    UNTOLD = "untold"
    """None that can be told: neither heading nor kind, or a kind that the decree has no model for."""


def origin_of(body: Body, acts: tuple[Act, ...]) -> Origin:
    """Return whose rules a file follows, by its heading and kind."""
    if _is_of_party(body):
        return Origin.PARTY
    if _lacks_marks(body):
        return Origin.UNTOLD
    known = any(act.kind is not ActKind.OTHER and (act.nation or act.title or act.number) for act in acts)
    return Origin.STATE if known else Origin.UNTOLD


def _is_of_party(body: Body) -> bool:
    first = [words for each in islice(_shown(body), _FIRST) if (words := canonical(each.printed).strip(" *-_"))]
    if any(
        _PARTY in line and line.replace(_PARTY, "").strip(" \t") == "" for words in first for line in words.split("\n")
    ):
        return True
    named = any(map(_PARTY_BODY.match, first[:6]))
    return named and any(map(_PARTY_NUMBER.match, first))


def _lacks_marks(body: Body) -> bool:
    """Tell whether the words are typed without diacritics, so that no component can be known by them."""
    letters = [letter for each in body.paragraphs for letter in each.text if letter.isalpha()]
    return sum(not letter.isascii() for letter in letters) < _MARKED * len(letters)


def _shown(body: Body) -> "list[Paragraph]":
    return [each for each in body.paragraphs[: 4 * _FIRST] if each.printed.strip()]
