"""The question what a calendar is to show of a plan: export ics."""

from typing import NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.checking import errors_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.messages import plain
from kshc_cli.query.dated_duties import DatedTask, dated_tasks
from kshc_cli.query.filters import Choice, RoleFilter, Unclear, chosen_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import without_date
from kshc_cli.query.plan_ids import plan_id
from kshc_cli.reading.recurrence.cycles import Cycle
from kshc_cli.reading.values import Kind
from kshc_cli.reports.calendar_events import CalendarForm, calendar_events
from kshc_cli.reports.drafts import draft_title
from kshc_cli.reports.due_days import holiday_notes
from kshc_cli.tracking.dues import counted_by_holidays
from kshc_cli.tracking.revisions import Revisions


class CalendarQuestion(NamedTuple):
    """Each day on which something falls due, as an event of a calendar."""

    asked: Asked
    role: RoleFilter = "any"
    kind: Kind | Cycle | Unclear | None = None
    alarms: tuple[int, ...] | None = None
    """How many days ahead alarms ring; None for as many as the plan says that something is due soon."""
    as_todo: bool = False
    is_draft: bool = False
    """Whether a plan with errors is answered from too."""

    def answered(self, opened: Opened) -> Answer:
        """Answer with the events; with the errors alone of a plan or log that has any, but for a draft."""
        errors = errors_of(opened, self.asked)
        if errors and not self.is_draft:
            return {"files": errors}
        following = self.asked.following(opened)
        choice = Choice(following.agency, self.role, self.kind)
        tasks = list(dated_tasks(following, choice))
        events = calendar_events(
            tasks,
            self._form(following, draft=bool(errors)),
            Revisions(opened.entries, following.day),
            following.plan.registry.by_id,
        )
        among = chosen_lines(following, choice)
        return {
            "calendar": {
                "name": draft_title(_name(following), draft=bool(errors)),
                "as_todo": self.as_todo,
                "events": [*events],
            },
            "found": sum(not duties.closed for task in tasks for duties in task.duties),
            "among": len(among),
            "without_date": without_date(among, following.dated_by_log),
            "notes": [(note, False) for note in _notes(tasks, following)],
        }

    def _form(self, following: Following, *, draft: bool) -> CalendarForm:
        alarms = following.soon if self.alarms is None else self.alarms
        first_day = following.office.issued or following.plan.first_day
        return CalendarForm(plan_id(following.plan.plan), first_day, alarms, as_todo=self.as_todo, draft=draft)


def _name(following: Following) -> str:
    plan, agencies = following.plan.plan, following.plan.registry.by_id
    name = plain(f"{plan.plan.title} {plan.plan.subject}")
    return f"{name} – {agencies[following.agency].name}" if following.agency else name


def _notes(tasks: list[DatedTask], following: Following) -> list[str]:
    """Say which holidays are not known or not decided, of the days that were moved or counted by them."""
    office = following.office
    counted = (task for task in tasks if counted_by_holidays(task.line.row.reading, office=office))
    days = (duties.line.day for task in counted for duties in task.duties)
    return [*holiday_notes((day for day in days if day), office)]
