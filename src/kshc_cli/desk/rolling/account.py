"""The account of a moved plan: what moves and why, what stays and why, and what was not done in the old year."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

from kshc_cli.desk.opening import Opened
from kshc_cli.desk.rolling.bodies import renamings_of
from kshc_cli.desk.rolling.drafting import Draft
from kshc_cli.desk.rolling.judged import Judged, Left, around
from kshc_cli.desk.rolling.kinds import Kind, cell_of, kind_of, unit_of
from kshc_cli.desk.rolling.writing import written
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Path
from kshc_cli.messages import _, on_one_line
from kshc_cli.query.following import Following
from kshc_cli.query.task_search import find_task
from kshc_cli.reading.moving.spot import Spot
from kshc_cli.reading.moving.times import Move, moved_words
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reading.times.days.hours import weekday_name
from kshc_cli.reports.rolling import Carried, Change, Rolled, Stay, rolled_record, rolled_text, standing_words
from kshc_cli.reports.standings import status_words
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.standing import OWED, Standing, Status

_ORDER: Final = tuple(Status)
_SHOWN: Final = 70
"""Characters of a task's words that tell which one it is."""
EVERY: Final = "all"


class Roll(NamedTuple):
    """What is asked for."""

    year: int
    carry: tuple[str, ...] = ()
    """The tasks to look at again because they were not done; ``all`` for each of them."""
    output: Literal["text", "json"] = "text"
    bodies: bytes | None = None
    """The mapping of bodies to what they are called in the new year."""


class Drafted(NamedTuple):
    """The draft of a plan."""

    text: str
    """The text of its file."""
    told: str
    """The account, in the form asked for."""
    changes: int
    left: int
    undone: int


def drafted(opened: Opened, following: Following, asked: Roll, terminal: Terminal) -> Drafted:
    """Draft the plan of another year. Raises WrongArgumentError for a year or a task that means nothing in this plan.

    Raises UndraftableError where the file is written in a way that nothing can be changed in it for sure.
    """
    read = opened.read
    if asked.year <= read.year:
        sentence = _("The plan is of {year}; a plan that follows it is of a later year.")
        raise WrongArgumentError(sentence.format(year=read.year))
    renamings = () if asked.bodies is None else renamings_of(asked.bodies, opened.plan)
    draft = Draft(opened.text, read, asked.year - read.year, renamings)
    draft.settle()
    undone = list(_undone(following))
    taken = _taken(asked.carry, undone, read)
    left = [*draft.left(), *(_as_left(one, read) for one in undone if one.id in taken)]
    new = written(opened.text, opened.plan, draft, left, marked=True)
    changes = list(_changes(draft, read))
    rolled = Rolled(
        read.year, asked.year, tuple(changes), tuple(_stay(one, draft) for one in left if one.words), tuple(undone),
        is_kept=following.is_kept,
    )  # fmt: skip
    told = rolled_record(rolled) if asked.output == "json" else rolled_text(rolled, terminal)
    return Drafted(new, told, len(changes), len(left), len(undone))


def _changes(draft: Draft, read: ReadPlan) -> Iterator[Change]:
    """Yield what changes in the order of the file."""
    found = [(one.leaf.start, change) for one in draft.moving() for change in _turned(one, draft)]
    for leaf in draft.leaves:
        if kind_of(leaf.path) is Kind.STAMP:
            why = _("The new plan has neither number nor day yet.")
            found.append((leaf.start, Change(_at(leaf.path, leaf.start, draft), leaf.value, "", why)))
    for leaf, turns in draft.renamed.values():
        for turn in turns:
            old = leaf.value[turn.start : turn.end]
            found.append(
                (leaf.start, Change(_at(leaf.path, leaf.start, draft), old, turn.new, _("by the mapping of bodies")))
            )
    found += _joined(draft)
    starts = {read.placed.path: read for read in read.tasks}
    for one in draft.reckoned:
        why = _("The same day of the week ({weekday}) falls on another day.").format(
            weekday=weekday_name(one.new.weekday())
        )
        start = draft.start(one.path)
        if one.path[:-1] in starts:
            found.append((start, Change(_at(one.path, start, draft), _shown(one.old), _shown(one.new), why)))
    yield from (change for _start, change in sorted(found, key=lambda pair: pair[0]))


