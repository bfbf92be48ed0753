"""``kshc agencies``: the registry, who takes part in how much, and what the registry lacks."""

from collections.abc import Sequence
from typing import Annotated, Final

import typer

from kshc_cli.commands.formats import BomOption, KeysOption, RegistryFormat, RegistryOption, csv_form
from kshc_cli.commands.opening import asked_plan
from kshc_cli.commands.session import Session, session_of
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.reading.proposals import proposals
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.csv_text import CsvForm, csv_text
from kshc_cli.reports.csv_words import code_words
from kshc_cli.reports.drawing import Heading, has_columns
from kshc_cli.reports.json_text import Json, json_text
from kshc_cli.reports.proposals import (
    PROPOSAL_FIELDS,
    proposal_cells,
    proposal_headings,
    proposal_record,
    proposals_yaml,
)
from kshc_cli.reports.records import agency_record, plan_record
from kshc_cli.reports.tables import markdown_text, table_text
from kshc_cli.reports.views import AGENCY_FIELDS, agency_cells, agency_line

EXAMPLES = ("kshc agencies --used", "kshc agencies --unread", "kshc agencies --unread --format yaml")

_WIDE: Final = 100
"""Columns of a terminal below which the names need the room of the last count."""

UsedOption = Annotated[bool, typer.Option("--used", help=_("Only agencies that take part in tasks."))]
UnreadOption = Annotated[
    bool, typer.Option("--unread", help=_("The words that no agency matches, with entries to paste."))
]


def command(
    context: typer.Context,
    *,
    used: UsedOption = False,
    unread: UnreadOption = False,
    output: RegistryOption = RegistryFormat.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """List the agencies with their other names, members and numbers of tasks, or propose those that lack."""
    if used and unread:
        raise WrongArgumentError(_("Ask for --used or for --unread, not for both."))
    if output is RegistryFormat.YAML and not unread:
        raise WrongArgumentError(_("YAML is written for --unread only; the registry itself stands in the plan."))
    session, form = session_of(context), csv_form(output, bom=bom, keys=keys)
    plan = asked_plan(session)
    if unread:
        _write_unread(session, plan, output, form)
    else:
        _write_registry(session, plan, output, form, used=used)
    return 0


def _write_registry(session: Session, plan: ReadPlan, output: RegistryFormat, form: CsvForm, *, used: bool) -> None:
    parts = plan.participations
    chosen = [agency for agency in plan.plan.agencies if not used or agency.id in plan.used_agencies]
    if output is RegistryFormat.JSON:
        entries = [
            agency_record(agency, parts[agency.id], groups=plan.registry.groups_with(agency.id)) for agency in chosen
        ]
        _write_json(session, plan, {"agencies": entries})
        return
    headings = (
        Heading(_("ID"), named=False),
        Heading(_("Name"), 1, named=False),
        Heading(_("Other names, members"), 1),
        Heading(_("Lead")),
        Heading(_("Coop")),
        Heading(_("By groups")),
    )
    if output is RegistryFormat.CSV:
        cells = [agency_cells(agency, parts[agency.id]) for agency in chosen]
        session.write(csv_text(AGENCY_FIELDS, cells, form, code_words(plan.registry.by_id)))
    else:
        lines = [agency_line(agency, parts[agency.id]) for agency in chosen]
        terminal = session.terminal()
        narrow = terminal.interactive and has_columns(terminal) and terminal.width < _WIDE
        shown = len(headings) - (narrow and output is RegistryFormat.TABLE)
        _draw(session, headings[:shown], [line[:shown] for line in lines], output)


def _write_unread(session: Session, plan: ReadPlan, output: RegistryFormat, form: CsvForm) -> None:
    found = proposals(plan)
    match output:
        case RegistryFormat.JSON:
            _write_json(session, plan, {"proposals": [proposal_record(one) for one in found]})
        case RegistryFormat.YAML:
            session.write(proposals_yaml(found))
        case RegistryFormat.CSV:
            session.write(csv_text(PROPOSAL_FIELDS, map(proposal_cells, found), form))
        case RegistryFormat.TABLE | RegistryFormat.MARKDOWN:
            if found:
                _draw(session, proposal_headings(), [proposal_cells(one) for one in found], output)
    if not found:
        session.say(_("The registry explains all words of the agency cells."))


def _write_json(session: Session, plan: ReadPlan, answer: Json) -> None:
    session.write(json_text({"schema": "kshc.agencies/1", "plan": plan_record(plan.plan), **answer}))


def _draw(
    session: Session, headings: Sequence[Heading], cells: Sequence[Sequence[str]], output: RegistryFormat
) -> None:
    markdown = output is RegistryFormat.MARKDOWN
    session.write(markdown_text(headings, cells) if markdown else table_text(headings, cells, session.terminal()))
