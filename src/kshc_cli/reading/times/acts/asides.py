"""What stands right behind a time and leaves it as it is: what for, where, who does what then, of which period."""

from typing import Final

from kshc_cli.reading.times.acts.act_objects import COUNTED
from kshc_cli.reading.times.acts.act_times import names_time
from kshc_cli.reading.times.acts.act_verbs import VERBS
from kshc_cli.reading.times.acts.act_words import FEASTS, NO_THINGS, OF_THINGS, PERIODS, THINGS, WHAT_FOR, WHO
from kshc_cli.reading.times.acts.acts import act_at
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, is_number, phrases
from kshc_cli.reading.times.days.openers import OPENERS
from kshc_cli.reading.times.days.points import read_point
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.verbs import SOFT, is_finish, is_time_word, report_end, takes_back

_OF_WORK: Final = Phrasebook(phrases("việc | công tác"))
_MARKS: Final = frozenset({",", "&", "/", "(", ")", "“", "”", '"', "%"})
"""What may stand between the words of what is done."""
_LEVELS: Final = Phrasebook(phrases("cấp cơ sở | cấp trường | cấp thôn | cấp xã | cấp phường | cấp huyện | cấp tỉnh"))
"""Who does the same at a time: tháng 5 (cấp xã), tháng 8 (cấp tỉnh)."""
_LONGEST_WHO: Final = 14
"""Words of whom an exception is for."""
_LONGEST_NOTE: Final = 12
"""Words of what brackets say is done."""
_BEHIND_NOTE: Final = frozenset({",", ";", "và", ".", ""})
_LONGEST: Final = 40
"""Words that are looked at; it keeps reading linear in the length of the text."""


def says_who(cell: TimeCell, at: int) -> bool:
    """Tell whether a comma stands at ``at`` and behind it who does what: trước ngày 15/12, các xã gửi báo cáo."""
    return cell.word(at) == "," and WHO.end(cell, at + 1) is not None


def aside_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind words right behind a time that say what for, where, or who does what then.

    They end where another time begins, and leave theirs alone unless they name a time or take one back.
    """
    begin = at + (cell.word(at) in {",", "("})
    if (note := note_end(cell, at)) is not None:
        return note
    if (feast := FEASTS.end(cell, begin)) is None and WHAT_FOR.end(cell, begin) is None and not says_who(cell, at):
        return None
    place = begin + 1
    while (
        place < cell.size and not cell.hard(place) and not cell.new_line(place) and cell.word(place) not in {".", ")"}
    ):
        apart = cell.word(place) in {",", "và", "("}
        if apart and (opens(cell, place + 1) or names_time(cell, place + 1) or act_at(cell, place + 1) is not None):
            return place
        dated = names_time(cell, place) and (feast is None or OPENERS.end(cell, place) is not None)
        if place - at > _LONGEST or dated or takes_back(cell, place):
            return None
        place += 1
    return place


def exception_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind whom another time is for: trước 31/3, riêng cấp thôn | hoàn thành trước 15/4."""
    if cell.word(at) != "riêng" or at == cell.begin:
        return None
    for place in range(at + 1, min(at + _LONGEST_WHO, cell.size)):
        if is_finish(cell, place) or (OPENERS.end(cell, place) is not None and names_time(cell, place)):
            return place if place > at + 1 and not _dates_again(cell, place) else None
        comma = cell.word(place) == "," and OPENERS.end(cell, place + 1) is not None
        strange = is_time_word(cell.word(place)) or takes_back(cell, place) or _may_be_dated(cell, place)
        if strange or not (cell.word(place).isalnum() or comma):
            return None
    return None


def _may_be_dated(cell: TimeCell, at: int) -> bool:
    """Tell whether a thing stands at ``at``, or what dates one: hồ sơ, khởi công."""
    cited = cell.word(at) == "điểm" and len(cell.word(at + 1)) == 1  # tại điểm b
    thing = THINGS.end(cell, at) is not None and NO_THINGS.end(cell, at) is None and not cited
    return thing or (OF_THINGS.end(cell, at) is not None and cell.words[at : at + 2] != ("đối", "với"))


