"""``kshc render docx``: the official Word document."""

from kshc_cli.cli.decision_document import DocumentOptions, FinalOption, write_decision
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import ForceOption, OutOption, TemplateOption
from kshc_cli.cli.template_options import LandscapeOption, SizeOption
from kshc_cli.messages import _

EXAMPLES = (
    "kshc render docx",
    "kshc render docx --final --out quyet-dinh.docx",
    "kshc render docx --size 13 --landscape",
)
FINDINGS = _("with --final, what a signed document must not have")


def command(
    session: Session,
    *,
    final: FinalOption = False,
    out: OutOption = None,
    template: TemplateOption = None,
    size: SizeOption = None,
    landscape: LandscapeOption = False,
    force: ForceOption = False,
) -> int:
    """Write the decision and its plan as a Word document, laid out as Nghị định 30/2020/NĐ-CP orders."""
    options = DocumentOptions(final, out, template, size, landscape, force)
    return write_decision(session, options, ".docx", lambda document, _plan: document)
