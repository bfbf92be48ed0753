"""A phrase: a stretch of a cell that the grammar has read, and what it means."""

from datetime import date

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.values import Continuous, Deadline, Recurring, TimePart, Window


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens from ``start`` up to ``end``, read as ``parts``.

    Without parts it cannot be told from a date among its words (khi có yêu cầu trước ngày 30/6): nothing of the cell is
    read then.
    """

    start: int
    end: int
    parts: tuple[TimePart, ...]
    dated: bool = False
    """Whether dates or rules stand in it; then strange words beside it leave it unread."""
    strong: bool = True
    """Whether its own words say that it is a time, so that it may follow unread words: trước ngày …, hằng tháng."""
    free: bool = False
    """Whether it ends in free words, behind which a date may belong to them: theo Kế hoạch số …, ngày …."""
    implied: bool = False
    """Whether the plan's year was taken for one that the words leave out."""
    unread: tuple[str, ...] = ()
    """Words inside it that are illegible."""
    later: bool = False
    """Whether its year is the one behind the plan's (năm sau), or behind each beside what comes back yearly."""

    @property
    def first_day(self) -> date | None:
        """The first day that it names; None for what comes back or names none."""
        match self.parts:
            case (Window(start=day), *_) | (Deadline(due=date() as day), *_) | (Continuous(start=date() as day), *_):
                return day
            case _:
                return None

    @property
    def last_day(self) -> date | None:
        """The last day that it names."""
        match self.parts:
            case (*_, Window(end=day)) | (*_, Deadline(due=date() as day)):
                return day
            case _:
                return None

    @property
    def is_day(self) -> bool:
        """Whether it is a day, once or again and again."""
        match self.parts:
            case (*_, Deadline()) | (*_, Recurring()):
                return True
            case _:
                return False

    @property
    def is_period(self) -> bool:
        """Whether it is one period."""
        return len(self.parts) == 1 and isinstance(self.parts[0], Window)

    @property
    def is_year(self) -> bool:
        """Whether it is one whole year."""
        match self.parts:
            case (Window() as period,):
                return period.is_whole_years and period.start.year == period.end.year
            case _:
                return False
