"""Questions about tasks: list, due, overdue, recurring."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.days import Period, days_of, month_of, other_year, period_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked, Form
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.query.filters import (
    Choice,
    RoleFilter,
    Unclear,
    chosen_lines,
    due_lines,
    overdue_lines,
    recurring_lines,
    with_days_off,
)
from kshc_cli.query.following import Following, Stage, with_status
from kshc_cli.query.lines import Line, kinds_without_date, without_date
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.values import Kind
from kshc_cli.reports.changes import change_notes
from kshc_cli.reports.columns import keys_of, task_columns
from kshc_cli.reports.drawing import View
from kshc_cli.reports.due_days import due_notes, holiday_notes
from kshc_cli.reports.plain_tables import plain_table
from kshc_cli.reports.records import tasks_record
from kshc_cli.reports.standings import work_by_note
from kshc_cli.reports.views import due_view, task_cells, task_view, with_standing, with_via
from kshc_cli.tracking.dues import counted_by_holidays
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.standing import Status

_WIDE: Final = 100
"""Columns of a terminal from which on a table has room for the standing beside all its other columns."""


class FoundLines(NamedTuple):
    """The lines of an answer, and among which tasks they were looked for."""

    lines: Sequence[Line]
    among: Sequence[Line]


class Kept(NamedTuple):
    """What is told of lines beside themselves."""

    dated: bool = True
    """Whether they stand for days."""
    days_off: bool = True
    """Whether it is looked up which of the days are off."""


_DATED: Final = Kept()


def answer_in_lines(opened: Opened, form: Form, following: Following, found: FoundLines, told: Kept = _DATED) -> Answer:
    """Answer in lines, in the form that was asked for."""
    lines, among = found
    office = following.office if told.dated else None
    looked_up = office if told.days_off else None
    if looked_up is not None:
        lines = with_days_off(lines, office=looked_up)
    counts = without_date(among, following.dated_by_log)
    answer: Answer = {"found": len(lines), "among": len(among), "without_date": counts}
    if told.dated:
        answer["days"] = [line.due.isoformat() if line.due else "" for line in lines]
    if form.output == "json":
        kinds = kinds_without_date(among, following.dated_by_log)
        record = tasks_record(
            opened.plan, lines, as_of=following.day, without_date=kinds, dated=told.dated, office=looked_up
        )
        answer |= {"record": dict(record), "items": "tasks"}
    elif form.output == "csv":
        answer |= _rows(following, lines, form)
    elif not lines:
        answer["empty"] = _("Nothing found.")
    else:
        answer["table"] = plain_table(_view(following, lines, form, dated=told.dated))
    unknown = _unknown(lines, office, days_off=told.days_off) if office else ()
    answer["notes"] = [*_notes(following, lines, form, dated=told.dated), *((one, False) for one in unknown)]
    return answer


def _rows(following: Following, lines: Sequence[Line], form: Form) -> Answer:
    from kshc_cli.reports.csv_text import in_words
    from kshc_cli.reports.csv_words import code_words

    agencies = following.plan.registry.by_id
    columns = task_columns(agencies)
    fields, cells = keys_of(columns), (task_cells(line, columns) for line in lines)
    return {"fields": list(fields), "cells": in_words(fields, cells, form.csv, code_words(agencies))}


def _notes(following: Following, lines: Sequence[Line], form: Form, *, dated: bool) -> Iterator[tuple[str, bool]]:
    """Explain what stands in a table, and what the log changed."""
    if form.output in {"json", "csv"} or not lines:
        return
    yield from ((note, False) for note in (due_notes(lines, following.office) if dated else ()))
    yield from ((note, True) for note in change_notes(lines, following.plan.registry.by_id))
    if note := work_by_note(lines):
        yield note, False


def _unknown(lines: Sequence[Line], office: OfficeCalendar, *, days_off: bool) -> Iterator[str]:
    """Say which holidays are not known or not decided, of the days that were looked up, moved or counted by them."""
    told = (line.day for line in lines if days_off or counted_by_holidays(line.row.reading, office=office))
    return holiday_notes((day for day in told if day), office)


def _view(following: Following, lines: Sequence[Line], form: Form, *, dated: bool) -> View:
    agencies = following.plan.registry.by_id
    narrow = form.drawn and (following.is_kept or form.many) and form.terminal.width < _WIDE
    brief = form.drawn and not form.many
    view = due_view(lines, agencies, brief=brief, timed=not narrow) if dated else task_view(lines, agencies)
    parts = narrow and following.is_kept and following.agency is not None
    if following.agency is not None and not parts:
        view = with_via(view, lines, agencies, drawn=form.drawn)
    return with_standing(view, lines, agencies, drawn=form.drawn, parts=parts) if following.is_kept else view


class ListQuestion(NamedTuple):
    """The tasks that all options agree on."""

    asked: Asked
    role: RoleFilter = "any"
    kind: Kind | Cycle | Unclear | None = None
    section: str | None = None
    search: tuple[str, ...] = ()
    status: tuple[Status | Stage, ...] = ()

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        return answer_in_lines(opened, self.asked.form, following, self.found(following), Kept(dated=False))

    def found(self, following: Following) -> FoundLines:
        """Return a line for each task, with how it stands where that is to be told."""
        lines = chosen_lines(following, Choice(following.agency, self.role, self.kind, self.section, self.search))
        if following.is_kept or self.status or self.asked.form.output in {"json", "csv"}:
            lines = tuple(map(following.standing, lines))
        if self.status:
            lines = with_status(lines, self.status)
        return FoundLines(lines, lines)


class DueQuestion(NamedTuple):
    """What falls due in a period; in this month if none is named."""

    asked: Asked
    role: RoleFilter = "any"
    month: str | None = None
    first: str | None = None
    last: str | None = None
    within: str | None = None
    status: tuple[Status | Stage, ...] = ()
    with_open: bool = False

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        answer = answer_in_lines(opened, self.asked.form, following, self.found(following))
        return with_its_year(answer, self.asked.form, following, self._period(following.day, following.plan.year))

    def found(self, following: Following) -> FoundLines:
        """Return a line for each day of the period."""
        start, end = self._period(following.day, following.plan.year)
        among = chosen_lines(following, Choice(following.agency, self.role))
        lines = due_lines(among, following, start=start, end=end, with_open=self.with_open)
        return FoundLines(with_status(lines, self.status) if self.status else lines, among)

    def _period(self, today: date, year: int) -> tuple[date | None, date | None]:
        ways = [self.month is not None, self.within is not None, self.first is not None or self.last is not None]
        if sum(ways) > 1:
            raise WrongArgumentError(_("Name the period in one way: --month, --within, or --from and --to."))
        if self.within is not None:
            return today, _later(today, days_of(self.within))
        if self.first is not None or self.last is not None:
            return period_of(self.first, self.last, year=year)
        return month_of(today.strftime("%Y-%m") if self.month is None else self.month, year=year)


def with_its_year(answer: Answer, form: Form, following: Following, period: Period) -> Answer:
    """Add to an answer without lines of which year the plan is, where the period lies in another."""
    if "empty" in answer and not form.many and (note := other_year(period, year=following.plan.year)):
        answer["notes"] = [(note, False), *answer["notes"]]
    return answer


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


class OverdueQuestion(NamedTuple):
    """Whose day has passed."""

    asked: Asked
    role: RoleFilter = "any"

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        return answer_in_lines(opened, self.asked.form, following, self.found(following), Kept(days_off=False))

    def found(self, following: Following) -> FoundLines:
        """Return a line for each day that has passed."""
        among = chosen_lines(following, Choice(following.agency, self.role))
        return FoundLines(overdue_lines(among, following), among)


class RecurringQuestion(NamedTuple):
    """What comes back, with its days."""

    asked: Asked
    role: RoleFilter = "any"
    first: str | None = None
    last: str | None = None

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        answer = answer_in_lines(opened, self.asked.form, following, self.found(following))
        period = period_of(self.first, self.last, year=following.plan.year)
        return with_its_year(answer, self.asked.form, following, period)

    def found(self, following: Following) -> FoundLines:
        """Return a line for each occurrence."""
        among = chosen_lines(following, Choice(following.agency, self.role))
        start, end = period_of(self.first, self.last, year=following.plan.year)
        return FoundLines(recurring_lines(among, following, start=start, end=end), among)
