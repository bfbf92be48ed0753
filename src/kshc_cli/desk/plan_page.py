"""The question how a plan stands, for a page that people look at: export html."""

from collections.abc import Iterator
from typing import NamedTuple

from kshc_cli.days import written
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.checking import errors_of
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.messages import _, plain
from kshc_cli.plan.model import Plan
from kshc_cli.query.duties import DutyRow, duty_rows
from kshc_cli.query.filters import Choice, chosen_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import without_date
from kshc_cli.query.named_groups import named_groups
from kshc_cli.query.overview import overview
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reports.changes import body_name
from kshc_cli.reports.drafts import draft_title
from kshc_cli.reports.phrases import without_date_line
from kshc_cli.reports.plan_page import (
    PageCount,
    PageCounts,
    PageHead,
    PageLists,
    PageTask,
    PlanPage,
    Rooms,
    page_count,
    page_tasks,
)
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.standing import Status


class PageQuestion(NamedTuple):
    """All tasks of a plan, or of a body, with how they stand."""

    asked: Asked
    is_wall: bool = False
    """Whether the page is to hang on a wall."""
    is_draft: bool = False
    """Whether a plan with errors is answered from too."""

    def answered(self, opened: Opened) -> Answer:
        """Answer with the page; with the errors alone of a plan or log that has any, but for a draft."""
        errors = errors_of(opened, self.asked)
        if errors and not self.is_draft:
            return {"files": errors}
        following = self.asked.following(opened)
        choice = Choice(following.agency)
        rooms = Rooms(following.plan.registry.by_id, named_groups(following.plan))
        tasks = page_tasks(_rows(following, choice), rooms)
        among = chosen_lines(following, choice)
        undated = without_date(among, following.dated_by_log)
        page: PlanPage = {
            **_head(following, draft=bool(errors)),
            **_lists(tasks, rooms, following),
            **_counts(following, rooms),
            "has_errors": bool(errors),
            "is_wall": self.is_wall,
            "tasks": tasks,
            "without_date": without_date_line(undated, len(among)) if undated else "",
        }
        return {"page": page, "found": len(tasks), "among": len(among), "without_date": undated}


def _rows(following: Following, choice: Choice) -> Iterator[DutyRow]:
    """Yield the duties of the tasks that ``list`` has: none of a task that the body asked for gave on."""
    gone = following.given_away
    return (row for row in duty_rows(following, choice) if row.role == "coop" or row.task not in gone)


def _head(following: Following, *, draft: bool) -> PageHead:
    """Return what is told of a page's plan, body and day; of a plan with errors that it is a ``draft``."""
    plan = following.plan.plan
    agency = following.agency
    return {
        "title": draft_title(plain(f"{plan.plan.title} {plan.plan.subject}"), draft=draft),
        "issuer": plain(plan.issuer.name),
        "parent": plain(plan.issuer.parent or ""),
        "act": _act(plan),
        "year": plan.year,
        "agency": plain(body_name(agency, following.plan.registry.by_id)),
        "as_of": following.day.isoformat(),
        "is_kept": following.is_kept,
    }


def _act(plan: Plan) -> str:
    """Return number, symbol and day of what the plan is issued by; the parts that are known."""
    act = plan.act
    number = f"{act.number}/{act.symbol}" if act.number and act.symbol else ""
    number = _("No. {number}").format(number=number) if number else ""
    day = _("of {day}").format(day=written(act.date)) if act.date else ""
    return " ".join(filter(None, (number, day)))


def _lists(tasks: list[PageTask], rooms: Rooms, following: Following) -> PageLists:
    """Return what the page can be asked for: sections, bodies, kinds and standings that occur."""
    duties = [duty for task in tasks for duty in task["duties"]]
    kinds = dict.fromkeys(duty["kind"] for duty in duties)
    found = {duty["status"] for duty in duties}
    known = rooms.bodies.known
    return {
        "sections": [plain(heading) for heading in rooms.sections.known],
        "bodies": [plain(body_name(one, rooms.agencies)) for one in known],
        "units": [[known[unit] for unit in following.of(one).units if unit in known] for one in known],
        "kinds": {kind: kind_name(kind) for kind in kinds},
        "statuses": {status.value: status_words(status) for status in Status if status.value in found},
    }


def _counts(following: Following, rooms: Rooms) -> PageCounts:
    """Return how many duties stand how: all, by section, and by body."""
    view = overview(following)
    sections, bodies = rooms.sections.known, rooms.bodies.known
    by_section = [page_count(plain(name or "–"), sections.get(name or "", -1), one) for name, one in view.sections]
    by_body = [page_count(_called(name, rooms), bodies.get(name or "", -1), counts) for name, counts in view.bodies]
    return {
        "total": page_count("", -1, view.total),
        "by_section": _with_duties(by_section),
        "by_body": _with_duties(by_body),
    }


def _called(body: str | None, rooms: Rooms) -> str:
    return plain(body_name(body, rooms.agencies)) or _("(no body known)")


def _with_duties(counts: list[PageCount]) -> list[PageCount]:
    """Return those with duties, behind those that owe some by a day those that owe none."""
    return sorted((one for one in counts if one["total"] or one["dayless"]), key=lambda one: not one["total"])
