"""Opening the plan in use, for the commands that ask it."""

from pathlib import Path

from kshc_cli.commands.days import asked_day
from kshc_cli.commands.session import Session
from kshc_cli.errors import EXIT_UNREADABLE, KshcError
from kshc_cli.findings import Finding, has_errors
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.query.agency_search import find_agency
from kshc_cli.query.following import Following
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.reports.terminal import Terminal
from kshc_cli.rules.progress import check_log
from kshc_cli.source.progress_text import LogText, read_log
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry
from kshc_cli.tracking.standing import DUE_SOON
from kshc_cli.workspace import PlanFile, find_plan, open_plan, progress_bytes, progress_path


class BrokenPlanError(KshcError):
    """A file that is no plan, as far as it can be read."""

    exit_status = EXIT_UNREADABLE

    def __init__(self, name: str, findings: tuple[Finding, ...], terminal: Terminal) -> None:
        super().__init__(name)
        self.file = FileFindings(name, findings)
        self.terminal = terminal

    def sentence(self) -> str:
        """Say that the findings come first."""
        return _("{file} cannot be used before this is repaired.").format(file=self.file.name)

    def told(self) -> str:
        """Return all findings of the file, and the sentence."""
        return findings_text(self.file, self.terminal) + super().told()


def opened_plan(session: Session) -> tuple[PlanFile, Plan]:
    """Return the plan in use with its file. Raises BrokenPlanError with what stands against it."""
    file = open_plan(find_plan(session.plan))
    if file.text.plan is None:
        raise BrokenPlanError(str(file.path), file.text.findings, session.terminal(error=True))
    session.say(_("Plan: {file}").format(file=file.path), level=1)
    if has_errors(file.text.findings):
        session.say(_("{file} has errors; run `kshc validate`.").format(file=file.path))
    return file, file.text.plan


def followed_plan(session: Session, *, as_of: str | None = None, agency: str | None = None) -> Following:
    """Return the plan in use with its progress log, as it stands ``as_of`` a day (default: today) for an agency's.

    Raises BrokenPlanError with what stands against the plan or its log, WrongArgumentError for an unclear agency.
    """
    file, plan = opened_plan(session)
    path = progress_path(file.path)
    data = progress_bytes(path)
    read = read_plan(plan)
    entries = () if data is None else entries_of(opened_log(session, path, data))
    log = happenings(entries)
    if next(iter(check_log(entries, read, log)), None) is not None:
        session.say(_("{file} has errors; run `kshc validate`.").format(file=path))
    return Following(
        plan=read,
        office=office_calendar(plan),
        day=asked_day(as_of, year=plan.year) or session.day(year=plan.year),
        soon=DUE_SOON if plan.due_soon is None else plan.due_soon,
        log=log,
        is_kept=data is not None,
        agency=agency_id(agency, plan),
    )


def opened_log(session: Session, path: Path, data: bytes) -> LogText:
    """Read a progress log. Raises BrokenPlanError with what stands against its form."""
    read = read_log(data)
    if read.entries is None:
        raise BrokenPlanError(str(path), read.findings, session.terminal(error=True))
    return read


def entries_of(log: LogText | None) -> tuple[Entry, ...]:
    """Return the entries of a log; none of one that is not there."""
    return () if log is None else log.entries or ()


def asked_plan(session: Session) -> ReadPlan:
    """Return the plan in use, read. Raises BrokenPlanError."""
    _file, plan = opened_plan(session)
    return read_plan(plan)


def agency_id(wish: str | None, plan: Plan) -> str | None:
    """Return the id of the agency that a person asks for. Raises WrongArgumentError if it is not clear which."""
    return None if wish is None else find_agency(wish, plan.agencies).id
