"""``kshc check docx``: whether Word files are laid out as Nghị định 30/2020/NĐ-CP orders."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

from kshc_cli.cli.annotating import AnnotateOption, annotated_file
from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.findings import write_for_ci
from kshc_cli.cli.formats import FindingsFormat, FindingsOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED, out_option
from kshc_cli.cli.waiting import counted
from kshc_cli.disk.reading import is_file
from kshc_cli.disk.replacing import refuse_unwritable, write_bytes
from kshc_cli.documents.layout.catalogue import DEFAULT_PROFILE, PROFILES, check_layout, profile_rules
from kshc_cli.documents.layout.fixing import fixed
from kshc_cli.documents.layout.rule import LayoutRule, source_of
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.commenting import commented
from kshc_cli.documents.word.errors import WordFileError, unusable
from kshc_cli.documents.word.remarks import remarks_of
from kshc_cli.errors import EXIT_FINDINGS, EXIT_UNREADABLE, UnreadableFileError, WrongArgumentError
from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _
from kshc_cli.reports.findings import summary_line
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.layout import FileLayout, layout_record, layout_text
from kshc_cli.reports.repairs import repaired_line
from kshc_cli.workspace import own_texts_beside, word_bytes

EXAMPLES = (
    "kshc check docx quyet-dinh.docx",
    "kshc check docx --final *.docx",
    "kshc -v check docx ke-hoach.docx",
    "kshc check docx quyet-dinh.docx --annotate gop-y.docx",
    "kshc check docx --fix --dry-run quyet-dinh.docx",
)
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
FixOption = Annotated[
    bool, option("--fix", help=_("First repair what has one right form, in the files themselves or in --out."))
]
OutOption = Annotated[
    str | None,
    out_option(_("With --fix, the file to write; the original stays.")),
]
DryRunOption = Annotated[bool, option("--dry-run", help=_("With --fix, show the repairs, write nothing."))]


def command(
    session: Session,
    files: FilesArgument,
    *,
    profile: ProfileOption = DEFAULT_PROFILE,
    final: FinalOption = False,
    strict: StrictOption = False,
    fix: FixOption = False,
    dry_run: DryRunOption = False,
    out: OutOption = None,
    annotate: AnnotateOption = None,
    output: FindingsOption = FindingsFormat.TEXT,
) -> int:
    """Check the layout of Word files; exit with status 1 if there are errors."""
    rules = profile_rules(profile)
    repaired = _repaired_file(out, files, fix=fix, dry_run=dry_run)
    wish = Wish(session.day(), final, fix, dry_run, repaired, annotated_file(annotate, files))
    checked: list[FileLayout] = []
    said: list[str] = []
    with counted(session, len(files)) as step:
        for name in files:
            checked.append(_check(name, rules, wish, said))
            step()
    match output:
        case FindingsFormat.TEXT:
            session.write(layout_text(checked, session.terminal(), all_rules=session.verbosity > 0))
        case FindingsFormat.JSON:
            session.write(json_text(layout_record(checked, profile=profile, final=final)))
        case _:
            write_for_ci(session, [file.findings for file in checked], output)
    judged = [file.findings for file in checked if file.unreadable is None]
    if judged and output is not FindingsFormat.JSON:
        session.say(summary_line(judged))
    for sentence in said:
        session.say(sentence)
    return _status(checked, strict=strict)


class Wish(NamedTuple):
    """What is to be done with a file."""

    day: date
    final: bool
    fix: bool
    dry_run: bool
    out: Path | None
    """Where it is written when it is repaired; None for the file itself."""
    copy: Path | None
    """Where its findings are to be told in a copy of it."""


def _repaired_file(out: str | None, files: list[str], *, fix: bool, dry_run: bool) -> Path | None:
    """Return where the only file is written when it is repaired. Raises WrongArgumentError, UnreadableFileError."""
    if (dry_run or out is not None) and not fix:
        raise WrongArgumentError(_("--dry-run and --out go with --fix."))
    if out is None:
        return None
    target = Path(out)
    if len(files) > 1:
        raise WrongArgumentError(_("--out names one file, and several are to be repaired."))
    if is_file(target):
        raise WrongArgumentError(_("{file} is there already; name another file, or take it away.").format(file=target))
    refuse_unwritable(target)
    return target


def _check(name: str, rules: tuple[LayoutRule, ...], wish: Wish, said: list[str]) -> FileLayout:
    try:
        data = word_bytes(Path(name))
        repaired: tuple[Finding, ...] = ()
        if wish.fix:
            data, repaired = _fixed(name, data, rules, wish, said)
        own = own_texts_beside(Path(name))
        checked = check_layout(read_body(data), rules, final=wish.final, own_texts=own)
        layout = FileLayout(
            name, checked.outcomes, kinds=checked.kinds, origin=checked.origin.value,
            unsettled={each.kind: len(each.paragraphs) for each in checked.unsettled},
            notes=tuple(each.sentence for each in checked.unsettled), repaired=repaired, is_tried=wish.dry_run,
        )  # fmt: skip
        if wish.copy is not None:
            write_bytes(wish.copy, commented(data, [*remarks_of(layout.findings.findings, source_of)], wish.day))
            said.append(_("Written: {file}").format(file=wish.copy))
    except (WordFileError, UnreadableFileError) as problem:
        return FileLayout(name, unreadable=unusable(problem, name))
    return layout


def _fixed(
    name: str, data: bytes, rules: tuple[LayoutRule, ...], wish: Wish, said: list[str]
) -> tuple[bytes, tuple[Finding, ...]]:
    """Repair a file, unless nothing is to be written; return what it holds then, and what was repaired."""
    seen = fixed(data, rules, final=wish.final)
    said.append(repaired_line(name, seen.places, dry_run=wish.dry_run))
    if wish.out is not None and not wish.dry_run:
        write_bytes(wish.out, seen.data)
        said.append(_("Written: {file}").format(file=wish.out))
    elif seen.repaired and not wish.dry_run:
        write_bytes(Path(name), seen.data, instead_of=data)
    return seen.data, seen.repaired


def _status(files: list[FileLayout], *, strict: bool) -> int:
    if any(file.unreadable for file in files):
        return EXIT_UNREADABLE
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    found = (finding for file in files for finding in file.findings.findings)
    return EXIT_FINDINGS if any(finding.severity in failing for finding in found) else 0
