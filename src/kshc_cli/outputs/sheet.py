"""What is written: an answer in the shape that its form needs, whether one plan gave it or many (``joint``)."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.question import Form
from kshc_cli.reports.drawing import View
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.plain_tables import view_of


class AnswerSheet(NamedTuple):
    """An answer to be written. What another form needs is left empty."""

    record: Json | None = None
    """The object of JSON."""
    fields: Sequence[str] = ()
    """The columns of CSV, spelt as in JSON."""
    cells: Iterable[Sequence[str]] = ()
    """The rows under ``fields``."""
    view: View | None = None
    """The table for people."""
    pages: str = ""
    """Text that is no table, ready to be read."""


class PlacedAnswer(NamedTuple):
    """An answer, with the file of its plan and what that is called among others."""

    file: str
    answer: Answer
    office: str = ""


def sheet_of(answer: Answer, form: Form) -> AnswerSheet:
    """Return the sheet of what one plan told."""
    match form.output:
        case "json":
            return AnswerSheet(record=answer["record"])
        case "csv":
            return AnswerSheet(fields=answer["fields"], cells=answer["cells"])
        case _:
            view = view_of(answer["table"]) if "table" in answer else None
            return AnswerSheet(view=view, pages=answer.get("text", ""))
