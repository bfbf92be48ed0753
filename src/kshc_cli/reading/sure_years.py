"""Times without a year that are perhaps not of the plan's: what is done before the year that it is for."""

from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.plan.model import Plan
from kshc_cli.plan.turns import is_prepared, spanned_years
from kshc_cli.reading.values import Deadline, Recurring, TimePart, Window

_NOVEMBER: Final = 11
"""From this month on plans are issued that are all of the next year."""
_DECEMBER: Final = 12
_AUTUMN: Final = 8
"""The month in which a school year begins, and a crop at the earliest."""
_EARLIEST: Final = 5
"""The month from which on something is prepared for the next year."""


@dataclass(frozen=True, slots=True)
class SureYears:
    """Tells which times of a plan are surely of its year, though they do not say so."""

    year: int
    issued: date | None
    """The day of issue, or the first of the month that is known."""
    span: tuple[int, int] | None
    """The years over whose turn the plan runs, by its subject."""
    subject: str
    """What the plan is about, which may say that it is carried out for its year and begins before it."""

    def doubts(self, part: TimePart, turned: int = 0, *, is_start: bool = False) -> bool:
        """Tell whether a time that was read as of the plan's year is perhaps of another one.

        ``turned``: the first of the months over the columns that say it, where these run over the turn of a year.
        ``is_start``: whether the time only says when something begins.
        """
        bounds = _bounds(part)
        if bounds is None or (bounds[0].month == 1 and bounds[1].month == _DECEMBER and not self.span):
            return False
        start, end = bounds
        is_past = self.issued is not None and end < self.issued and not is_start
        return is_past or self._was_earlier(end, turned) or self._is_over_turn(start, end, turned)

    def _was_earlier(self, end: date, turned: int) -> bool:
        """Tell whether a time may be of the year before, in which the plan was issued."""
        issued = self.issued
        if issued is None or issued.year != self.year - 1:
            return False
        is_usual = issued.month >= _NOVEMBER and not (turned or is_prepared(self.subject))
        return not is_usual and (end.month, end.day) >= (issued.month, issued.day)

    def _is_over_turn(self, start: date, end: date, turned: int) -> bool:
        """Tell whether a time lies on the side of the turn of a year that is perhaps not of the plan's year."""
        issued = self.issued.year if self.issued else None
        if turned:
            first = turned
        elif self.span and issued != self.year:
            first = _AUTUMN
        elif issued is None and is_prepared(self.subject):
            first = _EARLIEST
        else:
            return False
        before, behind = (
            issued == self.year,
            issued == self.year - 1 or (issued is None and is_prepared(self.subject)),
        )
        if self.span:
            before, behind = (year == self.year for year in self.span)
        return (end.month >= first and not before) or (start.month < first and not behind)


def _bounds(part: TimePart) -> tuple[date, date] | None:
    match part:
        case Window():
            return part.start, part.end
        case Deadline(due=date() as due):
            return due, due
        case Recurring(start=date() as start, until=date() as until):
            return start, until
        case _:
            return None


def sure_years(plan: Plan) -> SureYears:
    """Return what a plan says of the year of its times."""
    act = plan.act
    issued = act.date or (date.fromisoformat(f"{act.month}-01") if act.month else None)
    subject = f"{plan.plan.subject} {plan.decision.subject if plan.decision else ''}"
    return SureYears(plan.year, issued, spanned_years(subject), subject)
