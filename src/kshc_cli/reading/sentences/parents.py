"""What stands above a task in paragraphs, whose words hold for it where it says nothing of its own.

1. Phòng Nội vụ                      a heading that is nothing but bodies, or that gives the duties below it
- Lập kế hoạch trước ngày 15/3.      its duty

1. Rà soát thủ tục                   a task
- Cơ quan chủ trì: Văn phòng
a) Nhóm đất đai                      its part, which Văn phòng leads, too

1. Các việc xong trước ngày 30/6:    a heading that says by when
a) Văn phòng rà soát.                its duty
"""

import re
from datetime import date
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.lines import LETTER, UNMARKED, line_of
from kshc_cli.plan.model import AgencyWords, Section
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.headings import heads_duties, is_others
from kshc_cli.reading.sentences.reader import speech_of
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import TimeReading, Window

_CLAUSE: Final = lazy_pattern(r"[.;,]\s+(?=(?:giao|phân công|yêu cầu|đề nghị)\s)", re.IGNORECASE)
"""What stands before a clause that gives a duty."""
_BETWEEN: Final = 0.5
_OPENING: Final = LETTER - _BETWEEN
"""How high a line without a mark stands that ends with a colon: above a list, below numbers."""
_HEADING: Final = -1.0
_LONGEST: Final = 400
"""Characters of a heading."""
_FIRST: Final = lazy_pattern(r"\(?(?:1|a|I|1\.1)[.)]*")
"""The number of the first point of a list."""
_DONE: Final = lazy_pattern(r"\b(?:hoàn thành|xong|trước|chậm nhất)\b", re.IGNORECASE)
"""Words by which a heading says by when, and not of which year its duties are."""
_HEADED: Final = lazy_pattern(
    r"(?:(?:các|những)\s+)?(?:nhiệm vụ|công việc|nội dung|việc)"
    r"(?:\s+(?!(?:chưa|không|đã|được|chậm|quá)\b)[^\W\d_]+){0,4}?\s+"
    r"((?:phải\s+|cần\s+)?(?:hoàn thành|xong)\s.*)",
    re.IGNORECASE,
)
"""A heading of duties with what says by when they are done: Các nhiệm vụ hoàn thành trước ngày 30/9:."""
_NAMED: Final = lazy_pattern(
    r"(?:(?:các\s+)?(?:nhiệm vụ|công tác|công việc|nội dung|hoạt động)(?:\s+trọng tâm)?\s+(?:(?:của|trong)\s+)?)?"
    r"((?:trong\s+)?(?:tháng|quý|tuần|(?:0?6|sáu) tháng (?:đầu|cuối) năm)\b.{0,40})",
    re.IGNORECASE,
)
"""A heading that is nothing but a period, or says of which one the duties below it are: Tháng 02/2026."""


def opening_of(line: str) -> str:
    """Return the last clause of a line that opens a list and gives what stands in it: Thống nhất …. Giao Trạm Y tế:."""
    if not line.endswith(":"):
        return line
    begins = [found.end() for found in _CLAUSE.finditer(line)]
    return line[begins[-1] :] if begins else line


class Parent(NamedTuple):
    """A line above others, and what holds for these."""

    line: str
    """Its words as printed."""
    lead: str | None = None
    coop: str | None = None
    time: str | None = None
    lead_cell: AgencyWords | None = None
    """The cell of a task, which may state the bodies beside its words."""
    coop_cell: AgencyWords | None = None
    when: TimeReading | None = None
    """What that task's time was read as."""
    time_line: str = ""
    """The line that says the time, where that is another one."""
    opens: bool = False
    """Whether lines without a mark stand below it: they go on below a heading, not below a point."""
    is_period: bool = False
    """Whether it is a line without a mark that is nothing but a period, and holds up to the next such line."""


