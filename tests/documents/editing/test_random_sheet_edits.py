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
from tests.documents.editing.test_moved_rows import DATA as OTHER_COLUMNS
from tests.documents.editing.test_random_edits import plan_of

DATA = (ROOT / "plan.yaml").read_bytes()
PLANS = (
    DATA,
    OTHER_COLUMNS,
    *((ROOT / "examples" / name / "plan.yaml").read_bytes() for name in ("province-annexes", "ward-prose")),
)
"""The project's plan, one whose tables have other columns, one with annexes and one of tasks in paragraphs."""
FIRST = 5
"""The first row of a task."""
SIGNS = ("=", "+", "-", "@", "'")


class Row(NamedTuple):
    """What a row of the plan says, and the id of its task; None for a new one."""

    id: str | None
    words: tuple[str, ...]
    columns: tuple[bool, ...]
    """Which of these its table has; the heading is always there."""


def rows_of(data: bytes) -> list[Row]:
    """Return what the sheet of a plan shows."""
    sheet = plan_sheet(plan_of(data), data)
    return [
        Row(
            row.key.partition(":")[2],
            (sheet.places[row.within], *row.base.cells),
            (True, *(way is not None for way in row.base.values)),
        )
        for row in sheet.rows
    ]


class Sheet:
    """A sheet while it is edited, beside the rows that the plan should have then."""

    def __init__(self, data: bytes, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  no secret
        self.book: Any = load_workbook(BytesIO(workbook_of(plan_sheet(plan_of(data), data))))
        self.sheet: Any = self.book.worksheets[0]
        self.rows = rows_of(data)
        self.done: list[str] = []
        self.worded: set[str | None] = {None}
        """Tasks that say something else is to be done than they did, and new ones."""
        self.copied: set[str | None] = set()
        """Tasks that a copy of their row would be taken for, were the row itself gone."""
        self.exchanged: set[str | None] = set()

    def edit(self, *, in_place: bool = False) -> None:
        """Make one edit; ``in_place``: none after which a row stands elsewhere."""
        edits = [self.reword, self.reword, self.reword, self.hide, self.remove]
        if not in_place:
            edits += [self.add, self.copy, self.move, self.to_group, self.exchange]
        made = self.random.choice(edits)
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

    def hide(self) -> None:
        """Hide a row, as a filter does."""
        self.sheet.row_dimensions[FIRST + self._place()].hidden = True

    def reword(self) -> None:
        place = self._place()
        row = self.rows[place]
        if row.id in self.exchanged and sum(row.columns) == 2:
            return  # nothing would say any more which duty it was
        column = self.random.choice([n for n, has in enumerate(row.columns) if n and has])
        words = self.words() if column == 2 or self.random.random() < 0.9 else ""
        self._say(place, column, words)

    def _say(self, place: int, column: int, words: str) -> None:
        cells = self._read(place)
        cells[column + 1] = (words or None, "s")
        self._write(place, cells)
        row = self.rows[place]
        self.rows[place] = row._replace(words=(*row.words[:column], words, *row.words[column + 1 :]))
        if column == 2:
            self.worded.add(row.id)

    def add(self) -> None:
        place = self._place() + 1
        row = self.rows[place - 1]
        words = {
            0: row.words[0],
            2: f"Việc mới {self.random.random()} {self.words()}",
            len(row.words) - 1: self.words(),
        }
        cells = tuple(words.get(n, "") if has else "" for n, has in enumerate(row.columns))
        self.sheet.insert_rows(FIRST + place)
        self._write(place, [(one or None, "s") for one in ("", *cells)])
        self.rows.insert(place, Row(None, cells, row.columns))

    def copy(self) -> None:
        """Copy a row with its key, and write another duty without a number into the copy."""
        place = self._place()
        cells = self._read(place)
        self.sheet.insert_rows(FIRST + place + 1)
        self._write(place + 1, cells)
        self.worded.add(self.rows[place].id)
        self.copied.add(self.rows[place].id)
        self.rows.insert(place + 1, self.rows[place]._replace(id=None))
        self._say(place + 1, 1, "")
        self._say(place + 1, 2, f"Việc chép {self.random.random()} {self.words()}")

    def exchange(self) -> None:
        """Write what two rows say, but for their numbers, into each other's cells: their tasks go along."""
        place, other = self._place(), self._place()
        row, there = self.rows[place], self.rows[other]
        if place == other or {row.id, there.id} & self.worded or row.columns != there.columns:
            return
        cells, others = self._read(place), self._read(other)
        self.exchanged |= {row.id, there.id}
        self._write(place, [*cells[:3], *others[3:]])
        self._write(other, [*others[:3], *cells[3:]])
        self.rows[place] = Row(there.id, (*row.words[:2], *there.words[2:]), row.columns)
        self.rows[other] = Row(row.id, (*there.words[:2], *row.words[2:]), row.columns)

    def _is_alone(self, place: int) -> bool:
        return sum(row.words[0] == self.rows[place].words[0] for row in self.rows) == 1

    def remove(self) -> None:
        place = self._place()
        if not self._is_alone(place) and self.rows[place].id not in self.copied - {None}:
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
        group, columns = self.rows[other].words[0], self.rows[other].columns
        is_said = all(has or not words for has, words in zip(columns, self.rows[place].words, strict=True))
        if self._is_alone(place) or group == self.rows[place].words[0] or not is_said or self._differ(place, other):
            return
        cells = self._read(place)
        cells[1] = (group, "s")
        self._write(place, cells)
        row = self.rows[place]
        self.rows[place] = Row(row.id, (group, *row.words[1:]), columns)
        self._shift(place, other)

    def _differ(self, place: int, other: int) -> bool:
        """Tell whether one is a task in paragraphs and the other a row of a table."""
        return (sum(self.rows[place].columns) > 2) != (sum(self.rows[other].columns) > 2)

    def _shift(self, place: int, to: int) -> None:
        cells, row = self._read(place), self.rows.pop(place)
        self.sheet.delete_rows(FIRST + place)
        self.sheet.insert_rows(FIRST + to)
        self._write(to, cells)
        self.rows.insert(to, row)

    def sort(self) -> None:
        """Sort the rows, keys and all, by the words of a column."""
        column = self.random.randrange(1, len(self.rows[0].words) + 1)
        cells = sorted(map(self._read, range(len(self.rows))), key=lambda row: str(row[column][0] or ""))
        for place, one in enumerate(cells):
            self._write(place, one)

    def save(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()


def taken(book: bytes, data: bytes) -> Merged:
    """Return what becomes of a plan by its workbook."""
    return merged(edited_workbook(book), Opened(data, None))


def grouped(rows: list[Row], data: bytes) -> Iterator[Row]:
    """Yield rows with those of one group together, groups in the order of the plan."""
    order = [*dict.fromkeys(row.words[0] for row in rows_of(data))]
    return iter(sorted(rows, key=lambda row: order.index(row.words[0])))


@pytest.mark.parametrize("seed", range(16))
def test_random_edits_arrive_exactly(seed: int) -> None:
    assert_arrives(seed)


def assert_arrives(seed: int) -> None:
    """The plan's rows say what the sheet says, tasks keep their ids, and all else of the plan stays."""
    data = PLANS[seed % len(PLANS)]
    sheet = Sheet(data, seed)
    for _number in range(Random(seed).randint(2, 6)):  # noqa: S311  no secret
        sheet.edit()
    book = sheet.save()
    found = taken(book, data)
    assert found.plan is not None, sheet.done
    assert (found.not_taken, found.told) == ((), ()), sheet.done
    known = {row.id for row in rows_of(data)}
    rows = [row._replace(id=row.id if row.id in known else None) for row in rows_of(found.plan)]
    assert rows == [*grouped(sheet.rows, data)], sheet.done
    assert_rest_stays(data, found.plan)
    assert taken(book, found.plan).plan == found.plan, "the same file again changes nothing"


def assert_rest_stays(data: bytes, found: bytes) -> None:
    """Nothing of a plan changes but its tasks."""
    old, new = plan_of(data).model_dump(), plan_of(found).model_dump()
    for plan in (old, new):
        for section in plan["plan"]["sections"]:
            section["items"] = ()
            section["tables"] = [{**table, "groups": (), "tasks": ()} for table in section["tables"]]
    assert old == new


@pytest.mark.parametrize("seed", range(8))
def test_edits_of_a_sorted_sheet_arrive_in_the_order_of_the_plan(seed: int) -> None:
    assert_arrives_sorted(seed)


def assert_arrives_sorted(seed: int) -> None:
    """Words of cells and rows that went are taken; that the order is one to look at is said, where rows moved."""
    data = PLANS[seed % len(PLANS)]
    sheet = Sheet(data, seed)
    for _number in range(Random(seed).randint(1, 5)):  # noqa: S311  no secret
        sheet.edit(in_place=True)
    expected = [*sheet.rows]
    sheet.sheet.auto_filter.add_sort_condition("D5:D999")
    sheet.sort()
    found = taken(sheet.save(), data)
    assert found.plan is not None, sheet.done
    assert not found.not_taken, sheet.done
    assert len(found.told) <= 1
    assert rows_of(found.plan) == expected, sheet.done
    assert_rest_stays(data, found.plan)


def test_a_sheet_that_nobody_edited_changes_nothing() -> None:
    """Not a byte, and nothing is told; neither when a program saved it anew."""
    for book in (workbook_of(plan_sheet(plan_of(DATA), DATA)), Sheet(DATA, 0).save()):
        assert taken(book, DATA)._replace(base=None) == Merged(DATA, (), (), ())
