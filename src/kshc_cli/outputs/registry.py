"""The forms of an answer: what each is called on the command line, and what writes it."""

from collections.abc import Callable, Mapping
from typing import Final

from kshc_cli.desk.question import Form
from kshc_cli.outputs.sheet import AnswerSheet
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.tables import markdown_text, table_text


def output_text(sheet: AnswerSheet, form: Form) -> str:
    """Write an answer in the form asked for."""
    return OUTPUTS[form.output](sheet, form)


def _json(sheet: AnswerSheet, _form: Form) -> str:
    return "" if sheet.record is None else json_text(sheet.record)


def _csv(sheet: AnswerSheet, form: Form) -> str:
    from kshc_cli.reports.csv_text import csv_text

    return csv_text(sheet.fields, sheet.cells, form.csv)


def _markdown(sheet: AnswerSheet, _form: Form) -> str:
    return sheet.pages + (markdown_text(sheet.view.headings, sheet.view.cells) if sheet.view else "")


def _text(sheet: AnswerSheet, form: Form) -> str:
    view = sheet.view
    return sheet.pages + (table_text(view.headings, view.cells, form.terminal, view.colors) if view else "")


OUTPUTS: Final[Mapping[str, Callable[[AnswerSheet, Form], str]]] = {
    "table": _text,
    "text": _text,
    "yaml": _text,
    "json": _json,
    "csv": _csv,
    "markdown": _markdown,
}
"""A new form is one more line, and its name in ``cli/formats``."""
