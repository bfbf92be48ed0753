"""``kshc template check``: everything that is wrong with Word templates, before a plan is printed with them."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.findings import write_findings
from kshc_cli.cli.formats import FindingsFormat, FindingsOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.documents.rendering.template_check import check_template
from kshc_cli.documents.word.errors import UNUSABLE, WordFileError, unusable
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.reports.findings import FileFindings
from kshc_cli.workspace import word_bytes

EXAMPLES = ("kshc template check mau.docx", "kshc template check templates/*.docx --format github")
FINDINGS = _("a template has faults")

FilesArgument = Annotated[list[str], argument(reader=FILLED, metavar=_("FILE..."), help=_("Word templates (.docx)."))]


def command(session: Session, files: FilesArgument, *, output: FindingsOption = FindingsFormat.TEXT) -> int:
    """Find unknown names, open loops, split tags and whatever else would stop a document; all of it in one run."""
    checked = [_check(name) for name in files]
    write_findings(session, checked, output)
    found = [finding for file in checked for finding in file.findings]
    if any(finding.rule in UNUSABLE for finding in found):
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if found else 0


def _check(name: str) -> FileFindings:
    try:
        return FileFindings(name, check_template(word_bytes(Path(name))))
    except (WordFileError, UnreadableFileError) as problem:
        return FileFindings(name, (unusable(problem, name),))
