"""What is written: an answer in the shape that its form needs, whether one plan gave it or many."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kshc_cli.reports.json_text import Json
from kshc_cli.reports.views import View


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
