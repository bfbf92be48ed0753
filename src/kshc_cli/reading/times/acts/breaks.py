"""What begins behind a separator in free words: another time, one that is perhaps theirs, or nothing."""

from collections.abc import Iterable
from typing import Final

from kshc_cli.reading.times.acts.surroundings import stands_alone
from kshc_cli.reading.times.cell import Phrasebook, TimeCell, phrases
from kshc_cli.reading.times.cycles.periods import is_list, is_unit
from kshc_cli.reading.times.cycles.recurring import read_recurring
from kshc_cli.reading.times.days.dated import read_dated
from kshc_cli.reading.times.days.openers import open_series
from kshc_cli.reading.times.doubts import in_doubt, is_due
from kshc_cli.reading.times.free_words import Break
from kshc_cli.reading.times.limits import read_relative
from kshc_cli.reading.times.open_ended import opens
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import DUTIES, SOFT, is_finish, skipped

_EXCEPTIONS: Final = Phrasebook(phrases("trừ | ngoại trừ | riêng | nhưng | ngoài"))


def break_at(cell: TimeCell, at: int, document: bool) -> Break:  # noqa: FBT001  a Breaks
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
    found = longest_sound(cell, (rules, dated, read_relative(cell, at, _at_once)), strict=not (line or finish))
    own = (found is not dated and not bracket) or line or finish or is_due(opened, dated, bracket=bracket)
    if found is not None and verb is None and own:
        return Break.TIME
    doubt = dated is not None and (in_doubt(cell, opened) or not document or begin < at or opened.series is None)
    return Break.DOUBT if rules is not None or doubt else Break.NONE


def _at_once(_cell: TimeCell, _at: int, _document: bool) -> Break:  # noqa: FBT001  a Breaks
    return Break.TIME


def longest_sound(cell: TimeCell, found: Iterable[Phrase | None], *, strict: bool) -> Phrase | None:
    """Return the longest phrase, unless what follows it changes its meaning; ``strict`` wants one that is strong."""
    phrase = max((one for one in found if one is not None), key=lambda one: one.end, default=None)
    if phrase is None or (strict and not phrase.strong):
        return None
    return phrase if stands_alone(cell, phrase) else None
