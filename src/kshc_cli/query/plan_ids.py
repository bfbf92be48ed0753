"""By what a plan is told from all others in files that hold several, or are read again and again."""

from hashlib import sha256
from typing import Final

from kshc_cli.plan.model import Plan
from kshc_cli.reading.folding import squeezed

_DIGITS: Final = 12
"""Digits by which plans of one year are told apart."""


def plan_id(plan: Plan) -> str:
    """Return the id of a plan, made of its year, office, title and subject: another title makes another plan of it."""
    words = "\n".join(map(squeezed, (plan.issuer.name, plan.plan.title, plan.plan.subject)))
    return f"kshc-{plan.year}-{sha256(words.encode()).hexdigest()[:_DIGITS]}"
