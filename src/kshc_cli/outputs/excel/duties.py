"""A sheet of duties: a table with filters, whose standing is coloured by what its cells say."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.outputs.excel.heights import height_of
from kshc_cli.outputs.excel.looks import Looks, write
from kshc_cli.outputs.excel.pages import on_paper
from kshc_cli.reports.duty_table import CellValue, DutyTable

HEADING: Final = 2
"""The row of a table's headings, counted from 0: title and day stand above it."""


class Titled(NamedTuple):
    """What stands above a table, and on each page of it."""

    title: str
    told: str


def write_duties(
    sheet: Any,  # noqa: ANN401  xlsxwriter has no types
    name: str,
    titled: Titled,
    duties: DutyTable,
    rows: Sequence[Sequence[CellValue]],
    looks: Looks,
) -> None:
    """Write a sheet with a table called ``name`` of some of the duties."""
    columns, last = duties.columns, HEADING + max(1, len(rows))
    write_titles(sheet, titled, looks)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, column.width)
    heads = [{"header": column.heading, "header_format": looks.heading} for column in columns]
    sheet.add_table(HEADING, 0, last, len(columns) - 1, {"name": name, "columns": heads, "style": None})
    sheet.set_row(HEADING, height_of((column.heading, column.width - 2) for column in columns))
    for number, row in enumerate(rows, HEADING + 1):
        cells = zip(row, columns, strict=True)
        sheet.set_row(number, height_of((value, column.width) for value, column in cells if isinstance(value, str)))
        for place, (column, value) in enumerate(zip(columns, row, strict=True)):
            write(sheet, (number, place), value, looks, column.form)
    color_standings(sheet, (HEADING + 1, last), duties.place("status"), duties.statuses, looks)
    sheet.freeze_panes(HEADING + 1, duties.place("content") + 1)
    on_paper(sheet, titled.title, titled.told, heading=HEADING)
    sheet.print_area(0, 0, last, sum(column.is_printed for column in columns) - 1)


def write_titles(sheet: Any, titled: Titled, looks: Looks) -> None:  # noqa: ANN401  xlsxwriter has no types
    """Write what stands above a table."""
    sheet.write_string(0, 0, titled.title, looks.title)
    sheet.write_string(1, 0, titled.told, looks.told)


def color_standings(
    sheet: Any,  # noqa: ANN401  xlsxwriter has no types
    rows: tuple[int, int],
    column: int,
    statuses: Iterable[tuple[str, str]],
    looks: Looks,
) -> None:
    """Let cells have the colour of the standing that they tell, also of one that somebody types into them."""
    for status, words in statuses:
        if tint := looks.tint(status):
            told = {"type": "cell", "criteria": "==", "value": f'"{words}"', "format": tint}
            sheet.conditional_format(rows[0], column, rows[1], column, told)
