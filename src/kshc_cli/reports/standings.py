"""How duties stand, in words and as plain data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Agency
from kshc_cli.query.lines import Line, LineStanding
from kshc_cli.reading.values import Kind
from kshc_cli.reports.json_text import Json
from kshc_cli.tracking.standing import CLOSED, DONE, OWED, Standing, Status, Tally, tally

STANDING_WIDTH: Final = 18
"""Columns of a narrow cell."""

_MANY: Final = 12
"""Occasions of a task that are all told: a year of months."""

_AROUND: Final = 3
"""Of more than ``_MANY``, how many before and behind the day asked for."""

_NAMED: Final = 3
"""Bodies that a cell names; the others are counted."""


def status_words(status: Status) -> str:
    """Say how something stands."""
    return {
        Status.OVERDUE: _("overdue"),
        Status.DUE_SOON: _("due soon"),
        Status.RUNNING: _("running"),
        Status.NOT_BEGUN: _("not begun"),
        Status.UNDATED: _("date unknown"),
        Status.WAITING: _("waits for its event"),
        Status.CONTINUOUS: _("goes on"),
        Status.SUSPENDED: _("suspended"),
        Status.DONE_LATE: _("done late"),
        Status.DONE: _("done"),
        Status.REASSIGNED: _("reassigned"),
        Status.MERGED: _("merged"),
        Status.CANCELLED: _("cancelled"),
    }[status]


def status_color(status: Status | None) -> str:
    """Return the colour of what stands so, as SGR parameters: late, soon or done; nothing for the rest."""
    return {Status.OVERDUE: "1;31", Status.DUE_SOON: "1;33", Status.DONE_LATE: "32", Status.DONE: "32"}.get(
        status or Status.RUNNING, ""
    )


def dayless_words(counts: Tally) -> Iterator[str]:
    """Yield how many duties stand how that are neither owed by a day nor done nor closed: what goes on, what waits."""
    for status in Status:
        if counts.counts[status] and status not in OWED | DONE | CLOSED:
            yield f"{status_words(status)}: {counts.counts[status]}"


def days_words(days: int) -> str:
    """Say how many days are left, or how many it is late."""
    if days < 0:
        return ngettext("{n} day late", "{n} days late", -days).format(n=-days)
    if days == 0:
        return _("today")
    return ngettext("{n} day left", "{n} days left", days).format(n=days)


def standing_cell(line: Line, agencies: Mapping[str, Agency]) -> str:
    """Say in a cell how the duties of a line stand, how many are done, and who still owes what is most pressing."""
    return "; ".join(_told(line, agencies, named=_NAMED))


def standing_lines(line: Line, agencies: Mapping[str, Agency]) -> str:
    """Say the same in lines of a narrow column, with fewer names."""
    return "\n".join(_told(line, agencies, named=1))


def owed_words(line: Line, agencies: Mapping[str, Agency]) -> str:
    """Say how many of the duties of a line are done and who owes the others; nothing where there is only one."""
    if line.standing is None:
        return ""
    return "; ".join(filter(None, (_units(line.standing), _owing(line.standing, agencies, _NAMED))))


def lasting_words(standing: LineStanding) -> str:
    """Say how duties stand, as far as passing days change nothing of it; nothing of what is just owed."""
    status = standing.status
    told = status is not None and (status in DONE | CLOSED or status is Status.SUSPENDED)
    partly = _("a part done {day}").format(day=written(standing.partly_on)) if standing.partly_on else ""
    counted = _units(standing) if standing.tally.done else ""
    return "; ".join(filter(None, (*(_status(standing) if told else ()), partly, counted)))


def _told(line: Line, agencies: Mapping[str, Agency], *, named: int) -> list[str]:
    standing = line.standing
    if standing is None or standing.status is None:
        return []
    partly = _("a part done {day}").format(day=written(standing.partly_on)) if standing.partly_on else ""
    told = (
        *_status(standing),
        partly,
        _units(standing),
        _owing(standing, agencies, named),
        *_asked(line, agencies, named),
    )
    return [words for words in told if words]


def _asked(line: Line, agencies: Mapping[str, Agency], named: int) -> Iterator[str]:
    """Say whose duties stand as was asked for, where what presses most does not."""
    pressing = line.standing.status if line.standing else None
    for status in dict.fromkeys(one.status for one in line.asked if one.status is not pressing):
        units = tuple(dict.fromkeys(one.unit for one in line.asked if one.status is status and one.unit))
        words = status_words(status)
        yield f"{words}: {several_names(units, agencies, named)}" if units else words


def _status(standing: LineStanding) -> tuple[str, ...]:
    status = standing.status
    if status is None:
        return ()
    words = status_words(status)
    if status is Status.OVERDUE and standing.days is not None:
        return (days_words(standing.days),)
    if status is Status.DUE_SOON and standing.days is not None:
        return words, days_words(standing.days)
    if status in DONE and standing.done_on:
        return words, written(standing.done_on)
    return (words,)


def _units(standing: LineStanding) -> str:
    counts = standing.tally
    if counts.total < 2:
        return ""
    told = {"done": counts.done, "total": counts.total}
    counting = [one for one in standing.standings if one.status in DONE | OWED]
    if len({one.occasion.key for one in counting}) == 1:
        return _("{done} of {total} bodies done").format(**told)
    if len({one.unit for one in counting}) == 1:
        return _("{done} of {total} times done").format(**told)
    return _("{done} of {total} duties done").format(**told)


def _owing(standing: LineStanding, agencies: Mapping[str, Agency], named: int) -> str:
    if standing.apart and (standing.tally.total < 2 or standing.status in DONE):  # the words of the lead name more
        return _("only {names}").format(names=several_names(standing.bodies, agencies, named))
    pressing = standing.status in {Status.OVERDUE, Status.DUE_SOON}
    told = pressing or standing.apart or (standing.tally.done and standing.status in OWED)
    if not told or standing.tally.total < 2:
        return ""
    owing = standing.owing
    return _("owed by {names}").format(names=several_names(owing, agencies, named)) if owing else ""


def several_names(bodies: Sequence[str], agencies: Mapping[str, Agency], named: int = _NAMED) -> str:
    """Name the first of some bodies, and count the others."""
    names = ", ".join(agencies[one].name if one in agencies else one for one in bodies[:named])
    more = len(bodies) - named
    return _("{names} and {n} more").format(names=names, n=more) if more > 0 else names


def work_by_note(lines: Iterable[Line]) -> str:
    """Say which tasks are past the office's own day; nothing where there are none."""
    ids = dict.fromkeys(line.row.id for line in lines if line.past_work_by)
    return _("Past the office's own day: {ids}.").format(ids=", ".join(ids)) if ids else ""


