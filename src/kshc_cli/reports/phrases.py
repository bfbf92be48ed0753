"""Readings said in words, for people."""

from collections.abc import Mapping

from kshc_cli.days import written
from kshc_cli.messages import _, ngettext
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reading.values import (
    Continuous,
    Deadline,
    OnEvent,
    Recurring,
    Reference,
    Relative,
    TimePart,
    Undated,
    Window,
)
from kshc_cli.reports.recurrences import rule_words


def part_phrase(part: TimePart) -> str:
    """Say what one part of a time means."""
    match part:
        case Window():
            return _("from {start} to {end}").format(start=written(part.start), end=written(part.end))
        case Deadline():
            return _("by {due}").format(due=written(part.due)) if part.due else _("by a day that is illegible")
        case Continuous():
            return _continuous(part)
        case Recurring():
            return _recurring(part)
        case _:
            return _without_calendar(part)


def _without_calendar(part: OnEvent | Relative | Reference | Undated) -> str:
    match part:
        case OnEvent():
            return _on_event(part)
        case Relative():
            return _relative(part)
        case Reference():
            return _("set by: {document}").format(document=part.document) if part.document else _("by another document")
        case Undated():
            return _("no time")


def _on_event(part: OnEvent) -> str:
    if part.event is None:
        return _("on event")
    return (_("once, after: {event}") if part.once else _("on event: {event}")).format(event=part.event)


def _recurring(part: Recurring) -> str:
    if part.rrule is None:
        return _("comes back, on which days is not said")
    bounds = {"start": written(part.start) if part.start else "", "end": written(part.until) if part.until else ""}
    sentences = {
        (True, True): _("comes back: {words}, {start} to {end}"),
        (True, False): _("comes back: {words}, from {start}"),
        (False, True): _("comes back: {words}, to {end}"),
        (False, False): _("comes back: {words}"),
    }
    sentence = sentences[part.start is not None, part.until is not None]
    rule = rule_words(part.rrule)
    if part.behind:
        rule = _("{rule}, for the period before it").format(rule=rule)
    return sentence.format(words=rule, **bounds)


def _relative(part: Relative) -> str:
    amounts = {
        "day": ngettext("{amount} day", "{amount} days", part.amount),
        "working_day": ngettext("{amount} working day", "{amount} working days", part.amount),
        "month": ngettext("{amount} month", "{amount} months", part.amount),
    }
    amount = amounts[part.unit].format(amount=part.amount)
    if part.event is None:
        return _("{amount} after an event").format(amount=amount)
    return _("{amount} after: {event}").format(amount=amount, event=part.event)


def _continuous(part: Continuous) -> str:
    if part.start and part.until:
        return _("continuous, {start} to {end}").format(start=written(part.start), end=written(part.until))
    if part.start:
        return _("continuous from {start}").format(start=written(part.start))
    return _("continuous to {end}").format(end=written(part.until)) if part.until else _("continuous")


def without_date_line(counts: Mapping[str, int], among: int) -> str:
    """Say for how many of the tasks that were looked at no date can be computed, by kind."""
    total = sum(counts.values())
    if not total:
        told = ngettext(
            "A date can be computed for the {n} task looked at.",
            "A date can be computed for all {n} tasks looked at.",
            among,
        )
        return told.format(n=among)
    kinds = ", ".join(f"{kind_name(kind)} {count}" for kind, count in counts.items())
    one = ngettext(
        "No date can be computed for {total} task: {kinds}.",
        "No date can be computed for {total} tasks: {kinds}.",
        total,
    )
    return one.format(total=total, kinds=kinds)
