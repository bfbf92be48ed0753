"""Days in brackets behind their period, which say when in it: quý I (ngày 20/3), tháng 5 (từ ngày 11/5 đến …)."""

from datetime import date
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.reading.times.acts.duties import labelled
from kshc_cli.reading.times.acts.named_periods import is_due_in
from kshc_cli.reading.times.cell import TimeCell
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import FILLERS, skipped
from kshc_cli.reading.values import Deadline, Recurring, TimePart, Window

_LISTS: Final = frozenset({",", "và", "-", "+", "&", "đến", "tới"})


def with_brackets(cell: TimeCell, found: list[Phrase]) -> list[Phrase]:
    """Make one phrase of a period and the first day in brackets behind it, whose words say more."""
    narrowed: list[Phrase] = []
    for phrase in found:
        one = _narrowed(cell, narrowed[-1], phrase) if narrowed else None
        if one is not None:
            narrowed.pop()
        narrowed.append(one or phrase)
    return narrowed


def misfits(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether a time in brackets does not lie in the period before it, whose year is known: quý I (ngày 15/6)."""
    day = two.first_day
    named = day is None or day.year == cell.year or two.implied or not one.implied
    return named and _in_brackets(cell, one, two)


def _in_brackets(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    windows = bool(one.parts) and all(isinstance(part, Window) for part in one.parts)
    dated = bool(two.parts) and two.dated and all(map(_is_moment, two.parts))
    return windows and dated and cell.word(one.end) == "(" and ")" not in cell.words[one.end : two.start]


def _is_moment(part: TimePart) -> bool:
    """Tell whether a part says when: a day, a period, or which days come back."""
    return isinstance(part, Deadline | Window) or (isinstance(part, Recurring) and "BY" in (part.rrule or ""))


def _narrowed(cell: TimeCell, one: Phrase, two: Phrase) -> Phrase | None:
    if not _in_brackets(cell, one, two) or not _fits(cell, one, two):
        return None
    at, role = one.end + 1, None
    while at < two.start:
        verb = FILLERS.match(cell, at)
        role = verb[0] if verb is not None else role
        behind = skipped(cell, at) or labelled(cell, at)
        if behind is None:
            return None
        at = behind
    parts = two.parts if role is None else tuple(replace(part, role=role) for part in two.parts)
    return replace(two, start=one.start, parts=parts)


def _fits(cell: TimeCell, one: Phrase, two: Phrase) -> bool:
    """Tell whether what a bracket says lies in the period before it, one in each of several."""
    periods = [part for part in one.parts if isinstance(part, Window)]
    if isinstance(two.parts[0], Recurring):
        return len(periods) == 1 and periods[0].is_long
    listed = not _LISTS.isdisjoint(cell.words[one.start : one.end])
    if listed:
        return len(periods) == len(two.parts) > 1 and all(map(_lies_in, two.parts, periods))
    vague = periods[0].is_long and (isinstance(two.parts[0], Window) or not two.strong)
    return not vague and all(_lies_in(part, periods[0]) for part in two.parts)


def _lies_in(part: TimePart, period: Window) -> bool:
    match part:
        case Deadline(due=date() as due):
            return is_due_in(due, period.start, period.end)
        case Window(first, last):
            return period.start <= first and last <= period.end
        case _:
            return False
