"""``kshc render docx``: the official Word document."""

from pathlib import Path
from typing import Annotated

import typer

from kshc_cli.commands.opening import opened_plan
from kshc_cli.commands.session import session_of
from kshc_cli.documents.blanks import blanks
from kshc_cli.documents.decision import render_decision
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.messages import _, ngettext
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.workspace import template_bytes, write_bytes

EXAMPLES = ("kshc render docx", "kshc render docx --final --out quyet-dinh.docx")

FinalOption = Annotated[
    bool,
    typer.Option("--final/--draft", help=_("Refuse blanks that a signed document must not have; a draft shows them.")),
]
OutOption = Annotated[
    str | None,
    typer.Option("--out", "-o", metavar=_("FILE"), help=_("The file to write; beside the plan if left out.")),
]
TemplateOption = Annotated[
    str | None, typer.Option("--template", metavar=_("FILE"), help=_("A Word template of your own."))
]


def command(
    context: typer.Context, *, final: FinalOption = False, out: OutOption = None, template: TemplateOption = None
) -> int:
    """Write the decision and its plan as a Word document, laid out as Nghị định 30/2020/NĐ-CP orders."""
    session = session_of(context)
    file, plan = opened_plan(session)
    open_places = file.text.locate(blanks(plan))
    if final and open_places:
        session.write(findings_text(FileFindings(str(file.path), open_places), session.terminal()))
        session.say(_("Nothing was written: a final document must not have these blanks."))
        return EXIT_FINDINGS
    target = Path(out) if out else file.path.with_suffix(".docx")
    write_bytes(target, render_decision(plan, template_bytes(template)))
    session.say(_("Written: {file}").format(file=target))
    if open_places:
        count = len(open_places)
        session.say(ngettext("{n} blank is left open.", "{n} blanks are left open.", count).format(n=count))
    return 0
