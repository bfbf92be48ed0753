"""Importing: what a document shows becomes the text of a plan file, with an account of what it does not hold."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from kshc_cli.dataclass import dataclass
from kshc_cli.desk.changes import about_changes, gone_tasks
from kshc_cli.desk.import_account import (
    about_counts,
    about_guessed_members,
    about_look,
    about_unnamed_members,
    about_unsettled,
)
from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.word.body import Body
from kshc_cli.findings import Finding, errors, in_order
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.reading.tasks import read_plan
from kshc_cli.rules.catalogue import check
from kshc_cli.source.edit.plan_yaml import plan_yaml
from kshc_cli.source.plan_text import PlanText, read_plan_file


@dataclass(frozen=True, slots=True)
class ShownFile:
    """What a file shows, with what is to be said of it beside what the plan does not hold."""

    body: Body
    left: tuple[Finding, ...] = ()
    """What of it is no part of the body, and so not in the plan."""
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier plan, with the tasks of which its log tells and that it did not cancel as a whole."""

    plan: Plan
    logged: Sequence[str] = ()
    reworded: bool = False
    """Whether the document is known to be that plan with changes, so that rows in the place of others are theirs."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What is kept of a document once the plan is written: the text is read again, and both would not fit."""

    plan: bytes
    """The text of the plan file."""
    left: tuple[Finding, ...]
    """What is not in the plan."""
    doubts: tuple[Finding, ...]
    """What speaks against its being a plan."""
    untold: tuple[Finding, ...]
    """Where deadlines are named of what is no task of the plan."""
    told: tuple[str, ...]
    """The account, in sentences."""
    gone: tuple[str, ...] = ()
    """The tasks of an earlier plan that are not in this one."""


def taken(shown: ShownFile, *, year: int | None = None, earlier: Earlier | None = None) -> Taken:
    """Return the plan file of what a document shows; what ``earlier`` knows beyond the words is kept.

    Raises NoTaskTableError and UnknownYearError.
    """
    like = earlier.plan if earlier else None
    reworded = earlier is not None and earlier.reworded
    found = imported(shown.body, year=year, like=like, reworded=reworded)
    left = (*found.left, *shown.left)
    told = (*about_unsettled(shown.body), *shown.told, *about_counts(found, len(left)))
    if earlier is None:
        told += (*about_look(shown.body, found), *about_guessed_members(found.plan), *about_unnamed_members(found.plan))
    else:
        told += tuple(about_changes(found.plan, earlier.plan, earlier.logged))
    del shown
    comments = {} if earlier else {"agencies": _("Proposed from the words: check names and ids.")}
    gone = gone_tasks(found.plan, like) if like else ()
    return Taken(plan_yaml(found.plan, comments).encode(), left, found.doubts, found.untold, told, gone)


def errors_of(plan: bytes) -> tuple[Finding, ...]:
    """Read a written plan as any other and return its errors."""
    return tuple(errors(_findings(read_plan_file(plan))))


def fresh_findings(old: bytes, new: bytes) -> Iterator[Finding]:
    """Yield the findings of a written plan that the old one did not have, about the same task or elsewhere."""
    read, before = read_plan_file(new), read_plan_file(old)
    known = Counter(_known_by(one, before.text.data) for one in _findings(before))
    for one in _findings(read):
        key = _known_by(one, read.text.data)
        if known[key]:
            known[key] -= 1
        else:
            yield one


def _findings(read: PlanText) -> tuple[Finding, ...]:
    found = read.locate(check(read_plan(read.plan), whole=read.whole)) if read.plan else ()
    return in_order((*read.findings, *found))


def _known_by(finding: Finding, data: Any) -> tuple[str, str, str]:  # noqa: ANN401  plain data
    """Return what a finding is known by in another plan: what it says, and the id of what it is about."""
    name = ""
    for step in finding.path or ():
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(data, dict) and "id" in data:
            name = str(data["id"])
    return finding.rule, finding.message, name
