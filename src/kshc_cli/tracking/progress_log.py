"""The progress log's records: what was done about a plan, one entry a line, never changed and never erased.

Field names are the YAML keys; the docstring below a field becomes its description in the JSON Schema and in editors.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Final, Literal, NamedTuple, Self

from kshc_cli.plan.record import Field, Identifier, IsoDate, Record, Words


class What(StrEnum):
    """What an entry says, spelt as in YAML."""

    DONE = "done"
    PARTLY_DONE = "partly_done"
    EVENT = "event"
    EXTENDED = "extended"
    REASSIGNED = "reassigned"
    MERGED = "merged"
    SUSPENDED = "suspended"
    RESUMED = "resumed"
    CANCELLED = "cancelled"
    NOTE = "note"
    RETRACTED = "retracted"


CLOSING: Final = frozenset({What.MERGED, What.CANCELLED})
"""What ends a duty without anybody doing it or taking it over."""


class DocumentRecord(Record):
    """A document: the product of a task, or what approves a change."""

    number: Annotated[Words | None, Field(title="Số, ký hiệu")] = None
    """Number and symbol, for example 123/BC-UBND."""
    date: Annotated[IsoDate | None, Field(title="Ngày ban hành")] = None
    """The day of issue."""
    title: Annotated[Words | None, Field(title="Trích yếu")] = None
    """What it is about."""


FIELDS: Final[Mapping[What, tuple[frozenset[str], frozenset[str]]]] = {
    What.DONE: (frozenset({"task"}), frozenset({"unit", "period", "document"})),
    What.PARTLY_DONE: (frozenset({"task"}), frozenset({"unit", "period", "document"})),
    What.EVENT: (frozenset({"task"}), frozenset({"due", "document"})),
    What.EXTENDED: (frozenset({"task", "due", "by"}), frozenset({"unit", "period"})),
    What.REASSIGNED: (frozenset({"task", "lead", "by"}), frozenset({"unit", "period"})),
    What.MERGED: (frozenset({"task", "into", "by"}), frozenset()),
    What.SUSPENDED: (frozenset({"task", "by"}), frozenset({"unit", "period"})),
    What.RESUMED: (frozenset({"task"}), frozenset({"unit", "period", "by"})),
    What.CANCELLED: (frozenset({"task", "by"}), frozenset({"unit", "period"})),
    What.NOTE: (frozenset({"task", "note"}), frozenset({"unit", "period", "document"})),
    What.RETRACTED: (frozenset({"entry"}), frozenset()),
}
"""The fields that each kind of entry needs, and those that it may have; all have day, id, note and who."""

OWN: Final = ("task", "unit", "period", "due", "lead", "into", "document", "by", "entry")
"""The fields that only some kinds of entry have."""


class EntryRecord(Record):
    """One thing that happened, as somebody entered it. A correction is an entry too."""

    date: Annotated[IsoDate, Field(title="Ngày")]
    """The day that it is true of: when it was done, happened or was approved."""
    what: Annotated[
        Literal[
            "done",
            "partly_done",
            "event",
            "extended",
            "reassigned",
            "merged",
            "suspended",
            "resumed",
            "cancelled",
            "note",
            "retracted",
        ],
        Field(title="Loại"),
    ]
    """What happened."""
    task: Annotated[Identifier | None, Field(title="Nhiệm vụ")] = None
    """The task's id."""
    unit: Annotated[Identifier | None, Field(title="Cơ quan")] = None
    """The id of the body whose duty it is about; left out, it is about each body that owes the task."""
    period: Annotated[Words | None, Field(title="Kỳ")] = None
    """Which occurrence it is about: 2024-06, 2024-Q2, or the day of the event or of the words, 2024-06-20."""
    due: Annotated[IsoDate | None, Field(title="Hạn")] = None
    """The new last day of what was extended, or the last day of what an event began."""
    lead: Annotated[Identifier | None, Field(title="Cơ quan tiếp nhận")] = None
    """The id of the body that takes over what was reassigned."""
    into: Annotated[Identifier | None, Field(title="Gộp vào")] = None
    """The id of the task into which this one was merged."""
    document: Annotated[DocumentRecord | None, Field(title="Văn bản")] = None
    """The product, or the document by which the event is known."""
    by: Annotated[Words | None, Field(title="Căn cứ")] = None
    """The document that approves the change, for example QĐ số 45/QĐ-UBND ngày 02/5/2024."""
    entry: Annotated[Identifier | None, Field(title="Dòng rút lại")] = None
    """The id of the entry that is retracted."""
    note: Annotated[Words | None, Field(title="Ghi chú")] = None
    """Anything else that is worth knowing."""
    who: Annotated[Words | None, Field(title="Người ghi")] = None
    """Who entered it."""
    entered: Annotated[IsoDate, Field(title="Ngày ghi")]
    """The day on which it was entered; a late entry is not late work."""
    id: Annotated[Identifier, Field(title="Mã")]
    """The entry's own id."""

    def checked(self) -> Self:
        """Refuse fields that its kind lacks or has not."""
        misplaced = _misplaced(self.what, frozenset(name for name, value in vars(self).items() if value is not None))
        if misplaced is not None:
            from pydantic_core import PydanticCustomError

            problem, name = misplaced
            context = {"problem": problem, "field": name, "what": self.what}
            raise PydanticCustomError("entry_fields", "an entry has the fields of its kind", context)
        return self


@cache
def _misplaced(what: str, given: frozenset[str]) -> tuple[str, str] | None:
    """Return what is wrong with the fields of an entry, and the first field of which that is true."""
    needed, allowed = FIELDS[What(what)]
    own = given & {*OWN, "note"}
    for problem, names in (("lacking", needed - own), ("needless", own - needed - allowed - {"note"})):
        if names:
            return problem, min(names)
    return None


class ProgressLog(Record):
    """What was done about a plan: the whole of ``progress.yaml``."""

    format: Annotated[Literal["kshc-progress/1"], Field(alias="schema", title="Phiên bản")]
    """The version of this file format."""
    entries: Annotated[tuple[EntryRecord, ...] | None, Field(title="Các dòng")] = ()
    """The entries, one a line, in the order in which they were entered; nothing is ever changed or erased."""


Day = date


class Document(NamedTuple):
    """A document, as ``DocumentRecord`` has it."""

    number: str | None = None
    date: Day | None = None
    title: str | None = None


class Entry(NamedTuple):
    """One thing that happened, as ``EntryRecord`` has it: a log of 100,000 of them is held in memory at once."""

    date: Day
    what: What
    task: str | None
    unit: str | None
    period: str | None
    due: Day | None
    lead: str | None
    into: str | None
    document: Document | None
    by: str | None
    entry: str | None
    note: str | None
    who: str | None
    entered: Day
    id: str

    @classmethod
    def of(cls, record: EntryRecord) -> Self:
        """Return what was written as what it means."""
        document = None if record.document is None else Document(**vars(record.document))
        return cls(**{**vars(record), "what": What(record.what), "document": document})

    @property
    def kind(self) -> What:
        """What happened."""
        return self.what

    def fields(self) -> dict[str, Any]:
        """Return what is written of it, the days as text: the names are those of a log."""
        return _written(self)


class Draft(Entry):
    """An entry that stands in no log yet, so that nothing is recorded by it."""

    __slots__ = ()


def _written(record: Entry | Document) -> dict[str, Any]:
    return {name: _text(value) for name, value in record._asdict().items()}


def _text(value: object) -> object:
    match value:
        case Document():
            return _written(value)
        case date():
            return value.isoformat()
        case What():
            return value.value
        case _:
            return value
