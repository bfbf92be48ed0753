"""``kshc fix``: repairs characters that have exactly one right form, and leaves every other byte as it is."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.plan_files import FilesArgument, files_in_use
from kshc_cli.cli.session import Session
from kshc_cli.disk.locks import locked
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError, as_error
from kshc_cli.messages import _
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.reports.repairs import repaired_line, repairs_text
from kshc_cli.source.edit.progress_text import read_progress_file
from kshc_cli.source.edit.repair import Repaired, repaired
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.yaml.characters import REPAIRS
from kshc_cli.workspace import is_progress_file

EXAMPLES = ("kshc fix --dry-run", "kshc fix", "kshc fix plans/*.yaml")
FINDINGS = _("something is left that a person has to decide")

DryRunOption = Annotated[bool, option("--dry-run", help=_("Show the repairs, write nothing."))]


def command(session: Session, files: FilesArgument = None, *, dry_run: DryRunOption = False) -> int:
    """Repair tabs, odd spaces, invisible characters and letters that are not composed, where one form is right.

    Exit with status 1 if some are left that a person has to decide.
    """
    statuses = {0}
    for path in [Path(name) for name in files or ()] or files_in_use(session):
        try:
            statuses.add(_told(session, path, _fixed(path, dry_run=dry_run), dry_run=dry_run))
        except UnreadableFileError as problem:
            session.say(problem.told(), level=-2)
            statuses.add(EXIT_UNREADABLE)
    return max(statuses)


def _fixed(path: Path, *, dry_run: bool) -> Repaired:
    """Repair a file, unless nothing is to be done; a log while no other run of kshc writes it."""
    seen = _repaired(path)
    if dry_run or not seen.repairs:
        return seen
    with locked(path) if is_progress_file(path, seen.before) else nullcontext():
        seen = _repaired(path)
        write_bytes(path, seen.after, instead_of=seen.before)
    return seen


def _repaired(path: Path) -> Repaired:
    data = read_bytes(path)
    return repaired(data, read_progress_file) if is_progress_file(path, data) else repaired(data, read_plan_file)


def _told(session: Session, path: Path, seen: Repaired, *, dry_run: bool) -> int:
    """Say what was done to a file and what is left; return the exit status of it."""
    session.write(repairs_text(str(path), seen.repairs))
    session.write(findings_text(FileFindings(str(path), tuple(seen.left)), session.terminal()))
    session.say(repaired_line(str(path), len(seen.repairs), dry_run=dry_run))
    if not seen.left:
        return 0
    if not any(finding.rule in REPAIRS for finding in seen.left):
        session.say(as_error(_("{file}: nothing was changed, for it cannot be read.").format(file=path)), level=-2)
        return EXIT_UNREADABLE
    session.say(_("{file}: what is shown above has no single right form; nothing was guessed.").format(file=path))
    return EXIT_FINDINGS
