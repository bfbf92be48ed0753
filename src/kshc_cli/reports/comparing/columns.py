"""What differs as rows of two columns: what holds, and what is to hold in its place."""

from typing import Final

from kshc_cli.compare.marks import marks
from kshc_cli.compare.values import Comparison, Kind
from kshc_cli.messages import _
from kshc_cli.reports.comparing.blocks import Block, Line, blocks
from kshc_cli.reports.json_text import Json

_WHOLE: Final = frozenset((Kind.ADDED, Kind.REMOVED, Kind.RESPELT, Kind.RESPACED))
"""Of which no word is marked: all of it is new or gone, or it is the same."""


def columns(found: Comparison) -> list[Json]:
    """Return what differs, thing by thing, as plain values: its lines with the words of both sides, marked."""
    return [_block(one) for one in blocks(found)]


def _block(block: Block) -> Json:
    return {
        "title": f"{block.title}: {block.told}" if block.told else block.title,
        "place": " › ".join(block.place),
        "lines": [_line(line) for line in block.lines],
        "effects": [one[:1].upper() + one[1:] for one in block.effects],
    }


def _line(line: Line) -> Json:
    if line.is_beside or line.kind in _WHOLE or line.old == line.new:
        old, new = ([["=", words]] if words else [] for words in (line.old, line.new))
    else:
        found = marks(line.old or "", line.new or "")
        old, new = ([[mark.sign, mark.words] for mark in found if mark.sign != other] for other in "+-")
    missing = ("", "") if line.label else (_("(not there)"), _("(left out)"))
    if line.old is None and missing[0]:
        old = [["=", missing[0]]]
    if line.new is None and missing[1]:
        new = [["=", missing[1]]]
    return {"label": line.label, "old": old, "new": new}
