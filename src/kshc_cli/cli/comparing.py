"""Comparing two plans: where each side comes from (a file, a revision of git, a Word document), and its log."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Final, NamedTuple

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.opening import BrokenPlanError, one_plan, say_errors_of
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.comparing import Compared
from kshc_cli.desk.opening import Opened
from kshc_cli.disk.reading import read_bytes
from kshc_cli.errors import UnreadableFileError, WrongArgumentError
from kshc_cli.foreign.kinds import kind_of_file
from kshc_cli.git import beside_in_revision, file_of_revision, is_revision
from kshc_cli.messages import _
from kshc_cli.workspace import progress_bytes, progress_name, progress_path

_ZIP: Final = b"PK\x03\x04"
_REVISION: Final = "HEAD"
"""The revision with which the plan in use is compared where nothing is named."""

SidesArgument = Annotated[
    list[str] | None,
    argument(
        reader=FILLED,
        metavar=_("[OLD] [NEW]"),
        help=_(
            "A plan file, a Word document or a file of a git revision (HEAD~3:plan.yaml) on each side; NEW is the plan "
            "in use if left out, OLD that of the last commit."
        ),
        show_default=False,
    ),
]


class Side(NamedTuple):
    """What one side holds, as it was read."""

    name: str
    data: bytes
    log: bytes | UnreadableFileError | None = None
    """The progress log beside it."""
    is_word: bool = False


def named_sides(session: Session, names: list[str], word: str | None) -> tuple[Side, Side]:
    """Read the two sides that are named: what is left out is the plan in use, or before it that of the last commit.

    Raises WrongArgumentError, UnreadableFileError, MissingGitError, NoRepositoryError.
    """
    if len(names) + (word is not None) > 2:
        raise WrongArgumentError(_("A plan is compared with one other: name two files or revisions, or one."))
    if word is not None:
        old = side_of(names[0] if names else str(one_plan(session)))
        return old, Side(word, read_bytes(Path(word)), old.log, is_word=True)
    plan = one_plan(session) if len(names) < 2 else None
    if plan is not None and not names:
        return _committed(plan), side_of(str(plan))
    old, new = map(side_of, names if plan is None else [*names, str(plan)])
    return old, new._replace(log=old.log) if new.is_word else new


def _committed(plan: Path) -> Side:
    """Return a plan as the last commit has it."""
    name = f"{_REVISION}:./{plan.name}"
    return Side(name, file_of_revision(name, plan.parent))


def side_of(name: str) -> Side:
    """Read one side: a file or, where none is called so, the file of a revision."""
    path = Path(name)
    if is_revision(name) and not _is_there(path):
        data = file_of_revision(name)
        return Side(name, data, beside_in_revision(name, progress_name(name.rpartition("/")[2].rpartition(":")[2])))
    if not path.suffix and not _is_there(path):
        sentence = _("There is no file {name}; a revision is named with its file: {name}:plan.yaml.")
        raise WrongArgumentError(sentence.format(name=name))
    data = read_bytes(path)
    if _is_word(data):
        return Side(name, data, is_word=True)
    return Side(name, data, _log(path))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _log(plan: Path) -> bytes | UnreadableFileError | None:
    try:
        return progress_bytes(progress_path(plan))
    except UnreadableFileError as problem:
        return problem


def _is_word(data: bytes) -> bool:
    kind = kind_of_file(data)
    is_converted = kind is not None and bool(kind.convertible) and not kind.is_workbook
    return data.startswith(_ZIP) or is_converted


def opened_sides(session: Session, old: Side, new: Side) -> tuple[Compared, Compared]:
    """Return both sides opened, Word documents imported with the other side as the earlier plan.

    Raises BrokenPlanError with what stands against the last of those that are no plans; of the first it is shown.
    """
    with waiting(session, _("Comparing")):
        before, after = (None if side.is_word else _opened(side) for side in (old, new))
        broken = [one for one in (before, after) if one and one.opened.compiled is None]
    problems = [BrokenPlanError(one.name, one.opened.text.findings, session.terminal(error=True)) for one in broken]
    for problem in problems[:-1]:
        session.show(session.fitted(problem.told()) + "\n")
    if problems:
        raise problems[-1]
    if before and after:
        return before, after
    from kshc_cli.cli.word_side import imported_side  # noqa: PLC0415  most sides are plans, and importing is heavy

    before = before or imported_side(session, old, after.opened.plan if after else None)
    return before, after or imported_side(session, new, before.opened.plan)


def say_errors(session: Session, sides: Iterable[Compared]) -> None:
    """Say which sides have errors, of which a document is made nevertheless; of a Word document nothing."""
    for side in sides:
        if not side.is_word:
            say_errors_of(session, side.name, side.opened)


def _opened(side: Side) -> Compared:
    return Compared(side.name, Opened(side.data, side.log))
