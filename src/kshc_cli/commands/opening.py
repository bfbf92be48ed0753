"""Opening the plan in use, for the commands that ask it."""

from kshc_cli.commands.session import Session
from kshc_cli.errors import EXIT_UNREADABLE, KshcError
from kshc_cli.findings import Finding, has_errors
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.query.agency_search import find_agency
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.reports.terminal import Terminal
from kshc_cli.workspace import PlanFile, find_plan, open_plan


class BrokenPlanError(KshcError):
    """A file that is no plan, as far as it can be read."""

    exit_status = EXIT_UNREADABLE

    def __init__(self, name: str, findings: tuple[Finding, ...], terminal: Terminal) -> None:
        super().__init__(name)
        self.file = FileFindings(name, findings)
        self.terminal = terminal

    def sentence(self) -> str:
        """Return all findings of the file."""
        return findings_text(self.file, self.terminal) + _("{file} cannot be used before this is repaired.").format(
            file=self.file.name
        )


def opened_plan(session: Session) -> tuple[PlanFile, Plan]:
    """Return the plan in use with its file. Raises BrokenPlanError with what stands against it."""
    file = open_plan(find_plan(session.plan))
    if file.text.plan is None:
        raise BrokenPlanError(str(file.path), file.text.findings, session.terminal(error=True))
    session.say(_("Plan: {file}").format(file=file.path), level=1)
    if has_errors(file.text.findings):
        session.say(_("{file} has errors; run `kshc validate`.").format(file=file.path))
    return file, file.text.plan


def asked_plan(session: Session) -> ReadPlan:
    """Return the plan in use, read. Raises BrokenPlanError."""
    _file, plan = opened_plan(session)
    return read_plan(plan)


def agency_id(wish: str | None, plan: Plan) -> str | None:
    """Return the id of the agency that a person asks for. Raises WrongArgumentError if it is not clear which."""
    return None if wish is None else find_agency(wish, plan.agencies).id
