"""What identifies a plan, in JSON."""

from kshc_cli.plan.model import Plan
from kshc_cli.reports.json_text import Json


def plan_record(plan: Plan) -> Json:
    """Return what identifies a plan."""
    act = plan.act
    return {
        "year": plan.year,
        "issuer": plan.issuer.name,
        "number": act.number,
        "symbol": act.symbol,
        "date": act.date.isoformat() if act.date else None,
        "subject": plan.plan.subject,
    }
