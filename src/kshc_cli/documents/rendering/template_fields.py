"""The fields that the tags of a template can name, each with its type, its meaning and an example."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.rendering.amendment_words import PrintedAmendment, printed_amendment
from kshc_cli.documents.rendering.extract_words import PrintedExtract, printed_extract
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.printed_types import Type, fields_of, is_list, item_of
from kshc_cli.documents.rendering.reminder_words import PrintedLetter, printed_reminder
from kshc_cli.documents.rendering.report_words import PrintedReport, printed_report
from kshc_cli.documents.rendering.sample import (
    sample_amendment,
    sample_extract,
    sample_plan,
    sample_plan_alone,
    sample_reminder,
    sample_report,
)
from kshc_cli.documents.rendering.template_form import Purpose
from kshc_cli.documents.rendering.words import Printed, printed
from kshc_cli.messages import explained
from kshc_cli.plan.docstrings import field_docs

Kind = Literal["words", "number", "yes-or-no", "record", "list-of-words", "list-of-numbers", "list-of-records"]

_SINGLE: Final[dict[Type, Kind]] = {str: "words", int: "number", bool: "yes-or-no"}
_LISTS: Final[dict[Type, Kind]] = {str: "list-of-words", int: "list-of-numbers"}


@dataclass(frozen=True, slots=True)
class TemplateField:
    """A field; ``[]`` in its name stands for each one of a list: ``plan.sections[].heading``."""

    name: str
    kind: Kind
    meaning: str
    example: str
    """Empty for records and lists of records."""


RECORDS: Final[Mapping[Purpose, type]] = {
    Purpose.PLAN: Printed,
    Purpose.EXTRACT: PrintedExtract,
    Purpose.REMINDER: PrintedLetter,
    Purpose.REPORT: PrintedReport,
    Purpose.AMENDMENT: PrintedAmendment,
}
"""What the tags of a template can name, by what it is for."""


def template_fields(purpose: Purpose = Purpose.PLAN) -> tuple[TemplateField, ...]:
    """Return all fields of a template in the order of their records."""
    words, record = _samples(purpose), RECORDS[purpose]
    return tuple(
        field
        for name, kind in fields_of(record).items()
        for field in _fields(name, kind, _docs(record)[name], [getattr(each, name) for each in words])
    )


def _samples(purpose: Purpose) -> tuple[object, ...]:
    plan = sample_plan()
    match purpose:
        case Purpose.EXTRACT:
            return (printed_extract(sample_extract(), plan),)
        case Purpose.REMINDER:
            stamp = Stamp("12", date(2026, 7, 2))
            return (printed_reminder(sample_reminder(), plan, stamp),)
        case Purpose.REPORT:
            return (printed_report(sample_report(), plan, Stamp("12", date(2026, 7, 2)), "Nghị định số 09/2019/NĐ-CP"),)
        case Purpose.AMENDMENT:
            return (printed_amendment(*sample_amendment(), Stamp("12", date(2026, 7, 2))),)
        case Purpose.PLAN:
            return printed(plan), printed(sample_plan_alone())


def _fields(name: str, kind: Type, meaning: str, values: list[object]) -> Iterator[TemplateField]:
    """Yield a field and, where it is a record or a list of records, the fields of these."""
    inner = item_of(kind) if is_list(kind) else kind
    parts = fields_of(inner)
    yield TemplateField(name, _kind(kind), meaning, "" if parts else _example(values))
    items = [item for value in values for item in (value if isinstance(value, tuple) else [value]) if item is not None]
    for part, part_kind in parts.items():
        found = [getattr(item, part) for item in items]
        yield from _fields(
            f"{name}[].{part}" if is_list(kind) else f"{name}.{part}", part_kind, _docs(inner)[part], found
        )


def _docs(record: type) -> dict[str, str]:
    return {name: explained(doc) for name, doc in field_docs(record)}


def _kind(kind: Type) -> Kind:
    if is_list(kind):
        return _LISTS.get(item_of(kind), "list-of-records")
    return _SINGLE.get(kind, "record")


def _example(values: list[object]) -> str:
    """Return the first value that shows something, as a document prints it; of a list its first item."""
    shown = (value[0] if isinstance(value, tuple) and value else value for value in values)
    value = next((value for value in shown if value not in {None, "", ()}), "")
    return {True: "yes", False: "no"}.get(value, "") if isinstance(value, bool) else str(value)
