"""``kshc check docx``: whether Word files are laid out as Nghị định 30/2020/NĐ-CP orders."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.formats import FindingsFormat, FindingsOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.cli.waiting import counted
from kshc_cli.documents.layout.catalogue import DEFAULT_PROFILE, PROFILES, check_layout, profile_rules
from kshc_cli.documents.layout.rule import LayoutRule
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.errors import WordFileError, unusable
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reports.findings import findings_github, summary_line
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.layout import FileLayout, layout_record, layout_text
from kshc_cli.workspace import word_bytes

EXAMPLES = ("kshc check docx quyet-dinh.docx", "kshc check docx --final *.docx", "kshc -v check docx ke-hoach.docx")
FINDINGS = _("the layout has errors, or with --strict warnings")

FilesArgument = Annotated[list[str], argument(reader=FILLED, metavar=_("FILE..."), help=_("Word files (.docx)."))]
ProfileOption = Annotated[
    str,
    option(
        "--profile",
        metavar=_("PROFILE"),
        help=_("The rules to check by: nd30-2020."),
        completion=lambda: list(PROFILES),
    ),
]
FinalOption = Annotated[
    bool,
    option("--final/--draft", help=_("Take a blank number, date or name for a fault; a draft may have them.")),
]
StrictOption = Annotated[bool, option("--strict", help=_("Exit with status 1 for warnings too."))]


def command(
    session: Session,
    files: FilesArgument,
    *,
    profile: ProfileOption = DEFAULT_PROFILE,
    final: FinalOption = False,
    strict: StrictOption = False,
    output: FindingsOption = FindingsFormat.TEXT,
) -> int:
    """Check the layout of Word files; exit with status 1 if there are errors."""
    rules = profile_rules(profile)
    checked = []
    with counted(session, len(files)) as step:
        for name in files:
            checked.append(_check(name, rules, final=final))
            step()
    match output:
        case FindingsFormat.TEXT:
            session.write(layout_text(checked, session.terminal(), all_rules=session.verbosity > 0))
        case FindingsFormat.JSON:
            session.write(json_text(layout_record(checked, profile=profile, final=final)))
        case FindingsFormat.GITHUB:
            session.write("".join(findings_github(file.findings) for file in checked), is_exact=True)
        case FindingsFormat.GITLAB:
            from kshc_cli.reports.code_quality import findings_gitlab

            session.write(findings_gitlab([file.findings for file in checked]), is_exact=True)
    judged = [file.findings for file in checked if file.unreadable is None]
    if judged and output is not FindingsFormat.JSON:
        session.say(summary_line(judged))
    return _status(checked, strict=strict)


def _check(name: str, rules: tuple[LayoutRule, ...], *, final: bool) -> FileLayout:
    try:
        checked = check_layout(read_body(word_bytes(Path(name))), rules, final=final)
        return FileLayout(
            name, checked.outcomes, kinds=checked.kinds, origin=checked.origin.value,
            unsettled={each.kind: len(each.paragraphs) for each in checked.unsettled},
            notes=tuple(each.sentence for each in checked.unsettled),
        )  # fmt: skip
    except (WordFileError, UnreadableFileError) as problem:
        return FileLayout(name, unreadable=unusable(problem))


def _status(files: list[FileLayout], *, strict: bool) -> int:
    if any(file.unreadable for file in files):
        return EXIT_UNREADABLE
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    found = (finding for file in files for finding in file.findings.findings)
    return EXIT_FINDINGS if any(finding.severity in failing for finding in found) else 0
