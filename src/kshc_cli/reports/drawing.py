"""Tables drawn for people: columns where there is room for them, else a block of lines for each row."""

import io
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import plain
from kshc_cli.reports.terminal import Terminal, width_of, wrapped

BLOCKS_BELOW: Final = 76
"""Columns of a terminal below which a table becomes blocks."""

_GAP: Final = "  "
_INDENT: Final = "  "

_LONGEST: Final = 20
"""Columns of the longest word for which a column makes room; the longest syllable of Vietnamese takes seven."""

_NARROWEST: Final = 12
"""Columns that a text of several words takes at least."""

_BOLD: Final = "1"

Calls = Literal["", "line", "whole"]
"""How rows are called: by one line, its beginning cut where there is no room, or by a name with no word cut."""


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """A column's heading; ``share`` is its part of the width.

    0 is for a column that keeps its natural width and, drawn, its line breaks.
    """

    text: str
    share: int = 0
    named: bool = True
    """Whether a block names it; what it holds explains itself otherwise."""
    painted: bool = False
    """Whether its cells take the colour of their row."""
    calls: Calls = ""
    """Whether rows are called by it, so that it leads a block."""
    wrap: int = 0
    """Columns at which the lines of a column of natural width are wrapped; 0 for none."""
    prose: bool = False
    """Whether its cells are a task's words, whose paragraphs are told apart where they stand on one line."""


@dataclass(frozen=True, slots=True)
class View:
    """Headings and cells, ready to be drawn."""

    headings: tuple[ColumnHeading, ...]
    cells: tuple[tuple[str, ...], ...]
    colors: tuple[str, ...] = ()
    """The colours of the lines on a terminal; none where nothing is told of how they stand."""


Cells = Sequence[str]


def has_columns(terminal: Terminal) -> bool:
    """Tell whether a table may stand in columns there."""
    return terminal.width >= BLOCKS_BELOW


def drawn(
    headings: Sequence[ColumnHeading], rows: Sequence[Cells], terminal: Terminal, colors: Sequence[str] = ()
) -> str:
    """Draw a table, or blocks where its columns have no room; ``colors`` are those of the rows."""
    colors = colors or [""] * len(rows)
    shown = [[_cell(heading, cell) for heading, cell in zip(headings, row, strict=True)] for row in rows]
    widths = _widths(headings, shown, terminal)
    if widths is not None:
        return _columns(headings, list(zip(shown, colors, strict=True)), widths, terminal)
    lines = chain.from_iterable(_block(headings, row, terminal, color) for row, color in zip(rows, colors, strict=True))
    return "\n".join(lines).rstrip("\n") + "\n"


def _cell(heading: ColumnHeading, cell: str) -> str:
    """Return a cell's text with its line breaks, in a column of natural width wrapped where that is asked for."""
    lines = map(plain, cell.split("\n"))
    return "\n".join(chain.from_iterable(wrapped(line, heading.wrap) for line in lines) if heading.wrap else lines)


def _widths(headings: Sequence[ColumnHeading], rows: Sequence[Cells], terminal: Terminal) -> list[int] | None:
    """Part the width among the columns, so that no usual word is cut; None where there is not room enough."""
    if not (has_columns(terminal) or any(heading.calls == "line" for heading in headings)):
        return None
    ways = ((False, False), (True, False), (True, True))
    found = (_fitting(headings, rows, terminal.width, tight=tight, cut=cut) for tight, cut in ways)
    return next(filter(None, found), None)


def _fitting(
    headings: Sequence[ColumnHeading], rows: Sequence[Cells], width: int, *, tight: bool, cut: bool
) -> list[int] | None:
    """Part the width; ``tight`` breaks headings of columns that keep theirs, ``cut`` cuts what rows are called by."""
    columns = [
        ["\n".join(heading.text.split()) if tight else heading.text, *(row[place] for row in rows)]
        for place, heading in enumerate(headings)
    ]
    least = [_least(heading, column, cut=cut) for heading, column in zip(headings, columns, strict=True)]
    room = width - len(_GAP) * (len(headings) - 1)
    if sum(least) > room:
        return None
    shares = {place: heading.share for place, heading in enumerate(headings) if heading.share}
    room -= sum(size for place, size in enumerate(least) if place not in shares)
    return _parted(room, shares, least)


