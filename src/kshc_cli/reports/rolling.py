"""What becomes of a plan in another year, for people and programs: what moves, what stays, what was not done."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.messages import _, ngettext, plain
from kshc_cli.reports.comparing.names import field_words
from kshc_cli.reports.drawing import ColumnHeading, drawn
from kshc_cli.reports.json_text import json_text
from kshc_cli.reports.terminal import Terminal

SCHEMA: Final = "kshc.roll/1"

At = tuple[str, str | None, int]
"""Where something stands: the path in the plan, the id of its task, the line of the file."""


class Change(NamedTuple):
    """Words, or a day, and what they become."""

    at: At
    old: str
    new: str
    """Nothing where it is blank in the new plan."""
    why: str


class Stay(NamedTuple):
    """Words that stay, and why somebody has to look at them."""

    at: At
    words: str
    why: str


class Carried(NamedTuple):
    """A task of which somebody owes something still."""

    id: str
    words: str
    status: str
    due: str
    """The last day, written 2024-06-30; nothing where there is none."""


class Rolled(NamedTuple):
    """What becomes of a plan."""

    old_year: int
    new_year: int
    changes: tuple[Change, ...]
    left: tuple[Stay, ...]
    undone: tuple[Carried, ...]
    is_kept: bool
    """Whether a log tells what was done."""


def rolled_record(rolled: Rolled) -> str:
    """Write it as JSON."""
    return json_text(
        {
            "schema": SCHEMA,
            "from": rolled.old_year,
            "to": rolled.new_year,
            "changes": [
                _place(one.at) | {"old": one.old, "new": one.new or None, "why": one.why} for one in rolled.changes
            ],
            "left": [_place(one.at) | {"words": one.words, "why": one.why} for one in rolled.left],
            "undone": [
                {"task": one.id, "content": one.words, "status": one.status, "due": one.due or None}
                for one in rolled.undone
            ],
        }
    )


def _place(at: At) -> dict[str, object]:
    path, task, line = at
    return {"path": path, "task": task, "line": line}


def rolled_text(rolled: Rolled, terminal: Terminal) -> str:
    """Write it in tables."""
    return "\n".join(_parts(rolled, terminal))


def _parts(rolled: Rolled, terminal: Terminal) -> Iterator[str]:
    count = len(rolled.changes)
    title = ngettext("{n} place changes from {old} to {new}:", "{n} places change from {old} to {new}:", count)
    yield terminal.fitted(title.format(n=count, old=rolled.old_year, new=rolled.new_year)) + "\n"
    headings = ColumnHeading(_("Place"), 18), ColumnHeading(_("Old → new"), 40), ColumnHeading(_("Why"), 22)
    blank = _("blank")
    rows = [(_called(one.at), f"{plain(one.old)}\n→ {plain(one.new) or blank}", one.why) for one in rolled.changes]
    yield drawn(headings, rows, terminal)
    if rolled.left:
        count = len(rolled.left)
        title = ngettext("{n} place stays and is marked:", "{n} places stay and are marked:", count)
        yield terminal.fitted(title.format(n=count)) + "\n"
        headings = ColumnHeading(_("Place"), 18), ColumnHeading(_("Words that stay"), 32), ColumnHeading(_("Why"), 30)
        yield drawn(headings, [(_called(one.at), plain(one.words), one.why) for one in rolled.left], terminal)
    if rolled.undone:
        count = len(rolled.undone)
        title = ngettext(
            "{n} task of {year} is not done (--carry ID, or --carry all, marks it in the new plan):",
            "{n} tasks of {year} are not done (--carry ID, or --carry all, marks them in the new plan):",
            count,
        )
        yield terminal.fitted(title.format(n=count, year=rolled.old_year)) + "\n"
        headings = ColumnHeading(_("Task"), 8), ColumnHeading(_("Content"), 48), ColumnHeading(_("Standing"), 24)
        rows = [(one.id, plain(one.words), standing_words(one)) for one in rolled.undone]
        yield drawn(headings, rows, terminal)


def _called(at: At) -> str:
    """Say where something stands: by its task, else by its line."""
    path, task, line = at
    keys = [step for step in path.split(".") if not step.isdigit()]
    last = next((key for key in reversed(keys) if key not in {"text", "reading"}), "")
    names = {"paragraphs": _("paragraph"), "items": _("wording"), "articles": _("article"), "tasks": "", "duties": ""}
    field = names.get(last) if last in names else field_words(last)
    place = task if task is not None else _("line {n}").format(n=line)
    return f"{place} · {field}" if field else place


def standing_words(one: Carried) -> str:
    """Say how a task stands, and its last day."""
    if not one.due:
        return one.status
    year, month, day = one.due.split("-")
    return f"{one.status} ({int(day)}/{int(month)}/{year})"
