"""``kshc fleet``: how many plans stand, a line each."""

from typing import Annotated

import typer

from kshc_cli.cli.asking import ONE_OF_MANY, Run, asked_of, run_of
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.opening import fleet_of
from kshc_cli.cli.options import AgencyOption, AsOfOption
from kshc_cli.cli.session import Session, session_of
from kshc_cli.desk.question import Form
from kshc_cli.desk.summary import SummaryQuestion
from kshc_cli.messages import _
from kshc_cli.reports.csv_text import csv_text
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.summary import SUMMARY_FIELDS, Line, summary_cells, summary_record, summary_view
from kshc_cli.reports.tables import markdown_text, table_text

EXAMPLES = (
    "kshc fleet plans/",
    'kshc fleet "plans/**/plan.yaml" --format csv',
    "kshc fleet @list.txt --as-of 30/6/2024",
)
FINDINGS = ONE_OF_MANY

PlansArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=_("[PLAN]..."), help=_("Plans: files, folders, patterns or lists; all below this folder if left out.")
    ),
]


def command(
    context: typer.Context,
    plans: PlansArgument = None,
    *,
    agency: AgencyOption = None,
    as_of: AsOfOption = None,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show for each plan how many tasks it has, how many duties are done, late and due soon, and their sum."""
    session, csv = session_of(context), csv_form(output, bom=bom, keys=keys)
    session.plans = tuple(plans or session.plans or (".",))
    fleet = fleet_of(session)._replace(many=True)
    asked = asked_of(session, fleet, output, csv=csv, as_of=as_of, agency=agency)
    run = run_of(session, fleet, SummaryQuestion(asked))
    _write(session, run, asked.form)
    return run.status


def _write(session: Session, run: Run, form: Form) -> None:
    lines = [
        Line(office, file, answer["plan"], answer["record"]["as_of"], answer["counts"])
        for file, answer, office in run.told
    ]
    match form.output:
        case "json":
            session.write(json_text(summary_record(lines, run.broken)))
        case "csv":
            session.write(csv_text(SUMMARY_FIELDS, summary_cells(lines, run.broken), form.csv))
        case "markdown":
            view = summary_view(lines, run.broken, drawn=False)
            session.write(markdown_text(view.headings, view.cells))
        case _:
            view = summary_view(lines, run.broken, drawn=form.drawn)
            session.write(table_text(view.headings, view.cells, form.terminal, view.colors))
