"""``kshc export xlsx``: all duties of a plan in an Excel workbook."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import DraftOption, export
from kshc_cli.cli.exporting_each import EachOption, export_each
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import out_option
from kshc_cli.desk.workbook import WorkbookQuestion, parts_by_body
from kshc_cli.messages import _

EXAMPLES = (
    "kshc export xlsx --out theo-doi.xlsx",
    "kshc export xlsx --by-body --out theo-doi.xlsx",
    'kshc export xlsx --form --agency "Phường 1" --out phieu-phuong-1.xlsx',
    "kshc export xlsx --form --all --out phieu",
    'kshc export xlsx --agency "van phong" --role any --out van-phong.xlsx',
)
FINDINGS = _("the plan or its log has errors")

PlaceOption = Annotated[str, out_option(_("The file to write, with --all the folder."))]
ByBodyOption = Annotated[bool, option("--by-body", help=_("Add a sheet for each body."))]

FormOption = Annotated[
    bool,
    option("--form", help=_("Add a sheet to be filled in and sent back; kshc import xlsx records what it says.")),
]


def command(
    session: Session,
    *,
    out: PlaceOption,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.LEAD,
    kind: KindOption = None,
    by_body: ByBodyOption = False,
    form: FormOption = False,
    every: EachOption = False,
    draft: DraftOption = False,
) -> int:
    """Write all duties, one for each body on each occasion of a task, with how they stand, and how many stand how."""
    question = partial(WorkbookQuestion, role=role.value, kind=kind, by_body=by_body, with_form=form, is_draft=draft)
    if every:
        return export_each(session, "xlsx", question, parts_by_body, out=out, agency=agency)
    return export(session, "xlsx", question, out=out, agency=agency)
