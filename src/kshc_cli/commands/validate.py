"""``kshc validate``: everything that is wrong with a plan, in one run."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.annotating import AnnotateOption, annotate_plan, annotated_file
from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.findings import write_findings
from kshc_cli.cli.formats import FindingsFormat, FindingsOption
from kshc_cli.cli.inquiry import answers_of
from kshc_cli.cli.opening import Fleet, fleet_of
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.answers import finding_of
from kshc_cli.desk.checking import CheckQuestion
from kshc_cli.desk.days import Today
from kshc_cli.desk.question import Asked
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError
from kshc_cli.findings import Severity
from kshc_cli.fleet.sources import log_of
from kshc_cli.messages import _, language_in_use
from kshc_cli.reports.findings import FileFindings
from kshc_cli.rules.catalogue import OPTIONAL, optional_rules
from kshc_cli.workspace import is_plain

EXAMPLES = (
    "kshc validate",
    "kshc validate plans/*.yaml --format github",
    "kshc validate --strict",
    "kshc validate --annotate gop-y.docx",
)
FINDINGS = _("the plan has errors, or with --strict warnings")


FilesArgument = Annotated[
    list[str] | None,
    argument(reader=FILLED, metavar=_("[FILE]..."), help=_("Plan files; the plan in use if left out.")),
]
EnableOption = Annotated[
    list[str] | None,
    option(
        "--enable",
        metavar=_("RULE"),
        help=_("Run an optional rule too; may be repeated."),
        completion=lambda _session, begun: [rule.id for rule in OPTIONAL if rule.id.startswith(begun)],
    ),
]
StrictOption = Annotated[bool, option("--strict", help=_("Exit with status 1 for warnings too."))]


def command(
    session: Session,
    files: FilesArgument = None,
    *,
    output: FindingsOption = FindingsFormat.TEXT,
    strict: StrictOption = False,
    enable: EnableOption = None,
    annotate: AnnotateOption = None,
) -> int:
    """Check the words, references and readings of plans; exit with status 1 if there are errors."""
    optional_rules(enable or ())
    fleet = _named(files) if files else fleet_of(session)
    target = annotated_file(annotate, fleet.places)
    asked = Asked(Today(date.min), language_in_use())  # whatever the day and the form, the findings are the same
    checked, unreadable = _checked(session, fleet, CheckQuestion(asked, tuple(enable or ())))
    write_findings(session, list(checked.values()), output, strict=strict)
    if target is not None and (told := checked.get(fleet.places[0])):
        annotate_plan(session, Path(fleet.places[0]), told, target)
    if unreadable:
        return EXIT_FINDINGS if fleet.many else EXIT_UNREADABLE
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return EXIT_FINDINGS if any(one.severity in failing for file in checked.values() for one in file.findings) else 0


def _named(files: Sequence[str]) -> Fleet:
    """Return the files that are named, as they are named, or the plans that folders, patterns and lists stand for."""
    if all(map(is_plain, files)):
        return Fleet([str(Path(file)) for file in files], many=False)
    from kshc_cli.fleet.finding import find_plans

    return Fleet(find_plans(files), many=True)


def _checked(session: Session, fleet: Fleet, question: CheckQuestion) -> tuple[dict[str, FileFindings], bool]:
    """Return the findings of all files by their names, and whether some could not be read."""
    checked: dict[str, FileFindings] = {}
    unreadable = False
    for place, answer in zip(fleet.places, answers_of(session, fleet, question), strict=True):
        for file, findings in answer.get("files", ()):
            name = place if file == "named" else log_of(place)
            checked[name] = FileFindings(name, tuple(map(finding_of, findings)))
        if "unreadable" in answer:
            session.say(UnreadableFileError(*answer["unreadable"]).told(), level=-2)
            unreadable = True
    return checked, unreadable
