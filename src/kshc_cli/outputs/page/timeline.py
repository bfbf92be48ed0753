"""The year as rows of bars and marks: periods, deadlines, what comes back."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.days import written
from kshc_cli.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kshc_cli.outputs.page.months import Scale
    from kshc_cli.reports.plan_page import PageDuty, PageTask

_CROWDED: Final = 60
"""Marks of a row from which on they are strokes."""


class Bar(NamedTuple):
    """A period, in percent of the row."""

    start: float
    width: float
    status: str


class Mark(NamedTuple):
    """A last day."""

    place: float
    status: str
    shape: str
    """``deadline``, ``again`` or, where there are many, ``stroke``."""


class TimelineRow(NamedTuple):
    """A task on the timeline."""

    task: "PageTask"
    bars: "Sequence[Bar]"
    marks: "Sequence[Mark]"
    words: str
    """The same in words, for who does not see it."""


def timeline_of(tasks: Iterable["PageTask"], scale: "Scale") -> Iterator[tuple[str, list[TimelineRow]]]:
    """Yield headings, each with the rows of its tasks that have days."""
    found: dict[tuple[int, str], list[TimelineRow]] = {}
    for task in tasks:
        if dated := [duty for duty in task["duties"] if duty["due"]]:
            found.setdefault((task["section"], task["heading"]), []).append(_row(task, dated, scale))
    for (_section, heading), rows in found.items():
        yield heading, rows


def _row(task: "PageTask", dated: "Sequence[PageDuty]", scale: "Scale") -> TimelineRow:
    # What presses most is drawn last, so that it lies on top.
    order = sorted(dated, key=lambda duty: (duty["status"] == "overdue", duty["days"] is not None))
    crowded = len(dated) > _CROWDED
    bars = [_bar(duty, scale) for duty in order if _is_period(duty)]
    marks = [_mark(duty, scale, crowded=crowded) for duty in order if not _is_period(duty) and _is_shown(duty, scale)]
    return TimelineRow(task, bars, marks, "; ".join(map(_said, dated)))


def _is_period(duty: "PageDuty") -> bool:
    return duty["kind"] != "recurring" and bool(duty["begins"]) and duty["begins"] < duty["due"]


def _is_shown(duty: "PageDuty", scale: "Scale") -> bool:
    return scale.holds(date.fromisoformat(duty["due"]))


def _bar(duty: "PageDuty", scale: "Scale") -> Bar:
    start = scale.place(date.fromisoformat(duty["begins"]))
    end = scale.place(date.fromisoformat(duty["due"]), end=True)
    return Bar(start, round(max(end - start, 0.4), 2), duty["status"])


def _mark(duty: "PageDuty", scale: "Scale", *, crowded: bool) -> Mark:
    shape = "stroke" if crowded else "again" if duty["kind"] == "recurring" else "deadline"
    return Mark(scale.place(date.fromisoformat(duty["due"]), end=True), duty["status"], shape)


def _said(duty: "PageDuty") -> str:
    due = written(date.fromisoformat(duty["due"]))
    if _is_period(duty):
        start = written(date.fromisoformat(duty["begins"]))
        due = _("from {start} to {end}").format(start=start, end=due)
    return f"{due}: {duty['told']}"
