"""``kshc fleet``: how many plans stand, a line each."""

from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, Asking, asked_of, run_of
from kshc_cli.cli.declarations import argument
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.opening import fleet_of
from kshc_cli.cli.options import AgencyOption, AsOfOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.question import Form
from kshc_cli.desk.summary import SummaryQuestion
from kshc_cli.messages import _
from kshc_cli.outputs.registry import output_text
from kshc_cli.outputs.sheet import AnswerSheet
from kshc_cli.reports.summary import SUMMARY_FIELDS, Summary, summary_cells, summary_record, summary_view

EXAMPLES = (
    "kshc fleet plans/",
    'kshc fleet "plans/**/plan.yaml" --format csv',
    "kshc fleet @list.txt --as-of 30/6/2024",
)
FINDINGS = ONE_OF_MANY

PlansArgument = Annotated[
    list[str] | None,
    argument(
        reader=FILLED,
        metavar=_("[PLAN]..."),
        help=_("Plans: files, folders, patterns or lists; all below this folder if left out."),
    ),
]


def command(
    session: Session,
    plans: PlansArgument = None,
    *,
    agency: AgencyOption = None,
    as_of: AsOfOption = None,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show for each plan how many tasks it has, how many duties are done, late and due soon, and their sum."""
    csv = csv_form(output, bom=bom, keys=keys)
    session.plans = tuple(plans or session.plans or (".",))
    fleet = fleet_of(session)._replace(many=True)
    asked = asked_of(session, fleet, output, csv=csv, as_of=as_of, agency=agency)
    run = run_of(session, fleet, SummaryQuestion(asked))
    session.write(output_text(_sheet(run, asked.form), asked.form))
    return run.status


def _sheet(run: Asking, form: Form) -> AnswerSheet:
    plans = [
        Summary(office, file, answer["plan"], answer["record"]["as_of"], answer["counts"])
        for file, answer, office in run.told
    ]
    return AnswerSheet(
        record=summary_record(plans, run.broken),
        fields=SUMMARY_FIELDS,
        cells=summary_cells(plans, run.broken),
        view=summary_view(plans, run.broken, drawn=form.drawn),
    )
