"""Goes through a cell from left to right and yields its phrases, the longest at each place where one may begin."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.reading.times.acts.act_verbs import VERBS, Asks
from kshc_cli.reading.times.acts.acts import act_at, steady_end
from kshc_cli.reading.times.acts.asides import aside_end, done_end, exception_end, note_end
from kshc_cli.reading.times.acts.breaks import break_at, longest_sound
from kshc_cli.reading.times.acts.duties import duty_end, is_sent, labelled, labels_duty, labels_figures, lead_end
from kshc_cli.reading.times.acts.named_periods import names_report
from kshc_cli.reading.times.acts.statements import all_bare, before_period, heads_statement
from kshc_cli.reading.times.cell import TimeCell
from kshc_cli.reading.times.cycles.recurring import read_recurring
from kshc_cli.reading.times.cycles.rhythms import is_rhythm, read_moment
from kshc_cli.reading.times.days.dated import read_dated
from kshc_cli.reading.times.days.lone_days import is_listed
from kshc_cli.reading.times.days.openers import OpenedDate, go_on, open_series
from kshc_cli.reading.times.doubts import due_behind_duty
from kshc_cli.reading.times.open_ended import opens, read_open_ended
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import (
    CONNECTORS,
    SOFT,
    is_finish,
    is_report,
    skipped,
    verb_end,
)
from kshc_cli.reading.values import Role

_SHORT_REPORT: Final = 12
"""Words of a report that are looked at."""
_NOT_BEHIND_UNREAD: Final = frozenset({"và", "hoặc", "/", "&"})
"""Separators that may stand inside a name or a number; behind unread words they begin nothing new."""


@dataclass(slots=True)
class _Walk:
    """Where the reader stands, and what may begin there."""

    cell: TimeCell
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
    days: OpenedDate | None = None
    """The last phrase, if it is of days behind an opener."""
    listed: int = -1
    """The place behind a note on them and a separator, where others may follow: trước ngày 15/6 (6 tháng), 15/12."""
    rhythm: Phrase | None = None
    """The last phrase, if it says in this statement how often, and not yet when: hằng tháng báo cáo …."""

    def new_statement(self) -> None:
        """Begin anew behind a semicolon or on a new line."""
        self.clear, self.duty, self.report, self.shut, self.rhythm = True, False, False, False, None

    def follows(self) -> bool:
        """Tell whether the last phrase stands right before, so that a verb here belongs to it."""
        return self.at - (self.cell.word(self.at - 1) == "(") == self.last


def phrases_in(cell: TimeCell) -> Iterator[Phrase]:
    """Yield the phrases of a cell in order, the doubtful ones too."""
    walk = _Walk(cell)
    while walk.at < walk.cell.size:
        note = note_end(walk.cell, walk.at) if walk.at == walk.last else None
        if note is not None:
            walk.at = note
            walk.listed = note + 1
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
        walk.alike = (phrase.strong or walk.alike) and phrase.is_period
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
    alike = before_period(cell, at) if walk.clear and walk.alike and known is None and duty is None else None
    if label is not None:
        walk.strict, walk.bare = False, labels_figures(cell, at)
        reports = is_report(cell, at) or "cáo" in cell.words[at:label]
        walk.duty, walk.report = labels_duty(cell, at) or reports, reports
    elif alike is not None:
        walk.strict = True
    elif known is None:
        _pass_duty(walk, duty)
    elif is_finish(cell, at):
        walk.strict = False
    walk.verb = VERBS.end(cell, at) or walk.verb
    soft = SOFT.end(cell, at) is not None or (is_finish(cell, at) and known is not None)
    walk.bare = walk.bare and (label is not None or soft)
    walk.at = label or known or duty or alike or at + 1


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
    other = exception_end(walk.cell, walk.at) if walk.clear else None
    if other is not None:
        walk.at, walk.strict, walk.bare = other, True, False
        return True
    act = act_at(walk.cell, walk.at) if walk.clear else None
    led = lead_end(walk.cell, walk.at) if walk.clear and act is None else None
    if led is not None:
        walk.at, walk.strict, walk.bare = led, True, False
        return True
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
    if at == walk.listed and walk.days is not None:
        opened = go_on(cell, at, walk.days) or opened
    dated = read_dated(cell, at, opened)
    due = dated is not None and due_behind_duty(cell, opened, dated, report=walk.report)
    if walk.duty and not (due and not (walk.report and _is_accounted(cell, at, dated))):
        dated = None
    moment = read_moment(cell, at, opened, walk.rhythm) if walk.rhythm is not None else None
    found = (moment or read_recurring(cell, at, opened), dated, *read_open_ended(cell, at, break_at))
    phrase = longest_sound(cell, found, strict=False)
    if phrase is None or not (
        phrase.strong or not walk.strict or heads_statement(cell, phrase) or _is_alike(walk, phrase)
    ):
        return None
    walk.days = opened if phrase is dated and opened.are_days else None
    return phrase


def _is_accounted(cell: TimeCell, at: int, phrase: Phrase | None) -> bool:
    """Tell whether a period is perhaps the one that a report is about: báo cáo kết quả kiểm tra trong quý I."""
    if phrase is None or not phrase.is_period or cell.word(at) != "trong":
        return False
    before = range(max(at - _SHORT_REPORT, 0), at)
    return any(cell.words[place : place + 2] in {("kết", "quả"), ("tình", "hình")} for place in before)


def _is_alike(walk: _Walk, phrase: Phrase) -> bool:
    """Tell whether a period right behind an act ends its statement as another did: …; kiểm tra quý III; …."""
    cell = walk.cell
    ends = cell.hard(phrase.end) or cell.word(phrase.end) in {"", "."}
    alike = (walk.alike and ends) or all_bare(cell)
    return alike and walk.verb == phrase.start and not walk.report