def _joined(draft: Draft) -> Iterator[tuple[int, Change]]:
    """Yield the bodies that are one with others in the new year, each with where it stood."""
    for one in draft.renamings:
        if one.into:
            path = "agencies", one.place, "name"
            start = draft.start(path)
            yield start, Change(_at(path, start, draft), one.agency.name, one.new or "", _("joined, by the mapping"))


def _shown(day: object) -> str:
    return f"{day:%d/%m/%Y}"


def _turned(one: Judged, draft: Draft) -> Iterator[Change]:
    """Yield what changes in a text: the old words around each change, and those of the new text there."""
    value = one.leaf.value
    moving = [spot for spot in one.spots if spot.verdict == "moved"]
    new, shift = moved_words(value, moving, draft.years), 0
    for spot in moving:
        start, end = spot.start + shift, spot.start + shift + len(spot.moved(draft.years))
        shift = end - spot.end
        yield Change(
            _at(one.leaf.path, one.leaf.start, draft),
            around(value, spot.start, spot.end),
            around(new, start, end),
            _why(one, spot, draft.move, draft),
        )


def _why(one: Judged, spot: Spot, move: Move, draft: Draft) -> str:
    told = {
        0: _("the plan's year"),
        -1: _("the year before the plan's"),
        1: _("the year behind the plan's"),
    }.get(spot.year - move.year, _("moved with its words"))
    if one.kind is Kind.GIVEN:
        told = _("stated beside words that move")
    day = _told_off(one, spot, draft)
    if spot.told:
        return "; ".join((told, *spot.told))
    if day is not None:
        told = _("{why}; {day} is a {weekday}").format(
            why=told, day=f"{day.day}/{day.month}/{day.year}", weekday=weekday_name(day.weekday())
        )
    return told


def _told_off(one: Judged, spot: Spot, draft: Draft) -> date | None:
    """Return the last day of a task that falls on a Saturday or Sunday, where it is the one that moves there."""
    is_time = one.kind is Kind.TIME
    day = draft.off.get(cell_of(one.leaf.path)[:-1] if is_time else unit_of(one.leaf.path))
    return day if (spot.days[1] == day if spot.days else is_time) else None


def _stay(one: Left, draft: Draft) -> Stay:
    start = draft.start(one.path)
    return Stay(_at(one.path, start, draft), on_one_line(one.words), one.why)


def _at(path: Path, start: int, draft: Draft) -> tuple[str, str | None, int]:
    """Return where something stands: its path, the id of its task, its line."""
    task = None
    for length in range(len(path), 0, -1):
        task = draft.ids.get(path[:length])
        if task is not None:
            break
    return ".".join(map(str, path)), task, draft.line(start)


def _undone(following: Following) -> Iterator[Carried]:
    """Yield the tasks that somebody owes still, each with what presses most of it."""
    if not following.is_kept:
        return
    for read in following.plan.tasks:
        owed = [one for one in following.standings(read.task.id) if one.status in OWED]
        if owed:
            first = min(owed, key=lambda one: (_ORDER.index(one.status), one.due is None, one.due or one.on))
            yield Carried(read.task.id, _called(read.task.content), status_words(first.status), _due(first))


def _due(one: Standing) -> str:
    return "" if one.due is None else one.due.isoformat()


def _called(words: str) -> str:
    words = on_one_line(words)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rpartition(" ")[0] + " …"


def _taken(carry: Sequence[str], undone: Sequence[Carried], read: ReadPlan) -> frozenset[str]:
    """Return the tasks that are taken over. Raises WrongArgumentError for one that was done, or is none."""
    known = {one.id for one in undone}
    if EVERY in carry:
        return frozenset(known)
    wished = [find_task(wish, read).task.id for wish in carry]
    done = next((one for one in wished if one not in known), None)
    if done is not None:
        raise WrongArgumentError(_("Nobody owes anything of task {id}; nothing is carried over.").format(id=done))
    return frozenset(wished)


def _as_left(one: Carried, read: ReadPlan) -> Left:
    path = find_task(one.id, read).placed.path
    told = _("Not done in {year}: {status}; say whether it goes on beside this year's, and until when.")
    return Left(path, "", told.format(year=read.year, status=standing_words(one)))
