"""The decision that amends a plan, from the plan in force and the one that is to be."""

from typing import Final

from kshc_cli.compare.difference import differences
from kshc_cli.documents.rendering.amendment import render_amendment
from kshc_cli.documents.rendering.amendment_words import printed_amendment
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.plan.model import Plan
from kshc_cli.reading.folding import canonical

_DECIDED: Final = ("kế hoạch", "chương trình", "đề án", "dự án", "phương án", "quy chế", "quy định", "quyết định")
"""Kinds of documents that are commonly issued by a decision, too."""


def is_amended_by_decision(plan: Plan) -> bool:
    """Tell whether a decision amends such a document without doubt: one issued it, or issues its kind."""
    return plan.decision is not None or canonical(plan.plan.title).startswith(_DECIDED)


def is_of_one_office(old: Plan, new: Plan) -> bool:
    """Tell whether one office issues both plans, as far as both say: its name, its place and the office above it."""
    pairs = ((getattr(old.issuer, name), getattr(new.issuer, name)) for name in ("name", "place", "parent"))
    return all(canonical(was) == canonical(now) for was, now in pairs if was and now)


def amendment_of(old: Plan, new: Plan, template: bytes, stamp: Stamp) -> bytes | None:
    """Return the Word file of the decision; None where the plans differ in nothing that it could amend.

    Raises TemplateError.
    """
    words = printed_amendment(old, new, differences(old, new).differences, stamp)
    return render_amendment(words, new, template, stamp) if words else None
