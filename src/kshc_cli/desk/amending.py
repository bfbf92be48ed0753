"""The decision that amends a plan, from the plan in force and the one that is to be."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.compare.difference import compared
from kshc_cli.compare.meaning import effects
from kshc_cli.compare.task_pairs import TaskPairs, task_pairs
from kshc_cli.compare.values import Comparison, Subject
from kshc_cli.documents.rendering.amended_differences import UNSEEN, stated_anew
from kshc_cli.documents.rendering.amendment import render_amendment
from kshc_cli.documents.rendering.amendment_words import printed_amendment
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.plan.model import Plan
from kshc_cli.reading.folding import canonical
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reports.comparing.names import field_words


class Amendment(NamedTuple):
    """The decision that amends a plan, and in what the plans differ beside that."""

    data: bytes | None
    """The Word file; None where the plans differ in nothing that a decision could amend."""
    own: tuple[str, ...]
    """The fields that differ in print, and that each decision states for itself, as they are called."""
    bodies: tuple[str, ...]
    """The names of bodies to or from which the registry alone gives or takes duties."""


_DECIDED: Final = ("kế hoạch", "chương trình", "đề án", "dự án", "phương án", "quy chế", "quy định", "quyết định")
"""Kinds of documents that are commonly issued by a decision, too."""


def is_amended_by_decision(plan: Plan) -> bool:
    """Tell whether a decision amends such a document without doubt: one issued it, or issues its kind."""
    return plan.decision is not None or canonical(plan.plan.title).startswith(_DECIDED)


def is_of_one_office(old: Plan, new: Plan) -> bool:
    """Tell whether one office issues both plans, as far as both say: its name, its place and the office above it."""
    pairs = ((getattr(old.issuer, name), getattr(new.issuer, name)) for name in ("name", "place", "parent"))
    return all(canonical(was) == canonical(now) for was, now in pairs if was and now)


def amendment_of(old: ReadPlan, new: ReadPlan, template: bytes, stamp: Stamp) -> Amendment:
    """Return the decision, and what differs between the plans beside what it amends. Raises TemplateError."""
    before, after = old.plan, new.plan
    found, tasks = compared(before, after, *([one.placed for one in side.tasks] for side in (old, new)))
    words = printed_amendment(before, after, found.differences, stamp)
    fields = (one.field for one in stated_anew(found.differences, before, after))
    return Amendment(
        render_amendment(words, after, template, stamp) if words else None,
        tuple(dict.fromkeys(map(field_words, fields))),
        tuple(dict.fromkeys(found.names[body] for body in _given_otherwise(old, new, found, tasks))),
    )


def _given_otherwise(old: ReadPlan, new: ReadPlan, found: Comparison, tasks: TaskPairs) -> Iterator[str]:
    """Yield the bodies to which, or from which, the registry gives or takes duties in the words that hold."""
    if old.plan.agencies == new.plan.agencies:
        return
    registered = read_plan(old.plan.model_copy({"agencies": new.plan.agencies}), old.own_texts)
    same = task_pairs(*([one.placed for one in side.tasks] for side in (old, registered)))
    by_registry = {(one.kind, one.body) for one in effects(old, registered, same)}
    reworded = {one.id for one in found.differences if one.subject is Subject.TASK and one.kind not in UNSEEN}
    for one in effects(old, new, tasks):
        if one.body and one.task not in reworded and (one.kind, one.body) in by_registry:
            yield one.body
