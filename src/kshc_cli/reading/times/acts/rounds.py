"""Rounds of what is done several times, each with its time: 03 đợt: đợt 1 tháng 4, đợt 2 tháng 8, đợt 3 tháng 11."""

from typing import Final

from kshc_cli.reading.times.cell import TimeCell, is_number

_ROUNDS: Final = frozenset({"đợt", "lần", "vòng", "kỳ", "lượt"})
"""What is numbered."""
_TERMS: Final = frozenset({"học", "nhiệm", "định"})
"""What stands before "kỳ" where it is another word."""
_NUMBERS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "một": 1, "hai": 2, "ba": 3, "bốn": 4}
_JOINTS: Final = frozenset({",", "và", "-", "đến", "&"})
_EACH: Final = frozenset({"mỗi", "từng"})
_LENGTHS: Final = frozenset({"giờ", "ngày", "tuần", "tháng", "buổi"})
"""What is counted behind a round, unless a number follows: mỗi đợt | 3 ngày."""
_FIGURES: Final = 2


def lacks_round(cell: TimeCell) -> bool:
    """Tell whether a round is left out of those that are counted or numbered: 02 đợt: đợt 1; đợt 1 …, đợt 3 …."""
    return any(_lacks(cell, word) for word in _ROUNDS.intersection(cell.words))


def _lacks(cell: TimeCell, word: str) -> bool:
    numbered: set[int] = set()
    counted = 0
    for at in range(cell.size):
        if cell.words[at] != word or cell.word(at - 1) in _TERMS | _EACH:
            continue
        named = _numbers(cell, at + 1)
        numbered |= named
        counted = counted if named else max(counted, _number(cell.word(at - 1)))
    if not numbered:
        return False
    return len(numbered) < max(counted, max(numbered) - min(numbered) + 1)


def _numbers(cell: TimeCell, at: int) -> set[int]:
    """Return the numbers of rounds at ``at``: đợt | 1; đợt | 1, 2: tháng 4; none where they are figures of a day."""
    numbers: set[int] = set()
    if cell.word(at + 1) in _LENGTHS and not is_number(cell.word(at + 2)):
        return numbers
    while (number := _number(cell.word(at))) and cell.word(at + 1) not in {"/", ".", "tháng" if numbers else "/"}:
        numbers |= (
            {number} if cell.word(at - 1) not in {"-", "đến"} else set(range(max(numbers, default=1), number + 1))
        )
        if cell.word(at + 1) not in _JOINTS:
            break
        at += 2
    return numbers


def _number(word: str) -> int:
    """Return the number that a word says, or 0."""
    return int(word) if is_number(word) and len(word) <= _FIGURES else _NUMBERS.get(word, 0)
