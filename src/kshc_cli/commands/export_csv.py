"""``kshc export csv``: all duties of a plan, or of many, for spreadsheets."""

from kshc_cli.cli.exporting import DraftOption, ExportOption, export_duties
from kshc_cli.cli.formats import BomOption, KeysOption
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType, SectionOption
from kshc_cli.cli.session import Session
from kshc_cli.messages import _
from kshc_cli.reports.csv_form import CsvForm

EXAMPLES = (
    "kshc export csv --bom --out nhiem-vu.csv",
    'kshc export csv --agency "van phong" --role lead --bom --out van-phong.csv',
)
FINDINGS = _("the plan or its log has errors")


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    bom: BomOption = False,
    keys: KeysOption = False,
    draft: DraftOption = False,
    out: ExportOption = None,
) -> int:
    """Write a row for each body, in each role, on each occasion of a task, with its last day and how it stands."""
    return export_duties(
        session,
        "csv",
        agency=agency,
        role=role,
        kind=kind,
        section=section,
        draft=draft,
        out=out,
        csv=CsvForm(bom=bom, keys=keys),
    )
