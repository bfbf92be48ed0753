"""Words that stand before a date and say what it is, with the series behind them: trước, từ … đến, giai đoạn."""

from enum import Enum, auto
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number
from kshc_cli.reading.times.days.calendar import Period, Point
from kshc_cli.reading.times.days.figures import year_number
from kshc_cli.reading.times.days.hours import begins_span, behind_clock, behind_lead, behind_session
from kshc_cli.reading.times.days.points import read_day
from kshc_cli.reading.times.days.series import Series, begins_on_day, periods_of, read_series


class Opener(Enum):
    """What the words before a date make of it."""

    NONE = auto()
    IN = auto()
    FROM = auto()
    BEFORE = auto()
    BY = auto()
    UNTIL = auto()
    THROUGH = auto()
    NOW = auto()
    STAGE = auto()


_LATEST: Final = [
    *("chậm nhất", "muộn nhất", "trễ nhất", "hạn cuối", "hạn chót"),
    *("chậm nhất là", "muộn nhất là", "trễ nhất là", "hạn cuối là", "hạn chót là"),
]

OPENERS: Final = Phrasebook(
    {"các": Opener.NONE, "trong các": Opener.IN, "vào các": Opener.IN, "trước các": Opener.BEFORE}
    | dict.fromkeys(("xuyên suốt", "trong", "ngay trong", "vào", "cả", "trong cả", "suốt", "trong suốt"), Opener.IN)
    | dict.fromkeys(
        ("từ", "ngay từ", "kể từ", "tính từ", "trong thời gian từ", "trong khoảng thời gian từ"), Opener.FROM
    )
    | {
        f"bắt đầu {verb} {word}".replace("  ", " ").strip(): Opener.FROM
        for verb in ("", "triển khai", "thực hiện", "áp dụng", "triển khai thực hiện")
        for word in ("", "từ", "kể từ", "vào")
    }
    | dict.fromkeys(("trước", *(f"{latest} trước" for latest in _LATEST)), Opener.BEFORE)
    | {f"{latest} {word}".strip(): Opener.BY for latest in _LATEST for word in ("", "vào", "trong", "đến", "đến hết")}
    | dict.fromkeys(
        (
            "không quá",
            "không muộn hơn",
            "không muộn quá",
            "không chậm hơn",
            "không trễ quá",
            "không chậm quá",
            "không trễ hơn",
        ),
        Opener.BY,
    )
    | dict.fromkeys(("đến hết", "cho đến hết", "hết"), Opener.THROUGH)
    | dict.fromkeys(("đến", "cho đến", "tới", "cho tới"), Opener.UNTIL)
    | {f"từ nay {to} {through}".strip(): Opener.NOW for to in ("đến", "cho đến", "tới") for through in ("", "hết")}
    | {
        " ".join(f"{since} {signed} {what} đến {through}".split()): Opener.NOW
        for since in ("từ ngày", "kể từ ngày", "từ khi", "kể từ khi")
        for signed in ("ký", "ký ban hành", "ban hành")
        for what in ("", "kế hoạch", "kế hoạch này", "quyết định", "quyết định này")
        for through in ("", "hết")
    }
    | {
        " ".join(f"{since} {plan} {being} ban hành đến {through}".split()): Opener.NOW
        for since in ("từ khi", "kể từ khi")
        for plan in ("kế hoạch", "kế hoạch này", "quyết định này", "chỉ thị này")
        for being in ("", "được")
        for through in ("", "hết")
    }
    | {f"trong {count} năm": Opener.IN for count in ("2", "02", "3", "03", "hai", "ba")}
    | {"từ nay đến trước": Opener.BEFORE, "kết thúc trước": Opener.BEFORE, "kết thúc trong": Opener.IN}
    | dict.fromkeys(("gđ", "giai đoạn", "trong giai đoạn", "cả giai đoạn", "giai đoạn từ"), Opener.STAGE)
)
"""Teach words that stand before a date here."""

_TO_DAYS: Final = frozenset({Opener.FROM, Opener.BEFORE, Opener.BY, Opener.UNTIL, Opener.THROUGH, Opener.NOW})
_TO_YEARS: Final = _TO_DAYS - {Opener.BY} | {Opener.IN, Opener.STAGE}
_ON_THE_HOUR: Final = frozenset(
    {Opener.NONE, Opener.IN, Opener.FROM, Opener.BEFORE, Opener.BY, Opener.UNTIL, Opener.THROUGH}
)
_BEFORE_NAMES: Final = frozenset({Opener.BEFORE, Opener.BY, Opener.THROUGH, Opener.UNTIL})
_LONGEST_NAME: Final = 8
"""Words of what a day is called by."""
_NO_NAME: Final = frozenset(
    {"ngày", "tháng", "quý", "năm", "tuần", "thứ", "chủ", "giờ", "từ", "đến", "tới", "hết", "trước", "sau", "trong"}
    | {"kể", "hằng", "mỗi", "làm", "âm", "tết", "rằm", "số", "theo", "của", "khi", "không", "đã", "hoặc"}
)
"""Words that are no part of it."""
_BEHIND_DAY: Final = frozenset({"", ",", ";", ".", ")", "để", "nhằm"})
_FAR: Final = 40
"""Words before an end in which its beginning may stand."""
_YEAR: Final = 12
_QUARTER: Final = 3
"""Months."""


