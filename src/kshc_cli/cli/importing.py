"""What the commands of ``kshc import`` share: a document becomes a plan file, and what has no place in it is listed."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.session import Session
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.days import year_of
from kshc_cli.desk.importing import Earlier, ShownFile, Taken, errors_of, taken
from kshc_cli.disk.reading import is_file, read_bytes
from kshc_cli.disk.replacing import same_file, write_bytes
from kshc_cli.errors import EXIT_FINDINGS, WrongArgumentError, inside
from kshc_cli.findings import Finding
from kshc_cli.messages import _, plain
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.source.edit.progress_text import read_log
from kshc_cli.tracking.happenings import happenings
from kshc_cli.workspace import open_plan, progress_bytes, progress_path


class ImportOptions(NamedTuple):
    """What is asked for on the command line."""

    out: str | None
    like: str | None
    year: str | None
    force: bool


def import_document(session: Session, file: str, read: Callable[[bytes], ShownFile], options: ImportOptions) -> int:
    """Write the plan that a file holds, tell what found no place in it, and return the exit status."""
    target = (
        None if options.out in {None, "-"} else _target(options.out or "", (file, options.like), force=options.force)
    )
    earlier = None if options.like is None else _earlier(session, Path(options.like))
    found = taken_of(session, file, read, options.year, earlier)
    if target is None:
        session.write(found.plan.decode(), is_exact=True)
    else:
        write_bytes(target, found.plan)
        session.say(_("Written: {file}").format(file=target))
    return tell_taken(session, found, file, options.out or "-")


def tell_taken(session: Session, found: Taken, file: str, plan: str) -> int:
    """Tell what of a file is not in the plan that was made of it, and what is wrong in that; return the exit status."""
    errors = errors_of(found.plan)
    _say_findings(session, file, (*found.doubts, *found.left, *found.untold))
    _say_findings(session, plan, errors)
    for sentence in found.told:
        session.say(sentence)
    return EXIT_FINDINGS if found.left or found.doubts or errors or found.gone else 0


def taken_of(
    session: Session,
    file: str,
    read: Callable[[bytes], ShownFile],
    year: str | None,
    earlier: Earlier | None = None,
) -> Taken:
    """Return the plan that a file holds, with what is to be told of it. Raises FileError, UnreadableFileError."""
    with inside(file), waiting(session, _("Reading {file}").format(file=plain(file))):
        return taken(read(read_bytes(Path(file))), year=None if year is None else year_of(year), earlier=earlier)


def _target(out: str, sources: tuple[str | None, ...], *, force: bool) -> Path:
    """Return the file to write. Raises WrongArgumentError where it would replace what is read, or unasked anything."""
    target = Path(out)
    if any(source is not None and same_file(Path(source), target) for source in sources):
        raise WrongArgumentError(_("{file} is what the plan is made from; name another file.").format(file=target))
    if is_file(target) and not force:
        raise WrongArgumentError(_("{file} is there already; --force replaces it.").format(file=target))
    return target


def _earlier(session: Session, path: Path) -> Earlier:
    text = open_plan(path).text
    if text.plan is None:
        raise BrokenPlanError(str(path), text.findings, session.terminal(error=True))
    return Earlier(text.plan, _logged(path))


def _logged(path: Path) -> tuple[str, ...]:
    """Return the tasks of which the log beside an earlier plan tells and that it did not cancel as a whole.

    There are none where there is no log, or a broken one.
    """
    data = progress_bytes(progress_path(path))
    log = happenings((read_log(data).entries if data is not None else None) or ())
    return tuple(task for task in log.by_task if log.called_off(task) is None)


def _say_findings(session: Session, name: str, findings: tuple[Finding, ...]) -> None:
    session.show(findings_text(FileFindings(name, findings), session.terminal(error=True)))
