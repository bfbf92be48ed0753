"""Laws of reading times: never raises, never invents a date, does not depend on spelling, takes linear time."""

import re
import sys
import unicodedata
from dataclasses import replace
from datetime import date, timedelta
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kshc_cli.reading.folding import canonical
from kshc_cli.reading.recurrence.occurrences import rule_problem
from kshc_cli.reading.times.reader import read_time
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
from tests.reading.expected import YEAR, comes_back, meaning
from tests.reading.test_times import EVERYTHING

_PIECES = """
tháng|tháng 6|tháng 12/2025|tháng 13|ngày|ngày 15|ngày 15/6|ngày 30/02|31/12/2024|quý|quý IV|quý II/2025|năm
năm 2024|2026|giai đoạn|2026 - 2030|tuần|trước|từ|đến|đến hết|trong|vào|chậm nhất|hằng|hằng năm|hằng tháng|mỗi quý
định kỳ|6 tháng|đầu năm|theo|theo kế hoạch|khi|sau khi|đột xuất|thường xuyên|trong năm|và|hoặc|,|;|.|:|-|–|/|(|)|[?]
từ nay|trở đi|hằng tuần|thứ sáu|và các năm tiếp theo|cuối|nửa|ngày làm việc|trong thời hạn|10 ngày|kể từ ngày|yêu cầu
kế hoạch|số|NĐ-CP|dự kiến|hoàn thành|báo cáo|không|I|III|V|1|3|06|12|29|31|32|2023|1022|14/9/2018|34/2014/NĐ-CP
cuối tháng|đầu năm|giữa|17 giờ|sáng|T6/2025|đợt 1|báo cáo năm|hoàn thành:|thí điểm|kết thúc|2 lần/năm|trong quá trình
từ ngày ký|11-12/2025|lần|một lần|thang|quy|//|Được|abc|gia hạn|trừ|âm lịch|từ tháng 3 đến tháng 11|trước ngày 15/6|?
"""
PIECES = ["\n", *_PIECES.strip().replace("\n", "|").split("|")]
soups = st.lists(st.sampled_from(PIECES), max_size=9).flatmap(
    lambda words: st.sampled_from([" ", ""]).map(lambda gap: gap.join(words))
)
phrases = st.sampled_from(sorted(EVERYTHING))
texts = (
    st.text() | soups | phrases | st.builds("{}{}{}".format, phrases, st.sampled_from([", ", " và ", "; ", " "]), soups)
)


@settings(max_examples=1500)
@given(texts, st.integers(1990, 2199))
@example("²/3/2025", 2024)
@example("\u0301", 2024)
@example("tháng " + "9" * 5000, 2024)
def test_any_text_is_read_and_nothing_is_lost(text: str, year: int) -> None:
    """Every letter and figure stands in a part, in the unread words, or is a filler beside a part."""
    reading = read_time(text, year=year)
    quoted = [part.words for part in reading.parts] + list(reading.unread)
    plain = unicodedata.normalize("NFC", text)
    assert all(words in plain for words in quoted if len(text) < 1000)
    assert reading.parts or reading.unread
    for part in reading.parts:
        if isinstance(part, Recurring) and part.rrule is not None:
            assert rule_problem(part.rrule) is None
        if isinstance(part, Window):
            assert part.start <= part.end


@settings(max_examples=1500)
@given(soups | phrases, st.integers(1990, 2199))
def test_no_date_is_invented(text: str, year: int) -> None:
    """A date's year stands in its words or is the plan's; day and month stand there or bound a named period.

    Where an article of law makes it a day, it is the first, the fifteenth or the last of a month.
    """
    for part in read_time(text, year=year).parts:
        numbers = {int(number) for number in re.findall(r"[0-9]{1,4}", part.words)}
        for day in _dates(part):
            if part.law is not None:
                numbers |= {day.day} & {1, 15, _last(day.year, day.month).day} | {day.month} & {1, 6, 12}
            own = day + timedelta(days=1) if isinstance(part, Deadline) and day.day not in numbers else day
            assert {day.year, own.year} & (numbers | {year})
            assert own.day in numbers | {1} or (day + timedelta(days=1)).day == 1
            assert _month_is_named(own.month, part.words, numbers) or _month_is_named(day.month, part.words, numbers)


