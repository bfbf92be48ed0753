"""A reading explained: what each part means, from which words, by which article, and its next days."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby, islice
from typing import Final

from kshc_cli.messages import _, ngettext
from kshc_cli.reading.times.days.missing_days import missing_in
from kshc_cli.reading.times.kind_names import unread_name
from kshc_cli.reading.values import Deadline, Recurring, Relative, Role, TimePart, TimeReading, Window
from kshc_cli.reports.due_days import counted, dated, due_sentence, holiday_notes
from kshc_cli.reports.labelled import labelled_text
from kshc_cli.reports.phrases import part_phrase
from kshc_cli.reports.terminal import Terminal
from kshc_cli.tracking.dues import due_days, never_owed
from kshc_cli.tracking.office_calendar import OfficeCalendar
from kshc_cli.tracking.time_limits import limit_end

_PREVIEWED: Final = 6
"""Days of what comes back that are shown."""


def part_line(part: TimePart, *, blank: bool) -> str:
    """Say what a part means, what is done then, by which article, and from which words.

    Where the time is ``blank``, nothing stands there that it could be from.
    """
    phrase = part_phrase(part)
    if part.role is not None:
        phrase = _role_phrase(part.role).format(phrase=phrase)
    if part.law is not None:
        phrase = f"{phrase} ({part.law})"
    if part.read_by is not None:
        phrase = _("{phrase} (read by the plug-in {name})").format(phrase=phrase, name=part.read_by)
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


def owed_since(reading: TimeReading, office: OfficeCalendar) -> Iterator[str]:
    """Say from which day on what comes back is owed, where some of it lies before the plan."""
    for part in reading.parts:
        if isinstance(part, Recurring) and office.issued is not None and (earlier := never_owed(part, office)):
            words = (
                _owed_in_month(earlier)
                if office.in_month
                else ngettext(
                    "from the plan's day, {day}, on; {n} earlier occurrence is not owed",
                    "from the plan's day, {day}, on; {n} earlier occurrences are not owed",
                    earlier,
                )
            )
            yield words.format(day=dated(office.issued), month=f"{office.issued:%m/%Y}", n=earlier)


def _owed_in_month(earlier: int) -> str:
    return ngettext(
        "from the plan's month, {month}, on; {n} earlier occurrence is not owed",
        "from the plan's month, {month}, on; {n} earlier occurrences are not owed",
        earlier,
    )


def unread_line(words: str, year: int) -> str:
    """Quote unread words of a time, and say what in them the calendar does not have."""
    missing = missing_in(words, year)
    return words if missing is None else f"{words}  ← {missing}"


def reading_text(reading: TimeReading, terminal: Terminal, *, office: OfficeCalendar, today: date) -> str:
    """Write a reading: a line for each part, how limits are counted, the next days of what comes back."""
    lines: list[tuple[str, str]] = []
    for part in reading.parts:
        lines.append((_("read as"), part_line(part, blank=not part.words)))
        lines += _computed(part, office, today)
    lines += [(unread_name(words), unread_line(words, office.year)) for words in reading.unread]
    lines += [(_("note"), note) for note in reading.notes]
    return labelled_text(lines, terminal)


def _computed(part: TimePart, office: OfficeCalendar, today: date) -> Iterator[tuple[str, str]]:
    match part:
        case Relative(anchor=date() as anchor) if (end := limit_end(part, office)) is not None:
            yield "  " + _("counted"), counted(part, anchor, end)
            yield from _last_day(part, office)
        case Window() | Deadline():
            yield from _last_day(part, office)
        case Recurring() if days := next_days(part, office=office, today=today):
            yield "  " + (_("next days") if days[-1] >= today else _("its days")), ", ".join(map(dated, days))
        case _:
            pass


def _last_day(part: TimePart, office: OfficeCalendar) -> Iterator[tuple[str, str]]:
    """Say what becomes of a last day that is off or moved, and whether the days off of its year are decided."""
    for day in due_days(TimeReading((part,)), office=office):
        off = day.day_off(office)
        if off is not None or day.due != day.stated:
            yield "  " + _("due"), due_sentence(day, off, office)
        yield from (("  " + _("note"), note) for note in holiday_notes([day], office))


def next_days(part: Recurring, *, office: OfficeCalendar, today: date) -> tuple[date, ...]:
    """Return the next days of what comes back that count by the office's calendar; its first ones if none is to come.

    A day to which several occurrences move stands once.
    """
    return _first_days(part, office, today) or _first_days(part, office, None)


def _first_days(part: Recurring, office: OfficeCalendar, start: date | None) -> tuple[date, ...]:
    days = (one.due for one in due_days(TimeReading((part,)), office=office, start=start))
    return tuple(islice((day for day, _same in groupby(days)), _PREVIEWED))
