"""A calendar as iCalendar (RFC 5545): events or to-dos on whole days, lines folded by octets, ends CRLF."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final

from kshc_cli.desk.answers import Answer, PlainCalendar
from kshc_cli.messages import language_in_use
from kshc_cli.reports.calendar_events import CalendarEvent, State

if TYPE_CHECKING:
    from icalendar import Component

PRODUCT: Final = "-//kshc//kshc-cli//"
"""What names the program that wrote a calendar; the version is left out, so that the same plan gives the same bytes."""

_BEGIN: Final = b"BEGIN:VCALENDAR"
_DAY: Final = timedelta(days=1)
_RINGS_AT: Final = timedelta(hours=8)
"""When on its day an alarm rings, from midnight on."""
_NOON: Final = time(5, tzinfo=UTC)
"""Noon in Viet Nam: of all moments on a day the one that other countries too have on that day."""

_EVENT: Final[Mapping[State, str]] = {
    "open": "CONFIRMED",
    "begun": "CONFIRMED",
    "suspended": "TENTATIVE",
    "done": "CONFIRMED",
    "closed": "CANCELLED",
}
_TODO: Final[Mapping[State, str]] = {
    "open": "NEEDS-ACTION",
    "begun": "IN-PROCESS",
    "suspended": "NEEDS-ACTION",
    "done": "COMPLETED",
    "closed": "CANCELLED",
}
"""STATUS of an event, and of a to-do (RFC 5545, 3.8.1.11), by how its duties stand."""


def ics_bytes(answer: Answer) -> bytes:
    """Write the calendar of an answer."""
    from icalendar import Calendar, vText

    told: PlainCalendar = answer["calendar"]
    calendar = Calendar()
    calendar.add("prodid", f"{PRODUCT}{language_in_use().upper()}")
    calendar.add("version", "2.0")
    for name in ("name", "x-wr-calname"):  # RFC 7986, and what most programs read
        calendar.add(name, vText(told["name"]))
    for event in told["events"]:
        calendar.add_component(_todo(event) if told["as_todo"] else _event(event))
    data: bytes = calendar.to_ical(sorted=False)
    return data


def is_ics_of_kshc(data: bytes) -> bool:
    """Tell whether a file holds a calendar that kshc wrote."""
    return data.startswith(_BEGIN) and f"PRODID:{PRODUCT}".encode() in data


def _event(event: CalendarEvent) -> "Component":
    """Return an event on one whole day, the last one of what it stands for, or a series of such days."""
    from icalendar import Event, vRecur

    day = date.fromisoformat(event["day"])
    mark = "✓ " if event["state"] == "done" else ""
    component = Event()
    _identify(component, event)
    component.add("dtstart", day)
    component.add("dtend", day + _DAY)
    if event["rule"]:
        component.add("rrule", vRecur.from_ical(event["rule"]))
    for name, days in (("exdate", event["left_out"]), ("rdate", event["added"])):
        if days:  # before release 7 icalendar takes them for moments unless that is said
            component.add(name, [*map(date.fromisoformat, days)], parameters={"VALUE": "DATE"})
    _describe(component, event, f"{mark}{event['title']}")
    component.add("status", _EVENT[event["state"]])
    component.add("transp", "TRANSPARENT")  # a last day takes nobody's time
    _ring(component, event)
    return component


def _todo(event: CalendarEvent) -> "Component":
    """Return what is to be done by the end of a day."""
    from icalendar import Todo

    component = Todo()
    _identify(component, event)
    if event["begins"]:
        component.add("dtstart", date.fromisoformat(event["begins"]))
    component.add("due", date.fromisoformat(event["day"]))
    _describe(component, event, event["title"])
    component.add("status", _TODO[event["state"]])
    component.add("percent-complete", event["percent"])
    if event["done_on"]:
        component.add("completed", datetime.combine(date.fromisoformat(event["done_on"]), _NOON))
    _ring(component, event, related="END")
    return component


def _identify(component: "Component", event: CalendarEvent) -> None:
    component.add("uid", event["uid"])
    component.add("dtstamp", datetime.combine(date.fromisoformat(event["stamp"]), time(tzinfo=UTC)))
    component.add("sequence", event["revision"])
    if event["in_place_of"]:
        component.add("recurrence-id", date.fromisoformat(event["in_place_of"]))


def _describe(component: "Component", event: CalendarEvent, title: str) -> None:
    component.add("summary", title)
    component.add("description", event["page"])
    component.add("categories", event["categories"])


def _ring(component: "Component", event: CalendarEvent, **parameters: str) -> None:
    """Add what reminds of a day, so many days before it."""
    from icalendar import Alarm

    for days in event["alarms"]:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event["title"])
        alarm.add("trigger", _RINGS_AT - days * _DAY, parameters=parameters)
        component.add_component(alarm)
