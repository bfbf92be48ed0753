"""Cells of a column that says both who leads and who cooperates: Chủ trì/Phối hợp over A/B."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from kshc_cli.dataclass import replace
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import AgencyWords, Column
from kshc_cli.reading.agencies.cell import BodySpan, Sense
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.folding import fold
from kshc_cli.reading.values import AgencyReading

_LED: Final = ("chu tri", "thuc hien", "phu trach", "dau moi", "tham muu", "duoc giao", "chiu trach nhiem")
_LEADS: Final = lazy_pattern(rf"\b(?:{'|'.join(_LED)})\b", needs=_LED)
_JOINS: Final = lazy_pattern(r"\bphoi hop\b", needs=("phoi hop",))
_OFFICE: Final = lazy_pattern(r"(?:\b(?:co quan|don vi|bo phan|ca nhan|nguoi)\b\W*)*$")
_MARK: Final = lazy_pattern(r"([/;(]|[-–—])\s*$")
_ROLE: Final = lazy_pattern(r"\b(?:chu tri|dau moi|ct)\b")
_DASHES: Final = frozenset("-–—")
_LISTED: Final = lazy_pattern(r"(?:[,;+&]|\bvà)\s*\n")
"""The end of a line behind which a list goes on."""


_CONCERNED: Final = lazy_pattern(r"\bliên quan\b")
"""What only whoever cooperates is called: các đơn vị liên quan."""


_TURNED: Final = lazy_pattern(
    r"\bphoi hop\s*[/,;&(–-]\s*(?:(?:co quan|don vi|bo phan)\s+)?chu tri\b", needs=("phoi hop",)
)
"""Words over a column that names who cooperates, then who leads."""
_HANDS_ON: Final = ("→", "->", "=>")
"""What stands between bodies that hand a task on."""


class _Party(NamedTuple):
    """A body that a cell names, or words of it that are unread, with what is said of them; in characters."""

    start: int
    end: int
    is_named: bool


def shared_mark(columns: Sequence[Column]) -> str | None:
    """Return what stands between the roles over a column that names who leads, then who cooperates; None over others.

    Empty for a mark that parts members of a list, too: Đơn vị chủ trì, phối hợp.
    """
    if any(column.role == "coop" for column in columns):
        return None
    return mark_in(next((column.header for column in columns if column.role == "lead"), ""))


@lru_cache(maxsize=256)
def mark_in(header: str) -> str | None:
    """Return the same of the words of one header, or of a label before who does a task in paragraphs."""
    words = fold(header)
    joins = _JOINS.search(words)
    if turned := _TURNED.search(words):
        found = re.search(r"[/,;&(–-]", turned[0])
        return found[0] if found and found[0] in "/;(" else "-" if found and found[0] in _DASHES else ""
    before = words[: joins.start()] if joins else ""
    if not _LEADS.search(before):
        return None
    before = before[: offices.start()] if (offices := _OFFICE.search(before)) else before
    found = _MARK.search(before)
    return "" if found is None else "-" if found[1] in _DASHES else found[1]


def is_turned(header: str) -> bool:
    """Tell whether words over cells that name both have who cooperates first: Phối hợp/Chủ trì."""
    return _TURNED.search(fold(header)) is not None


def led_reading(cell: AgencyWords | None, registry: Registry) -> AgencyReading:
    """Read a cell of who leads; where one body hands the task on to another, all words are unread."""
    reading = registry.read_cell(cell)
    if cell is None or cell.agencies is not None or len(reading.agencies) < 2:
        return reading
    return AgencyReading((), (cell.text,)) if any(mark in cell.text for mark in _HANDS_ON) else reading


def shared_reading(cell: AgencyWords, registry: Registry, mark: str, *, turned: bool = False) -> AgencyReading:
    """Read a cell below such a header: who stands behind the one mark that parts its two roles cooperates.

    What states beside the words who leads leaves the others of the cell to cooperate. Where nothing tells who leads of
    several, all words are unread. ``turned``: whether who cooperates stands before the mark.
    """
    reading = registry.read(cell.text)
    if cell.agencies is not None:
        others = tuple(one for one in dict.fromkeys(reading.agencies) if one not in cell.agencies)
        joins = frozenset(range(len(cell.agencies), len(cell.agencies) + len(others)))
        return replace(registry.read_cell(cell), agencies=(*cell.agencies, *others), joins=joins)
    parties = _parties(registry.cut(cell.text).spans)
    says_role = reading.joins or any(_ROLE.search(fold(duty.words)) for duty in reading.duties)
    if says_role or len(parties) < 2 or not reading.agencies:
        return reading if says_role else _with_blank_side(cell.text, reading, turned=turned)
    place = _parting(cell.text, parties, mark)
    if place is None:
        return AgencyReading((), (cell.text,))
    leading = sum(one.is_named for one in parties[:place])
    return replace(reading, joins=frozenset(range(leading) if turned else range(leading, len(reading.agencies))))


def _with_blank_side(text: str, reading: AgencyReading, *, turned: bool) -> AgencyReading:
    """Return the reading of one body, who cooperates where the side of the mark for who leads is blank: /Công an xã."""
    said = text.strip()
    is_joining = said.endswith("/") if turned else said.startswith("/")
    return replace(reading, joins=frozenset(range(len(reading.agencies)))) if is_joining else reading


def is_unclear(cell: AgencyWords, reading: AgencyReading, registry: Registry) -> bool:
    """Tell whether a cell names bodies, and nothing tells who of them leads."""
    unread = not reading.agencies and reading.unread == (cell.text,)
    return unread and bool(registry.read(cell.text).agencies)


def _parties(spans: Sequence[BodySpan]) -> list[_Party]:
    found: list[_Party] = []
    for span in spans:
        if span.sense in {Sense.NAME, Sense.UNREAD}:
            found.append(_Party(span.start, span.end, span.sense is Sense.NAME))
        elif found:
            found[-1] = found[-1]._replace(end=span.end)
    return found


def _parting(text: str, parties: Sequence[_Party], mark: str) -> int | None:
    """Return the place of the first party that cooperates; None where no mark stands between two of them once.

    Nor are there two of whom the second is all that are concerned (các đơn vị liên quan).
    """
    gaps = [re.sub("[–—]", "-", text[one.end : other.start]) for one, other in pairwise(parties)]
    for sign in ("/", "\n", *mark):
        places = [place for place, gap in enumerate(gaps, 1) if sign in gap]
        if places:
            is_list = sign == "\n" and _LISTED.search(gaps[places[0] - 1]) is not None
            return None if len(places) > 1 or is_list else places[0]
    return 1 if len(parties) == 2 and _CONCERNED.search(text[parties[1].start :]) else None
