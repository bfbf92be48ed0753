"""What differs of tasks: their words, times and bodies, what is stated beside them, and where they stand."""

from collections.abc import Iterator, Mapping
from typing import Final

from kshc_cli.compare.fields import field_changes
from kshc_cli.compare.order import out_of_order
from kshc_cli.compare.printed import text_of
from kshc_cli.compare.task_pairs import TaskPair, TaskPairs, content_of
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.findings import Path
from kshc_cli.plan.lines import LETTER, line_of
from kshc_cli.plan.model import Duty, Item, Task
from kshc_cli.plan.walk import Placed

_CELLS: Final = ("lead", "coop", "result", "time")
_ROMAN_OR_LETTER: Final = frozenset("CL")
"""Numbers of headings that may be letters, which stand above roman numbers."""


def task_differences(tasks: TaskPairs, where: Mapping[Path, Path]) -> Iterator[Difference]:
    """Yield what differs of tasks; ``where`` says where the parts of the old plan stand in the new one."""
    for placed in tasks.gone:
        yield Difference(Kind.REMOVED, Subject.TASK, placed.task.id, None, _whole(placed), None, None, _number(placed))
    for placed in tasks.come:
        yield Difference(Kind.ADDED, Subject.TASK, placed.task.id, None, None, _whole(placed), None, _number(placed))
    staying: list[TaskPair] = []
    for pair in tasks.same:
        yield from _changed(pair)
        if where.get(_within(pair.old)) == _within(pair.new):
            staying.append(pair)
        else:
            yield _placed(pair, Kind.MOVED)
    places, now = [int(one.old.path[-1]) for one in staying], [int(one.new.path[-1]) for one in staying]
    for index in sorted(out_of_order([(*_within(one.new), one.new.path[-2]) for one in staying], places, now)):
        yield _placed(staying[index], Kind.REORDERED)


def _changed(pair: TaskPair) -> Iterator[Difference]:
    old, new = _record(pair.old), _record(pair.new)
    if old == new:
        return
    if type(old) is not type(new):
        yield _field(pair, Kind.RESTATED, "form", _form(old), _form(new))
        old, new = pair.old.task, pair.new.task
    for change in field_changes(old, new):
        kind = Kind.RENAMED if change.field == "id" else change.kind
        yield _field(pair, kind, change.field, change.old, change.new)


def _field(pair: TaskPair, kind: Kind, field: str, old: str | None, new: str | None) -> Difference:
    steps = field.split(".")
    before = Side((*pair.old.path, *steps), old, place_of(pair.old))
    after = Side((*pair.new.path, *steps), new, place_of(pair.new))
    return Difference(kind, Subject.TASK, pair.new.task.id, field, before, after, pair.matched, _number(pair.new))


def _placed(pair: TaskPair, kind: Kind) -> Difference:
    position = kind is Kind.REORDERED
    before, after = (
        Side(one.path, content_of(one), place_of(one), int(one.path[-1]) + 1 if position else None)
        for one in (pair.old, pair.new)
    )
    return Difference(kind, Subject.TASK, pair.new.task.id, None, before, after, pair.matched, _number(pair.new))


def _record(placed: Placed) -> Task | Duty | Item:
    return placed.item or placed.task


def _form(record: Task | Duty | Item) -> str:
    return {Task: "row", Duty: "duty", Item: "paragraphs"}[type(record)]


def _within(placed: Placed) -> Path:
    """Return the part that a task stands in: group, table, section, or of a duty its paragraph."""
    return placed.path[:-2]


def _number(placed: Placed) -> str | None:
    return placed.task.number if isinstance(placed.task, Task) else None


def place_of(placed: Placed) -> tuple[str, ...]:
    """Return the headings above a task; not that of its section where its own number goes on beside that heading."""
    headings = (
        None if _is_beside(placed) else placed.section.heading,
        placed.table.heading if placed.table else None,
        placed.group.heading if placed.group else None,
    )
    return tuple(filter(None, headings))


def _is_beside(placed: Placed) -> bool:
    """Tell whether a task in paragraphs stands beside the heading of its section, as its mark says: 2. … above 3. …."""
    heading, text = placed.section.heading, placed.item_text
    if not heading or not text:
        return False
    if placed.heading != heading:
        return True
    over, own = line_of(heading, None), line_of(text, None)
    return own.rank == 0 and over.rank < LETTER and (over.number or "")[:-1] not in _ROMAN_OR_LETTER


def _whole(placed: Placed) -> Side:
    task = placed.task
    told = [(name, text_of(getattr(task, name, None))) for name in _CELLS] if placed.item is None else []
    others = [(f"others.{key}", words or "") for key, words in task.others.items()] if isinstance(task, Task) else []
    cells = tuple((name, words) for name, words in (*told, *others) if words)
    return Side(placed.path, content_of(placed), place_of(placed), cells=cells)
