"""All duties as a table of a workbook: headings in the language in use; cells that are words, numbers and days."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from kshc_cli.messages import _
from kshc_cli.query.duties import DutyRow
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.standing import DONE, OWED, Status

CellForm = Literal["words", "day", "number"]
CellValue = str | int | date | None

_COUNTED: Final = (
    Status.DONE,
    Status.DONE_LATE,
    Status.OVERDUE,
    Status.DUE_SOON,
    Status.RUNNING,
    Status.NOT_BEGUN,
    Status.UNDATED,
    Status.WAITING,
    Status.CONTINUOUS,
    Status.SUSPENDED,
    Status.REASSIGNED,
    Status.MERGED,
    Status.CANCELLED,
)
"""In which order a summary counts: first what is done, then what is owed, the most pressing first."""


class DutyColumn(NamedTuple):
    """A column of the table."""

    key: str
    heading: str
    width: int
    """In characters."""
    value: Callable[[DutyRow], CellValue]
    form: CellForm = "words"
    is_printed: bool = True
    """Whether there is room for it on paper."""


class DutyTable(NamedTuple):
    """The table, and by what its rows are counted."""

    columns: tuple[DutyColumn, ...]
    rows: tuple[tuple[CellValue, ...], ...]
    statuses: tuple[tuple[str, str], ...]
    """How duties may stand, spelt as in JSON, with the words that stand in the rows."""
    bodies: tuple[str, ...]
    """The names of the bodies in the rows, in their order in the plan; an empty one for nobody known."""

    def place(self, key: str) -> int:
        """Return where a column stands, counted from 0."""
        return [column.key for column in self.columns].index(key)

    @property
    def leading(self) -> str:
        """What says in a row that its body leads, where others do not: who only cooperates owes nothing."""
        parts = {row[self.place("role")] for row in self.rows} if self._has_roles else set()
        return _leads() if len(parts) > 1 else ""

    @property
    def _has_roles(self) -> bool:
        return any(column.key == "role" for column in self.columns)

    def counted(self) -> Sequence[tuple[CellValue, ...]]:
        """Return the rows that a sum holds: of those who lead, where others are there, too."""
        leading = self.leading
        return [row for row in self.rows if row[self.place("role")] == leading] if leading else self.rows

    def of(self, body: str) -> Sequence[tuple[CellValue, ...]]:
        """Return the rows of a body, by its name."""
        place = self.place("body")
        return [row for row in self.rows if (row[place] or "") == body]


def duty_table(rows: Iterable[DutyRow], bodies: Iterable[str]) -> DutyTable:
    """Return the table of duties, with the part that bodies take where that is not the same; ``bodies`` in order."""
    found = tuple(rows)
    columns = tuple(one for one in _columns() if one.key != "role" or any(row.role != "lead" for row in found))
    used, stands = {row.body_name or "" for row in found}, {row.status for row in found}
    always = {*DONE, *OWED} - {Status.UNDATED}
    return DutyTable(
        columns,
        tuple(tuple(one.value(row) for one in columns) for row in found),
        tuple((one.value, standing_words(one)) for one in _COUNTED if one in always or one in stands),
        tuple(name for name in dict.fromkeys((*bodies, *sorted(used), "")) if name in used),
    )


def _columns() -> Iterator[DutyColumn]:
    """Yield the columns: first those that are printed, as far as a page is wide."""
    yield DutyColumn("id", _("ID"), 9, lambda row: row.task)
    yield DutyColumn("number", _("Number"), 7, lambda row: row.number)
    yield DutyColumn("content", _("Content"), 46, lambda row: row.content)
    yield DutyColumn("role", _("Takes part"), 11, lambda row: _leads() if row.role == "lead" else _("cooperates"))
    yield DutyColumn("body", _("Body"), 24, lambda row: row.body_name)
    yield DutyColumn("time", _("Time"), 20, lambda row: row.time)
    yield DutyColumn("period", _("Period"), 15, lambda row: row.period_name)
    yield DutyColumn("due", _("Due"), 12, lambda row: row.due, "day")
    yield DutyColumn("status", _("Standing"), 15, lambda row: standing_words(row.status))
    yield DutyColumn("done_on", _("Done on"), 12, lambda row: row.done_on, "day")
    yield DutyColumn("result", _("Result"), 32, lambda row: row.result)
    yield DutyColumn("days", _("Days left"), 9, lambda row: row.days, "number", is_printed=False)
    yield DutyColumn("kind", _("Kind"), 14, lambda row: kind_name(row.kind), is_printed=False)
    yield DutyColumn("begins", _("Begins"), 12, lambda row: row.begins, "day", is_printed=False)
    yield DutyColumn("planned", _("Due by the plan"), 12, lambda row: row.planned, "day", is_printed=False)
    yield DutyColumn("partly_on", _("Partly done on"), 12, lambda row: row.partly_on, "day", is_printed=False)
    yield DutyColumn("document", _("Document"), 24, lambda row: row.document_number, is_printed=False)
    yield DutyColumn("lead", _("Lead"), 40, lambda row: row.lead, is_printed=False)
    yield DutyColumn("coop", _("Cooperating"), 40, lambda row: row.coop, is_printed=False)
    yield DutyColumn("section", _("Section"), 80, _section, is_printed=False)


def _leads() -> str:
    return _("leads")


def standing_words(status: str) -> str:
    """Say how a duty stands, as the beginning of a cell; nothing where nothing is known."""
    words = status_words(Status(status)) if status else ""
    return words[:1].upper() + words[1:]


def _section(row: DutyRow) -> str:
    return " › ".join(filter(None, (row.section, row.table, row.group)))
