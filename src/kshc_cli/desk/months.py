"""Questions that are answered with a picture of the year: calendar, timeline."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.days import month_of, year_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.desk.tasks import FoundLines, answer_in_lines, with_its_year
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.query.filters import Choice, RoleFilter, Unclear, chosen_lines, due_lines
from kshc_cli.query.following import Following, Stage, with_status
from kshc_cli.query.lines import without_date
from kshc_cli.query.timeline import TaskYear, task_years
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.values import Kind
from kshc_cli.reports.due_days import holiday_notes
from kshc_cli.reports.month_pages import month_pages
from kshc_cli.reports.plain_tables import plain_table
from kshc_cli.reports.timeline import timeline_text, timeline_view
from kshc_cli.tracking.dues import counted_by_holidays
from kshc_cli.tracking.standing import Status


class MonthsQuestion(NamedTuple):
    """What falls due in a month or year, with the leaves of its months; in this month if none is named."""

    asked: Asked
    role: RoleFilter = "any"
    month: str | None = None
    year: str | None = None
    status: tuple[Status | Stage, ...] = ()

    def answered(self, opened: Opened) -> Answer:
        """Answer with the lines that ``due`` has, and before them, where somebody reads, with the months."""
        following, form = self.asked.following(opened), self.asked.form
        first, last = self._period(following)
        among = chosen_lines(following, Choice(following.agency, self.role))
        lines = due_lines(among, following, start=first, end=last)
        lines = with_status(lines, self.status) if self.status else lines
        answer = answer_in_lines(opened, form, following, FoundLines(lines, among))
        if form.terminal.is_read:
            answer["text"] = month_pages(lines, first, last, following.day, form.terminal)
        return with_its_year(answer, form, following, (first, last))

    def _period(self, following: Following) -> tuple[date, date]:
        """Return the first and the last day. Raises WrongArgumentError."""
        if self.month is not None and self.year is not None:
            raise WrongArgumentError(_("Name a month or a year: --month 6/2024, or --year 2024."))
        if self.year is not None:
            return _whole(year_of(self.year))
        wish = following.day.strftime("%Y-%m") if self.month is None else self.month
        return month_of(wish, year=following.plan.year)


def _whole(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)


class TimelineQuestion(NamedTuple):
    """The tasks over the months of a year; of the plan's year if none is named."""

    asked: Asked
    role: RoleFilter = "any"
    kind: Kind | Cycle | Unclear | None = None
    section: str | None = None
    year: str | None = None

    def answered(self, opened: Opened) -> Answer:
        """Answer with a row for each task."""
        following, terminal = self.asked.following(opened), self.asked.form.terminal
        year = following.plan.year if self.year is None else year_of(self.year)
        lines = chosen_lines(following, Choice(following.agency, self.role, self.kind, self.section))
        tasks = [*task_years(lines, following)]
        answer: Answer = {
            "found": len(lines),
            "among": len(lines),
            "without_date": without_date(lines, following.dated_by_log),
        }
        if not lines:
            answer["empty"] = _("Nothing found.")
        elif terminal.is_read:
            answer["text"] = timeline_text(tasks, year, following.day, terminal)
        else:
            answer["table"] = plain_table(timeline_view(tasks, year))
        answer["notes"] = [(note, False) for note in _notes(tasks, following)]
        return answer


def _notes(tasks: Sequence[TaskYear], following: Following) -> Iterator[str]:
    """Say which holidays are not known or not decided, of the days that were moved or counted by them."""
    office = following.office
    counted = (task for task in tasks if counted_by_holidays(task.line.row.reading, office=office))
    return holiday_notes((day for task in counted for day in task.days), office)
