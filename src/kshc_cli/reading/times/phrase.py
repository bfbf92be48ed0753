"""A phrase: a stretch of a cell that the grammar has read, and what it means."""

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.values import TimePart


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
