"""A registry for a plan that has none: an entry for each name that stands in its agency cells."""

from kshc_cli.plan.model import Plan
from kshc_cli.reading.proposals import proposals
from kshc_cli.reading.tasks import read_plan


def with_registry(plan: Plan) -> Plan:
    """Return a plan with the entries that are proposed for its agency cells, their aliases and members included."""
    entries = (proposal.entry for proposal in proposals(read_plan(plan)))
    return plan.model_copy(update={"agencies": tuple(entry for entry in entries if entry is not None)})
