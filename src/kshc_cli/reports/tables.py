"""Tables of text: drawn for a terminal, tab-separated for a pipe, Markdown."""

from collections.abc import Iterable, Sequence
from typing import Final

from kshc_cli.messages import on_one_line, plain
from kshc_cli.reports.drawing import Cells, ColumnHeading, drawn
from kshc_cli.reports.terminal import Terminal

DRAWN_ROWS: Final = 400
"""A longer table is not drawn: nobody reads it on a screen."""


def table_text(
    headings: Sequence[ColumnHeading], rows: Sequence[Cells], terminal: Terminal, colors: Sequence[str] = ()
) -> str:
    """Draw a table for a terminal, its rows in ``colors``; for a pipe, one line a row with tabs between the cells."""
    if terminal.interactive and len(rows) <= DRAWN_ROWS:
        return drawn(headings, rows, terminal, colors)
    lines = [[heading.text for heading in headings], *rows]
    ways = [on_one_line if heading.prose else plain for heading in headings]
    return "".join("\t".join(way(cell) for way, cell in zip(ways, line, strict=True)) + "\n" for line in lines)


def markdown_text(headings: Sequence[ColumnHeading], rows: Iterable[Cells]) -> str:
    """Write a Markdown table (GitHub's dialect); every letter that Markdown would take as a sign is escaped."""
    lines = [[heading.text for heading in headings], ["---"] * len(headings)]
    body = ([_markdown_cell(cell) for cell in row] for row in rows)
    return "".join("| " + " | ".join(line) + " |\n" for line in (*lines, *body))


def markdown_list(lines: Sequence[str]) -> str:
    """Write lines as a list behind a table, apart from it by a blank line; nothing where there are none."""
    return "".join(f"{'' if number else chr(10)}- {markdown_words(plain(line))}\n" for number, line in enumerate(lines))


def _markdown_cell(cell: str) -> str:
    text = "<br>".join(markdown_words(plain(line)) for line in cell.split("\n"))
    return f"\\{text}" if text.startswith(("- ", "+ ", "#")) else text


def markdown_words(line: str) -> str:
    """Return words whose signs Markdown does not take for its own."""
    for sign in "\\`*_[]<>|~":
        line = line.replace(sign, f"\\{sign}")
    return line
