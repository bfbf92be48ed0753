"""What the commands of ``kshc import`` share: a document becomes a plan file, and what has no place in it is listed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from kshc_cli.cli.changes_told import about_changes, gone_tasks
from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.session import Session
from kshc_cli.dataclass import dataclass
from kshc_cli.desk.days import year_of
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import same_file, write_bytes
from kshc_cli.documents.importing.assembling import LETTER
from kshc_cli.documents.importing.document import Imported, imported
from kshc_cli.documents.importing.prose import Prose
from kshc_cli.documents.importing.registry import names_nobody
from kshc_cli.documents.importing.settling import progress_headers
from kshc_cli.documents.rendering.blanks import blanks
from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.unsettled import unsettled
from kshc_cli.errors import EXIT_FINDINGS, WrongArgumentError, inside
from kshc_cli.findings import Finding, Severity, in_order
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import bodies_of, columns_of, periods_of, placed_tasks
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.findings import FileFindings, findings_text, word_place_words
from kshc_cli.rules.catalogue import check
from kshc_cli.source.edit.plan_yaml import plan_yaml
from kshc_cli.source.edit.progress_text import read_log
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.workspace import open_plan, progress_bytes, progress_path

_QUOTED: Final = 5
"""Paragraphs that are quoted at the end of an import."""
_LONGEST: Final = 100
"""Letters of each that are quoted."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file shows, with what is to be said of it beside what the plan does not hold."""

    body: Body
    left: tuple[Finding, ...] = ()
    """What of it is no part of the body, and so not in the plan."""
    told: tuple[str, ...] = ()


class ImportOptions(NamedTuple):
    """What is asked for on the command line."""

    out: str | None
    like: str | None
    year: str | None
    force: bool