def _dates_again(cell: TimeCell, at: int) -> bool:
    """Tell whether two times follow each other in a statement, of which the first perhaps dates a thing."""
    times = 0
    for place in range(at, min(at + _LONGEST, cell.size)):
        if cell.word(place) in {",", ";", "."} or cell.new_line(place):
            break
        times += OPENERS.end(cell, place) is not None and names_time(cell, place)
    return times > 1


def done_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind what is done at the time right before: trước ngày 15/6 phải hoàn thành việc đăng ký.

    The words go on to the end of the statement, or to another act with its own time. None where one of them may
    belong to a time or takes one back.
    """
    if cell.word(at) == ":" or cell.words[at : at + 2] == (")", ":"):
        return _row_end(cell, at + 1 + (cell.word(at) == ")"))
    at += cell.word(at) == ","
    verb = SOFT.end(cell, at) or at
    place = VERBS.end(cell, verb) or _OF_WORK.end(cell, verb)
    if place is None or _closes(cell, place) or cell.new_line(at) or report_end(cell, verb) is not None:
        return None
    while not _closes(cell, place):
        if cell.word(place) in {",", "và"} and _begins(cell, place + 1):
            return place
        if place - at > _LONGEST or not _says_what(cell, place):
            return None
        place += 1
    return place


def _begins(cell: TimeCell, at: int) -> bool:
    """Tell whether a time, or another act with its own, begins at ``at``."""
    return opens(cell, at) or act_at(cell, at) is not None or begins_with_period(cell, at)


def begins_with_period(cell: TimeCell, at: int) -> bool:
    """Tell whether a quarter or month stands at ``at`` and right behind it what is done then: quý II hoàn thành …."""
    found = read_point(cell, at) if cell.word(at) in {"quý", "tháng"} else None
    return found is not None and VERBS.end(cell, found[1]) is not None


def _row_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind what is done, said behind a period and its colon: quý I: tuyên truyền."""
    place = at
    while not _closes(cell, place):
        if place - at > _LONGEST or not _says_what(cell, place) or (cell.word(place) == "%" and place == at + 1):
            return None
        place += 1
    return place if place > at else None


def _closes(cell: TimeCell, at: int) -> bool:
    return at >= cell.size or cell.hard(at) or cell.new_line(at) or (cell.word(at) == "." and not cell.tight(at + 1))


def _says_what(cell: TimeCell, at: int) -> bool:
    """Tell whether the word at ``at`` says what is done, and is no part of a time."""
    word = cell.word(at)
    if is_number(word):
        return COUNTED.isdisjoint({cell.word(at - 1), cell.word(at + 1)} - {":"})
    of_object = (cell.word(at - 1), word) in {("quan", "đến"), ("thường", "kỳ"), ("học", "kỳ"), ("nhiệm", "kỳ")}
    known = word.isalnum() or word in _MARKS
    return known and (of_object or not is_time_word(word)) and not takes_back(cell, at) and not opens(cell, at)


def note_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind brackets right behind a time that say what is due, or what is done, then.

    Trước ngày 15/6 (6 tháng); tháng 7/2026 (sơ kết), tháng 12/2026 (tổng kết).
    """
    if cell.word(at) != "(":
        return None
    if (period := period_end(cell, at)) is not None:
        return period
    place = VERBS.end(cell, at + 1) if report_end(cell, at + 1) is None else None
    place = place or _LEVELS.end(cell, at + 1)
    while place is not None and cell.word(place) != ")":
        known = place - at <= _LONGEST_NOTE and _says_what(cell, place)
        place = place + 1 if known else None
    return place + 1 if place is not None and cell.word(place + 1) in _BEHIND_NOTE else None


def period_end(cell: TimeCell, at: int) -> int | None:
    """Return the place behind the period of the report that is due: trước ngày 15/6 (6 tháng)."""
    end = PERIODS.end(cell, at + 1) if cell.word(at) == "(" else None
    is_day = at > 1 and is_number(cell.word(at - 1)) and cell.word(at - 2) in {"/", "-", ".", "tháng", "năm"}
    is_day = is_day or (cell.word(at - 1) in {"tháng", "quý", "năm"} and cell.word(at - 2) in {"hằng", "mỗi", "cuối"})
    return end + 1 if is_day and end is not None and cell.word(end) == ")" else None
