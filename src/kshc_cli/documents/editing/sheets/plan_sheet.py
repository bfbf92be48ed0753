"""A plan as a sheet: which rows and columns it has, and where in the plan what stands in each cell is."""

import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.editing.base_rows import TASK, BaseRow
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Column, Item, Plan, Section, Table, Task
from kshc_cli.plan.walk import columns_of, words_in

MARK: Final = "kshc-edit/1"
"""What the first cell of the row says that names the columns of the sheet."""
BASE: Final = "kshc-edit-base/"
"""How that mark begins, whichever kshc wrote it."""
BASE_MARK: Final = f"{BASE}1"
"""What the first cell of the sheet says that holds the plan."""
HEADING: Final = "heading"
"""What the hidden cell says of the row of headings."""
PLACE: Final = "place"
"""The name of the column that says under which heading a task stands."""
TITLE: Final = "title"
HINT: Final = "hint"
"""The names of what stands above the columns."""
WRITTEN: Final = 3
"""The column of the sheet with the plan that names what the sheet was written with around its tasks; its words stand
in the next one."""
JOINT: Final = " › "
_OTHER: Final = "others."
_ROLES: Final = ("number", "content", "lead", "coop", "result", "time")


class SheetColumn(NamedTuple):
    """A column of words of tasks."""

    name: str
    """The field of a task, or ``others.`` and the key of the plan's column."""
    header: str


class PlanRow(NamedTuple):
    """A row: a task, with the list that it stands in."""

    key: str
    """What the row is known by, in this sheet alone."""
    within: Path
    base: BaseRow
    """Its cells in the order of the columns; those have no way that its table has not."""


class PlanSheet(NamedTuple):
    """The sheet of a plan."""

    title: str
    year: int
    data: bytes
    """The plan file."""
    columns: tuple[SheetColumn, ...]
    places: Mapping[Path, str]
    """What the lists of tasks are called, by the ways to them, in their order."""
    rows: tuple[PlanRow, ...]


class _Listed(NamedTuple):
    """A list of tasks with what stands above it."""

    path: Path
    tasks: Sequence[Task | Item]
    headings: tuple[str, ...]
    table: Table | None


def is_item(base: BaseRow) -> bool:
    """Tell whether a row is a task in paragraphs."""
    return "items" in base.path


def task_of(row: PlanRow) -> str:
    """Return the id of the task of a row."""
    return row.key.partition(":")[2]


def plan_sheet(plan: Plan, data: bytes) -> PlanSheet:
    """Return the sheet of a plan whose file holds ``data``."""
    lists = [one for one in _lists(plan) if one.tasks]
    columns = tuple(_columns(plan, lists))
    stamp = f"{zlib.crc32(data):08x}"
    rows = tuple(
        PlanRow(f"{stamp}:{task.id}", one.path, _row(plan, one, number, task, columns))
        for one in lists
        for number, task in enumerate(one.tasks)
    )
    places = dict(zip((one.path for one in lists), _names([one.headings for one in lists]), strict=True))
    return PlanSheet(as_read(plan.plan.subject).replace("\n", " "), plan.year, data, columns, places, rows)


def _lists(plan: Plan) -> Iterator[_Listed]:
    """Yield the lists of tasks of a plan; a section without a heading goes on with the one before."""
    last = ""
    for number, section in enumerate(plan.plan.sections):
        at: Path = ("plan", "sections", number)
        last = _line(section.heading) or last
        yield _Listed((*at, "items"), section.items, _said(last), None)
        yield from _tables(section, at, last)


def _tables(section: Section, at: Path, heading: str) -> Iterator[_Listed]:
    for number, table in enumerate(section.tables):
        path: Path = (*at, "tables", number)
        above = _said(heading, _line(table.heading))
        yield _Listed((*path, "tasks"), table.tasks, above, table)
        for place, group in enumerate(table.groups):
            yield _Listed((*path, "groups", place, "tasks"), group.tasks, (*above, *_said(_line(group.heading))), table)


def _said(*headings: str) -> tuple[str, ...]:
    return tuple(one for one in headings if one)


def _line(words: str | None) -> str:
    return " ".join(as_read(words).split())


def _names(headings: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield what lists are called: the last heading above each, with as many before it as tell it from others."""
    every = [one or (_("(no heading)"),) for one in headings]
    found = [JOINT.join(one[-1:]) for one in every]
    for length in range(2, max(map(len, every), default=0) + 1):
        counts = Counter(found)
        found = [
            JOINT.join(one[-length:]) if counts[name] > 1 else name for one, name in zip(every, found, strict=True)
        ]
    seen = Counter[str]()
    for name in found:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _columns(plan: Plan, lists: Iterable[_Listed]) -> Iterator[SheetColumn]:
    """Yield the columns: the usual ones, each called as the first table calls it, then those that only tables have."""
    headers: dict[str, str] = dict.fromkeys(_ROLES, "")
    usual = {"number": _("Number"), "content": _("Task"), "lead": _("Lead"), "coop": _("Cooperating")}
    usual |= {"result": _("Product"), "time": _("Time")}
    for one in lists:
        for column in () if one.table is None else columns_of(plan, one.table):
            name = _name(column)
            headers[name] = headers.get(name) or _line(column.header)
    for name, header in headers.items():
        yield SheetColumn(name, header or usual.get(name, name))


def _row(plan: Plan, one: _Listed, number: int, task: Task | Item, columns: Sequence[SheetColumn]) -> BaseRow:
    at = (*one.path, number)
    if isinstance(task, Item):
        words, ways = {"content": task.text}, {"content": (*at, "text")}
    else:
        own = () if one.table is None else columns_of(plan, one.table)
        words = {_name(each): words_in(task, each) for each in own}
        if one.table is not None and not one.table.columns and not plan.plan.columns:
            words = dict.fromkeys(_ROLES, "") | words
        ways = {name: (*at, *name.split(".", 1)) for name in words}
    cells = tuple(as_read(words.get(each.name, "")) for each in columns)
    return BaseRow(TASK, 0, at, cells, tuple(ways.get(each.name) for each in columns))


def _name(column: Column) -> str:
    return f"{_OTHER}{column.key}" if column.role == "other" else column.role