def _dates(part: TimePart) -> list[date]:
    match part:
        case Window(start, end):
            return [start, end]
        case Deadline(due=day) | Relative(anchor=day):
            return [day] if day is not None else []
        case Continuous(start, until) | Recurring(start=start, until=until):
            return [day for day in (start, until) if day is not None]
        case _:
            return []


def _month_is_named(month: int, words: str, numbers: set[int]) -> bool:
    """Tell whether a month stands in figures, or is the edge of a quarter, a half or a year."""
    plain = canonical(words)
    of_year = month in {1, 12}
    of_half = month in {1, 6, 7, 12} and re.search(r"(?:đầu|cuối) năm|6 tháng (?:đầu|cuối)", plain) is not None
    of_quarter = month % 3 != 2 and re.search(r"qu[ýíy]", plain) is not None
    return month in numbers or of_year or of_half or of_quarter


def _sense(text: str, year: int = YEAR) -> tuple[list[TimePart], list[str]]:
    """Return what a text means, in one spelling of the free words."""
    reading = read_time(text, year=year)
    return [_plain(part) for part in reading.parts], [canonical(words).strip(" .") for words in reading.unread]


def _plain(part: TimePart) -> TimePart:
    match part:
        case OnEvent(event=event) | Relative(event=event):
            return replace(part, words="", event=event and _free(event))
        case Reference(document=document):
            return replace(part, words="", document=document and _free(document))
        case _:
            return replace(part, words="")


def _free(words: str) -> str:
    return canonical(words).replace("kì", "kỳ").replace("quí", "quý").replace("hàng", "hằng")


@settings(max_examples=800)
@given(phrases | soups, st.sampled_from("-–—−‑"), st.sampled_from(["  ", "\t", "\u00a0 "]))
def test_spelling_does_not_matter(text: str, dash: str, gap: str) -> None:
    sense = _sense(text)
    assert _sense(unicodedata.normalize("NFD", text)) == sense
    assert _sense(text.replace("-", dash)) == sense
    assert _sense(text.replace(" ", gap)) == sense
    assert _sense(text[:1].upper() + text[1:]) == sense
    assert _sense(text[:1].lower() + text[1:]) == sense


@pytest.mark.parametrize("text", EVERYTHING)
def test_other_spellings_of_real_phrases_mean_the_same(text: str) -> None:
    sense = _sense(text)
    for one, other in (("Quý", "Quí"), ("quý", "quí"), ("hằng", "hàng"), ("kỳ", "kì"), ("ủy", "uỷ"), ("/", " / ")):
        if one != "/" or "KH-UBND" not in text:
            assert _sense(text.replace(one, other)) == _sense(text.replace(other, one)) == sense
    assert _sense(text + ".") == sense
    assert _sense(f" {text.upper()} ")[1] == sense[1]


months, quarters, years = st.integers(1, 12), st.integers(1, 4), st.integers(2000, 2099)
zero = st.sampled_from(["{}", "{:02}"])
ROMAN = ("I", "II", "III", "IV")


def _last(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@given(
    months, years, zero, st.sampled_from(["/", " / ", "-", " năm ", "/năm ", " - "]), st.sampled_from(["", "Trong "])
)
def test_months_read_back(month: int, year: int, figures: str, mark: str, opener: str) -> None:
    text = f"{opener}tháng {figures.format(month)}{mark}{year}"
    assert meaning(text) == [Window(date(year, month, 1), _last(year, month))]


@given(quarters, years, st.booleans(), st.sampled_from(["/", "-", " năm "]))
def test_quarters_read_back(quarter: int, year: int, roman: bool, mark: str) -> None:
    text = f"Quý {ROMAN[quarter - 1] if roman else quarter}{mark}{year}"
    assert meaning(text) == [Window(date(year, 3 * quarter - 2, 1), _last(year, 3 * quarter))]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), zero, zero, st.sampled_from("/.-"))
