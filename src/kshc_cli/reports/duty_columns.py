"""The columns of all duties for spreadsheets: codes and ids in words, or as in JSON."""

from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Final

from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.query.duties import DutyRow
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reports.changes import body_name
from kshc_cli.reports.columns import AnswerColumn, Value
from kshc_cli.reports.csv_form import CsvForm
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.standing import Status

_CODES: Final = frozenset({"plan", "body_name", "period_name", "entry"})
"""What a person need not see: ids of the plan and of entries, and names beside what is said in words."""


def duty_columns(agencies: Mapping[str, Agency], form: CsvForm) -> tuple[AnswerColumn[DutyRow], ...]:
    """Return the columns of a table of duties; but for programs without those that only they need."""
    if form.keys:
        return tuple(AnswerColumn(name, attrgetter(name)) for name in DutyRow._fields)
    said = _said(agencies)
    return tuple(AnswerColumn(name, said.get(name, attrgetter(name))) for name in DutyRow._fields if name not in _CODES)


def _said(agencies: Mapping[str, Agency]) -> Mapping[str, Callable[[DutyRow], Value]]:
    """Return how codes and ids are said, by their fields."""
    return {
        "draft": lambda row: _("the plan or its log has errors") if row.draft else None,
        "kind": lambda row: kind_name(row.kind),
        "period": lambda row: row.period_name,
        "estimated": lambda row: _("yes") if row.estimated else _("no"),
        "role": lambda row: role_words(row.role),
        "body": lambda row: row.body_name,
        "via": lambda row: body_name(row.via, agencies),
        "status": lambda row: status_words(Status(row.status)) if row.status else None,
        "moved_to": lambda row: _moved_to(row, agencies),
    }


def role_words(role: str) -> str:
    """Say what a body does."""
    return {"lead": _("leads"), "coop": _("cooperates")}[role]


def _moved_to(row: DutyRow, agencies: Mapping[str, Agency]) -> str | None:
    """Return the name of the body that took a duty over, or the id of the task into which it was merged."""
    return row.moved_to if row.status == Status.MERGED else body_name(row.moved_to, agencies)
