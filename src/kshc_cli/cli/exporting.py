"""Exporting: where a file is to be written, the question put to the plan in use, and what it answers as that file."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

from kshc_cli.cli.asking import run_of
from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import Fleet, one_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import refuse_sources
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.answers import Answer, finding_of
from kshc_cli.desk.question import Asked, Form, Question
from kshc_cli.disk.reading import bytes_if_there
from kshc_cli.disk.replacing import refuse_unwritable, write_bytes
from kshc_cli.errors import EXIT_FINDINGS, WrongArgumentError, as_error
from kshc_cli.fleet.sources import log_of
from kshc_cli.messages import _, language_in_use
from kshc_cli.outputs.exports import EXPORTS, Export
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.reports.phrases import without_date_line

STDOUT: Final = "-"

ExportOption = Annotated[
    str | None,
    option("--out", "-o", reader=FILLED, metavar=_("FILE"), help=_("The file to write; standard output if left out.")),
]
FileOption = Annotated[str, option("--out", "-o", reader=FILLED, metavar=_("FILE"), help=_("The file to write."))]
DraftOption = Annotated[bool, option("--draft", help=_("Write it though the plan or its log has errors."))]


def export(
    session: Session, name: str, question: Callable[[Asked], Question], *, out: str | None, agency: str | None
) -> int:
    """Ask the plan in use, and write what it answers as a file of the kind that goes by ``name``; return the status.

    Where the file cannot be written, nothing is asked. Raises BrokenPlanError, UnreadableFileError, WrongArgumentError.
    """
    kind, plan = EXPORTS[name], one_plan(session)
    target = None if out in {None, STDOUT} and kind.is_text else _target(out or "", plan, kind)
    fleet = Fleet([str(plan)], many=False)
    asked = Asked(session.now(), language_in_use(), Form(name), agency=agency)
    answer = run_of(session, fleet, question(asked)).told[0].answer
    if "files" in answer:
        return _refuse(session, plan, answer)
    if target is None:
        session.write(_on_a_stream(kind.write(answer)), is_exact=True)
    else:
        write_bytes(target, kind.write(answer))
        session.say(_("Written: {file}").format(file=target))
    if not answer["found"]:
        session.say(_("Nothing found."))
    for note, _listed in answer.get("notes", ()):
        session.say(note)
    session.say(without_date_line(answer["without_date"], answer["among"]))
    return 0


def _target(out: str, plan: Path, kind: Export) -> Path:
    """Return the file to write. Raises WrongArgumentError where it is none of kshc's own, UnreadableFileError."""
    if out == STDOUT:
        raise WrongArgumentError(_("--out names no file."))
    target = Path(out)
    refuse_sources(target, plan, log_of(str(plan)))
    refuse_unwritable(target)
    if (there := bytes_if_there(target)) and not kind.is_own(there):
        sentence = _("{file} was not written by this command; name another file, or take it away.")
        raise WrongArgumentError(sentence.format(file=target))
    return target


def _refuse(session: Session, plan: Path, answer: Answer) -> int:
    """Say which errors stand against the plan, or its log."""
    for file, findings in answer["files"]:
        name = str(plan) if file == "named" else log_of(str(plan))
        told = FileFindings(name, tuple(map(finding_of, findings)))
        session.show(findings_text(told, session.terminal(error=True)), level=-2)
    sentence = _("Nothing was written: the plan or its log has errors; --draft writes it nevertheless.")
    session.say(as_error(sentence), level=-2)
    return EXIT_FINDINGS


def _on_a_stream(data: bytes) -> str:
    """Return text for a stream whose system ends lines as it does: it makes CRLF of LF where that is CRLF."""
    text = data.decode()
    return text.replace("\r\n", "\n") if os.linesep == "\r\n" else text
