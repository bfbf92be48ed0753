"""Points of a plan that are no tasks and report nothing: each is perhaps something to do, whoever owes it."""

from collections.abc import Iterable, Iterator

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.paragraphs.accounts import Accounts
from kshc_cli.plan.lines import UNMARKED, line_of
from kshc_cli.plan.model import Plan


def planned_points(plan: Plan) -> Iterator[str]:
    """Yield the lines of the plan's paragraphs that have a mark, outside what was, and who meets."""
    accounts = Accounts(plan.year, plan.act.date)
    accounts.head("")
    yield from _points(plan.plan.preamble, accounts)
    for section in plan.plan.sections:
        accounts.head(section.heading)
        yield from _points((paragraph.text for paragraph in section.paragraphs), accounts)
        for item in section.items:
            accounts.enter(item.text)


def _points(texts: Iterable[str], accounts: Accounts) -> Iterator[str]:
    for text in texts:
        accounts.enter(text)
        if not accounts.is_over(text, (), is_given=False):
            lines = as_read(text).split("\n")
            yield from (line for line in lines if line_of(line, None).rank < UNMARKED)
