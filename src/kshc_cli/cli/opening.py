"""Opening the plan in use, or the plans."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import kshc_cli.plugins.asked  # noqa: F401  grammars of other packages read what kshc leaves unread
from kshc_cli.cli.session import Session
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.desk.question import Asked
from kshc_cli.errors import EXIT_UNREADABLE, KshcError, WrongArgumentError
from kshc_cli.findings import Finding, has_errors
from kshc_cli.messages import _, language_in_use, ngettext
from kshc_cli.plan.model import Plan
from kshc_cli.reports.terminal import Terminal
from kshc_cli.workspace import PlanFile, find_plan, is_plain, is_url, open_plan, progress_bytes, progress_path

if TYPE_CHECKING:
    from kshc_cli.query.following import Following
    from kshc_cli.source.plan_text import PlanText


class BrokenPlanError(KshcError):
    """A file that is no plan, as far as it can be read."""

    exit_status = EXIT_UNREADABLE

    def __init__(self, name: str, findings: tuple[Finding, ...], terminal: Terminal) -> None:
        super().__init__(name)
        self.name = name
        self.findings = findings
        self.terminal = terminal

    def sentence(self) -> str:
        """Say that the findings come first, or that a newer kshc is needed."""
        if any(one.rule == "newer-format" for one in self.findings):
            return _("{file} needs a newer kshc than this one.").format(file=self.name)
        return _("{file} cannot be used before this is repaired.").format(file=self.name)

    def told(self) -> str:
        """Return all findings of the file, and the sentence."""
        from kshc_cli.reports.findings import FileFindings, findings_text  # noqa: PLC0415  a sound plan has none

        return findings_text(FileFindings(self.name, self.findings), self.terminal) + super().told()


class Fleet(NamedTuple):
    """The plans in use."""

    places: list[str]
    """Files, and URLs."""
    many: bool
    """Whether they are asked as many: one file that is named by itself is not, whatever lies beside it."""


def fleet_of(session: Session) -> Fleet:
    """Return the plans in use. Raises PlanNotFoundError, WrongArgumentError where something names none."""
    named = session.plans
    if len(named) < 2 and all(map(is_plain, named)):
        return Fleet([str(find_plan(next(iter(named), None)))], many=False)
    from kshc_cli.fleet.finding import find_plans

    places = find_plans(named)
    return Fleet(places, len(places) > 1 or not all(map(is_plain, named)))


def one_plan(session: Session) -> Path:
    """Return the file of the plan in use. Raises PlanNotFoundError, WrongArgumentError where several are."""
    places = fleet_of(session).places
    if len(places) > 1:
        sentence = _("This command works on one plan, and {n} are named; name one with --plan FILE.")
        raise WrongArgumentError(sentence.format(n=len(places)))
    if is_url(places[0]):
        raise WrongArgumentError(_("This command works on a file, and {url} is none.").format(url=places[0]))
    return Path(places[0])


def opened_plan(session: Session) -> tuple[PlanFile, Plan]:
    """Return the plan in use with its file. Raises BrokenPlanError with what stands against it."""
    file = open_plan(one_plan(session))
    if file.text.plan is None:
        raise BrokenPlanError(str(file.path), file.text.findings, session.terminal(error=True))
    session.say(_("Plan: {file}").format(file=file.path), level=1)
    if has_errors(file.text.findings):
        session.say(_("{file} has errors; run `kshc validate`.").format(file=file.path))
    return file, file.text.plan


def followed_plan(session: Session) -> "Following":
    """Return the plan in use with its progress log, as it stands today.

    Raises BrokenPlanError with what stands against the plan or its log.
    """
    opened = opened_with_log(session)
    return opened.following(session.day(year=opened.plan.year))


def opened_with_log(session: Session) -> Opened:
    """Return the plan in use, opened with its progress log. Raises BrokenPlanError with what stands against either."""
    file, _plan = opened_plan(session)
    path = progress_path(file.path)
    opened = Opened(file.text, progress_bytes(path))
    try:
        opened.check_log()
    except FormError as broken:
        raise BrokenPlanError(str(path), broken.findings, session.terminal(error=True)) from broken
    if opened.log_has_errors:
        session.say(_("{file} has errors; run `kshc validate`.").format(file=path))
    return opened


def say_drafted(session: Session, file: Path, text: "PlanText") -> None:
    """Say how many errors a plan has of which a draft is made, where opening it has not said that there are some."""
    if not has_errors(text.findings):
        say_errors_of(session, str(file), Opened(text, None))


def say_errors_of(session: Session, name: str, opened: Opened) -> None:
    """Say how many errors a plan has of which a document is made nevertheless; those of its log are no part of it."""
    from kshc_cli.desk.checking import errors_of  # noqa: PLC0415  the rules, and few questions make documents

    told = errors_of(Opened(opened.text, None), Asked(session.now(), language_in_use()))
    if count := sum(len(findings) for _file, findings in told):
        sentence = ngettext(
            "{file} has {n} error, which stands in the document, too; run `kshc validate`.",
            "{file} has {n} errors, which stand in the document, too; run `kshc validate`.",
            count,
        )
        session.say(sentence.format(file=name, n=count))


def agency_id(wish: str | None, plan: Plan) -> str | None:
    """Return the id of the agency that a person asks for. Raises WrongArgumentError if it is not clear which."""
    if wish is None:
        return None
    from kshc_cli.query.agency_search import find_agency  # noqa: PLC0415  few ask of one body

    return find_agency(wish, plan.agencies).id
