"""The question that files of rows are made of: all duties of a plan, one for each body, role and occasion."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final, NamedTuple, get_args

from kshc_cli.desk.answers import Answer, PlainDuties
from kshc_cli.desk.checking import errors_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.messages import language_in_use, plain, speaking
from kshc_cli.query.duties import DutyRow, PlanOfDuties, duty_rows, plan_of_duties
from kshc_cli.query.filters import Choice, RoleFilter, Unclear, chosen_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import without_date
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.values import Kind
from kshc_cli.reports.columns import AnswerColumn, cells_of, keys_of
from kshc_cli.reports.drafts import draft_title
from kshc_cli.reports.duty_columns import duty_columns

_DAYS: Final = tuple(
    number for number, told in enumerate(DutyRow.__annotations__.values()) if date in {told, *get_args(told)}
)
"""Where a row has days."""


_OF_MACHINES: Final = frozenset({"json", "jsonl", "parquet", "plugin"})
"""Files that programs read: what they say does not hang on the language of who wrote them."""
_PLANS: Final = "vi"
"""The language that plans are written in."""


class DutiesQuestion(NamedTuple):
    """All duties that are asked for, in the order of the document, with how each stands on the day."""

    asked: Asked
    role: RoleFilter = "any"
    kind: Kind | Cycle | Unclear | None = None
    is_draft: bool = False
    """Whether a plan with errors is answered from too."""
    section: str | None = None

    def answered(self, opened: Opened) -> Answer:
        """Answer with the rows, for CSV with their cells; with the errors alone of a plan or log that has any."""
        errors = errors_of(opened, self.asked)
        if errors and not self.is_draft:
            return {"files": errors}
        following, form = self.asked.following(opened), self.asked.form
        choice = Choice(following.agency, self.role, self.kind, self.section)
        columns = duty_columns(following.plan.registry.by_id, form.csv)
        with speaking(_PLANS if form.output in _OF_MACHINES or form.csv.keys else language_in_use()):
            found = duty_rows(
                following, choice, draft=bool(errors)
            )  # of a large plan they fill the memory: never twice
            rows = [*_cells(columns, found)] if form.output == "csv" else [_plain(row) for row in found]
        among = chosen_lines(following, choice)
        undated = without_date(among, following.dated_by_log)
        answer: Answer = {"found": len(rows), "among": len(among), "without_date": undated}
        if form.output == "csv":
            return {**answer, "fields": [*keys_of(columns)], "cells": rows}
        duties: PlainDuties = {
            "name": draft_title(_name(following), draft=bool(errors)),
            "as_of": following.day.isoformat(),
            "draft": bool(errors),
            "plans": [_written(plan_of_duties(following, undated, draft=bool(errors)))],
            "rows": rows,
        }
        return {**answer, "duties": duties}


def _name(following: Following) -> str:
    plan, agencies = following.plan.plan, following.plan.registry.by_id
    name = plain(f"{plan.plan.title} {plan.plan.subject}")
    return f"{name} – {agencies[following.agency].name}" if following.agency else name


def _written(plan: PlanOfDuties) -> dict[str, Any]:
    """Return what identifies a plan as plain values, its days written 2024-06-30."""
    return {name: one.isoformat() if isinstance(one, date) else one for name, one in plan._asdict().items()}


def _plain(row: DutyRow) -> list[Any]:
    """Return a row as plain values, its days written 2024-06-30."""
    values: list[Any] = list(row)
    for number in _DAYS:
        if values[number] is not None:
            values[number] = _written_day(values[number])
    return values


def _cells(columns: Sequence[AnswerColumn[DutyRow]], rows: Iterable[DutyRow]) -> Iterator[list[str]]:
    """Yield the cells of rows, the same text where they say the same."""
    known: dict[str, str] = {}
    for row in rows:
        yield [known.setdefault(cell, cell) for cell in cells_of(columns, row)]


@lru_cache(maxsize=4096)
def _written_day(day: date) -> str:
    """Return a day as text, the same text for all rows of it."""
    return day.isoformat()


def duties_of(answer: Answer) -> Iterator[DutyRow]:
    """Yield the rows of an answer, with their days as days again."""
    for told in answer["duties"]["rows"]:
        values = list(told)
        for number in _DAYS:
            if values[number] is not None:
                values[number] = date.fromisoformat(values[number])
        yield DutyRow._make(values)
