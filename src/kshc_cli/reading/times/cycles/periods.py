"""Periods in words that come back: hằng quý, 6 tháng, năm; 01 lần/tháng; 2 lần/năm; [theo] định kỳ."""

from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, cell_of, is_number, is_numeral, phrases

YEARLY: Final = "FREQ=YEARLY"
MONTHLY: Final = "FREQ=MONTHLY"
QUARTERLY: Final = "FREQ=MONTHLY;INTERVAL=3"
HALF_YEARLY: Final = "FREQ=MONTHLY;INTERVAL=6"

_MONTHS: Final = {
    f"{count} tháng": f"FREQ=MONTHLY;INTERVAL={months}" if months > 1 else MONTHLY
    for months, counts in {
        1: ("1", "01", "một"),
        2: ("2", "02", "hai"),
        3: ("3", "03", "ba"),
        4: ("4", "04", "bốn"),
        6: ("6", "06", "sáu"),
    }.items()
    for count in counts
}
_UNITS: Final = Phrasebook(
    {"ngày": "FREQ=DAILY", "tuần": "FREQ=WEEKLY", "tháng": MONTHLY, "quý": QUARTERLY, "năm": YEARLY}
    | {"nửa năm": "FREQ=MONTHLY;INTERVAL=6", "12 tháng": YEARLY, "1 năm": YEARLY, "01 năm": YEARLY, "một năm": YEARLY}
    | _MONTHS
)
_LATER_UNITS: Final = Phrasebook(
    dict.fromkeys(("9 tháng", "09 tháng", "chín tháng"), "FREQ=YEARLY;BYMONTH=9") | {"cả năm": YEARLY}
)
"""Units only behind another: in "hằng quý, 6 tháng, 9 tháng, năm" the report on nine months, due in September."""

_EVERY: Final = Phrasebook(phrases("hằng | mỗi"))
_LEADS: Final = Phrasebook(
    phrases("từng | 1 lần mỗi | 01 lần mỗi | một lần mỗi | định kỳ : | định kỳ (")
    | phrases("hằng | mỗi | theo | định kỳ | định kỳ hằng | định kỳ mỗi | định kỳ theo")
    | phrases("theo định kỳ | theo định kỳ hằng")
    | phrases("1 lần / | 01 lần / | một lần / | 1 lần trong | 01 lần trong")
    | {f"{once} {held} /": None for once in ("1", "01", "một") for held in ("cuộc", "buổi", "đợt", "kỳ")}
    | {
        f"{least} {once} {held} /": None
        for least in ("ít nhất", "tối thiểu")
        for once in ("1", "01", "một")
        for held in ("lần", "cuộc", "buổi", "đợt", "kỳ")
    }
)
_SHORT: Final = {"ngày": "FREQ=DAILY", "tuần": "FREQ=WEEKLY", "năm": YEARLY}
"""Units of which several begin no year together: nobody knows in which week "hai tuần một lần" falls, or which year."""
_SEVERAL: Final = {"hai": 2, "ba": 3, "bốn": 4, "năm": 5, "sáu": 6, "bảy": 7, "mười": 10}
_AT_LEAST: Final = Phrasebook(phrases("ít nhất | tối thiểu"))
_TIMES: Final = Phrasebook(
    phrases("lần / | lần trong | lần mỗi | lần hằng") | {f"{held} /": None for held in ("kỳ", "cuộc", "buổi", "đợt")}
)
_ONCE: Final = Phrasebook(
    phrases("một lần | 1 lần | 01 lần | / lần | / một lần | / 1 lần | / 01 lần")
    | {f"{least} {once} lần": None for least in ("ít nhất", "tối thiểu") for once in ("một", "1", "01")}
)
_HELD: Final = frozenset({"lần", "đợt", "cuộc", "kỳ"})
"""What is counted: mỗi năm 02 đợt."""
_IN_ONE: Final = frozenset({"một", "1", "01", "mỗi", "hằng"})
PERIODIC: Final = Phrasebook(phrases("định kỳ | theo định kỳ"))
_AND: Final = Phrasebook(phrases(", | ; | và | , và | / | & | -"))
_OF_LIMITS: Final = Phrasebook(phrases("kể từ ngày | kể từ khi | tính từ | từ ngày | sau"))
"""Words behind units that make a time limit of them: một năm và sáu tháng kể từ ngày ký."""
_NOT_BEHIND_UNIT: Final = frozenset({"đầu", "cuối", "giữa", "học", "này", "nay", "sau", "tới", "trước"})


@dataclass(frozen=True, slots=True)
class Units:
    """Units of time that come back."""

    rules: tuple[str, ...]
    """A rule of RFC 5545 for each; one empty rule where the words name no period."""
    end: int
    times: int = 0
    """How many times in one unit, where that is said and more than once: 2 lần/năm."""
    unit: str = ""
    """The rule of that unit."""


