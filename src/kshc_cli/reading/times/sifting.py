"""Finds the phrases of a cell from left to right, and drops those that strange words stand beside."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.act_words import VERBS, Asks
from kshc_cli.reading.times.acts import act_at, steady_end
from kshc_cli.reading.times.asides import aside_end, done_end, period_end, says_who
from kshc_cli.reading.times.brackets import misfits, with_brackets
from kshc_cli.reading.times.cell import Cell, Phrasebook, phrases
from kshc_cli.reading.times.dated import open_series, read_dated
from kshc_cli.reading.times.doubts import (
    clash,
    due_behind_duty,
    first_day,
    in_doubt,
    is_day,
    is_due,
    is_either,
    is_period,
    is_year,
    with_spans,
)
from kshc_cli.reading.times.duties import duty_end, is_sent, labelled, labels_duty, labels_figures
from kshc_cli.reading.times.figures import year_number
from kshc_cli.reading.times.free_words import Break
from kshc_cli.reading.times.limits import read_relative
from kshc_cli.reading.times.lone_days import is_listed
from kshc_cli.reading.times.named_periods import names_report
from kshc_cli.reading.times.open_ended import opens, read_open_ended
from kshc_cli.reading.times.periods import is_list, is_unit
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.points import read_point
from kshc_cli.reading.times.recurring import read_recurring
from kshc_cli.reading.times.rhythms import is_rhythm, leaves_day, read_moment, unfit, with_moments
from kshc_cli.reading.times.surroundings import Rest, rest_of, stands_alone
from kshc_cli.reading.times.verbs import (
    CONNECTORS,
    DUTIES,
    FILLERS,
    SOFT,
    is_finish,
    is_lunar,
    is_report,
    skipped,
    verb_end,
)
from kshc_cli.reading.times.weekdays import leaves_weekday
from kshc_cli.reading.values import Role

_EXCEPTIONS: Final = Phrasebook(phrases("trừ | ngoại trừ | riêng | nhưng | ngoài"))
_SHORT_CELL: Final = 60
"""Words of a cell that are looked at as a whole; it keeps reading linear in the length of the text."""
_SHORT_REPORT: Final = 12
"""Words of a report that are looked at."""
_DOUBTS: Final = (unfit, misfits, is_either)
"""What leaves two phrases in doubt."""
_COMES_BACK: Final = frozenset({"hằng", "mỗi", "kỳ", "lần"})
_NOT_BEHIND_UNREAD: Final = frozenset({"và", "hoặc", "/", "&"})
"""Separators that may stand inside a name or a number; behind unread words they begin nothing new."""


@dataclass(slots=True)
class _Walk:
    """Where the reader stands, and what may begin there."""

    cell: Cell
    at: int = 0
    clear: bool = True
    """Whether a phrase may begin: only separators, fillers and duties stand between here and the last boundary."""
    strict: bool = False
    """Whether only a phrase that says by its own words that it is a time may begin."""
    bare: bool = True
    """Whether figures alone (2025) may be a time: nothing stands before them."""
    duty: bool = False
    """Whether a duty stands before, so that a time may be what it is about: tổng kết giai đoạn 2021-2025."""
    report: bool = False
    """Whether that duty is a report, which is often due in the year after."""
    shut: bool = False
    """Whether the statement is about something, so that separators begin nothing: rà soát văn bản (trước ngày …)."""
    verb: int = -1
    """The place behind the last verb."""
    alike: bool = False
    """Whether the last phrase is a period that says by its words that it is a time: tập huấn trong quý II; …."""
    last: int = -1
    """The place behind the last phrase."""
    rhythm: Phrase | None = None
    """The last phrase, if it says in this statement how often, and not yet when: hằng tháng báo cáo …."""

    def new_statement(self) -> None:
        """Begin anew behind a semicolon or on a new line."""
        self.clear, self.duty, self.report, self.shut, self.rhythm = True, False, False, False, None

    def follows(self) -> bool:
        """Tell whether the last phrase stands right before, so that a verb here belongs to it."""
        return self.at - (self.cell.word(self.at - 1) == "(") == self.last


@dataclass(frozen=True, slots=True)
class Sifted:
    """The phrases of a cell in order, and the rests before, between and behind them."""

    phrases: list[Phrase]
    rests: list[Rest]


def sift(cell: Cell) -> Sifted:
    """Find the phrases of a cell, and leave out the doubtful ones."""
    found = with_moments(cell, with_brackets(cell, with_spans(cell, list(_found(_Walk(cell))))))
    if len(found) == 1 and found[0].parts and (found[0].start, found[0].end) == (0, cell.size):
        return Sifted(found, [rest_of(cell, 0, 0), rest_of(cell, cell.size, cell.size)])
    rests = _rests(cell, found)
    revoked = any(phrase.dated for phrase in found) and (any(rest.revokes(cell) for rest in rests) or is_lunar(cell))
    if revoked or not all(phrase.parts for phrase in found):
        return Sifted([], [rest_of(cell, 0, cell.size)])
    kept = _of_one_year(cell, _kept(cell, found, rests))
    return Sifted(kept, rests if len(kept) == len(found) else _rests(cell, kept))


def _found(walk: _Walk) -> Iterator[Phrase]:
    while walk.at < walk.cell.size:
        period = period_end(walk.cell, walk.at) if walk.at == walk.last else None
        if period is not None:
            walk.at = period
            continue
        if walk.cell.word(walk.at) in CONNECTORS:
            _pass_separator(walk)
            continue
        if walk.cell.new_line(walk.at):
            walk.new_statement()
        phrase = _phrase(walk) if walk.clear else None
        if phrase is None:
            _pass_words(walk)
            continue
        yield phrase
        walk.at = walk.last = phrase.end
        walk.alike = (phrase.strong or walk.alike) and is_period(phrase)
        walk.duty = walk.report = False
        walk.bare = walk.bare and is_listed(walk.cell)
        walk.strict = walk.strict or phrase.free
        walk.rhythm = phrase if is_rhythm(phrase) else None


def _pass_separator(walk: _Walk) -> None:
    cell, at = walk.cell, walk.at
    inside = cell.word(at) == "-" and cell.tight(at) and cell.tight(at + 1)
    if cell.hard(at):
        walk.new_statement()
        walk.strict = walk.strict and not cell.new_item(at)
    elif cell.word(at) not in _NOT_BEHIND_UNREAD and not inside:
        walk.clear = walk.clear or not walk.shut
    walk.at += 1


def _pass_words(walk: _Walk) -> None:
    cell, at = walk.cell, walk.at
    if _pass_act(walk):
        return
    label = labelled(cell, at) if walk.clear else None
    known = skipped(cell, at) if walk.clear else None
    duty = duty_end(cell, at) if walk.clear and known is None else None
    if label is not None:
        walk.strict, walk.bare = False, labels_figures(cell, at)
        reports = is_report(cell, at) or "cáo" in cell.words[at:label]
        walk.duty, walk.report = labels_duty(cell, at) or reports, reports
    elif known is None:
        _pass_duty(walk, duty)
    elif is_finish(cell, at):
        walk.strict = False
    walk.verb = FILLERS.end(cell, at) or DUTIES.end(cell, at) or walk.verb
    soft = SOFT.end(cell, at) is not None or (is_finish(cell, at) and known is not None)
    walk.bare = walk.bare and (label is not None or soft)
    walk.at = label or known or duty or at + 1


def _pass_act(walk: _Walk) -> bool:
    """Pass the words of an act up to its time, or what is said behind a time of what for or where."""
    aside = aside_end(walk.cell, walk.at) if walk.at == walk.last else None
    if aside is not None:
        walk.at = aside
        return True
    done = done_end(walk.cell, walk.at) if walk.at == walk.last else None
    if done is not None:
        walk.at, walk.strict, walk.bare = done, True, False
        return True
    act = act_at(walk.cell, walk.at) if walk.clear else None
    steady = steady_end(walk.cell, walk.at) if walk.clear and act is None else None
    if steady is not None:
        walk.at, walk.strict, walk.bare = steady, True, False
        return True
    if act is None:
        return False
    walk.at, walk.strict, walk.bare = act.end, True, False
    walk.duty, walk.report = act.asks is Asks.DAY, act.role is Role.REPORT
    return True


def _pass_duty(walk: _Walk, end: int | None) -> None:
    """Note that a duty stands here, or unknown words, which are perhaps what a duty is about."""
    walk.strict = True
    if end is None:
        walk.shut = walk.shut or (walk.duty and not walk.follows())
        walk.clear = False
        return
    about = end > (verb_end(walk.cell, walk.at) or end)
    walk.shut = about and not walk.follows() and not is_sent(walk.cell, walk.at)
    walk.clear = not walk.shut or opens(walk.cell, end)
    reported = walk.duty and walk.report and walk.verb == walk.at  # báo cáo kết quả | kiểm tra
    walk.duty, walk.report = True, is_report(walk.cell, walk.at) or reported


def _phrase(walk: _Walk) -> Phrase | None:
    """Read the longest phrase where the walk stands, if it may stand there."""
    cell, at = walk.cell, walk.at
    if names_report(cell, at):
        return None
    opened = open_series(cell, at, bare=walk.bare)
    dated = read_dated(cell, at, opened)
    due = dated is not None and due_behind_duty(cell, opened, dated, report=walk.report)
    if walk.duty and not (due and not (walk.report and _is_accounted(cell, at, dated))):
        dated = None
    moment = read_moment(cell, at, opened, walk.rhythm) if walk.rhythm is not None else None
    found = (moment or read_recurring(cell, at, opened), dated, *read_open_ended(cell, at, _break))
    phrase = _sound(cell, found, strict=False)
    if phrase is None or not (
        phrase.strong or not walk.strict or _heads_statement(cell, phrase) or _alike(walk, phrase)
    ):
        return None
    return phrase


def _is_accounted(cell: Cell, at: int, phrase: Phrase | None) -> bool:
    """Tell whether a period is perhaps the one that a report is about: báo cáo kết quả kiểm tra trong quý I."""
    if phrase is None or not is_period(phrase) or cell.word(at) != "trong":
        return False
    before = range(max(at - _SHORT_REPORT, 0), at)
    return any(cell.words[place : place + 2] in {("kết", "quả"), ("tình", "hình")} for place in before)


def _heads_statement(cell: Cell, phrase: Phrase) -> bool:
    """Tell whether a time begins a statement that says what is done then, or who does it: quý II: triển khai."""
    begins = phrase.start in {0, cell.begin} or cell.new_line(phrase.start) or cell.hard(phrase.start - 1)
    listed = (begins or cell.word(phrase.start - 1) == ",") and _opens_list(cell)
    if listed and (FILLERS.end(cell, phrase.end) or DUTIES.end(cell, phrase.end)):
        return True
    return begins and (cell.word(phrase.end) == ":" or says_who(cell, phrase.end))


def _opens_list(cell: Cell) -> bool:
    """Tell whether a cell begins with a quarter or month: quý I xây dựng; quý II ban hành."""
    found = read_point(cell, cell.begin) if cell.word(cell.begin) in {"quý", "tháng"} else None
    return found is not None and (FILLERS.end(cell, found[1]) or DUTIES.end(cell, found[1])) is not None


def _alike(walk: _Walk, phrase: Phrase) -> bool:
    """Tell whether a period right behind an act ends its statement as another did: …; kiểm tra quý III; …."""
    cell = walk.cell
    ends = cell.hard(phrase.end) or cell.word(phrase.end) in {"", "."}
    return (walk.alike or _all_bare(cell)) and walk.verb == phrase.start and not walk.report and ends


def _all_bare(cell: Cell) -> bool:
    """Tell whether all statements are verbs and their quarter or month: xây dựng quý I; ban hành quý II."""
    if cell.size > _SHORT_CELL or ";" not in cell.words:
        return False
    at = cell.begin
    while at < cell.size:
        verb = at
        while (behind := VERBS.end(cell, verb + (verb > at and cell.word(verb) in {",", "và"}))) is not None:
            verb = behind
        found = read_point(cell, verb) if verb > at and cell.word(verb) in {"quý", "tháng"} else None
        if found is None or cell.word(verb - 1) in {"hoạch", "cáo", "án"} or cell.word(found[1]) not in {"", ";", "."}:
            return False
        at = found[1] + 1
    return True


def _sound(cell: Cell, found: Iterable[Phrase | None], *, strict: bool) -> Phrase | None:
    phrase = max((one for one in found if one is not None), key=lambda one: one.end, default=None)
    if phrase is None or (strict and not phrase.strong):
        return None
    return phrase if stands_alone(cell, phrase) else None


def _break(cell: Cell, at: int, document: bool) -> Break:  # noqa: FBT001  a Breaks
    """Tell what stands at a place behind a separator, or on a new line, in free words."""
    bracket, line, finish = cell.word(at - 1) == "(", cell.new_line(at), is_finish(cell, at)
    begin = at
    while (behind := skipped(cell, at)) is not None:
        if SOFT.end(cell, at) == behind and cell.word(behind) in {"", ")"}:
            return Break.TIME
        at = behind
    if opens(cell, at):
        return Break.TIME
    if _EXCEPTIONS.end(cell, at) is not None or is_list(cell, at) or is_unit(cell, at):
        return Break.DOUBT
    verb = DUTIES.end(cell, at)
    opened = open_series(cell, at if verb is None else verb)
    at = at if verb is None else verb
    rules, dated = read_recurring(cell, at, opened), read_dated(cell, at, opened)
    found = _sound(cell, (rules, dated, read_relative(cell, at, _at_once)), strict=not (line or finish))
    own = (found is not dated and not bracket) or line or finish or is_due(opened, dated, bracket=bracket)
    if found is not None and verb is None and own:
        return Break.TIME
    doubt = dated is not None and (in_doubt(cell, opened) or not document or begin < at or opened.series is None)
    return Break.DOUBT if rules is not None or doubt else Break.NONE


def _at_once(_cell: Cell, _at: int, _document: bool) -> Break:  # noqa: FBT001  a Breaks
    return Break.TIME


def _rests(cell: Cell, found: list[Phrase]) -> list[Rest]:
    starts = [0, *(phrase.end for phrase in found)]
    ends = [*(phrase.start for phrase in found), cell.size]
    days = [False, *(is_day(phrase) for phrase in found)]
    return [rest_of(cell, start, end, due=day) for start, end, day in zip(starts, ends, days, strict=True)]


def _kept(cell: Cell, found: list[Phrase], rests: list[Rest]) -> list[Phrase]:
    """Drop phrases with dates that clash, and each that stands beside a part of a date that could not be read."""
    dropped = {
        side
        for index, (one, two) in enumerate(pairwise(found))
        if clash(cell, one, two, rests[index + 1]) or any(doubt(cell, one, two) for doubt in _DOUBTS)
        for side in (index, index + 1)
    }
    for index, phrase in enumerate(found):
        if phrase.dated and rests[index].spoils_next(cell, beside_dropped=index - 1 in dropped):
            dropped.add(index)
        unsaid = is_rhythm(phrase) and leaves_day(cell, rests[index + 1])
        if unsaid or any(leaves_weekday(cell, phrase.parts, rest) for rest in rests[index : index + 2]):
            dropped.add(index)
    for index in reversed(range(len(found))):
        if found[index].dated and rests[index + 1].spoils_previous(cell, beside_dropped=index + 1 in dropped):
            dropped.add(index)
    return [phrase for index, phrase in enumerate(found) if index not in dropped]


def _of_one_year(cell: Cell, found: list[Phrase]) -> list[Phrase]:
    """Drop phrases whose year, which the words leave out, is perhaps not the plan's.

    It is not where another phrase names another year, and hardly where the phrase would lie before the one that
    stands before it: quý IV/2026; báo cáo trước ngày 15/01.
    """
    if not any(phrase.implied for phrase in found):
        return found
    free = {at for phrase in found if phrase.free for at in range(phrase.start, phrase.end)}
    named = {year_number(word) for at, word in enumerate(cell.words) if at not in free} - {None, cell.year}
    yearly = any(cell.words[at] in _COMES_BACK for rest in _rests(cell, found) for at in range(rest.first, rest.last))
    dropped = {index for index, phrase in enumerate(found) if phrase.implied and (named or yearly)}
    for index, (one, two) in enumerate(pairwise(found)):
        if index + 1 in dropped and is_year(one):
            dropped.add(index)
        if index in dropped and is_year(two):
            dropped.add(index + 1)
        if two.implied and (before := first_day(one)) is not None and (first_day(two) or before) < before:
            dropped |= {index + 1, *([index] if one.implied else [])}
    return [phrase for index, phrase in enumerate(found) if index not in dropped]
