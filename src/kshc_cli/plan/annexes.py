"""Annexes of a plan: sections whose heading begins with “Phụ lục” and its number (Nghị định 30/2020/NĐ-CP, Điều 8)."""

import unicodedata
from collections.abc import Sequence
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Section

_NUMBER: Final = lazy_pattern(r"phụ\s+lục(?:\s+(?:số\s+)?(?:[ivxlc]+|\d+|[a-zđ]))?(?!\w)", needs=("phụ",))


class AnnexHeading(NamedTuple):
    """The heading of an annex by its lines."""

    number: str
    """The line that begins with “Phụ lục”."""
    names: tuple[str, ...]
    """The lines of its name."""
    notes: tuple[str, ...]
    """What stands in brackets below: of which document it is a part."""


def annex_heading(heading: str | None) -> AnnexHeading | None:
    """Return the parts of an annex's heading; None for that of any other section.

    A line that goes on behind the number (Phụ lục I. Danh mục …) is kept whole, as the first line.
    """
    number, *others = [line.strip() for line in (heading or "").strip().split("\n") if line.strip()] or [""]
    if not _NUMBER.match(unicodedata.normalize("NFC", number).casefold()):
        return None
    cut = next((place for place, line in enumerate(others) if line.startswith("(")), len(others))
    return AnnexHeading(number, tuple(others[:cut]), tuple(others[cut:]))


def annex_number(line: str) -> str:
    """Return “Phụ lục” and its number of a line that begins with them; the line where it does not."""
    words = unicodedata.normalize("NFC", line)
    found = _NUMBER.match(words.lower())
    return words[: found.end()] if found else line


def is_annex_number(words: str) -> bool:
    """Tell whether words are nothing but “Phụ lục” and its number."""
    return _NUMBER.fullmatch(unicodedata.normalize("NFC", words).casefold().strip(" .:")) is not None


def first_annex(sections: Sequence[Section]) -> int:
    """Return the place of the first annex among sections; how many there are where none is one.

    What follows an annex belongs to it or to another one.
    """
    found = (place for place, section in enumerate(sections) if annex_heading(section.heading))
    return next(found, len(sections))
