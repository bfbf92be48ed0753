"""CSV for spreadsheets and programs: no cell runs as a formula; headings and codes in words, or as in JSON."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

from kshc_cli.messages import _, inert
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reports.csv_form import CsvForm, Said

BOM: Final = "\ufeff"

_UNSEEN: Final = frozenset({"Cc", "Cf", "Zs", "Zl", "Zp"})
"""The kinds of characters that are not seen."""

_FORMULA: Final = ("=", "+", "-", "@")
"""What a spreadsheet takes for the beginning of a formula, in any width and size, also behind what is not seen."""
_NUMBER: Final = lazy_pattern(r"-?\d+", re.ASCII)
_COUNTED: Final = frozenset({"days"})
"""The columns whose numbers may be below 0; they are kshc's own, and what a plan says is text, numbers too."""


def in_words(fields: Sequence[str], rows: Iterable[Sequence[str]], form: CsvForm, said: Said) -> list[list[str]]:
    """Return rows with their codes and ids as they are ``said``, unless ``form`` is for programs.

    Dates stay 2024-06-30: a spreadsheet shows that day in its user's own way under any regional setting, and would
    take 05/06/2024 for the 5th or the 6th month.
    """
    told: Said = {} if form.keys else said
    spoken = [told.get(field, str) for field in fields]
    return [[say(cell) if cell else "" for say, cell in zip(spoken, row, strict=True)] for row in rows]


def csv_text(fields: Sequence[str], rows: Iterable[Sequence[str]], form: CsvForm = CsvForm()) -> str:
    """Write CSV as a whole."""
    return "".join(csv_lines(fields, rows, form))


class _Line:
    """What a writer of CSV writes a row to, and gets it back from."""

    def write(self, row: str) -> str:
        return row


def csv_lines(fields: Sequence[str], rows: Iterable[Sequence[str]], form: CsvForm = CsvForm()) -> Iterator[str]:
    """Yield the rows of CSV (RFC 4180, line ends CRLF), first that of the headings.

    A cell that a spreadsheet would run as a formula, because it begins with ``=``, ``+``, ``-`` or ``@``, gets an
    apostrophe before it, the spreadsheets' own mark for text, the plan's numbers too; one that kshc counted is none.
    The lines of a cell stay its lines; what is not seen but does something is a blank, as in tables.
    """
    import csv  # noqa: PLC0415  few answers are asked for as CSV

    write: Callable[[Iterable[str]], str] = csv.writer(_Line()).writerow
    words = {} if form.keys else field_words()
    yield (BOM if form.bom else "") + write(words.get(field, field) for field in fields)
    for row in rows:
        yield write([_guarded(field, cell) for field, cell in zip(fields, row, strict=True)])


def _guarded(field: str, cell: str) -> str:
    return cell if cell.isalnum() or (field in _COUNTED and _NUMBER.fullmatch(cell)) else _guarded_words(cell)


@lru_cache(maxsize=1024)  # the rows of a task repeat its words
def _guarded_words(cell: str) -> str:
    text = "\n".join(str(inert(line)) for line in cell.splitlines())
    return f"'{text}" if _may_run(text) else text


def _may_run(cell: str) -> bool:
    """Tell whether a spreadsheet may run a cell; line ends at its beginning part it from what follows."""
    first = next((sign for sign in cell if category(sign) not in _UNSEEN), "")
    return normalize("NFKC", first).startswith(_FORMULA) or cell.startswith("\n")


def field_words() -> Mapping[str, str]:
    """Return the headings of CSV by the fields of JSON; in English they are the same."""
    return {
        "office": _("office"),
        "plan": _("plan"),
        "year": _("year"),
        "as_of": _("as_of"),
        "draft": _("draft"),
        "tasks": _("tasks"),
        "duties": _("duties"),
        "overdue": _("overdue"),
        "due_soon": _("due_soon"),
        "without_date": _("without_date"),
        "illegible": _("illegible"),
        "unread": _("unread"),
        "broken": _("broken"),
        "id": _("id"),
        "number": _("number"),
        "section": _("section"),
        "table": _("table"),
        "group": _("group"),
        "content": _("content"),
        "lead": _("lead"),
        "coop": _("coop"),
        "result": _("result"),
        "time": _("time"),
        "work_by": _("work_by"),
        "lead_agencies": _("lead_agencies"),
        "coop_agencies": _("coop_agencies"),
        "via": _("via"),
        "kinds": _("kinds"),
        "due": _("due"),
        "occurrence": _("occurrence"),
        "stated": _("stated"),
        "weekday": _("weekday"),
        "day_off": _("day_off"),
        "next_working_day": _("next_working_day"),
        "status": _("status"),
        "done": _("done"),
        "total": _("total"),
        "owing": _("owing"),
        "days": _("days"),
        "owed_by": _("owed_by"),
        "extended_from": _("extended_from"),
        "partly_on": _("partly_on"),
        "changes": _("changes"),
        "name": _("name"),
        "aliases": _("aliases"),
        "members": _("members"),
        "open": _("open"),
        "subordinate": _("subordinate"),
        "valid_from": _("valid_from"),
        "valid_to": _("valid_to"),
        "succeeded_by": _("succeeded_by"),
        "through_groups": _("through_groups"),
        "date": _("date"),
        "what": _("what"),
        "task": _("task"),
        "unit": _("unit"),
        "period": _("period"),
        "into": _("into"),
        "document_number": _("document_number"),
        "document_date": _("document_date"),
        "document_title": _("document_title"),
        "by": _("by"),
        "entry": _("entry"),
        "note": _("note"),
        "who": _("who"),
        "entered": _("entered"),
        "retracted": _("retracted"),
        "words": _("words"),
        "count": _("count"),
        "parent": _("parent"),
        "kind": _("kind"),
        "period_name": _("period_name"),
        "begins": _("begins"),
        "planned": _("planned"),
        "estimated": _("estimated"),
        "role": _("role"),
        "body": _("body"),
        "body_name": _("body_name"),
        "done_on": _("done_on"),
        "moved_to": _("moved_to"),
        "places": _("places"),
        "proposal": _("proposal"),
    }
