"""Writing the findings of files in the format asked for."""

import os
from collections.abc import Sequence

from kshc_cli.cli.formats import FindingsFormat
from kshc_cli.cli.session import Session
from kshc_cli.reports.findings import FileFindings, findings_record, findings_text, summary_line
from kshc_cli.reports.json_text import json_text


def write_findings(
    session: Session, files: Sequence[FileFindings], output: FindingsFormat, *, strict: bool = False
) -> None:
    """Write the findings of all files that could be read, and for people how many there are, if there are files.

    With ``strict`` warnings fail, too.
    """
    match output:
        case FindingsFormat.TEXT:
            for file in files:
                session.write(findings_text(file, session.terminal()))
        case FindingsFormat.JSON:
            session.write(json_text(findings_record(files)))
        case _:
            write_for_ci(session, files, output, strict=strict)
    if files and output is not FindingsFormat.JSON:
        session.say(summary_line(files))


def write_for_ci(
    session: Session, files: Sequence[FileFindings], output: FindingsFormat, *, strict: bool = False
) -> None:
    """Write the findings of all files as a program around a merge request reads them."""
    from kshc_cli.reports.ci.forms import FORMS

    session.write(FORMS[output.value](files, strict, os.environ.get("KSHC_DOCS", "")), is_exact=True)
