"""Filled forms: what they would record is shown, and recorded all or nothing where somebody agrees."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.dialogue import asked, is_agreed, is_at_terminal
from kshc_cli.cli.entry_ids import new_id
from kshc_cli.cli.opening import BrokenPlanError, opened_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.form_entries import FormLine, Judged, judged
from kshc_cli.desk.opening import FormError
from kshc_cli.desk.recording import Recorder
from kshc_cli.disk.locks import locked
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.excel.forms import FilledForm, filled_forms
from kshc_cli.errors import EXIT_FINDINGS, FileError, inside
from kshc_cli.messages import _, ngettext, plain
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.findings import FileFindings, findings_text, word_place_words
from kshc_cli.workspace import progress_bytes, progress_path


def import_forms(session: Session, files: Sequence[tuple[str, bytes]], *, yes: bool, who: str | None) -> int:
    """Record what filled forms say of the plan in use, all or nothing; return the exit status.

    Raises BrokenPlanError, UnreadableFileError.
    """
    file, plan = opened_plan(session)
    recorder = Recorder(read_plan(plan), session.day(year=plan.year), new_id)
    path = progress_path(file.path)
    old = progress_bytes(path) or b""
    forms, broken = list[tuple[str, FilledForm]](), list[FileError]()
    for name, data in files:
        try:
            with inside(name), waiting(session, _("Reading {file}").format(file=plain(name))):
                forms += [(name, form) for form in filled_forms(made_readable(data, "xlsx")[0])]
        except FileError as problem:
            broken.append(problem)
    try:
        found = judged(recorder, old, str(path), forms, who)
    except FormError as problem:
        raise BrokenPlanError(str(path), problem.findings, session.terminal(error=True)) from problem
    _show(session, found)
    for fault in broken:
        session.say(fault.told(), level=-2)
    if found.findings or broken:
        session.say(_("Nothing was recorded: all rows of all files are recorded together, or none."), level=-2)
        return broken[0].exit_status if broken and not found.findings else EXIT_FINDINGS
    return _recorded(session, found, path, old, yes=yes)


def _recorded(session: Session, found: Judged, path: Path, old: bytes, *, yes: bool) -> int:
    """Record what is new, if there is anything and somebody agrees."""
    if not found.new:
        nothing = _("There is nothing to be recorded: every filled row is in the log.")
        session.say(nothing if found.lines else _("There is nothing to be recorded: nothing is filled in."))
        return 0
    if not yes and not is_at_terminal():
        session.say(_("Nothing was recorded: to record it where nobody can be asked, add --yes."), level=-2)
        return EXIT_FINDINGS
    if not (yes or _agreed(session, len(found.new))):
        session.say(_("Nothing was recorded."))
        return 0
    with locked(path):
        write_bytes(path, found.data, instead_of=old, shared=True)
    said = ngettext("{n} entry was recorded.", "{n} entries were recorded.", len(found.new))
    session.say(said.format(n=len(found.new)))
    return 0


def _show(session: Session, found: Judged) -> None:
    """Say what would be recorded, what is recorded already, and what stands against the rest."""
    terminal = session.terminal()
    session.write("".join(f"{terminal.fitted(line)}\n" for line in _lines(found.lines)))
    for file, findings in found.findings.items():
        session.show(findings_text(FileFindings(file, findings), session.terminal(error=True)), level=-2)


def _lines(lines: Iterable[FormLine]) -> Iterator[str]:
    for one in lines:
        said = {
            "new": _("to be recorded: {words}"),
            "known": _("recorded already: {words}"),
            "retracted": _("recorded before and taken back since: {words}"),
        }[one.state]
        yield f"{one.file}: {word_place_words(one.place)}: {said.format(words=one.words)}"


def _agreed(session: Session, count: int) -> bool:
    """Ask whether so many entries are to be recorded."""
    session.flush()
    question = ngettext("Record {n} entry? (y/n)", "Record {n} entries? (y/n)", count).format(n=count)
    return is_agreed(asked(session, question, str, default=_("n")))
