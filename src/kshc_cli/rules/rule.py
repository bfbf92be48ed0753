"""What a rule is, and its name."""

from collections.abc import Callable, Iterator

from kshc_cli.findings import Finding
from kshc_cli.reading.tasks import ReadPlan

Rule = Callable[[ReadPlan], Iterator[Finding]]
"""A generator of findings over a plan that was read; the name of the function is the rule's id."""


def rule_id(rule: Rule) -> str:
    """Return a rule's id: its function's name in kebab case."""
    return rule.__name__.replace("_", "-")
