"""Questions that are answered with a page of text: show, status."""

from typing import Literal, NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.query.filters import lines_of_task, with_days_off
from kshc_cli.query.lines import Line
from kshc_cli.query.overview import overview
from kshc_cli.query.rows import row_of
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.proposals import likely_bodies
from kshc_cli.reports.due_days import holiday_notes
from kshc_cli.reports.plan_record import plan_record
from kshc_cli.reports.records import day_off_record, day_record, task_record
from kshc_cli.reports.standings import duty_record
from kshc_cli.reports.status import status_record, status_text
from kshc_cli.reports.task_page import TaskPage, cell_text, show_text


class ShowQuestion(NamedTuple):
    """One task: its words, how they are read and from which of them, its days."""

    asked: Asked
    task: str
    cell: Literal["lead", "coop", "time"] | None = None
    """The cell that alone is asked about; the whole task if left out."""

    def answered(self, opened: Opened) -> Answer:
        """Answer with the page of a task or its object. Raises WrongArgumentError for an id that no task has."""
        following = self.asked.following(opened)
        plan, office = following.plan, following.office
        row = row_of(find_task(self.task, plan), plan)
        line = following.standing(Line(row))
        days = with_days_off(lines_of_task(row, office=office), office=office)
        answer: Answer = {"found": 1}
        if self.asked.form.output == "json":
            answer["record"] = {
                "schema": "kshc.task/1",
                "plan": plan_record(plan.plan),
                "task": task_record(line, office=office),
                "due": [day.due.isoformat() for day in days if day.due],
                "days": [
                    {**day_record(day), **day_off_record(day), "part": day.day.part if day.day else None}
                    for day in days
                ],
                "as_of": following.day.isoformat(),
                "duties": [*map(duty_record, following.standings(line.row.id))],
            }
        else:
            standings = following.standings(row.id) if following.is_kept else ()
            likely = likely_bodies(plan, row.id)
            agencies, terminal = plan.registry.by_id, self.asked.form.terminal
            page = TaskPage(line, days, standings, following.recorded(row.id), likely)
            if self.cell is None:
                answer["text"] = show_text(page, agencies, terminal, office=office, today=following.day)
            else:
                answer["text"] = cell_text(self.cell, page, agencies, terminal, office=office, today=following.day)
        answer["notes"] = [(one, False) for one in holiday_notes((day.day for day in days if day.day), office)]
        return answer


class StatusQuestion(NamedTuple):
    """How a plan stands, on one screen."""

    asked: Asked

    def answered(self, opened: Opened) -> Answer:
        """Answer with a screen of text or its object."""
        following = self.asked.following(opened)
        view = overview(following)
        if self.asked.form.output == "json":
            return {"record": dict(status_record(view, following))}
        return {"text": status_text(view, following, self.asked.form.terminal)}