def read_units(cell: TimeCell, at: int) -> Units | None:
    """Read "hằng quý, 6 tháng, năm", "01 lần/tháng", "6 tháng một lần", and "định kỳ" alone.

    Without a word such as "hằng" two units or more make a list: [báo cáo] quý, 6 tháng, năm.
    """
    least = _AT_LEAST.end(cell, at) or at
    if (often := _often(cell, PERIODIC.end(cell, least) or least)) is not None:
        return often
    lead = _LEADS.end(cell, least)
    report = cell.words[at : at + 2] == ("báo", "cáo")
    first = _unit(cell, lead or least + 2 * report)
    periodic = PERIODIC.end(cell, at)
    if first is None:
        return None if periodic is None else Units(("",), periodic)
    listed = lead is not None or report or at == cell.begin
    rules, end = [first[0]], _ONCE.end(cell, first[1]) or first[1]
    while listed and (following := next_unit(cell, end)) is not None and following[0] not in rules:
        rules.append(following[0])
        end = _ONCE.end(cell, following[1]) or following[1]
    if lead is None and ((len(rules) == 1 and end == first[1]) or _OF_LIMITS.end(cell, end) is not None):
        return None
    if len(rules) > 1 and _unit_of_a_year(cell, end):
        return None
    return Units(tuple(rules), end)


def _often(cell: TimeCell, at: int) -> Units | None:
    """Read "2 lần/năm" and "hai tuần một lần": it comes back, but the words do not say on which days."""
    if cell.word(at) in _IN_ONE and (one := _unit(cell, at + 1)) is not None:
        begin = _AT_LEAST.end(cell, one[1]) or one[1]
        if (count := _several(cell.word(begin))) and cell.word(begin + 1) in _HELD:
            return Units(("",), begin + 2, count, one[0])
    behind = _EVERY.end(cell, at) or at
    if _several(cell.word(behind)) and cell.word(behind + 1) in _SHORT:
        end = _ONCE.end(cell, behind + 2)
        return None if end is None else Units(("",), end)
    count = int(cell.word(at)[:3]) if is_number(cell.word(at)) else 0
    unit = _TIMES.end(cell, at + 1) if count > 1 else None
    found = None if unit is None else _unit(cell, unit)
    return None if found is None else Units(("",), found[1], count, found[0])


def _several(word: str) -> int:
    """Return the number that a word says, where it is more than one; else 0."""
    count = int(word[:3]) if is_number(word) else _SEVERAL.get(word, 0)
    return count if count > 1 else 0


def rule_but_for_its_start(words: str, year: int) -> str | None:
    """Return the rule of words such as "hai tuần một lần", which do not say from which day it counts; else None."""
    cell = cell_of(words, year=year, issued=None)
    for at, word in enumerate(cell.words[: len(cell.tokens)]):
        unit = _SHORT.get(cell.word(at + 1))
        if unit and (count := _several(word)) and _ONCE.end(cell, at + 2) is not None:
            return f"{unit};INTERVAL={count}"
    return None


def _unit(cell: TimeCell, at: int) -> tuple[str, int] | None:
    found = _UNITS.match(cell, at)
    return None if found is None or _goes_on(cell, found[1]) else found


def first_unit(cell: TimeCell, at: int) -> tuple[str, int] | None:
    """Read the first of units that come back, and the place behind it: báo cáo định kỳ hằng tháng, tháng (ngày 20)."""
    begin = at + 2 * (cell.words[at : at + 2] == ("báo", "cáo"))
    lead = _LEADS.end(cell, begin)
    found = _unit(cell, lead or begin)
    listed = lead is not None or (at == cell.begin and found is not None and cell.word(found[1]) == "(")
    return found if listed else None


def next_unit(cell: TimeCell, at: int) -> tuple[str, int] | None:
    """Read the next of such units behind "," or "và"."""
    behind = _AND.end(cell, at)
    if behind is None:
        return None
    behind = _EVERY.end(cell, behind) or behind
    later = _LATER_UNITS.match(cell, behind)
    return _unit(cell, behind) if later is None or _goes_on(cell, later[1]) else later


def is_unit(cell: TimeCell, at: int) -> bool:
    """Tell whether a unit stands at ``at`` and says no more than how often: theo quy định, quý."""
    at += 2 * (cell.words[at : at + 2] == ("báo", "cáo"))
    found = _unit(cell, at)
    return found is not None and cell.word(found[1]) in {"", ",", ";", ".", ")", "và"}


def is_list(cell: TimeCell, at: int) -> bool:
    """Tell whether two units or more stand at ``at``: quý, 6 tháng, năm."""
    first = _unit(cell, at)
    return first is not None and next_unit(cell, first[1]) is not None


def _unit_of_a_year(cell: TimeCell, at: int) -> bool:
    """Tell whether a list of units goes on with a year, which is perhaps another unit: quý, 6 tháng, năm 2026."""
    behind = _AND.end(cell, at)
    return behind is not None and cell.word(behind) == "năm" and is_number(cell.word(behind + 1))


def _goes_on(cell: TimeCell, at: int) -> bool:
    """Tell whether the words behind a unit make another thing of it: tháng 6, 6 tháng đầu năm, năm học."""
    if cell.new_line(at):
        return False
    if cell.word(at) == "trước" and (cell.word(at + 1) == "ngày" or is_number(cell.word(at + 1))):
        return False
    return cell.word(at) in _NOT_BEHIND_UNIT or (is_numeral(cell.word(at)) and cell.word(at + 1) not in _HELD)
