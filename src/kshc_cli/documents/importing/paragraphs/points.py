"""Points of a plan that are no tasks and report nothing: each is perhaps something to do, whoever owes it."""

from collections.abc import Iterator, Sequence

from kshc_cli.compare.printed import as_read
from kshc_cli.dataclass import dataclass
from kshc_cli.documents.importing.paragraphs.accounts import Accounts
from kshc_cli.documents.importing.paragraphs.topics import heads_points
from kshc_cli.plan.lines import UNMARKED, line_of
from kshc_cli.plan.model import Plan


@dataclass(frozen=True, slots=True)
class Point:
    """A line of a plan's paragraphs that has a mark."""

    line: str
    heads: bool
    """Whether it is no sentence, and heads the line below it."""
    beside_tasks: bool = False
    """Whether its section has at least as many tasks in paragraphs as such points: it gives out duties."""


def planned_points(plan: Plan) -> Iterator[Point]:
    """Yield the lines of the plan's paragraphs that have a mark, outside what was, and who meets."""
    accounts = Accounts(plan.year, plan.act.date)
    accounts.head("")
    points, tasks = [*_points(plan.plan.preamble, "", accounts)], 0
    for section in plan.plan.sections:
        accounts.head(section.heading)
        if section.heading is not None:
            yield from _beside(points, tasks)
            points, tasks = [], 0
        items = [item.text for item in section.items]
        points += _points([one.text for one in section.paragraphs], next(iter(items), ""), accounts)
        tasks += len(items)
        for text in items:
            accounts.enter(text)
    yield from _beside(points, tasks)


def _beside(points: Sequence[Point], tasks: int) -> Iterator[Point]:
    is_given = sum(not one.heads for one in points) <= tasks
    return (Point(one.line, one.heads, is_given) for one in points)


def _points(texts: Sequence[str], behind: str, accounts: Accounts) -> Iterator[Point]:
    for text, below in zip(texts, (*texts[1:], behind), strict=False):
        accounts.enter(text)
        if not accounts.is_over(text, (), is_given=False):
            marked = (line for line in as_read(text).split("\n") if line_of(line, None).rank < UNMARKED)
            yield from (Point(line, heads_points(line, below)) for line in marked)