def import_document(session: Session, file: str, read: Callable[[bytes], Document], options: ImportOptions) -> int:
    """Write the plan that a file holds, tell what found no place in it, and return the exit status."""
    target = (
        None if options.out in {None, "-"} else _target(options.out or "", (file, options.like), force=options.force)
    )
    earlier = None if options.like is None else _earlier(session, Path(options.like))
    logged = () if options.like is None else _logged(Path(options.like))
    taken = _taken(file, read, options.year, earlier, logged)
    if target is None:
        session.write(taken.plan.decode(), is_exact=True)
    else:
        write_bytes(target, taken.plan)
        session.say(_("Written: {file}").format(file=target))
    errors = _errors(taken.plan)
    _say_findings(session, file, (*taken.doubts, *taken.left, *taken.untold))
    _say_findings(session, options.out or "-", errors)
    for sentence in taken.told:
        session.say(sentence)
    return EXIT_FINDINGS if taken.left or taken.doubts or errors or taken.gone else 0


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is kept of a document once the plan is written: the text is read again, and both would not fit."""

    plan: bytes
    """The text of the plan file."""
    left: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    untold: tuple[Finding, ...]
    told: tuple[str, ...]
    gone: tuple[str, ...]
    """The tasks of an earlier plan that are not in this one."""


def _taken(
    file: str,
    read: Callable[[bytes], Document],
    year: str | None,
    earlier: Plan | None,
    logged: tuple[str | None, ...],
) -> _Taken:
    with inside(file):
        document = read(read_bytes(Path(file)))
        found = imported(document.body, year=None if year is None else year_of(year), like=earlier)
    left = (*found.left, *document.left)
    gone = gone_tasks(found.plan, earlier) if earlier else ()
    told = (
        *_about_unsettled(document.body),
        *document.told,
        *_about_counts(found, len(left)),
        *(() if earlier else (*_about_guessed_members(found.plan), *_about_unnamed_members(found.plan))),
        *(about_changes(found.plan, earlier, logged) if earlier else ()),
    )
    del document
    comments = {} if earlier else {"agencies": _("Proposed from the words: check names and ids.")}
    return _Taken(plan_yaml(found.plan, comments).encode(), left, found.doubts, found.untold, told, gone)


def _target(out: str, sources: tuple[str | None, ...], *, force: bool) -> Path:
    """Return the file to write. Raises WrongArgumentError where it would replace what is read, or unasked anything."""
    target = Path(out)
    if any(source is not None and same_file(Path(source), target) for source in sources):
        raise WrongArgumentError(_("{file} is what the plan is made from; name another file.").format(file=target))
    if target.exists() and not force:
        raise WrongArgumentError(_("{file} is there already; --force replaces it.").format(file=target))
    return target


def _earlier(session: Session, path: Path) -> Plan:
    text = open_plan(path).text
    if text.plan is None:
        raise BrokenPlanError(str(path), text.findings, session.terminal(error=True))
    return text.plan


def _logged(path: Path) -> tuple[str | None, ...]:
    """Return the tasks of the entries of the log beside an earlier plan; none where there is none, or a broken one."""
    data = progress_bytes(progress_path(path))
    entries = read_log(data).entries if data is not None else None
    return tuple(entry.task for entry in entries or ())


def _errors(data: bytes) -> tuple[Finding, ...]:
    """Read the written plan as any other and return its errors."""
    read = read_plan_file(data)
    broken = read.locate(check(read_plan(read.plan))) if read.plan else ()
    return in_order(finding for finding in (*read.findings, *broken) if finding.severity is Severity.ERROR)


def _say_findings(session: Session, name: str, findings: tuple[Finding, ...]) -> None:
    session.show(findings_text(FileFindings(name, findings), session.terminal(error=True)))


def _about_unsettled(body: Body) -> Iterator[str]:
    """Say how what is not seen of the document was read; its comments are listed with what is not in the plan."""
    read = {
        "changes": _("The document was read as if all of them were accepted."),
        "faint": _("They were read as any others; check that they belong to the document."),
    }
    for each in unsettled(body):
        if each.kind in read:
            yield f"{each.sentence} {read[each.kind]}"


def _about_counts(found: Imported, left: int) -> Iterator[str]:
    tasks = sum(1 for _placed in placed_tasks(found.plan))
    yield ngettext("{n} task was read.", "{n} tasks were read.", tasks).format(n=tasks)
    in_text = [read for read in read_plan(found.plan).tasks if read.placed.item_text is not None]
    if spoken := sum(1 for read in in_text if read.said or read.shared):
        sentence = ngettext(
            "{n} of them was read from a sentence or a line above it: check who does it, and when.",
            "{n} of them were read from sentences or lines above them: check who does them, and when.",
            spoken,
        )
        yield sentence.format(n=spoken)
    yield from _about_missing_columns(found.plan)
    yield from _about_progress(found.plan)
    yield from _about_prose(found.prose)
    blank = len(blanks(found.plan))
    if blank:
        yield ngettext("{n} blank is left open.", "{n} blanks are left open.", blank).format(n=blank)
    if left:
        yield ngettext("{n} place is not in the plan.", "{n} places are not in the plan.", left).format(n=left)


def _about_missing_columns(plan: Plan) -> Iterator[str]:
    """Say how many tables of tasks have no column of who leads, or of when."""
    tables = [columns_of(plan, table) for section in plan.plan.sections for table in section.tables]
    led = [bodies_of(columns) or any(column.role == "lead" for column in columns) for columns in tables]
    if n := sum(not each for each in led):
        yield ngettext(
            "{n} table of tasks has no column of who leads.", "{n} tables of tasks have no column of who leads.", n
        ).format(n=n)
    if n := sum(
        not any(column.role == "time" for column in columns) and not any(periods_of(columns)) for columns in tables
    ):
        yield ngettext(
            "{n} table of tasks has no column of the time.", "{n} tables of tasks have no column of the time.", n
        ).format(n=n)


def _about_progress(plan: Plan) -> Iterator[str]:
    """Say which columns hold how far tasks are: no plan says that."""
    if headers := progress_headers(plan):
        sentence = _("How far tasks are ({columns}) is kept as words only; record what is done with `kshc done`.")
        yield sentence.format(columns=", ".join(f"“{one}”" for one in headers))


def _about_prose(prose: Prose) -> Iterator[str]:
    """Say what became of the paragraphs, and name those that sound like duties and are none."""
    if prose.begun or prose.texts:
        counted = _("Paragraphs outside the tables: {begun} begin a task, {parts} go on with one, {texts} stay text.")
        yield counted.format(begun=prose.begun, parts=prose.parts, texts=prose.texts)
    if prose.dated or prose.led:
        sounding = _("Text that may give duties and is not followed: by when {dated} (listed above), by whom {led}.")
        yield sounding.format(dated=prose.dated, led=len(prose.led))
    for place in prose.led[:_QUOTED]:
        words = " ".join(place.quote.split())
        shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        yield f"  {word_place_words(place)}: “{shown}”"
    if (more := len(prose.led) - _QUOTED) > 0:
        yield "  " + _("and {n} more").format(n=more)


def _about_guessed_members(plan: Plan) -> Iterator[str]:
    """Name the members that groups were given by their names, or by whom a letter goes to; no sentence tells them."""
    names = {agency.id: agency.name for agency in plan.agencies}
    for group in plan.agencies:
        if group.members:
            sentence = _("Group {name}: members guessed by their names; check them: {members}.")
            if names_nobody(group.name) and plan.plan.title == LETTER:
                sentence = _("Group {name}: taken for those whom the letter goes to; check them: {members}.")
            yield sentence.format(name=group.name, members="; ".join(names[one] for one in group.members))


def _about_unnamed_members(plan: Plan) -> Iterator[str]:
    """Name the groups whose members the document does not tell: of one of them nothing can be asked or recorded."""
    groups = [agency.name for agency in plan.agencies if agency.open and not agency.members]
    if groups:
        sentence = ngettext(
            "{n} group has no members yet: {names}. To ask for one, add it under agencies and its id to members.",
            "{n} groups have no members yet: {names}. To ask for one, add it under agencies and its id to members.",
            len(groups),
        )
        yield sentence.format(n=len(groups), names="; ".join(groups))
