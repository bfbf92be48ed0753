"""``kshc export json``: all duties of a plan, or of many, as one object."""

from kshc_cli.cli.exporting import DraftOption, ExportOption, export_duties
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType, SectionOption
from kshc_cli.cli.session import Session
from kshc_cli.messages import _

EXAMPLES = ("kshc export json --out nhiem-vu.json",)
FINDINGS = _("the plan or its log has errors")


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    draft: DraftOption = False,
    out: ExportOption = None,
) -> int:
    """Write all duties as one object, by the JSON Schema that kshc schema duties prints."""
    return export_duties(session, "json", agency=agency, role=role, kind=kind, section=section, draft=draft, out=out)
