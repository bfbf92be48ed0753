"""Recording what happened: the plan in use is opened, its log written, and what was recorded said."""

from collections.abc import Callable, Iterable
from pathlib import Path

from kshc_cli.cli.entry_ids import new_id
from kshc_cli.cli.opening import BrokenPlanError, opened_plan
from kshc_cli.cli.session import Session
from kshc_cli.desk.opening import FormError
from kshc_cli.desk.recording import Make, Recorded, Recorder, Wish
from kshc_cli.disk.locks import locked
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.recorded import recorded_sentence
from kshc_cli.source.edit.progress_text import entry_line
from kshc_cli.workspace import progress_bytes, progress_path


def recorded(session: Session, *wishes: Wish, dry_run: bool) -> int:
    """Record what a person asks for, all or nothing, and say so.

    Raises BrokenPlanError, WrongArgumentError, RefusedEntryError, RefusedEntriesError.
    """
    recorder, log = written_down(session, lambda one: one.wished(*wishes), dry_run=dry_run)
    for place, entry in enumerate(log.new, len(log.before)):
        course = recorder.course(entry.task or "", log.entries)
        before = recorder.course(entry.task or "", log.entries[:place]) if entry.due else course
        session.say(recorded_sentence(entry, course, before, dry_run=dry_run))
        session.say(entry_line(entry), level=1)
    return 0


def written_down(
    session: Session, makes_of: Callable[[Recorder], Iterable[Make]], *, dry_run: bool
) -> tuple[Recorder, Recorded]:
    """Add entries to the log of the plan in use; with ``dry_run`` nothing is written.

    Other runs of kshc wait meanwhile. Raises BrokenPlanError, and what stands against an entry.
    """
    file, plan = opened_plan(session)
    recorder = Recorder(read_plan(plan), session.day(year=plan.year), new_id)
    path, makes = progress_path(file.path), list(makes_of(recorder))
    if dry_run:
        return recorder, _made(session, recorder, path, progress_bytes(path) or b"", makes)
    with locked(path):
        old = progress_bytes(path) or b""
        log = _made(session, recorder, path, old, makes)
        write_bytes(path, log.data, instead_of=old, shared=True)
    return recorder, log


def _made(session: Session, recorder: Recorder, path: Path, old: bytes, makes: list[Make]) -> Recorded:
    try:
        return recorder.record(old, makes, str(path))
    except FormError as broken:
        raise BrokenPlanError(str(path), broken.findings, session.terminal(error=True)) from broken
