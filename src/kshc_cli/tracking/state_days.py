"""The days on which the State's offices were off, year by year, as they were decided.

What stands here wins over what the library of holidays computes, which learns of exchanged days late. A
year is here once its days are decided: those fixed by law (Bộ luật Lao động 2012, Điều 115; 2019, Điều 112; Nghị quyết
28/2026/QH16 for 24 November), a holiday on a weekend made up for on the next working day, and the yearly decisions on
Tết, the second day of Quốc khánh and exchanged days. Each year names these, and how they were seen; a year whose
decision was only repeated by others stays an estimate.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import Enum
from typing import Final

from kshc_cli.dataclass import dataclass

HOLIDAY: Final = "Ngày nghỉ lễ"
INSTEAD_OF: Final = "Ngày nghỉ hoán đổi (làm bù ngày {worked:%d/%m/%Y})"
"""What a day off is called that the library does not name, and one that was exchanged."""
_DAY: Final = timedelta(days=1)


class Seen(Enum):
    """How a decision was seen."""

    TEXT = "its text, or pages of the State that repeat it"
    PRESS = "the press, or pages of offices that carry it out"
    REPEATED = "only pages that name it without authority"


@dataclass(frozen=True, slots=True)
class StateDecision:
    """What decided days of a year: a letter of the Government's Office, or a ministry's notice that carries it out."""

    number: str | None
    """With its symbol; None where nothing that was seen names it."""
    day: date
    """Its date; that of the news where nothing names its number."""
    seen: Seen


@dataclass(frozen=True, slots=True)
class StateYear:
    """A year's decided days: off from the first to the last of each span, and what was exchanged."""

    decisions: tuple[StateDecision, ...]
    spans: tuple[tuple[date, date], ...]
    exchanged: tuple[tuple[date, date], ...] = ()
    """A day off, and the Saturday or Sunday worked for it."""

    @property
    def seen(self) -> bool:
        """Whether every decision was seen in its own text, in the press or with an office that carries it out."""
        return all(decision.seen is not Seen.REPEATED for decision in self.decisions)

    def days_off(self) -> Iterator[date]:
        """Yield every day off, those of exchanges too."""
        for first, last in self.spans:
            yield from (first + _DAY * number for number in range((last - first).days + 1))
        yield from (off for off, _worked in self.exchanged)


def _spans(year: int, *spans: tuple[int, int] | tuple[int, int, int, int]) -> tuple[tuple[date, date], ...]:
    """Build spans from day and month, of one day or of the first and the last."""
    return tuple((date(year, span[1], span[0]), date(year, span[-1], span[-2])) for span in spans)


STATE_YEARS: Final[dict[int, StateYear]] = {
    2020: StateYear(
        (StateDecision(None, date(2019, 10, 8), Seen.PRESS),),
        _spans(2020, (1, 1), (23, 1, 29, 1), (2, 4), (30, 4, 1, 5), (2, 9)),
    ),
    2021: StateYear(
        (StateDecision("9895/VPCP-KGVX", date(2020, 11, 26), Seen.TEXT),),
        _spans(2021, (1, 1), (10, 2, 16, 2), (21, 4), (30, 4, 3, 5), (2, 9, 3, 9)),
    ),
    2022: StateYear(
        (StateDecision("245/VPCP-KGVX", date(2022, 1, 11), Seen.PRESS),),
        _spans(2022, (1, 1, 3, 1), (31, 1, 4, 2), (10, 4, 11, 4), (30, 4, 3, 5), (1, 9, 2, 9)),
    ),
    2023: StateYear(
        (StateDecision("8056/VPCP-KGVX", date(2022, 12, 1), Seen.PRESS),),
        _spans(2023, (1, 1, 2, 1), (20, 1, 26, 1), (29, 4, 3, 5), (1, 9, 4, 9)),
    ),
    2024: StateYear(
        (
            StateDecision("8662/VPCP-KGVX", date(2023, 11, 3), Seen.PRESS),
            StateDecision("2450/VPCP-KGVX", date(2024, 4, 12), Seen.PRESS),
        ),
        _spans(2024, (1, 1), (8, 2, 14, 2), (18, 4), (30, 4, 1, 5), (2, 9, 3, 9)),
        ((date(2024, 4, 29), date(2024, 5, 4)),),
    ),
    2025: StateYear(
        (StateDecision("8726/VPCP-KGVX", date(2024, 11, 26), Seen.PRESS),),
        _spans(2025, (1, 1), (27, 1, 31, 1), (7, 4), (30, 4, 1, 5), (1, 9, 2, 9)),
        ((date(2025, 5, 2), date(2025, 4, 26)),),
    ),
    2026: StateYear(
        (
            StateDecision("9859/VPCP-KGVX", date(2025, 10, 13), Seen.TEXT),
            StateDecision("9441/TB-BNV", date(2025, 10, 16), Seen.TEXT),
            StateDecision("12729/VPCP-KGVX", date(2025, 12, 25), Seen.TEXT),
        ),
        _spans(2026, (1, 1), (16, 2, 20, 2), (26, 4, 27, 4), (30, 4, 1, 5), (1, 9, 2, 9), (24, 11)),
        ((date(2026, 1, 2), date(2026, 1, 10)), (date(2026, 8, 31), date(2026, 8, 22))),
    ),
    2027: StateYear(
        (StateDecision("10065/VPCP-KGVX", date(2026, 10, 2), Seen.REPEATED),),
        _spans(2027, (1, 1), (4, 2, 10, 2), (16, 4), (30, 4, 3, 5), (2, 9, 3, 9), (24, 11)),
    ),
}
"""The years whose days are known."""

LAST_DECIDED: Final = max(year for year, decided in STATE_YEARS.items() if decided.seen)
"""Behind this year the days off are an estimate: no decision was seen."""
