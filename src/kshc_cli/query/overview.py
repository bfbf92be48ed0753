"""How a plan stands as a whole: all duties counted, by section and by body, and the lines that press."""

from collections.abc import Callable, Iterable
from datetime import timedelta

from kshc_cli.dataclass import dataclass
from kshc_cli.query.filters import Choice, chosen_lines, due_lines, given_away_lines
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Line
from kshc_cli.tracking.standing import Standing, Status, Tally, tally


@dataclass(frozen=True, slots=True)
class Overview:
    """How a plan stands on a day."""

    total: Tally
    sections: tuple[tuple[str | None, Tally], ...]
    """By the headings of the sections, in the order of the document."""
    bodies: tuple[tuple[str | None, Tally], ...]
    """By the bodies that owe duties, those with most that is late first; None for duties of nobody known."""
    late: tuple[Line, ...]
    """The occasions whose last day has passed while somebody owes them, the oldest first."""
    soon: tuple[Line, ...]
    """The occasions that are due soon, the nearest first."""


def overview(following: Following) -> Overview:
    """Count how the duties of a plan stand, or of the body asked for where it leads.

    What a body gave on stands with it as reassigned, here as in the counts of all bodies.
    """
    choice = Choice(following.agency, "lead" if following.agency else "any")
    lines = chosen_lines(following, choice)
    had = (*lines, *given_away_lines(following, choice))
    standings = [(line, one) for line in had for one in following.had(line.row.id)]
    day = following.day
    horizon = day + timedelta(days=max(following.soon, default=0))
    dated = due_lines(lines, following, start=None, end=horizon)
    return Overview(
        total=tally(one for _row, one in standings),
        sections=_counted(standings, lambda line, _one: line.row.section),
        bodies=_pressing_first(_counted(standings, lambda _row, one: one.unit)),
        late=tuple(line for line in dated if _stands(line, Status.OVERDUE)),
        soon=tuple(line for line in dated if _stands(line, Status.DUE_SOON)),
    )


def _stands(line: Line, status: Status) -> bool:
    return line.standing is not None and line.standing.status is status


def _counted(
    standings: Iterable[tuple[Line, Standing]], key: Callable[[Line, Standing], str | None]
) -> tuple[tuple[str | None, Tally], ...]:
    found: dict[str | None, list[Standing]] = {}
    for line, one in standings:
        found.setdefault(key(line, one), []).append(one)
    return tuple((name, tally(ones)) for name, ones in found.items())


def _pressing_first(bodies: tuple[tuple[str | None, Tally], ...]) -> tuple[tuple[str | None, Tally], ...]:
    pressing = (Status.OVERDUE, Status.DUE_SOON)
    return tuple(sorted(bodies, key=lambda body: [-body[1].counts[status] for status in pressing]))
