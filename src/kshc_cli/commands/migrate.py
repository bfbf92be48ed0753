"""``kshc migrate``: what an older kshc wrote takes the form of today; every other byte stays as it is."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.plan_files import FilesArgument, files_in_use
from kshc_cli.cli.session import Session
from kshc_cli.desk.migrating import Migrated, migrated_log
from kshc_cli.desk.opening import FormError
from kshc_cli.disk.locks import locked
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.reports.repairs import repairs_text
from kshc_cli.workspace import is_progress_file, open_plan, plan_path

EXAMPLES = ("kshc migrate --dry-run", "kshc migrate", "kshc migrate --check plans/*.yaml")
FINDINGS = _("something is left that a person has to decide, or with --check something is to be written")

DryRunOption = Annotated[bool, option("--dry-run", help=_("Show what would be written, write nothing."))]
CheckOption = Annotated[
    bool, option("--check", help=_("As --dry-run, with exit status 1 where something is to be written."))
]


def command(
    session: Session, files: FilesArgument = None, *, dry_run: DryRunOption = False, check: CheckOption = False
) -> int:
    """Bring what an older kshc wrote into the form of today, and change no other byte.

    Exit with status 1 if something is left that a person has to decide.
    """
    statuses, problems = {0}, dict[str, None]()
    for path in [Path(name) for name in files or ()] or files_in_use(session):
        try:
            migrated = _migrated(session, path, dry_run=dry_run or check)
            statuses.add(_told(session, path, migrated, dry_run=dry_run or check))
            statuses.add(EXIT_FINDINGS if check and migrated.repairs else 0)
        except (UnreadableFileError, BrokenPlanError) as problem:
            problems[problem.told()] = None  # a plan that cannot be read keeps its log from it, too
            statuses.add(EXIT_UNREADABLE)
    for told in problems:
        session.say(told, level=-2)
    return max(statuses)


def _migrated(session: Session, path: Path, *, dry_run: bool) -> Migrated:
    """Migrate a file, unless nothing is to be done; a log while no other run of kshc writes it.

    No older form of a plan is known: one that can be read is that of today.
    """
    data = read_bytes(path)
    if not is_progress_file(path, data):
        _plan(session, path)
        return Migrated(data, data)
    seen = _log(session, path)
    if dry_run or not seen.repairs:
        return seen
    with locked(path):
        seen = _log(session, path)
        write_bytes(path, seen.after, instead_of=seen.before)
    return seen


def _plan(session: Session, path: Path) -> Plan:
    file = open_plan(path)
    if file.text.plan is None:
        raise BrokenPlanError(str(path), file.text.findings, session.terminal(error=True))
    return file.text.plan


def _log(session: Session, path: Path) -> Migrated:
    plan = _plan(session, plan_path(path))
    try:
        return migrated_log(read_bytes(path), read_plan(plan))
    except FormError as broken:
        raise BrokenPlanError(str(path), broken.findings, session.terminal(error=True)) from broken


def _told(session: Session, path: Path, seen: Migrated, *, dry_run: bool) -> int:
    """Say what was written in a file, or would be, and what is left; return the exit status of it."""
    session.write(repairs_text(str(path), seen.repairs))
    session.write(findings_text(FileFindings(str(path), tuple(seen.left)), session.terminal()))
    session.say(_line(str(path), len(seen.repairs), dry_run=dry_run))
    if not seen.left:
        return 0
    session.say(_("{file}: what is shown above nobody but a person can decide; it stays as it is.").format(file=path))
    return EXIT_FINDINGS


def _line(name: str, count: int, *, dry_run: bool) -> str:
    if not count:
        return _("{file}: nothing to migrate.").format(file=name)
    if dry_run:
        sentence = ngettext(
            "{file}: {n} place would be migrated; nothing was written.",
            "{file}: {n} places would be migrated; nothing was written.",
            count,
        )
    else:
        sentence = ngettext("{file}: {n} place migrated.", "{file}: {n} places migrated.", count)
    return sentence.format(file=name, n=count)
