"""``kshc export jsonl``: all duties of a plan, or of many, an object a line."""

from kshc_cli.cli.exporting import DraftOption, ExportOption, export_duties
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType, SectionOption
from kshc_cli.cli.session import Session
from kshc_cli.messages import _

EXAMPLES = ("kshc export jsonl --out nhiem-vu.jsonl",)
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
    """Write each duty as an object on a line of its own: a body, in a role, on an occasion of a task."""
    return export_duties(session, "jsonl", agency=agency, role=role, kind=kind, section=section, draft=draft, out=out)
