"""The decision that amends a plan, from the plan in force and the one that is to be."""

from kshc_cli.compare.difference import differences
from kshc_cli.documents.rendering.amendment import render_amendment
from kshc_cli.documents.rendering.amendment_words import printed_amendment
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.plan.model import Plan


def amendment_of(old: Plan, new: Plan, template: bytes, stamp: Stamp) -> bytes | None:
    """Return the Word file of the decision; None where the plans differ in nothing that it could amend.

    Raises TemplateError.
    """
    words = printed_amendment(old, new, differences(old, new).differences, stamp)
    return render_amendment(words, new, template, stamp) if words else None
