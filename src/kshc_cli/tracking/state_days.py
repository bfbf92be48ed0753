"""The days on which the State's offices were off, year by year, as they were decided.

What stands here wins over the library of holidays, which computes most of them but learns of exchanged days late. A
year is here once its days are decided: those fixed by law (Bộ luật Lao động 2012, Điều 115; 2019, Điều 112; Nghị quyết
28/2026/QH16 for 24 November), a holiday on a weekend made up for on the next working day, and the yearly decisions on
Tết, the second day of Quốc khánh and exchanged days. docs/counting-days.md says where each was read.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

HOLIDAY: Final = "Ngày nghỉ lễ"
INSTEAD_OF: Final = "Ngày nghỉ (thay cho ngày {worked:%d/%m/%Y})"
"""What a day off is called that the library does not name, and one that was exchanged."""
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StateYear:
    """A year's decided days: off from the first to the last of each span, and what was exchanged."""

    spans: tuple[tuple[date, date], ...]
    exchanged: tuple[tuple[date, date], ...] = ()
    """A day off, and the Saturday or Sunday worked for it."""

    def days_off(self) -> Iterator[date]:
        """Yield every day off, those of exchanges too."""
        for first, last in self.spans:
            yield from (first + _DAY * number for number in range((last - first).days + 1))
        yield from (off for off, _worked in self.exchanged)


def _spans(year: int, *spans: tuple[int, int] | tuple[int, int, int, int]) -> tuple[tuple[date, date], ...]:
    """Build spans from day and month, of one day or of the first and the last."""
    return tuple((date(year, span[1], span[0]), date(year, span[-1], span[-2])) for span in spans)


STATE_YEARS: Final[dict[int, StateYear]] = {
    2020: StateYear(_spans(2020, (1, 1), (23, 1, 29, 1), (2, 4), (30, 4, 1, 5), (2, 9))),
    2021: StateYear(_spans(2021, (1, 1), (10, 2, 16, 2), (21, 4), (30, 4, 3, 5), (2, 9, 3, 9))),
    2022: StateYear(_spans(2022, (1, 1, 3, 1), (31, 1, 4, 2), (10, 4, 11, 4), (30, 4, 3, 5), (1, 9, 2, 9))),
    2023: StateYear(_spans(2023, (1, 1, 2, 1), (20, 1, 26, 1), (29, 4, 3, 5), (1, 9, 4, 9))),
    2024: StateYear(
        _spans(2024, (1, 1), (8, 2, 14, 2), (18, 4), (30, 4, 1, 5), (2, 9, 3, 9)),
        ((date(2024, 4, 29), date(2024, 5, 4)),),
    ),
    2025: StateYear(
        _spans(2025, (1, 1), (27, 1, 31, 1), (7, 4), (30, 4, 1, 5), (1, 9, 2, 9)),
        ((date(2025, 5, 2), date(2025, 4, 26)),),
    ),
    2026: StateYear(
        _spans(2026, (1, 1), (16, 2, 20, 2), (26, 4, 27, 4), (30, 4, 1, 5), (1, 9, 2, 9), (24, 11)),
        ((date(2026, 1, 2), date(2026, 1, 10)), (date(2026, 8, 31), date(2026, 8, 22))),
    ),
}
"""The decided years."""

LAST_DECIDED: Final = max(STATE_YEARS)
"""Behind this year the days off are an estimate: only proposals are known."""
