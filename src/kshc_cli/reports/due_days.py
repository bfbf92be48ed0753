"""Due days as people read them: with their weekday, why they are off, and the working day beside them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, ngettext
from kshc_cli.query.lines import Line
from kshc_cli.reading.values import Relative
from kshc_cli.tracking.dues import DueDay
from kshc_cli.tracking.office_calendar import DayOff, OfficeCalendar

DUE_WIDTH: Final = 16
"""Columns of a cell: as many as "→ Mon 01/07/2024" takes, so that a holiday's name does not widen it."""


def dated(value: date) -> str:
    """Write a day with its weekday before it: Sun 30/06/2024."""
    return f"{weekday_words(value.weekday())} {written(value)}"


def weekday_words(weekday: int) -> str:
    """Return what a weekday is called in short, from 0 for Monday on."""
    return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[weekday]


def due_cell(line: Line) -> str:
    """Write an occurrence's day in lines: the day that counts, then the day by the words or the next working day."""
    if line.day is None:
        return _("runs on") if line.runs_on else _("comes back, on which days is not said")
    off, moved = line.day_off, line.day.due != line.day.last
    lines = [dated(line.day.due)]
    if moved:
        lines.append(f"← {dated(line.day.last)}")
    if line.extended_from:
        lines.append(_("was {day}").format(day=written(line.extended_from)))
    lines.append(_period(line, line.day))
    if off and not off.weekend:
        lines.append(off.reason)
    if off and not moved:
        lines.append(f"→ {dated(off.next_working_day)}")
    return "\n".join(filter(None, lines))


def _period(line: Line, day: DueDay) -> str:
    """Say of which occasion of its task a day is, where there are several, or where the log moved the day."""
    if day.event is not None:
        return _("event of {day}").format(day=written(day.event))
    told = day.period if len(line.row.reading.parts) > 1 or line.extended_from else day.occurrence
    name = day.called(told, line.row.year) if told else ""
    if not name or name in {written(day.stated), written(line.extended_from or day.stated)}:
        return ""
    moved = line.extended_from or day.due != day.stated
    return _("for {period}").format(period=name[0].lower() + name[1:]) if moved else name


def due_notes(lines: Iterable[Line], office: OfficeCalendar) -> Iterator[str]:
    """Explain the marks that ``due_cell`` sets in ``rows``."""
    days = [(line.day, line.day_off) for line in lines if line.day]
    if any(off and one.due == one.last for one, off in days):
        yield _kept_note(office)
    if any(one.due > one.last for one, _off in days):
        yield _("← the last day in time; it is off, so that the next working day counts.")
    if any(one.due < one.last for one, _off in days):
        yield _("← the last day in time; it is off, so that the working day before it counts.")
    if any(one.last != one.stated for one, _off in days):
        yield _("Where the words say “trước” a day, this plan counts the day before it as the last.")


def _kept_note(office: OfficeCalendar) -> str:
    if office.keeps_days_off:
        return _(
            "→ the working day to which article 148 of the Civil Code would move a last day that is off; "
            "this plan keeps the last day."
        )
    return _("→ the next working day; no working day lies between the task's beginning and its last day, which stays.")


def holiday_notes(days: Iterable[DueDay], office: OfficeCalendar) -> Iterator[str]:
    """Say for which years of the due days no public holidays are known, and for which they are an estimate."""
    used = {one for day in days for one in (day.last, day.due)}
    if unknown := {one.year for one in used if not office.knows_holidays(one)}:
        yield _(
            "The public holidays of {years} are not known; only weekends and the plan's own days count as days off."
        ).format(years=_years(unknown))
    if estimated := {one.year for one in used if office.estimates(one)}:
        yield _(
            "The days off of {years} are an estimate: kshc has seen no decision of the State on them. Check its notice."
        ).format(years=_years(estimated))


def _years(years: Iterable[int]) -> str:
    return ", ".join(map(str, sorted(years)))


def due_sentence(day: DueDay, off: DayOff | None, office: OfficeCalendar) -> str:
    """Say in a sentence why a day counts, and what becomes of one whose last day in time is ``off``."""
    last = _last_day(day)
    if off is None:
        return last
    if day.due != day.last:
        return _("{due}; the last day, {last}, is off: {reason}").format(
            due=dated(day.due), last=last, reason=off.reason
        )
    sentence = (
        _("{last} is off: {reason}; article 148 of the Civil Code would move it to {next}, the plan keeps it")
        if office.keeps_days_off
        else _("{last} is off: {reason}; no working day lies between the task's beginning and it, so that it stays")
    )
    return sentence.format(last=last, reason=off.reason, next=dated(off.next_working_day))


def _last_day(day: DueDay) -> str:
    """Write the last day in time, and why it is not the day by the words."""
    if day.last == day.stated:
        return dated(day.last)
    return _("{last} (“trước” {stated}; this plan excludes that day)").format(
        last=dated(day.last), stated=dated(day.stated)
    )


def counted(part: Relative, anchor: date, end: date) -> str:
    """Say how the ``end`` of a time limit was counted from the day of its event."""
    sentences = {
        "day": ngettext(
            "{amount} day from {anchor}, which is not counted (article 147 of the Civil Code), ends on {end}",
            "{amount} days from {anchor}, which is not counted (article 147 of the Civil Code), end on {end}",
            part.amount,
        ),
        "working_day": ngettext(
            "{amount} working day from {anchor}, which is not counted (article 147 of the Civil Code), ends on {end}",
            "{amount} working days from {anchor}, which is not counted (article 147 of the Civil Code), end on {end}",
            part.amount,
        ),
        "month": ngettext(
            "{amount} month from {anchor} ends on the same day of the month or its last one (article 148): {end}",
            "{amount} months from {anchor} end on the same day of the month or its last one (article 148): {end}",
            part.amount,
        ),
    }
    return sentences[part.unit].format(amount=part.amount, anchor=dated(anchor), end=dated(end))