@dataclass(frozen=True, slots=True)
class OpenedDate:
    """A series with the words before it."""

    opener: Opener
    begin: int
    """The place behind the opener."""
    series: Series | None
    clock: bool
    """Whether a time of the day stands before the day: 17 giờ ngày 15/6."""

    @property
    def points(self) -> tuple[Point, ...]:
        """The points of the series in order; none without one."""
        return () if self.series is None else self.series.points

    @property
    def are_days(self) -> bool:
        """Whether the series is nothing but days."""
        return self.series is not None and all(point.unit == 0 for point in self.points)

    def periods(self, year: int) -> list[Period] | None:
        """Return the dates of the series in a plan of a year; None without one, or where it makes no sense."""
        return None if self.series is None else periods_of(self.series, year)


def open_series(cell: TimeCell, at: int, *, bare: bool = False) -> OpenedDate:
    """Read an opener, if there is one, and the series behind it; ``bare`` allows figures alone (2025, 12/2024)."""
    lead = behind_lead(cell, at)
    opener, begin = OPENERS.match(cell, lead) or (Opener.NONE, lead)
    if _ends_thing(cell, lead):
        return OpenedDate(Opener.NONE, lead, None, clock=False)
    timed = opener in _ON_THE_HOUR and cell.word(begin - 1) != "trong"  # trong 24 giờ: a length
    day = behind_clock(cell, begin) if timed else begin
    if opener in _BEFORE_NAMES and (named := _behind_name(cell, day)) is not None:
        return OpenedDate(opener, begin, read_series(cell, named, bare=True, days=True), clock=day > begin)
    words = cell.words[lead:begin] if day == begin else ()
    session = day > begin and behind_session(cell, day)
    bare = bare or session or opener in _TO_YEARS
    bare = bare or (lead > at and (cell.word(at + 1) == "năm" or begins_span(cell, lead)))
    series = read_series(cell, day, words, bare=bare, days=session or opener in _TO_DAYS)
    if opener is Opener.FROM and series is not None and not begins_on_day(cell, day):
        series = None  # từ nửa đầu tháng 6: that it is over by the 15th nobody says
    if opener is Opener.BY and year_number(cell.word(day)) is not None:
        series = None  # không quá 2000: perhaps an amount
    if lead > at and series is not None:
        years = cell.word(at + 1) == "năm"
        series = _as_long(cell, at, lead, series) if years else _behind_length(cell, lead, opener, series)
    return OpenedDate(opener, begin, series, clock=day > begin or lead > at)


def go_on(cell: TimeCell, at: int, before: OpenedDate) -> OpenedDate | None:
    """Read days in figures that share the opener of earlier ones, which a note parts from them.

    Trước ngày 15/6 (báo cáo 6 tháng), 15/12 (báo cáo năm). None where they do not follow those.
    """
    if before.opener not in _TO_DAYS or before.clock or cell.word(at - 1) not in {",", ";", "và"}:
        return None
    series = read_series(cell, at, bare=True, days=True)
    opened = OpenedDate(before.opener, at, series, clock=False)
    earlier, later = before.periods(cell.year), opened.periods(cell.year)
    if not (opened.are_days and earlier and later and earlier[-1].last < later[0].first):
        return None
    return opened


def _behind_name(cell: TimeCell, at: int) -> int | None:
    """Return the place of the one day behind what it is called by: ngày Quốc khánh | 02/9/2026, ngày khai giảng | 5/9.

    None where anything but its name stands between, or where figures behind it go on.
    """
    if cell.word(at) != "ngày" or is_number(cell.word(at + 1)):
        return None
    place = at + 1
    while cell.word(place).isalpha() and place - at <= _LONGEST_NAME and cell.word(place) not in _NO_NAME:
        place += 1
    day = read_day(cell, place) if at + 2 < place and cell.word(place + 1) == "/" else None
    alone = day is not None and day[0].month is not None and cell.word(day[1]) in _BEHIND_DAY
    return place if alone else None


def _ends_thing(cell: TimeCell, at: int) -> bool:
    """Tell whether "kết thúc" is what a thing does, or ends what began before: hợp đồng | kết thúc trước …."""
    if cell.words[at : at + 2] != ("kết", "thúc"):
        return False
    return (at > 0 and cell.word(at - 1).isalnum()) or "bắt" in cell.words[max(at - _FAR, 0) : at]


def _as_long(cell: TimeCell, at: int, lead: int, series: Series) -> Series | None:
    """Return a span of as many years as the length at ``at`` says: 03 năm (2026 - 2028); 05 năm, từ năm 2026 đến …."""
    years = [point.year for point in series.points if point.unit == _YEAR and point.year is not None]
    if not series.spans or len(years) != 2 or years[1] - years[0] + 1 != int(cell.word(at)[:3]):
        return None
    if cell.word(lead - 1) != "(":
        return series
    return replace(series, end=series.end + 1) if cell.word(series.end) == ")" else None


def _behind_length(cell: TimeCell, lead: int, opener: Opener, series: Series) -> Series | None:
    """Return a series that says on which days hours or a length are, with the bracket that closes it.

    02 ngày, từ ngày 22/4 đến ngày 23/4 · 02 ngày (từ ngày 22/4 đến ngày 23/4).
    """
    spans = all(element.last is not None for element in series.elements)
    days = all(point.unit == 0 for point in series.points)
    if len(series.points) == 1 and 1 <= series.points[0].unit <= _QUARTER and cell.word(lead - 1) in {",", "kiến"}:
        return series if opener in {Opener.NONE, Opener.IN} else None
    if not days or not (opener in {Opener.NONE, Opener.IN} or (opener is Opener.FROM and spans)):
        return None
    if "(" not in cell.words[lead - 3 : lead]:
        return series
    return replace(series, end=series.end + 1) if cell.word(series.end) == ")" else None
