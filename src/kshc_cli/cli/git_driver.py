"""Being git's external diff: two files that git hands over, and no status but 0, or git itself would stop."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kshc_cli.cli.comparing import Side, opened_sides, side_of
from kshc_cli.cli.session import Session
from kshc_cli.desk.comparing import diff_answer
from kshc_cli.disk.reading import read_bytes
from kshc_cli.errors import KshcError, WrongArgumentError
from kshc_cli.messages import _, ngettext

_NOTHING: Final = "/dev/null"
"""What git names where there is no file on a side."""
_UNMERGED, _CHANGED, _RENAMED = 1, 7, 9
"""How many arguments git gives: https://git-scm.com/docs/git#Documentation/git.txt-GITEXTERNALDIFF"""


def git_diff(session: Session, given: Sequence[str]) -> int:
    """Write what differs between the two files of git's arguments; return 0."""
    if len(given) == _UNMERGED:
        session.write(_("{file}: not merged yet").format(file=given[0]) + "\n")
        return 0
    if len(given) not in {_CHANGED, _RENAMED}:
        raise WrongArgumentError(_("--git is for git, which gives the arguments: see docs/diff.md."))
    path, old, new = given[0], given[1], given[4]
    name = path if len(given) == _CHANGED else f"{path} → {given[7]}"
    if _NOTHING in {old, new}:
        session.write(_of_one(new if old == _NOTHING else old, name, is_new=old == _NOTHING) + "\n")
        return 0
    try:
        sides = opened_sides(session, side_of(old), side_of(new))
        answer = diff_answer(*sides, "text", session.terminal())
    except KshcError:
        session.write("".join(_by_lines(old, new, name)))
        return 0
    same = _("{file}: the plan says the same; only its comments or spelling as YAML differ.").format(file=name)
    session.write(f"{name}\n\n{answer['text']}\n" if answer["text"] else f"{same}\n")
    return 0


def _of_one(file: str, name: str, *, is_new: bool) -> str:
    """Say that a plan is new, or is gone."""
    side: Side = side_of(file)
    lines = side.data.count(b"\n")
    told = (
        ngettext("{file}: new, {n} line", "{file}: new, {n} lines", lines)
        if is_new
        else ngettext("{file}: removed, {n} line", "{file}: removed, {n} lines", lines)
    )
    return told.format(file=name, n=lines)


def _by_lines(old: str, new: str, name: str) -> Iterator[str]:
    """Yield the lines that differ, of files that hold no plans."""
    from difflib import unified_diff

    yield _("{file}: one side is no plan as far as it can be read; these lines differ.").format(file=name) + "\n"
    before, after = (read_bytes(Path(one)).decode(errors="replace").splitlines(keepends=True) for one in (old, new))
    yield from unified_diff(before, after, f"a/{name}", f"b/{name}")
