"""The sheet that counts: by body how many duties stand how, in formulas over the table of duties, with a chart."""

from collections import Counter
from typing import Any, Final

from kshc_cli.messages import _
from kshc_cli.outputs.excel.duties import HEADING, Titled, write_titles
from kshc_cli.outputs.excel.heights import height_of
from kshc_cli.outputs.excel.looks import BARS, FONT, Looks, write_words
from kshc_cli.outputs.excel.pages import on_paper
from kshc_cli.reports.duty_table import DutyTable

_NAMES: Final = 36
_NUMBERS: Final = 12
"""Widths of the columns of bodies and of counts, in characters."""
_FIRST: Final = 2
"""The column of the first standing, behind those of the body and of all its duties."""
_LONGEST: Final = 255
"""Characters of what COUNTIFS compares with."""
_WILD: Final = "*?~=<>"
"""What means something else to COUNTIFS."""
_ROW: Final = (10, 24)
"""Pixels of a chart for each body, at least and at most."""
_BARS: Final = 420
"""Pixels of all its bars, as long as they need no more: a page holds them."""
_AROUND: Final = 140
_WIDE: Final = 1_000
_HIGHEST: Final = 4_000
_ON_A_PAGE: Final = 20
"""Bodies whose counts and bars are still to be read on one page."""


def write_summary(sheet: Any, table: str, titled: Titled, duties: DutyTable, looks: Looks) -> None:  # noqa: ANN401
    """Write the sheet; ``table`` is the name of the table of duties."""
    write_titles(sheet, titled, looks)
    heads = [
        _("Body"),
        _("Duties led") if duties.leading else _("All duties"),
        *(words for _status, words in duties.statuses),
    ]
    for place, head in enumerate(heads):
        sheet.write_string(HEADING, place, head, looks.heading)
    sheet.set_column(0, 0, _NAMES)
    sheet.set_column(1, len(heads) - 1, _NUMBERS)
    sheet.set_row(HEADING, height_of((head, _NUMBERS - 2) for head in heads))
    counts = _counts(duties)
    for row, body in enumerate(duties.bodies, HEADING + 1):
        sheet.set_row(row, height_of([(body, _NAMES)]))
        write_words(sheet, (row, 0), body or _("(no body known)"), looks)
        for place, (_status, words) in enumerate(duties.statuses, _FIRST):
            formula = _counting(table, duties, body, (row, place))
            sheet.write_formula(row, place, formula, looks.cell("number"), counts[body, words])
        _write_sum(sheet, (row, 1), (row, _FIRST, row, len(heads) - 1), _of(counts, body=body), looks)
    _write_totals(sheet, duties, counts, looks)
    sheet.freeze_panes(HEADING + 1, 1)
    on_paper(sheet, titled.title, titled.told, heading=HEADING, pages=1 if len(duties.bodies) <= _ON_A_PAGE else 0)


Counts = Counter[tuple[str, str]]
"""How many duties of a body, by its name, stand how, in words."""


def _counts(duties: DutyTable) -> Counts:
    body, status = (duties.place(key) for key in ("body", "status"))
    return Counter((str(row[body] or ""), str(row[status] or "")) for row in duties.counted())


def _of(counts: Counts, *, body: str | None = None, status: str | None = None) -> int:
    """Count the duties of a body, or those that stand so; None for any."""
    return sum(n for (one, words), n in counts.items() if body in {None, one} and status in {None, words})


def _counting(table: str, duties: DutyTable, body: str, place: tuple[int, int]) -> str:
    """Return the formula that counts; a name with signs that COUNTIFS takes for others is compared as it is."""
    from xlsxwriter.utility import xl_rowcol_to_cell

    bodies, standings = (f"{table}[{duties.columns[duties.place(key)].heading}]" for key in ("body", "status"))
    name = xl_rowcol_to_cell(place[0], 0, col_abs=True) if body else '""'
    standing = xl_rowcol_to_cell(HEADING, place[1], row_abs=True)
    parts = f'{table}[{duties.columns[duties.place("role")].heading}],"{duties.leading}"' if duties.leading else ""
    if body and len(body) <= _LONGEST and not any(sign in body for sign in _WILD):
        return f"=COUNTIFS({bodies},{name},{standings},{standing}{',' if parts else ''}{parts})"
    leads = f",--({parts.replace(',', '=')})" if parts else ""
    return f"=SUMPRODUCT(--({bodies}={name}),--({standings}={standing}){leads})"


def _write_sum(
    sheet: Any,  # noqa: ANN401  xlsxwriter has no types
    place: tuple[int, int],
    cells: tuple[int, int, int, int],
    known: int,
    looks: Looks,
) -> None:
    from xlsxwriter.utility import xl_range

    sheet.write_formula(*place, f"=SUM({xl_range(*cells)})", looks.cell("number", bold=True), known)


def _write_totals(sheet: Any, duties: DutyTable, counts: Counts, looks: Looks) -> None:  # noqa: ANN401
    """Write the row of sums below the bodies."""
    last = HEADING + len(duties.bodies)
    write_words(sheet, (last + 1, 0), _("All bodies"), looks, bold=True)
    known = [sum(counts.values()), *(_of(counts, status=words) for _status, words in duties.statuses)]
    for place, count in enumerate(known, 1):
        _write_sum(sheet, (last + 1, place), (HEADING + 1, place, last, place), count, looks)


def add_chart(workbook: Any, sheet: Any, name: str, title: str, duties: DutyTable) -> None:  # noqa: ANN401
    """Draw the counts below them, a bar for each body; ``name`` is the sheet's."""
    first, last = HEADING + 1, HEADING + len(duties.bodies)
    if last < first:
        return
    chart = workbook.add_chart({"type": "bar", "subtype": "stacked"})
    for place, (status, _words) in enumerate(duties.statuses, _FIRST):
        chart.add_series(
            {
                "name": [name, HEADING, place],
                "categories": [name, first, 0, last, 0],
                "values": [name, first, place, last, place],
                "fill": {"color": BARS[status]},
                "gap": 40,
            }
        )
    least, most = _ROW
    row = max(least, min(most, _BARS // (last - HEADING)))
    font = {"name": FONT, "size": 10 if row > least + 5 else 7}
    chart.set_title({"name": title, "name_font": {"name": FONT, "size": 13}, "overlay": False})
    chart.set_y_axis({"reverse": True, "num_font": font})
    chart.set_x_axis(
        {"num_font": font, "num_format": "0", "major_gridlines": {"visible": True}, "label_position": "low"}
    )
    chart.set_legend({"position": "bottom", "font": font})
    sheet.set_h_pagebreaks([last + 2] if last - HEADING > _ON_A_PAGE else [])
    chart.set_size({"width": _WIDE, "height": min(_HIGHEST, _AROUND + row * (last - HEADING))})
    sheet.insert_chart(last + 3, 0, chart, {"object_position": 2, "description": title})
