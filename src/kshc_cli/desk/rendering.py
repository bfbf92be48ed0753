"""Rendering: the documents of a plan, as bytes, and what a final one must not have."""

from collections.abc import Iterable, Iterator

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.desk.earlier import earlier_of
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.rendering.blanks import blanks
from kshc_cli.documents.rendering.extract import render_extract
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.reminder import render_reminder
from kshc_cli.documents.rendering.report import render_report
from kshc_cli.findings import Finding, errors, in_order
from kshc_cli.plan.model import Plan
from kshc_cli.query.extract import extracts, groups_told_by_members
from kshc_cli.query.filters import RoleFilter
from kshc_cli.query.following import Following
from kshc_cli.query.period_report import Period, period_report
from kshc_cli.query.reminder import Reminder
from kshc_cli.reading.tasks import read_plan
from kshc_cli.rules.catalogue import check
from kshc_cli.source.plan_text import PlanText


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a plan is from the document that is signed."""

    open_places: tuple[Finding, ...]
    """Its blanks."""
    errors: tuple[Finding, ...]
    """What is wrong in its form, and what the rules find: of one that is to be final."""

    @property
    def obstacles(self) -> tuple[Finding, ...]:
        """What stands against a final document, in the order of the file."""
        return in_order((*self.open_places, *self.errors))


def readiness(text: PlanText, plan: Plan, *, final: bool) -> Readiness:
    """Return what is open in a plan that was read from ``text``, and with ``final`` what is wrong in it."""
    wrong = (*errors(text.findings), *text.locate(errors(check(read_plan(plan))))) if final else ()
    return Readiness(text.locate(blanks(plan)), wrong)


def extract_of(following: Following, agency: str, template: bytes, *, role: RoleFilter) -> bytes | None:
    """Return the Word file of what one body, by its id, has to do; None where that is nothing. Raises TemplateError."""
    found = next(extracts(following, (agency,), role=role))
    return render_extract(found, following.plan.plan, template) if found else None


def all_extracts(following: Following, template: bytes, *, role: RoleFilter) -> Iterator[tuple[str, bytes]]:
    """Yield the id of each body that has something to do, and its Word file. Raises TemplateError.

    A group that its members stand for has none: what it does stands in theirs.
    """
    groups = groups_told_by_members(following.plan)
    agencies = (one for one in following.plan.registry.by_id if one not in groups)
    for found in extracts(following, agencies, role=role):
        if found:
            yield found.agency, render_extract(found, following.plan.plan, template)


def report_of(
    following: Following, period: Period, template: bytes, stamp: Stamp, rule: str, follows: Opened | None = None
) -> bytes:
    """Return the report on a period of a plan that stands as on the last day counted.

    It is compared with the same period of the plan that it ``follows``. Raises TemplateError, FormError of that plan.
    """
    report, plan = period_report(following, period), following.plan.plan
    if follows is not None:
        report = replace(report, earlier=earlier_of(follows, plan, report))
    return render_report(report, plan, template, stamp, rule)


def letters(found: Iterable[Reminder], plan: Plan, template: bytes, stamp: Stamp) -> Iterator[tuple[str, bytes]]:
    """Yield a file for each body that is reminded, named by its id: the letter to it. Raises TemplateError."""
    return ((f"{each.agency}.docx", render_reminder(each, plan, template, stamp)) for each in found)
