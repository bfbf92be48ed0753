"""Tables of text: drawn for a terminal, tab-separated for a pipe, Markdown and CSV."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from kshc_cli.messages import plain
from kshc_cli.reports.terminal import Terminal

DRAWN_ROWS: Final = 400
"""A longer table is not drawn: measuring every cell takes seconds, and nobody reads it on a screen."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_NUMBER: Final = re.compile(r"-\d+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading; ``share`` is its part of the width.

    0 is for a column that keeps its natural width and, drawn, its line breaks.
    """

    text: str
    share: int = 0


Cells = Sequence[str]


def table_text(headings: Sequence[Heading], rows: Sequence[Cells], terminal: Terminal) -> str:
    """Draw a table for a terminal; one line a row with tabs between the cells where nobody looks at it."""
    if not terminal.interactive or len(rows) > DRAWN_ROWS:
        lines = [[heading.text for heading in headings], *rows]
        return "".join("\t".join(plain(cell) for cell in line) + "\n" for line in lines)
    return _drawn(headings, rows, terminal)


def _drawn(headings: Sequence[Heading], rows: Sequence[Cells], terminal: Terminal) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, show_lines=False, pad_edge=False, expand=any(heading.share for heading in headings))
    for heading in headings:
        fixed = heading.share == 0
        table.add_column(
            Text(heading.text), ratio=heading.share or None, no_wrap=fixed, overflow="fold", vertical="top"
        )
    for number, row in enumerate(rows):
        cells = (_cell(heading, cell) for heading, cell in zip(headings, row, strict=True))
        table.add_row(*map(Text, cells), end_section=number + 1 < len(rows))
    console = Console(
        file=io.StringIO(),
        width=terminal.width,
        force_terminal=terminal.color,
        no_color=not terminal.color,
        highlight=False,
        legacy_windows=False,
    )
    with console.capture() as captured:
        console.print(table)
    return "".join(line.rstrip() + "\n" for line in captured.get().splitlines())


def _cell(heading: Heading, cell: str) -> str:
    """Return a cell's text: in a column of natural width with its line breaks, elsewhere to be wrapped."""
    return plain(cell) if heading.share else "\n".join(map(plain, cell.split("\n")))


def markdown_text(headings: Sequence[Heading], rows: Iterable[Cells]) -> str:
    """Write a Markdown table (GitHub's dialect); every letter that Markdown would take as a sign is escaped."""
    lines = [[heading.text for heading in headings], ["---"] * len(headings)]
    body = ([_markdown_cell(cell) for cell in row] for row in rows)
    return "".join("| " + " | ".join(line) + " |\n" for line in (*lines, *body))


def markdown_list(lines: Sequence[str]) -> str:
    """Write lines as a list behind a table, apart from it by a blank line; nothing where there are none."""
    return "".join(f"{'' if number else chr(10)}- {_escaped(plain(line))}\n" for number, line in enumerate(lines))


def _markdown_cell(cell: str) -> str:
    text = "<br>".join(_escaped(plain(line)) for line in cell.split("\n"))
    return f"\\{text}" if text.startswith(("- ", "+ ", "#")) else text


def _escaped(line: str) -> str:
    for sign in "\\`*_[]<>|~":
        line = line.replace(sign, f"\\{sign}")
    return line


def csv_text(headings: Sequence[str], rows: Iterable[Cells]) -> str:
    """Write CSV (RFC 4180, line ends CRLF).

    A cell that a spreadsheet would run as a formula, because it begins with ``=``, ``+``, ``-`` or ``@``, gets an
    apostrophe before it, the spreadsheets' own mark for text. A number is none.
    """
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(headings)
    for row in rows:
        writer.writerow(map(_guarded, row))
    return stream.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) and not _NUMBER.fullmatch(cell) else cell
