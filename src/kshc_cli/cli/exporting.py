"""Exporting: where a file is to be written, the question put to the plan in use, and what it answers as that file."""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Annotated, Final

from kshc_cli.cli.asking import run_of
from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import Fleet, fleet_of, one_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import refuse_sources
from kshc_cli.cli.values import out_option
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.answers import Answer, PlainFinding, finding_of
from kshc_cli.desk.question import Asked, Form, Question
from kshc_cli.disk.reading import bytes_if_there
from kshc_cli.disk.replacing import Content, refuse_unwritable, write_bytes
from kshc_cli.errors import EXIT_FINDINGS, WrongArgumentError, as_error
from kshc_cli.fleet.sources import log_of
from kshc_cli.messages import _, language_in_use
from kshc_cli.outputs.duty_tables import joined
from kshc_cli.outputs.exports import EXPORTS, Export
from kshc_cli.reports.csv_form import CsvForm
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.reports.phrases import without_date_line
from kshc_cli.workspace import is_url

STDOUT: Final = "-"

ExportOption = Annotated[
    str | None,
    out_option(_("The file to write; standard output if left out.")),
]
FileOption = Annotated[str, out_option(_("The file to write."))]
DraftOption = Annotated[bool, option("--draft", help=_("Write it though the plan or its log has errors."))]


def export(
    session: Session,
    name: str,
    question: Callable[[Asked], Question],
    *,
    out: str | None,
    agency: str | None,
    csv: CsvForm = CsvForm(),
    write: Callable[[Answer], Content] | None = None,
    draft: bool = False,
    kind: Export | None = None,
) -> int:
    """Ask the plan in use, or the plans where a file of the kind called ``name`` holds several; write such a file.

    Return the exit status. Where the file cannot be written, nothing is asked. ``write`` stands for what the kind is
    written by, ``kind`` for one of another package; as a ``draft`` a file of several plans is written without
    those that cannot answer. Raises BrokenPlanError, UnreadableFileError, WrongArgumentError.
    """
    kind = kind or EXPORTS[name]
    if out is None and not kind.is_read and session.is_at_terminal():
        raise WrongArgumentError(_("This would fill the terminal; name a file to write: --out FILE."))
    fleet = fleet_of(session) if kind.of_many else Fleet([str(one_plan(session))], many=False)
    target = None if out in {None, STDOUT} and kind.is_text else _target(out, fleet, kind)
    asked = Asked(session.now(), language_in_use(), Form(name, csv=csv, many=fleet.many), agency=agency)
    run = run_of(session, fleet, question(asked))
    if refused := [(one.file, one.answer["files"]) for one in run.told if "files" in one.answer]:
        return refuse_errors(session, refused)
    if run.broken and not (draft and run.told):
        session.say(
            as_error(_("Nothing was written: not all plans could answer; --draft writes the others.")), level=-2
        )
        return run.status
    with waiting(session, _("Writing the file")):
        answer = joined([one.answer for one in run.told])
        _put(session, (write or kind.write)(answer), target)
    if target is not None:
        session.say(_("Written: {file}").format(file=target))
    _say_of(session, answer)
    return run.status


def _put(session: Session, data: Content, target: Path | None) -> None:
    """Write a file piece by piece, to standard output without a ``target``. Raises UnreadableFileError."""
    if target is not None:
        write_bytes(target, data)
        return
    for piece in [data] if isinstance(data, bytes) else data:
        session.write(_on_a_stream(piece), is_exact=True)


def _say_of(session: Session, answer: Answer) -> None:
    if not answer["found"]:
        session.say(_("Nothing found."))
    for note, _listed in answer.get("notes", ()):
        session.say(note)
    session.say(without_date_line(answer["without_date"], answer["among"]))


def _target(out: str | None, fleet: Fleet, kind: Export) -> Path:
    """Return the file to write. Raises WrongArgumentError where it is none of kshc's own, UnreadableFileError."""
    if out is None or out == STDOUT:
        raise WrongArgumentError(_("--out names no file."))
    target = Path(out)
    for place in fleet.places:
        if not is_url(place):
            refuse_sources(target, Path(place), log_of(place))
    refuse_unwritable(target)
    if (there := bytes_if_there(target)) and not kind.is_own(there):
        sentence = _("{file} was not written by this command; name another file, or take it away.")
        raise WrongArgumentError(sentence.format(file=target))
    return target


def refuse_errors(session: Session, refused: Sequence[tuple[str, Iterable[tuple[str, list[PlainFinding]]]]]) -> int:
    """Say which errors stand against plans, each with what was found in it and its log; return the exit status."""
    for place, files in refused:
        for file, findings in files:
            name = place if file == "named" else log_of(place)
            told = FileFindings(name, tuple(map(finding_of, findings)))
            session.show(findings_text(told, session.terminal(error=True)), level=-2)
    sentence = _("Nothing was written: the plan or its log has errors; --draft writes it nevertheless.")
    session.say(as_error(sentence), level=-2)
    return EXIT_FINDINGS


def _on_a_stream(data: bytes) -> str:
    """Return text for a stream whose system ends lines as it does: it makes CRLF of LF where that is CRLF."""
    text = data.decode()
    return text.replace("\r\n", "\n") if os.linesep == "\r\n" else text