def duties_lines(standings: Sequence[Standing], agencies: Mapping[str, Agency], *, year: int) -> str:
    """Say how each duty of a task stands: a line for each occasion and for bodies that stand alike.

    Of many occasions those around the day asked for are told, behind a line that counts all duties; ``year`` is the
    plan's.
    """
    alike: dict[tuple[str, str, bool], list[str]] = {}
    for one in _near(standings):
        told = one.occasion.name(year) if one.occasion.key else "", _duty_words(one, agencies), one.moved_to is not None
        alike.setdefault(told, []).append(_body(one.unit, agencies))
    lines = (_alike(period, words, ", ".join(bodies), moved) for (period, words, moved), bodies in alike.items())
    return "\n".join([*_counted(standings), *lines])


def _alike(period: str, words: str, bodies: str, moved: bool) -> str:  # noqa: FBT001  not told apart by its caller
    """Say how bodies stand: behind it they would seem to be who has now what was ``moved``, so that it comes last."""
    told = (", ".join(filter(None, (period, bodies))), words) if moved else (period, words, bodies)
    return ": ".join(filter(None, told))


def _near(standings: Sequence[Standing]) -> Iterator[Standing]:
    """Yield all duties, or where they are on many occasions those of the last ones that passed and of the next."""
    keys = list(dict.fromkeys(one.occasion.key for one in standings))
    passed = {one.occasion.key for one in standings if one.due is not None and one.due < one.on}
    first = max(0, sum(key in passed for key in keys) - _AROUND)
    told = set(keys if len(keys) <= _MANY else keys[first : first + 2 * _AROUND])
    return (one for one in standings if one.occasion.key in told)


def _counted(standings: Sequence[Standing]) -> list[str]:
    if len({one.occasion.key for one in standings}) <= _MANY:
        return []
    counts = tally(standings).counts
    told = ", ".join(f"{status_words(status)} {counts[status]}" for status in Status if counts[status])
    return [_("{n} duties: {counts}").format(n=len(standings), counts=told)]


def _body(unit: str | None, agencies: Mapping[str, Agency]) -> str:
    return agencies[unit].name if unit is not None and unit in agencies else unit or ""


def _is_begun(one: Standing) -> bool:
    """Tell whether a duty is owed because an event began it: its last day stands nowhere else in an answer."""
    return one.status in OWED and not one.extended and one.occasion.kind in {Kind.ON_EVENT, Kind.RELATIVE}


def _duty_words(one: Standing, agencies: Mapping[str, Agency]) -> str:
    words = status_words(one.status)
    if one.done_on:
        words = f"{words} {written(one.done_on)}"
    elif one.days is not None and one.status is not Status.NOT_BEGUN:
        left = days_words(one.days)
        words = left if one.status is Status.OVERDUE else f"{words}, {left}"
    told = (
        _("last day moved to {day}").format(day=written(one.due)) if one.extended and one.due else "",
        _("last day {words}").format(words=written(one.due)) if _is_begun(one) and one.due else "",
        _("a part done {day}").format(day=written(one.partly_on)) if one.partly_on else "",
        _("now with {name}").format(name=_body(one.holder, agencies)) if one.status is Status.REASSIGNED else "",
        _("with task {id}").format(id=one.moved_to) if one.status is Status.MERGED else "",
    )
    return "; ".join(filter(None, (words, *told)))


def standing_record(standing: LineStanding) -> Json:
    """Return how the duties of a line stand, all together."""
    counts = standing.tally
    return {
        "status": standing.status.value if standing.status else None,
        "done": counts.done,
        "total": counts.total,
        "days": standing.days,
        "owing": list(standing.owing),
        "partly_on": _iso(standing.partly_on),
    }


def duty_record(one: Standing) -> Json:
    """Return how one duty stands; dates as YYYY-MM-DD, None for what is not known or does not apply."""
    return {
        "unit": one.unit,
        "period": one.occasion.key,
        "status": one.status.value,
        "due": _iso(one.due),
        "planned": _iso(one.occasion.day.due if one.occasion.day else None),
        "days": one.days,
        "due_within": one.within,
        "done_on": _iso(one.done_on),
        "partly_on": _iso(one.partly_on),
        "moved_to": one.moved_to,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
