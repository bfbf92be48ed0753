"""The question how many: what a plan has of tasks, and how they stand, in numbers that can be added up."""

from collections.abc import Iterable
from typing import NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import Asked
from kshc_cli.plan.record import is_illegible
from kshc_cli.query.filters import Choice, chosen_lines
from kshc_cli.query.lines import Line, without_date
from kshc_cli.tracking.standing import Status, tally


class SummaryQuestion(NamedTuple):
    """How many tasks and duties a plan has, for a body or for all, and how they stand."""

    asked: Asked

    def answered(self, opened: Opened) -> Answer:
        """Answer with numbers, spelt as in JSON."""
        following = self.asked.following(opened)
        lines = chosen_lines(following, Choice(following.agency, "lead" if following.agency else "any"))
        total = tally(one for line in lines for one in following.standings(line.row.id))
        undated = without_date(lines, following.dated_by_log)
        counts = {
            "tasks": len({line.row.id for line in lines}),
            "duties": total.total,
            "done": total.done,
            "overdue": total.counts[Status.OVERDUE],
            "due_soon": total.counts[Status.DUE_SOON],
            "without_date": sum(undated.values()),
            "illegible": _with(lines, illegible=True),
            "unread": _with(lines, illegible=False),
        }
        return {"found": len(lines), "counts": counts, "record": {"as_of": following.day.isoformat()}}


def _with(lines: Iterable[Line], *, illegible: bool) -> int:
    """Count the tasks that have words without a reading: illegible ones, or others."""
    return len({line.row.id for line in lines if any(is_illegible(one.words) is illegible for one in line.row.unread)})
