"""Comparing two plans: where each side comes from (a file, a revision of git, a Word document), and its log."""

from pathlib import Path
from typing import Final, NamedTuple

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.opening import BrokenPlanError, one_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.comparing import Compared
from kshc_cli.desk.importing import Earlier, ShownFile, taken
from kshc_cli.desk.opening import Opened
from kshc_cli.disk.reading import read_bytes
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.errors import UnreadableFileError, WrongArgumentError, inside
from kshc_cli.findings import Finding
from kshc_cli.foreign.kinds import kind_of_file
from kshc_cli.git import beside_in_revision, file_of_revision, is_revision
from kshc_cli.messages import _, ngettext, plain
from kshc_cli.plan.model import Plan
from kshc_cli.workspace import progress_bytes, progress_name, progress_path

_ZIP: Final = b"PK\x03\x04"
_REVISION: Final = "HEAD"
"""The revision with which the plan in use is compared where nothing is named."""


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
        plans = [_opened(side) for side in (old, new) if not side.is_word]
    broken = [
        BrokenPlanError(name, opened.text.findings, session.terminal(error=True))
        for name, opened in plans
        if opened.compiled is None
    ]
    for problem in broken[:-1]:
        session.show(session.fitted(problem.told()) + "\n")
    if broken:
        raise broken[-1]
    before = _opened(old) if not old.is_word else _imported(session, old, plans[0].opened.plan if plans else None)
    after = _opened(new) if not new.is_word else _imported(session, new, before.opened.plan)
    return before, after


def _opened(side: Side) -> Compared:
    return Compared(side.name, Opened(side.data, side.log))


def _imported(session: Session, side: Side, like: Plan | None) -> Compared:
    """Return the plan that a Word document holds; say how much of it is not in the plan. Raises FileError."""
    with inside(side.name), waiting(session, _("Reading {file}").format(file=plain(side.name))):
        word, told = made_readable(side.data, "docx")
        found = taken(ShownFile(read_body(word), told=told), earlier=Earlier(like, reworded=True) if like else None)
    _say_left(session, side.name, (*found.left, *found.doubts))
    return Compared(side.name, Opened(found.plan, side.log))


def _say_left(session: Session, name: str, left: tuple[Finding, ...]) -> None:
    if left:
        sentence = ngettext(
            "{n} thing of {file} found no place in a plan, or is doubtful: kshc import docx tells it.",
            "{n} things of {file} found no place in a plan, or are doubtful: kshc import docx tells them.",
            len(left),
        )
        session.say(sentence.format(n=len(left), file=name))
