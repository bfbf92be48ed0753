"""Periods that need no word of their own to be times, where they stand in statements that are built alike."""

from typing import Final

from kshc_cli.reading.times.act_words import VERBS
from kshc_cli.reading.times.asides import says_who
from kshc_cli.reading.times.cell import Cell
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.points import read_point
from kshc_cli.reading.times.verbs import DUTIES, FILLERS

_SHORT_CELL: Final = 60
"""Words of a cell that are looked at as a whole; it keeps reading linear in the length of the text."""


def heads_statement(cell: Cell, phrase: Phrase) -> bool:
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


def all_bare(cell: Cell) -> bool:
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