def test_days_read_back(day: date, figures: str, others: str, mark: str) -> None:
    text = f"{figures.format(day.day)}{mark}{others.format(day.month)}{mark}{day.year}"
    assert meaning(text) == [Deadline(day)]
    assert meaning(f"Trước ngày {text}") == [Deadline(day)]
    assert meaning(f"ngày {day.day} tháng {day.month} năm {day.year}") == [Deadline(day)]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_spans_read_back_and_never_run_backwards(one: date, two: date) -> None:
    text = f"Từ ngày {one:%d/%m/%Y} đến ngày {two:%d/%m/%Y}"
    reading = read_time(text, year=YEAR)
    assert reading.parts == ((Window(one, two, text),) if one <= two else ())
    assert reading.unread == (() if one <= two else (text,))


@given(st.integers(1, 28), months, zero)
def test_yearly_and_monthly_days_read_back(day: int, month: int, figures: str) -> None:
    yearly = f"trước ngày {figures.format(day)}/{figures.format(month)} hằng năm"
    assert meaning(yearly) == [comes_back(f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")]
    assert meaning(f"trước ngày {day} hằng tháng") == [comes_back(f"FREQ=MONTHLY;BYMONTHDAY={day}")]


@given(st.integers(1, 999), st.sampled_from([("ngày", "day"), ("ngày làm việc", "working_day"), ("tháng", "month")]))
def test_limits_read_back(amount: int, unit: tuple[str, str]) -> None:
    (part,) = meaning(f"trong thời hạn {amount} {unit[0]} kể từ ngày nhận hồ sơ")
    assert isinstance(part, Relative)
    assert (part.amount, part.unit, part.event) == (amount, unit[1], "nhận hồ sơ")


@given(st.integers(0, 9999), st.sampled_from([2, 3, 4, 5, 10, 12, *range(13, 32)]), st.integers(0, 99))
def test_fractions_and_numbers_alone_are_no_dates(number: int, day: int, month: int) -> None:
    for text in (
        f"{min(month % 13, day - 1)}/{day}",
        f"số {number}",
        f"{number} hồ sơ",
        f"{day}/{number}/NĐ-CP",
        f"{number}/QĐ-UBND",
    ):
        reading = read_time(text, year=YEAR)
        if not re.fullmatch(r"[0-9]+", text):
            assert (reading.parts, reading.unread) == ((), (text,))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from(["{}", "({})", "{}.", "trước {}", "đến {}"]))
def test_a_day_without_its_year_is_the_plans(day: date, frame: str) -> None:
    text = frame.format(f"{day.day}/{day.month}")
    reading = read_time(text, year=day.year)
    fraction = day.day < day.month <= 5
    alone = "{" in frame.replace("{}", "") or frame[0] in "{("
    counted = day.month in {10, 12} and day.day < day.month
    if fraction or (alone and (counted or (day.day, day.month) == (24, 7))):
        assert reading.parts == ()
    else:
        assert meaning(text, day.year) == [Deadline(day)]


@given(
    months,
    years,
    st.sampled_from([("đầu", 1), ("giữa", 15), ("cuối", 0)]),
    st.sampled_from(["", "vào ", "trước ", "đến "]),
)
def test_edges_of_months_read_back(month: int, year: int, edge: tuple[str, int], opener: str) -> None:
    name, day = edge
    due = date(year, month, day) if day else _last(year, month)
    assert meaning(f"{opener}{name} tháng {month}/{year}") == [Deadline(due)]


@given(
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.integers(1, 24),
    st.sampled_from(["{}h00", "{} giờ", "{} giờ 30 phút,"]),
)
def test_an_hour_leaves_the_day_as_it_is(day: date, hour: int, clock: str) -> None:
    assert meaning(f"trước {clock.format(hour)} ngày {day:%d/%m/%Y}") == [Deadline(day)]


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(1, 999))
def test_limits_from_a_day_read_back(day: date, amount: int) -> None:
    text = f"trong thời hạn {amount} ngày làm việc kể từ ngày {day:%d/%m/%Y}"
    assert meaning(text) == [Relative(amount, "working_day", None, anchor=day)]


