"""Words of a time cell to their meaning.

A cell is read from left to right; at each place the longest phrase wins. What no phrase takes is unread and quoted as
typed. It is better to leave words unread than to read a wrong date (docs/reading-times.md).
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Protocol

from kshc_cli.dataclass import replace
from kshc_cli.messages import _, language_in_use
from kshc_cli.plan.given import (
    GivenContinuous,
    GivenDeadline,
    GivenOnEvent,
    GivenReading,
    GivenRecurring,
    GivenReference,
    GivenRelative,
    GivenUndated,
    GivenWindow,
)
from kshc_cli.plan.record import is_illegible
from kshc_cli.reading.folding import KNOWN
from kshc_cli.reading.times.acts.roles import parts_with_roles
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, cell_of, phrases
from kshc_cli.reading.times.hopes import without_hopes
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.sifting import Sifted, sift
from kshc_cli.reading.times.verbs import CONNECTORS, is_time_word
from kshc_cli.reading.values import (
    Continuous,
    Deadline,
    OnEvent,
    Recurring,
    Reference,
    Relative,
    TimePart,
    TimeReading,
    Undated,
    Window,
)

if TYPE_CHECKING:
    from kshc_cli.findings import Finding

_NO_TIME: Final = Phrasebook(
    phrases(
        "không | chưa đề xuất | chưa xác định | chưa rõ | chưa có | không có | không xác định | chưa quy định"
        " | không quy định"
    )
)
_BLANK: Final = frozenset({"-", ".", "…", "/"})
_NO_TIME_BEGINS: Final = Phrasebook(phrases("đề xuất giao"))
"""Words that no time follows, whatever they are: đề xuất giao Sở Xây dựng tham mưu."""


def read_time(text: str, *, year: int, issued: date | None = None) -> TimeReading:
    """Read a time cell of the plan of ``year``: its parts in the order of the words, and what stays unread.

    Never raises. A year that the words leave out is the plan's; "từ nay" and "kể từ ngày ký" mean the day ``issued``.
    """
    if len(text) > KNOWN:
        return _read(text, year, issued)
    return _known(text, year, issued, language_in_use())


@lru_cache(maxsize=2048)
def _known(text: str, year: int, issued: date | None, _language: str) -> TimeReading:
    """Read a cell once in each language: notes are sentences."""
    return _read(text, year, issued)


def _read(text: str, year: int, issued: date | None) -> TimeReading:
    cell = cell_of(text, year=year, issued=issued)
    if _no_time(cell):
        return TimeReading((Undated(words=cell.quote(0, cell.size)),))
    cell, hopes = without_hopes(cell)
    found = sift(cell)
    parts = tuple(parts_with_roles(cell, found.phrases, found.rests))
    if any(isinstance(part, Recurring) for part in parts):
        parts = tuple(replace(part, once=False) if isinstance(part, OnEvent) else part for part in parts)
    hoped = (cell.text[hope.start : hope.end] for hope in hopes if not hope.known)
    return TimeReading(parts, (*_unread(cell, found), *hoped), tuple(_notes(cell, found.phrases)))


def _no_time(cell: TimeCell) -> bool:
    """Tell whether a cell is blank, or holds nothing but words known to be no time."""
    begin, end = _content(cell)
    if begin == end:
        return _BLANK.issuperset(cell.words[:begin]) or cell.words[:begin] == ("(", ")")
    if _NO_TIME.end(cell, begin) == end:
        return True
    return _NO_TIME_BEGINS.end(cell, begin) is not None and not any(map(is_time_word, cell.words))


def _content(cell: TimeCell) -> tuple[int, int]:
    """Return where a cell begins and ends without the separators at its ends."""
    begin, end = 0, cell.size
    while begin < end and cell.word(begin) in CONNECTORS:
        begin += 1
    while end > begin and cell.word(end - 1) in CONNECTORS:
        end -= 1
    return begin, end


def _unread(cell: TimeCell, found: Sifted) -> list[str]:
    """Quote what stands between the phrases, without separators and fillers at its ends."""
    if not found.phrases:
        begin, end = _content(cell)
        return [cell.quote(begin, end) or cell.quote(0, cell.size)]
    inside = [(), *(phrase.unread for phrase in found.phrases)]
    quotes = [(*gaps, cell.quote(rest.first, rest.last)) for gaps, rest in zip(inside, found.rests, strict=True)]
    return [words for quote in quotes for words in quote if words]


def _notes(cell: TimeCell, found: Sequence[Phrase]) -> list[str]:
    """Say which typing slips were read over."""
    return [
        _("“{typed}” in “{words}” was read as “{meant}”; correct the words if you can.").format(
            typed=cell.quote(at, at + 1), words=cell.quote(phrase.start, phrase.end), meant=meant
        )
        for phrase in found
        for at, meant in cell.slips.items()
        if phrase.start <= at < phrase.end
    ]


class OtherReader(Protocol):
    """What other packages read for one plan, of the words that kshc leaves unread."""

    def read(self, words: str, *, year: int, issued: date | None) -> tuple[TimePart, ...]:
        """Return what words mean; nothing where nobody knows."""

    def findings(self) -> "tuple[Finding, ...]":
        """Return what went wrong so far, a finding for each package's grammar."""


_found: Callable[[], OtherReader | None] = lambda: None  # noqa: E731  nobody, unless somebody says who


def read_also_by(finding: Callable[[], OtherReader | None]) -> None:
    """Have words of cells that kshc leaves unread read by whom ``finding`` returns for each plan that has any.

    Who begins a process says so once: a plan must not be read otherwise by another command.
    """
    global _found  # noqa: PLW0603  of the process
    _found = finding


def other_reader() -> OtherReader | None:
    """Return who reads what kshc leaves unread, for one plan; None where there is nobody."""
    return _found()


def read_cell(
    text: str, *, year: int, issued: date | None = None, others: Callable[[], OtherReader | None] = other_reader
) -> TimeReading:
    """Read a time cell as ``read_time`` does, and have others read what stays unread, each part in its place."""
    read = read_time(text, year=year, issued=issued)
    if all(map(is_illegible, read.unread)) or (other := others()) is None:
        return read
    parts: list[TimePart] = [*read.parts]
    rest: list[str] = []
    for words in read.unread:
        meant = () if is_illegible(words) else other.read(words, year=year, issued=issued)
        if not meant:
            rest.append(words)
        at = text.find(words)
        behind = (number for number, part in enumerate(parts) if text.find(part.words) > at)
        place = next(behind, len(parts))
        parts[place:place] = meant
    return replace(read, parts=tuple(parts), unread=tuple(rest))


def given_time(given: Sequence[GivenReading]) -> TimeReading:
    """Turn readings that the plan states beside its words into the same values; their ``words`` are empty."""
    return TimeReading(tuple(_given(reading) for reading in given))


def _given(reading: GivenReading) -> TimePart:
    match reading:
        case GivenWindow():
            return Window(reading.start, reading.end)
        case GivenDeadline():
            return Deadline(reading.due, before=reading.before)
        case GivenRecurring():
            return Recurring(reading.rrule, reading.start, reading.until, before=reading.before)
        case GivenContinuous():
            return Continuous(reading.start, reading.until)
        case _:
            return _given_undated(reading)


def _given_undated(reading: GivenOnEvent | GivenRelative | GivenReference | GivenUndated) -> TimePart:
    match reading:
        case GivenOnEvent():
            return OnEvent(reading.event)
        case GivenRelative():
            return Relative(reading.amount, reading.unit, reading.event, anchor=reading.anchor)
        case GivenReference():
            return Reference(reading.document)
        case GivenUndated():
            return Undated()
