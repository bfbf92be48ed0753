"""``kshc diff``: what differs between two plans, and what that means."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.comparing import SidesArgument, named_sides, opened_sides
from kshc_cli.cli.declarations import option
from kshc_cli.cli.formats import DiffFormat, DiffOption
from kshc_cli.cli.git_driver import git_diff
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import ForceOption, refuse_another_ones, refuse_sources
from kshc_cli.cli.values import FILLED, out_option
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.comparing import diff_answer
from kshc_cli.disk.reading import is_file
from kshc_cli.disk.replacing import refuse_unwritable, write_bytes
from kshc_cli.errors import EXIT_FINDINGS, WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.outputs.comparison import comparison_bytes
from kshc_cli.reports.json_text import json_text

EXAMPLES = (
    "kshc diff HEAD~3:plan.yaml",
    "kshc diff --word ban-sua.docx",
    "kshc diff plan-cu.yaml plan.yaml --format docx --out so-sanh.docx",
)
FINDINGS = _("with --exit-code, something differs")

WordOption = Annotated[
    str | None,
    option(
        "--word", reader=FILLED, metavar=_("FILE"), help=_("A Word document as the new side; OLD is the plan in use.")
    ),
]
ExitOption = Annotated[bool, option("--exit-code", help=_("Exit with status 1 if anything differs."))]
GitOption = Annotated[bool, option("--git", help=_("Be git's external diff, which gives the arguments."))]


OutOption = Annotated[
    str | None,
    out_option(_("The file to write; standard output if left out.")),
]


def command(
    session: Session,
    sides: SidesArgument = None,
    *,
    word: WordOption = None,
    output: DiffOption = DiffFormat.TEXT,
    exit_code: ExitOption = False,
    git: GitOption = False,
    out: OutOption = None,
    force: ForceOption = False,
) -> int:
    """Show what differs between two plans word by word, and what it means: last days, who owes what, the log.

    As a Word document it stands in a table: what holds, as amended, and room for the reason.
    """
    if git:
        return git_diff(session, sides or ())
    named = named_sides(session, sides or [], word)
    target = _target(out, output, [one.name for one in named], force=force)
    old, new = opened_sides(session, *named)
    answer = diff_answer(old, new, output.value, session.terminal())
    _write(session, answer, output, target)
    for note, _listed in answer["notes"]:
        session.say(note)
    if not answer["found"] and output is DiffFormat.TEXT:
        session.say(_("Nothing differs."))
    return EXIT_FINDINGS if exit_code and answer["found"] else 0


def _target(out: str | None, output: DiffFormat, sides: list[str], *, force: bool) -> Path | None:
    """Return the file to write, None for the standard output. Raises WrongArgumentError."""
    if out in {None, "-"} or out is None:
        if output is DiffFormat.DOCX:
            raise WrongArgumentError(_("A Word document needs a file to be written into: --out FILE."))
        return None
    target = Path(out)
    for side in sides:
        refuse_sources(target, Path(side), None)
    refuse_unwritable(target)
    if output is DiffFormat.DOCX:
        refuse_another_ones(target, force=force)
    elif is_file(target) and not force:
        raise WrongArgumentError(_("{file} is there already; --force replaces it.").format(file=target))
    return target


def _write(session: Session, answer: Answer, output: DiffFormat, target: Path | None) -> None:
    if output is DiffFormat.DOCX and target:
        data = comparison_bytes(answer)
    else:
        text = json_text(answer["record"]) if output is DiffFormat.JSON else answer["text"]
        if target is None:
            session.write(text)
            return
        data = text.encode()
    write_bytes(target, data)
    session.say(_("Written: {file}").format(file=target))