HOSTILE = [
    *(
        "khi ",
        "khi a, ",
        "khi a\n",
        "theo kế hoạch, ",
        "theo yêu cầu và kế hoạch ",
        "và ",
        "a ",
        "1 ",
        "1/",
        "-",
        "(",
        ")",
    ),
    *(
        "tháng 1, ",
        "tháng 1 - ",
        "quý i, ii, ",
        "trước ngày 1/1 và ",
        "hằng tháng, ",
        "thường xuyên trong năm ",
        "[?] ",
    ),
    *(
        "10 ngày kể từ ngày a, ",
        "ngày 1 hằng tháng ",
        "hằng năm, trước ngày 1/1, ",
        "tháng 6 x, ",
        "khi a (b ",
        "\n- a",
    ),
    *(
        "báo cáo a ",
        "báo cáo a, ",
        "đợt 1 ",
        "đợt 1: ",
        "hoàn thành: ",
        "17 giờ ",
        "sáng ",
        "cuối năm ",
        "trong quá trình a, ",
    ),
    *("quý, 6 tháng, ", "2 lần/năm ", "ngày 15 các tháng 3, ", "hai tuần một lần "),
    *("t1-", "từ nay đến ", "10 ngày kể từ ngày 1/1 ", "chờ ", "được "),
    *("đề xuất giao ", "trước ngày [?] ", "dự kiến ", "hoàn thành, ", "2024, ", "; ", "trước ngày 30/6/2025 12, "),
    *(
        "khi a * ",
        "khi a trước ngày 1/1, ",
        "khi a, báo cáo ",
        "theo yêu cầu, kế hoạch * ",
        "từ tháng 3, hằng tháng, ",
        "khi từ ",
        "không ",
    ),
    *("gửi a ", "gửi a, ", "các đơn vị a, ", "các đơn vị gửi ", "hoàn thành a trong ", "gửi về sở ", "việc, "),
    *("trước ngày 1/1 để a, ", "trước ngày 1/1 để a ", "hoàn thành năm 2024 ", "lập, lập ", "quý i: a; "),
    *("ngày đầu tiên của ", "năm sau ", "từ tháng 3 đến tháng 11 hằng năm ", "ngày 5 của tháng liền kề "),
    *("giám sát thường xuyên ", "giám sát a ", "từ năm 2024, hoàn thành năm 2025, ", "1/1/24 "),
    *("từ 8 giờ đến ", "8h00-", "thứ hai, ", "thứ hai, ngày 1/1/2024 (", "01 buổi, ", "60 ngày, từ "),
]


def _calls(text: str) -> int:
    """Count the calls of Python functions that reading ``text`` takes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        read_time(text, year=YEAR)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("end", ["", "trước ngày 1/1"])
def test_reading_takes_time_linear_in_the_text(piece: str, end: str) -> None:
    _calls(piece * 50)
    assert _calls(piece * 2400 + end) <= 4.2 * _calls(piece * 600 + end)


@pytest.mark.parametrize("text", ["", " ", "-", "Chưa đề xuất"])
def test_undated_words_are_quoted(text: str) -> None:
    (part,) = read_time(text, year=YEAR).parts
    assert part == Undated(text.strip())
