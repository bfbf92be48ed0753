"""The months that a page shows: where a day lies in them, and what falls due on each day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from kshc_cli.days import month_length, written
from kshc_cli.messages import _
from kshc_cli.reports.plan_page import occasions_of

if TYPE_CHECKING:
    from kshc_cli.reports.plan_page import PageDuty, PageTask

_BESIDE: Final = 3
"""Months before and behind the plan's year that are shown at most, where something reaches into them."""
_SHOWN: Final = 4
"""What is due on a day that stands in its field; the rest is counted."""
_WEEKEND: Final = 5


class Month(NamedTuple):
    """A month of the page."""

    year: int
    month: int

    @property
    def key(self) -> str:
        """Its spelling in the address: 2024-06."""
        return f"{self.year}-{self.month:02}"

    @property
    def name(self) -> str:
        """What it is called, its year included."""
        return _("Month {month}/{year}").format(month=self.month, year=self.year)

    def short(self, year: int) -> str:
        """Return what it is called at the head of a narrow column; of another year than the plan's with that."""
        name = _("M{month}").format(month=self.month)
        return name if self.year == year else f"{name}/{self.year % 100}"

    def next(self, steps: int = 1) -> "Month":
        """Return a month behind it, or with a negative number before it."""
        months = 12 * self.year + self.month - 1 + steps
        return Month(months // 12, months % 12 + 1)


class Scale(NamedTuple):
    """Months side by side, each as wide as another."""

    months: Sequence[Month]

    def place(self, day: date, *, end: bool = False) -> float:
        """Return where a day begins, or ends, in percent of the width; what lies outside is at the edge."""
        first = self.months[0]
        month = 12 * (day.year - first.year) + day.month - first.month
        share = (day.day - (0 if end else 1)) / month_length(day.year, day.month)
        return round(min(100.0, max(0.0, 100 * (month + share) / len(self.months))), 2)

    def holds(self, day: date) -> bool:
        """Tell whether a day lies in the months."""
        return Month(day.year, day.month) in self.months


def scale_of(year: int, days: Iterable[str]) -> Scale:
    """Return the months of a plan's year, and those beside it into which ``days`` (2024-06-30) reach."""
    first, last = Month(year, 1), Month(year, 12)
    found = sorted({Month(int(day[:4]), int(day[5:7])) for day in days} | {first, last})
    month, end = max(found[0], first.next(-_BESIDE)), min(found[-1], last.next(_BESIDE))
    months = [month]
    while months[-1] < end:
        months.append(months[-1].next())
    return Scale(months)


class DueItem(NamedTuple):
    """An occasion that falls due on a day."""

    task: "PageTask"
    status: str
    """How the most pressing of its duties stand."""
    told: str
    """How all of them stand, in words."""


class DayField(NamedTuple):
    """A day of a month."""

    day: int
    column: int
    """From 1, Monday, to 7."""
    is_off: bool
    """Whether it is a Saturday or Sunday."""
    is_today: bool
    words: str
    items: Sequence[DueItem]
    more: int


class MonthGrid(NamedTuple):
    """A month with its days."""

    month: Month
    days: Sequence[DayField]
    times: int
    """How much falls due in it."""


def grids_of(tasks: Iterable["PageTask"], scale: Scale, today: str) -> list[MonthGrid]:
    """Return the months with what falls due on their days, in the order of the document."""
    due: dict[str, list[DueItem]] = {}
    for task in tasks:
        for (day, _period), duties in occasions_of(task["duties"]).items():
            due.setdefault(day, []).append(_item(task, duties))
    return [_grid(month, due, today) for month in scale.months]


def _item(task: "PageTask", duties: Sequence["PageDuty"]) -> DueItem:
    return DueItem(task, duties[0]["status"], "; ".join(dict.fromkeys(duty["told"] for duty in duties)))


def _grid(month: Month, due: Mapping[str, Sequence[DueItem]], today: str) -> MonthGrid:
    days = [date(month.year, month.month, day + 1) for day in range(month_length(month.year, month.month))]
    fields = [_field(day, due.get(day.isoformat(), ()), today) for day in days]
    return MonthGrid(month, fields, sum(len(one.items) + one.more for one in fields))


def _field(day: date, items: Sequence[DueItem], today: str) -> DayField:
    weekday = day.weekday()
    words = f"{weekday_words()[weekday]} {written(day)}"
    shown = items if len(items) <= _SHOWN else items[: _SHOWN - 1]
    is_today = day.isoformat() == today
    return DayField(day.day, weekday + 1, weekday >= _WEEKEND, is_today, words, shown, len(items) - len(shown))


def weekday_words() -> tuple[str, ...]:
    """Return what the days of the week are called, from Monday on."""
    return _("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun")
