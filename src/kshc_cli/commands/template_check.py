"""``kshc template check``: everything that is wrong with Word templates, before a plan is printed with them."""

from pathlib import Path
from typing import Annotated

import typer

from kshc_cli.cli.findings import write_findings
from kshc_cli.cli.formats import FindingsFormat, FindingsOption
from kshc_cli.cli.session import session_of
from kshc_cli.disk.reading import read_bytes
from kshc_cli.documents.rendering.template_check import check_template
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.reports.findings import FileFindings

EXAMPLES = ("kshc template check mau.docx", "kshc template check templates/*.docx --format github")
FINDINGS = _("a template has faults")

FilesArgument = Annotated[list[str], typer.Argument(metavar=_("FILE..."), help=_("Word templates (.docx)."))]


def command(context: typer.Context, files: FilesArgument, *, output: FindingsOption = FindingsFormat.TEXT) -> int:
    """Find unknown names, open loops, split tags and whatever else would stop a document; all of it in one run."""
    session = session_of(context)
    checked: list[FileFindings] = []
    unreadable = False
    for name in files:
        try:
            checked.append(_check(name))
        except UnreadableFileError as problem:
            session.say(problem.told(), level=-2)
            unreadable = True
    write_findings(session, checked, output)
    if unreadable:
        return EXIT_UNREADABLE
    return EXIT_FINDINGS if any(file.findings for file in checked) else 0


def _check(name: str) -> FileFindings:
    try:
        return FileFindings(name, check_template(read_bytes(Path(name))))
    except WordFileError as problem:
        raise UnreadableFileError(name, problem.reason) from problem
