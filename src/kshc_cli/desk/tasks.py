"""Questions about tasks: list, due, overdue, recurring."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from kshc_cli.desk.answers import Answer, plain_table
from kshc_cli.desk.days import days_of, month_of, period_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked, Form
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.query.filters import (
    Choice,
    RoleFilter,
    Unclear,
    chosen_rows,
    due_rows,
    overdue_rows,
    recurring_rows,
    with_days_off,
)
from kshc_cli.query.following import Following, Stage, with_status
from kshc_cli.query.rows import Row, without_date
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.values import Kind
from kshc_cli.reports.changes import change_notes
from kshc_cli.reports.csv_text import in_words
from kshc_cli.reports.csv_words import code_words
from kshc_cli.reports.due_days import due_notes, holiday_notes
from kshc_cli.reports.records import tasks_record
from kshc_cli.reports.standings import work_by_note
from kshc_cli.reports.views import CSV_FIELDS, View, csv_cells, due_view, task_view, with_standing, with_via
from kshc_cli.tracking.dues import counted_by_holidays
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.standing import Status

_WIDE: Final = 100
"""Columns of a terminal from which on a table has room for the standing beside all its other columns."""


class Found(NamedTuple):
    """The rows of an answer, and among which tasks they were looked for."""

    rows: Sequence[Row]
    among: Sequence[Row]


class Kept(NamedTuple):
    """What is told of rows beside themselves."""

    dated: bool = True
    """Whether they stand for days."""
    days_off: bool = True
    """Whether it is looked up which of the days are off."""


_DATED: Final = Kept()


def _answer(opened: Opened, form: Form, following: Following, found: Found, told: Kept = _DATED) -> Answer:
    """Answer in rows, in the form that was asked for."""
    rows, among = found
    office = following.office if told.dated else None
    looked_up = office if told.days_off else None
    if looked_up is not None:
        rows = with_days_off(rows, office=looked_up)
    counts = without_date(among, following.dated_by_log)
    answer: Answer = {"found": len(rows), "among": len(among), "without_date": counts}
    if told.dated:
        answer["days"] = [row.due.isoformat() if row.due else "" for row in rows]
    if form.output == "json":
        record = tasks_record(
            opened.plan, rows, as_of=following.day, without_date=counts, dated=told.dated, office=looked_up
        )
        answer |= {"record": dict(record), "items": "tasks"}
    elif form.output == "csv":
        agencies = following.plan.registry.by_id
        cells = (csv_cells(row, agencies) for row in rows)
        answer |= {"fields": list(CSV_FIELDS), "cells": in_words(CSV_FIELDS, cells, form.csv, code_words(agencies))}
    elif not rows:
        answer["empty"] = _("Nothing found.")
    else:
        answer["table"] = plain_table(_view(following, rows, form, dated=told.dated))
    unknown = _unknown(rows, office, days_off=told.days_off) if office else ()
    answer["notes"] = [*_notes(following, rows, form, dated=told.dated), *((one, False) for one in unknown)]
    return answer


def _notes(following: Following, rows: Sequence[Row], form: Form, *, dated: bool) -> Iterator[tuple[str, bool]]:
    """Explain what stands in a table, and what the log changed."""
    if form.output in {"json", "csv"} or not rows:
        return
    yield from ((note, False) for note in (due_notes(rows, following.office) if dated else ()))
    yield from ((note, True) for note in change_notes(rows, following.plan.registry.by_id))
    if note := work_by_note(rows):
        yield note, False


def _unknown(rows: Sequence[Row], office: OfficeCalendar, *, days_off: bool) -> Iterator[str]:
    """Say which holidays are not known or not decided, of the days that were looked up, moved or counted by them."""
    told = (row.day for row in rows if days_off or counted_by_holidays(row.reading, office=office))
    return holiday_notes((day for day in told if day), office)


def _view(following: Following, rows: Sequence[Row], form: Form, *, dated: bool) -> View:
    agencies = following.plan.registry.by_id
    narrow = form.drawn and (following.is_kept or form.many) and form.terminal.width < _WIDE
    brief = form.drawn and not form.many
    view = due_view(rows, agencies, brief=brief, timed=not narrow) if dated else task_view(rows, agencies)
    parts = narrow and following.is_kept
    if following.agency is not None and not parts:
        view = with_via(view, rows, agencies, drawn=form.drawn)
    return with_standing(view, rows, agencies, drawn=form.drawn, parts=parts) if following.is_kept else view


class ListQuestion(NamedTuple):
    """The tasks that all options agree on."""

    asked: Asked
    role: RoleFilter = "any"
    kind: Kind | Cycle | Unclear | None = None
    section: str | None = None
    search: str | None = None
    status: tuple[Status | Stage, ...] = ()

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        return _answer(opened, self.asked.form, following, self.found(following), Kept(dated=False))

    def found(self, following: Following) -> Found:
        """Return a row for each task, with how it stands where that is to be told."""
        rows = chosen_rows(following, Choice(following.agency, self.role, self.kind, self.section, self.search))
        if following.is_kept or self.status or self.asked.form.output in {"json", "csv"}:
            rows = tuple(map(following.standing, rows))
        if self.status:
            rows = with_status(rows, self.status)
        return Found(rows, rows)


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
        return _answer(opened, self.asked.form, following, self.found(following))

    def found(self, following: Following) -> Found:
        """Return a row for each day of the period."""
        start, end = self._period(following.day, following.plan.year)
        among = chosen_rows(following, Choice(following.agency, self.role))
        rows = due_rows(among, following, start=start, end=end, with_open=self.with_open)
        return Found(with_status(rows, self.status) if self.status else rows, among)

    def _period(self, today: date, year: int) -> tuple[date | None, date | None]:
        ways = [self.month is not None, self.within is not None, self.first is not None or self.last is not None]
        if sum(ways) > 1:
            raise WrongArgumentError(_("Name the period in one way: --month, --within, or --from and --to."))
        if self.within is not None:
            return today, _later(today, days_of(self.within))
        if self.first is not None or self.last is not None:
            return period_of(self.first, self.last, year=year)
        return month_of(today.strftime("%Y-%m") if self.month is None else self.month, year=year)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


class OverdueQuestion(NamedTuple):
    """Whose day has passed."""

    asked: Asked
    role: RoleFilter = "any"

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        return _answer(opened, self.asked.form, following, self.found(following), Kept(days_off=False))

    def found(self, following: Following) -> Found:
        """Return a row for each day that has passed."""
        among = chosen_rows(following, Choice(following.agency, self.role))
        return Found(overdue_rows(among, following), among)


class RecurringQuestion(NamedTuple):
    """What comes back, with its days."""

    asked: Asked
    role: RoleFilter = "any"
    first: str | None = None
    last: str | None = None

    def answered(self, opened: Opened) -> Answer:
        """Answer in the form that was asked for."""
        following = self.asked.following(opened)
        return _answer(opened, self.asked.form, following, self.found(following))

    def found(self, following: Following) -> Found:
        """Return a row for each occurrence."""
        among = chosen_rows(following, Choice(following.agency, self.role))
        start, end = period_of(self.first, self.last, year=following.plan.year)
        return Found(recurring_rows(among, following, start=start, end=end), among)
