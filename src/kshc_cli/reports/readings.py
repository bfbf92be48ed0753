"""A reading explained: what each part means, from which words, by which article, and its next days."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice
from typing import Final

from kshc_cli.messages import _
from kshc_cli.reading.values import Recurring, Relative, Role, TimePart, TimeReading
from kshc_cli.reports.due_days import counted, dated
from kshc_cli.reports.labelled import labelled_text
from kshc_cli.reports.phrases import part_phrase
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.dues import due_days
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.time_limits import limit_end

_PREVIEWED: Final = 6
"""Days of what comes back that are shown."""


def part_line(part: TimePart, *, blank: bool = False) -> str:
    """Say what a part means, what is done then, by which article, and from which words.

    Where the time is ``blank``, nothing stands there that it could be from.
    """
    phrase = part_phrase(part)
    if part.role is not None:
        phrase = _role_phrase(part.role).format(phrase=phrase)
    if part.law is not None:
        phrase = f"{phrase} ({part.law})"
    if blank:
        return phrase
    return f"{phrase}  ← {part.words}" if part.words else _("{phrase}  ← stated in the plan").format(phrase=phrase)


def _role_phrase(role: Role) -> str:
    match role:
        case Role.FINISH:
            return _("to finish: {phrase}")
        case Role.OPERATE:
            return _("to operate: {phrase}")
        case Role.REPORT:
            return _("to report: {phrase}")
        case Role.PILOT:
            return _("to pilot: {phrase}")


def reading_text(reading: TimeReading, terminal: Terminal, *, office: OfficeCalendar, today: date) -> str:
    """Write a reading: a line for each part, how limits are counted, the next days of what comes back."""
    lines: list[tuple[str, str]] = []
    for part in reading.parts:
        lines.append((part.kind.value, part_line(part, blank=not part.words)))
        lines += _computed(part, office, today)
    lines += [(_("unread"), words) for words in reading.unread]
    lines += [(_("note"), note) for note in reading.notes]
    return labelled_text(lines, terminal)


def _computed(part: TimePart, office: OfficeCalendar, today: date) -> Iterator[tuple[str, str]]:
    match part:
        case Relative(anchor=date() as anchor) if (end := limit_end(part, office)) is not None:
            yield "  " + _("counted"), counted(part, anchor, end)
        case Recurring() if days := next_days(part, office=office, today=today):
            yield "  " + _("next days"), ", ".join(map(dated, days))
        case _:
            pass


def next_days(part: Recurring, *, office: OfficeCalendar, today: date) -> tuple[date, ...]:
    """Return the next days of what comes back that count by the office's calendar; its first ones if none is to come.

    A day to which several occurrences move stands once.
    """
    return _first_days(part, office, today) or _first_days(part, office, None)


def _first_days(part: Recurring, office: OfficeCalendar, start: date | None) -> tuple[date, ...]:
    days = (one.due for one in due_days(TimeReading((part,)), office=office, start=start))
    return tuple(islice((day for day, _same in groupby(days)), _PREVIEWED))