def _parted(room: int, shares: dict[int, int], least: list[int]) -> list[int]:
    """Return the widths with ``room`` parted by shares among the columns that have one, none below its least."""
    widths = list(least)
    while shares:
        whole = sum(shares.values())
        short = [place for place, share in shares.items() if room * share // whole < least[place]]
        if not short:
            widths = [room * shares[place] // whole if place in shares else size for place, size in enumerate(widths)]
            break
        for place in short:
            room -= least[place]
            del shares[place]
    return widths


def _least(heading: ColumnHeading, column: Sequence[str], *, cut: bool) -> int:
    """Return the columns that a text needs: those of its longest word, and some for what is longer than one."""
    widest = max(width_of(line) for cell in column for line in cell.split("\n"))
    if not heading.share or (heading.calls == "line" and not cut):
        return widest
    words = max((width_of(word) for cell in column for word in cell.split()), default=1)
    bounds = {"line": _NARROWEST, "whole": words}
    return max(min(words, bounds.get(heading.calls, _LONGEST)), min(_NARROWEST, widest))


def _columns(
    headings: Sequence[ColumnHeading], rows: Sequence[tuple[Cells, str]], widths: Sequence[int], terminal: Terminal
) -> str:
    """Draw columns of these widths; where a row takes several lines, each is apart from the next by a blank one."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    def grid() -> Table:
        table = Table.grid(padding=(0, len(_GAP), 0, 0))
        for width in widths:
            table.add_column(width=width, no_wrap=True)
        return table

    head, body = grid(), grid()
    head.add_row(*(Text.from_ansi(text) for text in _heads(headings, widths, terminal)))
    drawn_rows = [list(_row(headings, row, widths, terminal, color)) for row, color in rows]
    apart = any("\n" in cell for row in drawn_rows for cell in row)
    for row in drawn_rows:
        body.add_row(*map(Text.from_ansi, row))
        if apart:
            body.add_row()
    console = Console(
        file=io.StringIO(),
        width=sum(widths) + len(_GAP) * len(widths),
        force_terminal=terminal.color,
        color_system="standard" if terminal.color else None,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        console.print(head, "─" * (sum(widths) + len(_GAP) * (len(widths) - 1)), body, sep="\n")
    return "\n".join(line.rstrip() for line in captured.get().splitlines()).rstrip("\n") + "\n"


def _heads(headings: Sequence[ColumnHeading], widths: Sequence[int], terminal: Terminal) -> Iterator[str]:
    for heading, width in zip(headings, widths, strict=True):
        yield "\n".join(terminal.painted(line, _BOLD) for line in wrapped(heading.text, width))


def _row(
    headings: Sequence[ColumnHeading], row: Cells, widths: Sequence[int], terminal: Terminal, color: str
) -> Iterator[str]:
    for heading, cell, width in zip(headings, row, widths, strict=True):
        if heading.calls == "line":
            lines = [_tail(cell, width)]
        else:
            said = cell.split("\n")
            lines = [line for text in said for line in wrapped(text, width)] if heading.share else said
        yield "\n".join(terminal.painted(line, color if heading.painted else "") for line in lines)


def _tail(text: str, width: int) -> str:
    """Return the last words of a text that fit, an ellipsis before them: names of one kind differ at their end."""
    if width_of(text) <= width:
        return text
    words = text.split()
    while words and width_of(line := f"… {' '.join(words)}") > width:
        words = words[1:]
    return line if words else f"…{text[1 - width :]}"


def _in_line(cell: str) -> str:
    """Return the lines of a cell behind each other."""
    return "; ".join(filter(None, (plain(line).strip() for line in cell.split("\n"))))


def _block(headings: Sequence[ColumnHeading], row: Cells, terminal: Terminal, color: str) -> Iterator[str]:
    """Yield the lines of a row: what it is called by, else its short cells side by side, else its first text.

    The others follow, short cells side by side, texts below each other.
    """
    told = [(heading, _in_line(cell)) for heading, cell in zip(headings, row, strict=True) if cell.strip()]
    called = [cell for heading, cell in told if heading.calls]
    short = [f"{heading.text} {cell}" if heading.named else cell for heading, cell in told if not heading.share]
    texts = [
        f"{heading.text}: {cell}" if heading.named else cell
        for heading, cell in told
        if heading.share and not heading.calls
    ]
    beside = [" · ".join(short)] if short else []
    head, *below = [*called, *beside, *texts]
    yield from (terminal.painted(line, color or _BOLD) for line in wrapped(head, terminal.width))
    yield from (_INDENT + line for text in below for line in wrapped(text, terminal.width - len(_INDENT)))
    if below:
        yield ""
