"""``kshc agencies``: the registry, and who takes part in how much."""

import typer

from kshc_cli.commands.formats import Format, FormatOption
from kshc_cli.commands.opening import asked_plan
from kshc_cli.commands.session import session_of
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.records import agency_record, plan_record
from kshc_cli.reports.tables import Heading, csv_text, markdown_text, table_text

EXAMPLES = ("kshc agencies", "kshc agencies --format json")

_FIELDS = ("id", "name", "aliases", "members", "lead", "coop")


def command(context: typer.Context, *, output: FormatOption = Format.TABLE) -> int:
    """List the agencies with their other names, members, and the number of tasks that name them."""
    session = session_of(context)
    plan = asked_plan(session)
    if output is Format.JSON:
        entries = [_record(plan, agency) for agency in plan.plan.agencies]
        session.write(json_text({"schema": "kshc.agencies/1", "plan": plan_record(plan.plan), "agencies": entries}))
        return 0
    if output is Format.CSV:
        session.write(csv_text(_FIELDS, (_cells(plan, agency) for agency in plan.plan.agencies)))
        return 0
    headings = (
        Heading(_("ID")),
        Heading(_("Name"), 1),
        Heading(_("Other names, members"), 1),
        Heading(_("Lead")),
        Heading(_("Coop")),
    )
    cells = [_shown(*_cells(plan, agency)) for agency in plan.plan.agencies]
    drawn = (
        markdown_text(headings, cells) if output is Format.MARKDOWN else table_text(headings, cells, session.terminal())
    )
    session.write(drawn)
    return 0


def _count(plan: ReadPlan, agency: Agency) -> tuple[int, int]:
    lead = sum(agency.id in task.lead.agencies for task in plan.tasks)
    return lead, sum(agency.id in task.coop.agencies for task in plan.tasks)


def _record(plan: ReadPlan, agency: Agency) -> object:
    lead, coop = _count(plan, agency)
    return agency_record(agency, lead=lead, coop=coop, groups=plan.registry.groups_with(agency.id))


def _shown(id_: str, name: str, aliases: str, members: str, lead: str, coop: str) -> tuple[str, ...]:
    also = [aliases] if aliases else []
    return id_, name, " · ".join([*also, *([f"= {members}"] if members else [])]), lead, coop


def _cells(plan: ReadPlan, agency: Agency) -> tuple[str, str, str, str, str, str]:
    lead, coop = _count(plan, agency)
    members = ", ".join((*agency.members, *(["…"] if agency.open else [])))
    return agency.id, agency.name, "; ".join(agency.aliases), members, str(lead), str(coop)