class Parents:
    """What stands above the tasks of a plan while one goes through them in order."""

    def __init__(self, registry: Registry, *, year: int = 0, issued: date | None = None) -> None:
        """Without a year the lines say of no time whether it is that of what stands below them."""
        self._registry = registry
        self._year = year
        self._issued = issued
        self._above: list[tuple[float, Parent]] = []
        self._opened = False
        """Whether the line before ends with a colon and has no mark."""

    def over(self, text: str) -> Parent | None:
        """Return what is next above a task with these words; None where nothing is."""
        rank = self._entered(text.partition("\n")[0])
        self._leave(rank)
        if rank == UNMARKED:
            self._end_period()
        above = self._above[-1][1] if self._above else None
        return None if above is None or (rank == UNMARKED and not above.opens) else above

    def opens(self, paragraph: str) -> bool:
        """Tell whether a paragraph says who does what stands below it."""
        words = line_of(paragraph, None).words
        return "\n" not in words and self._bodies(paragraph, words) is not None

    def add(self, text: str, parent: Parent) -> None:
        """Let a task stand above those of lower rank behind it."""
        rank = line_of(text.partition("\n")[0], None).rank
        self._leave(rank)
        self._opened = False
        if rank < UNMARKED:
            self._above.append((rank, parent))

    def _entered(self, text: str) -> float:
        """Return the rank of a line; one that opens a list right above its first point stands above that."""
        line = line_of(text, None)
        if self._opened and line.number and _FIRST.fullmatch(line.number) and self._above:
            self._above[-1] = (line.rank - _BETWEEN, self._above[-1][1])
        return line.rank

    def _leave(self, rank: float) -> None:
        while self._above and self._above[-1][0] >= rank:
            self._above.pop()

    def enter(self, section: Section) -> None:
        """Begin a section; where it has no heading the one before goes on."""
        self.head(section.heading)
        for paragraph in section.paragraphs:
            self.pass_by(paragraph.text)

    def head(self, heading: str | None) -> None:
        """Begin a section with this heading; without one the section before goes on.

        Under a heading “1. …” the next number ends what it says: 2. stands beside it, not below.
        """
        if heading is not None:
            self._above = []
            rank = line_of(heading, None).rank
            self._heading(rank if rank < UNMARKED else _HEADING, heading)

    def pass_by(self, paragraph: str) -> None:
        """Note a paragraph that is no task."""
        for text in paragraph.split("\n"):
            rank = self._entered(text)
            is_period = rank == UNMARKED and self._period(text) is not None
            if rank == UNMARKED:
                self._end_period()
            self._opened = rank == UNMARKED and (text.rstrip().endswith(":") or is_period)
            self._heading(_OPENING if self._opened else rank, text)
            if is_period:
                self._above[-1] = (_OPENING, self._above[-1][1]._replace(is_period=True, opens=False))

    def _end_period(self) -> None:
        """Leave a line without a mark that is nothing but a period: what stands without a mark below it is apart."""
        if any(parent.is_period for _rank, parent in self._above):
            self._leave(_OPENING)

    def _heading(self, rank: float, text: str) -> None:
        """Note a line that stands above others; under one that names nobody holds what is above it."""
        if rank >= UNMARKED:
            return
        self._leave(rank)
        line = line_of(text, None).words
        parent = self._bodies(text, line)
        if parent is None:
            parent = self._above[-1][1] if self._above and not is_others(line) else Parent(text)
            time = self._time(line, is_led=True) if len(line) < _LONGEST else None
            parent = parent._replace(time=time, time_line=text, when=None) if time else parent
            parent = parent._replace(opens=line.endswith(":") or rank == _HEADING)
        self._above.append((rank, parent))

    def _bodies(self, text: str, line: str) -> Parent | None:
        """Return a line as one that says who does what stands below it; its last clause may do so: …. Giao A:."""
        line = opening_of(line)
        who = heads_duties(line, self._registry) if len(line) < _LONGEST else None
        if who is None or who.lead is None:
            return None
        coop = "\n".join(line[one.start : one.end] for one in who.coop) or None
        return Parent(text, line[who.lead.start : who.lead.end], coop, self._time(line, is_led=False), opens=True)

    def _period(self, line: str) -> str | None:
        """Return the period that is all that a line says, or of which the duties below it are."""
        named = _NAMED.fullmatch(line.rstrip(" .:")) if self._year else None
        return named[1] if named and self._is_period(named[1]) else None

    def _is_period(self, words: str) -> bool:
        read = read_time(words, year=self._year, issued=self._issued)
        return bool(read.parts) and not read.unread and all(isinstance(one, Window) for one in read.parts)

    def _time(self, line: str, *, is_led: bool) -> str | None:
        """Return the words of a heading that say by when what stands below it is done; None if not sure."""
        if (period := self._period(line)) is not None:
            return period
        if not self._year or not (line.rstrip().endswith(":") or _DONE.search(line)):
            return None
        speech = speech_of(line, self._registry, year=self._year, issued=self._issued, is_led=is_led)
        times = [one for one in speech.said if one.field == "time"]
        words = "; ".join(line[one.start : one.end] for one in times if one.is_read)
        if is_led and (headed := _HEADED.match(line)):
            words = headed[1].rstrip(" .:")
        elif not words or not all(one.is_read for one in times):
            return None
        read = read_time(words, year=self._year, issued=self._issued)
        whole = any(isinstance(one, Window) and one.is_long for one in read.parts)
        return None if read.unread or (whole and not _DONE.search(line)) else words
