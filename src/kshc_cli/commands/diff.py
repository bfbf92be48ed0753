"""``kshc diff``: what differs between two plans, and what that means."""

from typing import Annotated

from kshc_cli.cli.comparing import named_sides, opened_sides
from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.formats import DiffFormat, DiffOption
from kshc_cli.cli.git_driver import git_diff
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.comparing import diff_answer
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.messages import _
from kshc_cli.reports.json_text import json_text

EXAMPLES = ("kshc diff HEAD~3:plan.yaml", "kshc diff plan-2025.yaml plan.yaml", "kshc diff --word ban-sua.docx")
FINDINGS = _("with --exit-code, something differs")

SidesArgument = Annotated[
    list[str] | None,
    argument(
        reader=FILLED,
        metavar=_("[OLD] [NEW]"),
        help=_(
            "A plan file, a Word document or a file of a git revision (HEAD~3:plan.yaml) on each side; NEW is the plan "
            "in use if left out, OLD that of the last commit."
        ),
        show_default=False,
    ),
]
WordOption = Annotated[
    str | None,
    option(
        "--word", reader=FILLED, metavar=_("FILE"), help=_("A Word document as the new side; OLD is the plan in use.")
    ),
]
ExitOption = Annotated[bool, option("--exit-code", help=_("Exit with status 1 if anything differs."))]
GitOption = Annotated[bool, option("--git", help=_("Be git's external diff, which gives the arguments."))]


def command(
    session: Session,
    sides: SidesArgument = None,
    *,
    word: WordOption = None,
    output: DiffOption = DiffFormat.TEXT,
    exit_code: ExitOption = False,
    git: GitOption = False,
) -> int:
    """Show what differs between two plans word by word, and what it means: last days, who owes what, the log."""
    if git:
        return git_diff(session, sides or ())
    old, new = opened_sides(session, *named_sides(session, sides or [], word))
    answer = diff_answer(old, new, output.value, session.terminal())
    session.write(json_text(answer["record"]) if output is DiffFormat.JSON else answer["text"])
    for note, _listed in answer["notes"]:
        session.say(note)
    if not answer["found"] and output is DiffFormat.TEXT:
        session.say(_("Nothing differs."))
    return EXIT_FINDINGS if exit_code and answer["found"] else 0
