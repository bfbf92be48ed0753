"""Finding the task that a person means: by its id, or by the number printed in the document where only one bears it."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import shorten
from typing import Final

from kshc_cli.errors import UnknownNameError, WrongArgumentError
from kshc_cli.messages import _, ngettext, on_one_line, plain
from kshc_cli.near import near
from kshc_cli.plan.model import Duty
from kshc_cli.reading.tasks import ReadPlan, ReadTask

_OFFERED: Final = 8
"""Tasks that are offered; the others are counted."""

_WORDS: Final = 60
"""Characters of a task's words that are offered."""


def find_task(wish: str, plan: ReadPlan) -> ReadTask:
    """Return the task that is meant. Raises WrongArgumentError that offers others where it is not clear.

    Raises UnknownNameError for an id that nothing is near to.
    """
    tasks = {read.task.id: read for read in reversed(plan.tasks)}
    if wish in tasks:
        return tasks[wish]
    typed = wish.strip().rstrip(".")
    numbered = [read for read in plan.tasks if typed and _printed(read).rstrip(".") == typed]
    numbered = numbered or [read for read in plan.tasks if _bare(typed) and _bare(_printed(read)) == _bare(typed)]
    if len(numbered) == 1:
        (only,) = numbered
        return only
    below = [read for read in plan.tasks if typed and read.task.id.startswith(f"{typed}.")]
    if below or numbered:
        sentence = _("No task has the id “{id}”. Which of these is meant?").format(id=plain(wish))
        raise WrongArgumentError("\n".join((sentence, *_lines(below, numbered))))
    raise UnknownNameError(_unknown(wish, tasks))


def _lines(below: Sequence[ReadTask], numbered: Sequence[ReadTask]) -> Iterator[str]:
    """Yield a line for each task: its id, its number and its words; those that bear the number are not crowded out."""
    last = numbered[:_OFFERED]
    offered = (*below[: _OFFERED - len(last)], *last)
    shown = [(read.task.id, _number(read), _beginning(read)) for read in offered]
    widths = [max(len(cell) for cell in column) for column in zip(*shown, strict=True)]
    for cells in shown:
        yield "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()
    if more := len(below) + len(numbered) - len(offered):
        yield "  " + ngettext("… and {n} more task", "… and {n} more tasks", more).format(n=more)


def _printed(read: ReadTask) -> str:
    """Return the number that the document prints; a duty outside the tables has none."""
    return "" if isinstance(read.task, Duty) else read.task.number or ""


def _bare(number: str) -> str:
    """Return a number without the brackets and dots around it: a for “a)” or “(a)”."""
    return number.strip("(). ")


def _number(read: ReadTask) -> str:
    return _("(number {number})").format(number=_printed(read)) if _printed(read) else ""


def _beginning(read: ReadTask) -> str:
    return shorten(on_one_line(read.task.content), _WORDS, placeholder="…")


def _unknown(wish: str, ids: Iterable[str]) -> str:
    if meant := near(wish, ids, most=3):
        return _("No task has the id “{id}”. Did you mean {ids}?").format(id=plain(wish), ids=", ".join(meant))
    return _("No task has the id “{id}”; `kshc list` shows them.").format(id=plain(wish))
