"""Schedules whose cells are only coloured: it is said that no time was read, and decoration is passed over."""

import pytest
from openpyxl.styles import PatternFill

from kshc_cli.documents.excel.reader import read_workbook
from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.importing.tables.sheet_body import body_of_sheets
from tests.documents.importing.foreign import cell, plan, table
from tests.documents.sheets import saved, workbook
from tests.documents.word_xml import p, read, tr

BLUE, GREY = "4472C4", "D9D9D9"
HEADER = ("STT", "Nhiệm vụ", "Chủ trì", "T1", "T2", "T3")


def ground(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colour}"/>'


def line(*words: str, **colours: str) -> str:
    """Return a row; ``colours`` are those of its cells, by the headers of these."""
    filled = (*words, *("" for _each in HEADER[len(words) :]))
    return tr(*(cell(each, ground(colours.get(head, "auto"))) for each, head in zip(filled, HEADER, strict=True)))


def task(number: int, *marks: str, **colours: str) -> str:
    return line(str(number), "Họp", "Văn phòng", *marks, **colours)


@pytest.mark.parametrize(
    ("rows", "tasks"),
    [
        ((task(1, T1=BLUE, T2=BLUE), task(2, T3=BLUE)), 2),
        ((task(1, T1=BLUE, T2=BLUE, T3=BLUE), task(2, T3=GREY)), 2),
        ((task(1, "x"), task(2, T2=BLUE), task(3, "", "x")), 1),
        ((task(1, "x", T1=BLUE), task(2, "", "", "Tháng 3")), 0),
        ((task(1), task(2, T1="FFFFFF", T2="auto")), 0),
        ((task(1, T1=GREY, T2=GREY, T3=GREY, STT=GREY), task(2), task(3)), 1),
        ((task(1, **dict.fromkeys(HEADER, GREY)), task(2)), 0),
        ((task(1, "x", T2=GREY), task(2, T2=GREY), task(3, "", "", "x", T2=GREY)), 0),
    ],
)
def test_rows_are_counted_whose_time_only_colour_tells(rows: tuple[str, ...], tasks: int) -> None:
    found = imported(read(plan(p("Mở đầu.") + table(line(*HEADER), *rows))))
    counted = [one for one in found.doubts if one.rule == "coloured-periods"]
    assert [f"{tasks} task" in one.message for one in counted] == ([True] if tasks else [])


def test_a_column_coloured_up_to_its_header_only_tells_columns_apart() -> None:
    found = imported(read(plan(p("Mở đầu.") + table(line(*HEADER, T2=GREY), task(1, T2=GREY), task(2, T2=GREY)))))
    assert not found.doubts


def test_a_sheet_is_told_likewise_at_its_first_row() -> None:
    made = workbook(("KẾ HOẠCH NĂM 2026",), HEADER, (1, "Họp", "Văn phòng"), (2, "Rà soát", "Công an xã"))
    for place in ("D3", "E3", "F4"):
        made.active[place].fill = PatternFill("solid", fgColor=BLUE)
    made.active["D4"].fill = PatternFill("solid", fgColor="FFFFFF")
    (doubt,) = imported(body_of_sheets(read_workbook(saved(made)))).doubts
    assert doubt.rule == "coloured-periods"
    assert "2 tasks" in doubt.message
    assert doubt.word_place is not None
    assert (doubt.word_place.sheet, doubt.word_place.row) == ("Sheet1", 3)
