"""What stands above a task in paragraphs, whose words hold for it where it says nothing of its own.

1. Phòng Nội vụ                      a heading that is nothing but bodies, or that gives the duties below it
- Lập kế hoạch trước ngày 15/3.      its duty

1. Rà soát thủ tục                   a task
- Cơ quan chủ trì: Văn phòng
a) Nhóm đất đai                      its part, which Văn phòng leads, too
"""

from typing import Final, NamedTuple

from kshc_cli.plan.lines import LETTER, UNMARKED, line_of
from kshc_cli.plan.model import AgencyWords, Section
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.bodies import heads_duties, names_somebody
from kshc_cli.reading.values import TimeReading

_OPENING: Final = LETTER - 0.5
"""How high a line without a mark stands that ends with a colon: above a list, below numbers."""
_HEADING: Final = -1.0
_LONGEST: Final = 400
"""Characters of a heading."""


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


class Parents:
    """What stands above the tasks of a plan while one goes through them in order."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._above: list[tuple[float, Parent]] = []

    def over(self, text: str) -> Parent | None:
        """Return what is next above a task with these words; None where nothing is."""
        rank = line_of(text.partition("\n")[0], None).rank
        self._leave(rank)
        return self._above[-1][1] if self._above else None

    def opens(self, paragraph: str) -> bool:
        """Tell whether a paragraph says who does what stands below it."""
        words = line_of(paragraph, None).words
        return "\n" not in words and len(words) < _LONGEST and self._bodies(paragraph, words) is not None

    def add(self, text: str, parent: Parent) -> None:
        """Let a task stand above those of lower rank behind it."""
        rank = line_of(text.partition("\n")[0], None).rank
        self._leave(rank)
        if rank < UNMARKED:
            self._above.append((rank, parent))

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
            rank = line_of(text, None).rank
            self._heading(_OPENING if rank == UNMARKED and text.rstrip().endswith(":") else rank, text)

    def _heading(self, rank: float, text: str) -> None:
        """Note a line that stands above others; under one that names nobody holds what is above it."""
        if rank >= UNMARKED:
            return
        self._leave(rank)
        line = line_of(text, None).words
        parent = self._bodies(text, line) if len(line) < _LONGEST else None
        if parent is None:
            parent = self._above[-1][1] if self._above and not names_somebody(line) else Parent(text)
        self._above.append((rank, parent))

    def _bodies(self, text: str, line: str) -> Parent | None:
        """Return a line as one that says who does what stands below it."""
        who = heads_duties(line, self._registry)
        if who is None or who.lead is None:
            return None
        coop = "\n".join(line[one.start : one.end] for one in who.coop) or None
        return Parent(text, line[who.lead.start : who.lead.end], coop)
