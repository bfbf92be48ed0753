"""What was changed in the Word or Excel file of a plan: shown, and written into the plan where somebody agrees."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NamedTuple

from kshc_cli.cli.declarations import option
from kshc_cli.cli.dialogue import asked, is_agreed, is_at_terminal
from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.comparing import Compared, diff_answer
from kshc_cli.desk.importing import fresh_findings
from kshc_cli.desk.merging import Merged, merged, with_mark
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.editing.edited_file import EditedFile
from kshc_cli.errors import EXIT_FINDINGS, inside
from kshc_cli.findings import has_errors
from kshc_cli.git import words_ever
from kshc_cli.messages import _, plain
from kshc_cli.reports.comparing.merging import conflict_lines, not_taken_lines
from kshc_cli.reports.findings import FileFindings, findings_text
from kshc_cli.workspace import progress_bytes, progress_path, word_bytes

IntoOption = Annotated[
    str | None,
    option(
        "--into",
        reader=FILLED,
        metavar=_("PLAN"),
        help=_("Change this plan at just the places that were changed in a file of `kshc edit`."),
    ),
]
YesOption = Annotated[bool, option("--yes", "-y", help=_("With --into: write without asking."))]
DryOption = Annotated[bool, option("--dry-run", help=_("With --into: show what would change, and write nothing."))]
OriginalOption = Annotated[
    bool, option("--original", help=_("With --into: read tracked changes as rejected, not as accepted."))
]


class MergeOptions(NamedTuple):
    """What the options ask for."""

    yes: bool = False
    dry_run: bool = False
    original: bool = False


class Brought(NamedTuple):
    """An edited file, and what is to be said of it."""

    file: EditedFile
    told: tuple[str, ...]


def merge_file(
    session: Session, file: str, into: str, options: MergeOptions, edited: Callable[[bytes], Brought]
) -> int:
    """Show what was changed in an edited file, and write it into the plan; return the exit status."""
    path = Path(into)
    data = read_bytes(path)
    opened = Opened(data, progress_bytes(progress_path(path)))
    if opened.text.plan is None:
        raise BrokenPlanError(into, opened.text.findings, session.terminal(error=True))
    with inside(file), waiting(session, _("Reading {file}").format(file=plain(file))):
        brought = edited(word_bytes(Path(file)))
        try:
            found = merged(brought.file, opened, lambda: words_ever(path))
        except FormError as broken:
            log = str(progress_path(path))
            raise BrokenPlanError(log, broken.findings, session.terminal(error=True)) from broken
    if found.plan is not None:
        found = found._replace(plan=with_mark(found.plan, data))
    for sentence in (
        *brought.told,
        *found.told,
        *([_("The plan was changed since the file was written.")] if found.has_moved_on else []),
    ):
        session.say(sentence)
    status = EXIT_FINDINGS if found.not_taken or found.doubtful else 0
    for line in (*not_taken_lines(found.not_taken), *found.doubtful):
        session.say(line, level=-2)
    if found.plan is None:
        _refuse(session, found)
        return EXIT_FINDINGS
    if found.plan == data:
        session.say(_("Nothing differs."))
        return status
    _show(session, Compared(into, opened), Compared(file, Opened(found.plan, progress_bytes(progress_path(path)))))
    return _write(session, path, data, found.plan, options) or status


def _refuse(session: Session, found: Merged) -> None:
    """Say why nothing can be written."""
    for line in conflict_lines(found.conflicts, found.base):
        session.say(line, level=-2)
    if found.recorded:
        sentence = _(
            "Taken out in the edited file, but the progress log tells of them: {ids}. Keep these rows, or first cancel "
            "the tasks (kshc cancel) or retract what was recorded (kshc undo)."
        )
        session.say(sentence.format(ids=", ".join(found.recorded)), level=-2)
    if found.unplaced:
        sentence = _("The text of the plan is laid out so that this cannot be written without touching anything else.")
        session.say(sentence, level=-2)
    session.say(_("Nothing was written."), level=-2)


def _show(session: Session, old: Compared, new: Compared) -> None:
    answer = diff_answer(old, new, "text", session.terminal())
    session.write(answer["text"])
    for note, _listed in answer["notes"]:
        session.say(note)


def _write(session: Session, path: Path, old: bytes, new: bytes, options: MergeOptions) -> int:
    """Write the plan, if that is asked for or somebody agrees; tell first which findings it did not have before."""
    fresh = tuple(fresh_findings(old, new))
    if fresh:
        session.show(findings_text(FileFindings(str(path), fresh), session.terminal(error=True)))
    status = EXIT_FINDINGS if has_errors(fresh) else 0
    if options.dry_run:
        return status
    if not options.yes and not is_at_terminal():
        session.say(_("Nothing was written: to write it where nobody can be asked, add --yes."), level=-2)
        return EXIT_FINDINGS
    session.flush()
    question = _("Write this into {file}? (y/n)").format(file=path)
    if not options.yes and not is_agreed(asked(session, question, str, default=_("n"))):
        session.say(_("Nothing was written."))
        return 0
    write_bytes(path, new, instead_of=old)
    session.say(_("Written: {file}").format(file=path))
    return status
