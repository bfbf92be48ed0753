"""``kshc validate``: everything that is wrong with a plan, in one run."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from kshc_cli.commands.findings import write_findings
from kshc_cli.commands.formats import FindingsFormat, FindingsOption
from kshc_cli.commands.session import session_of
from kshc_cli.disk.reading import is_file, read_bytes
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError
from kshc_cli.findings import Severity, in_order
from kshc_cli.messages import _
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.findings import FileFindings
from kshc_cli.rules.catalogue import OPTIONAL, check, optional_rules
from kshc_cli.rules.progress import check_log
from kshc_cli.rules.rule import Rule, rule_id
from kshc_cli.source.plan_text import PlanText, read_plan_file
from kshc_cli.source.progress_text import is_progress_file, read_log
from kshc_cli.workspace import find_plan, is_progress_name, open_plan, plan_path, progress_bytes, progress_path

EXAMPLES = ("kshc validate", "kshc validate plans/*.yaml --format github", "kshc validate --strict")
FINDINGS = _("the plan has errors, or with --strict warnings")


FilesArgument = Annotated[
    list[str] | None, typer.Argument(metavar=_("[FILE]..."), help=_("Plan files; the plan in use if left out."))
]
EnableOption = Annotated[
    list[str] | None,
    typer.Option(
        "--enable",
        metavar=_("RULE"),
        help=_("Run an optional rule too; may be repeated."),
        autocompletion=lambda: [rule_id(rule) for rule in OPTIONAL],
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help=_("Exit with status 1 for warnings too."))]


def command(
    context: typer.Context,
    files: FilesArgument = None,
    *,
    output: FindingsOption = FindingsFormat.TEXT,
    strict: StrictOption = False,
    enable: EnableOption = None,
) -> int:
    """Check the words, references and readings of plans; exit with status 1 if there are errors."""
    session = session_of(context)
    optional = optional_rules(enable or ())
    unreadable = False
    checked: dict[str, FileFindings] = {}
    for path in [Path(name) for name in files or ()] or [find_plan(session.plan)]:
        try:
            for file in _check(path, optional):
                checked[file.name] = file
        except UnreadableFileError as problem:
            session.say(problem.told(), level=-2)
            unreadable = True
    write_findings(session, list(checked.values()), output)
    if unreadable:
        return EXIT_UNREADABLE
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return EXIT_FINDINGS if any(one.severity in failing for file in checked.values() for one in file.findings) else 0


def _check(path: Path, optional: Sequence[Rule]) -> Iterator[FileFindings]:
    """Check a plan and the log beside it, or a log that is named; a log is held against its plan."""
    data = read_bytes(path)
    if is_progress_file(data) or is_progress_name(path):
        plan = plan_path(path)
        known = plan != path and is_file(plan)
        yield _checked_log(path, data, open_plan(plan).text if known else None)
        return
    text = read_plan_file(data)
    findings = text.findings
    if text.draft is not None:
        findings = in_order((*findings, *text.locate(check(read_plan(text.draft), optional, whole=text.whole))))
    yield FileFindings(str(path), findings)
    log = progress_path(path)
    if (entered := progress_bytes(log)) is not None:
        yield _checked_log(log, entered, text)


def _checked_log(path: Path, data: bytes, plan: PlanText | None) -> FileFindings:
    log = read_log(data)
    findings = log.findings
    if log.draft is not None and plan is not None and plan.draft is not None:
        findings = in_order((*findings, *log.locate(check_log(log.draft, read_plan(plan.draft)))))
    return FileFindings(str(path), findings)
