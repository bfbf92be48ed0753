"""Whatever is edited in the sheet of a plan arrives in the plan, and nothing else of the plan changes."""

from collections.abc import Iterator
from io import BytesIO
from random import Random
from typing import Any, NamedTuple

import pytest
from openpyxl import load_workbook

from kshc_cli.desk.merging import Merged, merged
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.sheets.plan_sheet import plan_sheet
from kshc_cli.documents.editing.sheets.wish import edited_workbook
from kshc_cli.outputs.excel.plan_sheet import workbook_of
from tests.conftest import ROOT
from tests.documents.editing.random_edits import WORDS
from tests.documents.editing.test_random_edits import plan_of

DATA = (ROOT / "plan.yaml").read_bytes()
FIRST = 5
"""The first row of a task."""
KEYS = ("place", "number", "content", "lead", "coop", "result", "time")
SIGNS = ("=", "+", "-", "@", "'")


class Row(NamedTuple):
    """What a row of the plan says, and the id of its task; None for a new one."""

    id: str | None
    words: tuple[str, ...]


def rows_of(data: bytes) -> list[Row]:
    """Return what the sheet of a plan shows."""
    sheet = plan_sheet(plan_of(data), data)
    return [Row(row.key.partition(":")[2], (sheet.places[row.within], *row.base.cells)) for row in sheet.rows]


class Sheet:
    """A sheet while it is edited, beside the rows that the plan should have then."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  no secret
        self.book: Any = load_workbook(BytesIO(workbook_of(plan_sheet(plan_of(data), data))))
        self.sheet: Any = self.book.worksheets[0]
        self.rows = rows_of(data)
        self.done: list[str] = []

    def edit(self) -> None:
        """Make one edit."""
        made = self.random.choice(
            [self.reword, self.reword, self.reword, self.add, self.remove, self.move, self.to_group]
        )
        self.done.append(made.__name__)
        made()

    def words(self) -> str:
        sign = self.random.choice(SIGNS) if self.random.random() < 0.3 else ""
        return sign + " ".join(self.random.choices(WORDS, k=self.random.randint(1, 14))).strip("#: ")

    def _place(self) -> int:
        return self.random.randrange(len(self.rows))

    def _read(self, place: int) -> list[tuple[object, object]]:
        return [(cell.value, cell.data_type) for cell in self.sheet[FIRST + place]]

    def _write(self, place: int, cells: list[tuple[object, object]]) -> None:
        for column, (value, kind) in enumerate(cells, 1):
            cell = self.sheet.cell(FIRST + place, column)
            cell.value = value
            if value is not None:
                cell.data_type = kind

    def reword(self) -> None:
        place, column = self._place(), self.random.randrange(1, len(KEYS))
        words = self.words() if column == 2 or self.random.random() < 0.9 else ""
        cells = self._read(place)
        cells[column + 1] = (words or None, "s")
        self._write(place, cells)
        row = self.rows[place]
        self.rows[place] = Row(row.id, (*row.words[:column], words, *row.words[column + 1 :]))

    def add(self) -> None:
        place = self._place() + 1
        row = self.rows[place - 1]
        cells = [row.words[0], "", f"Việc mới {self.random.random()} {self.words()}", "", "", "", self.words()]
        self.sheet.insert_rows(FIRST + place)
        self._write(place, [(one or None, "s") for one in ("", *cells)])
        self.rows.insert(place, Row(None, tuple(cells)))

    def _is_alone(self, place: int) -> bool:
        return sum(row.words[0] == self.rows[place].words[0] for row in self.rows) == 1

    def remove(self) -> None:
        place = self._place()
        if not self._is_alone(place):
            self.sheet.delete_rows(FIRST + place)
            del self.rows[place]

    def move(self) -> None:
        """Move a row within its group."""
        place = self._place()
        others = [n for n, row in enumerate(self.rows) if row.words[0] == self.rows[place].words[0] and n != place]
        if others:
            self._shift(place, self.random.choice(others))

    def to_group(self) -> None:
        """Let a row name another group, and stand behind one of it, or stay where it is and so come last there."""
        place, other = self._place(), self._place()
        group = self.rows[other].words[0]
        if self._is_alone(place) or group == self.rows[place].words[0]:
            return
        cells = self._read(place)
        cells[1] = (group, "s")
        self._write(place, cells)
        self.rows[place] = Row(self.rows[place].id, (group, *self.rows[place].words[1:]))
        self._shift(place, other)

    def _shift(self, place: int, to: int) -> None:
        cells, row = self._read(place), self.rows.pop(place)
        self.sheet.delete_rows(FIRST + place)
        self.sheet.insert_rows(FIRST + to)
        self._write(to, cells)
        self.rows.insert(to, row)

    def save(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def taken(book: bytes, data: bytes) -> Merged:
    """Return what becomes of a plan by its workbook."""
    return merged(edited_workbook(book), Opened(data, None))


def grouped(rows: list[Row]) -> Iterator[Row]:
    """Yield rows with those of one group together, groups in the order of the plan."""
    order = [*dict.fromkeys(row.words[0] for row in rows_of(DATA))]
    return iter(sorted(rows, key=lambda row: order.index(row.words[0])))


@pytest.mark.parametrize("seed", range(8))
def test_random_edits_arrive_exactly(seed: int) -> None:
    """The plan's rows say what the sheet says, tasks keep their ids, and all else of the plan stays."""
    sheet = Sheet(DATA, seed)
    for _number in range(Random(seed).randint(2, 6)):  # noqa: S311  no secret
        sheet.edit()
    book = sheet.save()
    found = taken(book, DATA)
    assert found.plan is not None, sheet.done
    assert (found.not_taken, found.told) == ((), ()), sheet.done
    known = {row.id for row in rows_of(DATA)}
    rows = [Row(row.id if row.id in known else None, row.words) for row in rows_of(found.plan)]
    assert rows == [*grouped(sheet.rows)], sheet.done
    assert taken(book, found.plan).plan == found.plan, "the same file again changes nothing"
    old, new = plan_of(DATA).model_dump(), plan_of(found.plan).model_dump()
    for plan in (old, new):
        for section in plan["plan"]["sections"]:
            section["tables"] = [{**table, "groups": (), "tasks": ()} for table in section["tables"]]
    assert old == new


def test_a_sheet_that_nobody_edited_changes_nothing() -> None:
    """Not a byte, and nothing is told; neither when a program saved it anew."""
    for book in (workbook_of(plan_sheet(plan_of(DATA), DATA)), Sheet(DATA, 0).save()):
        assert taken(book, DATA)._replace(base=None) == Merged(DATA, (), (), ())
