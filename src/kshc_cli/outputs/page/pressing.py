"""What presses: the tasks that are late or come next, the nearest day first, each once."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.messages import _
from kshc_cli.reports.plan_page import occasions_of
from kshc_cli.reports.standings import days_words

if TYPE_CHECKING:
    from kshc_cli.reports.plan_page import PageDuty, PageTask

_NAMED: Final = 4
"""Bodies that are named; the others are counted."""


class Pressing(NamedTuple):
    """A task that presses."""

    task: "PageTask"
    first: "PageDuty"
    later: int
    """How many occasions more of it press."""
    bodies: str
    """Who owes the first one."""
    in_short: str
    """The same where there is little room: one is named."""

    @property
    def left(self) -> str:
        """How many days are left for the first one, or how many it is late."""
        return days_words(self.first["days"] or 0)


class PressingList(NamedTuple):
    """The tasks that press most, and how many there are of all."""

    shown: Sequence[Pressing]
    tasks: int
    times: int
    bodies: int

    @property
    def more(self) -> int:
        """How many tasks are not shown."""
        return self.tasks - len(self.shown)


def pressing_of(tasks: Iterable["PageTask"], most: int, is_pressing: Callable[["PageDuty"], bool]) -> PressingList:
    """Return the tasks with duties that press, ``most`` of them, those with the earliest day first.

    Not those of which a page's body owes nothing, but only takes part.
    """
    found: list[Pressing] = []
    times, bodies = 0, set[str]()
    for task in tasks:
        occasions = sorted(occasions_of(one for one in task["duties"] if one["owners"] and is_pressing(one)).items())
        if occasions:
            times += len(occasions)
            bodies.update(name for _key, duties in occasions for duty in duties for name in duty["names"])
            _key, first = occasions[0]
            names = [name for duty in first for name in duty["names"]]
            found.append(Pressing(task, first[0], len(occasions) - 1, _several(names, _NAMED), _several(names, 1)))
    found.sort(key=lambda one: one.first["due"])
    return PressingList(found[:most], len(found), times, len(bodies))


def _several(names: Sequence[str], named: int) -> str:
    told = ", ".join(names[:named])
    more = len(names) - named
    return _("{names} and {n} more").format(names=told, n=more) if more > 0 else told
