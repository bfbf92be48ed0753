"""Sections and tables of an earlier plan in place of equal ones that were read."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from kshc_cli.compare.pairing import queues, taken
from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.earlier.same_tasks import SameTasks
from kshc_cli.documents.importing.earlier.same_words import kept, kept_lines
from kshc_cli.plan.model import Column, Group, Item, ParagraphWords, Plan, Section, Table, Task
from kshc_cli.plan.walk import columns_of

TableKey: TypeAlias = tuple[str, tuple[str, ...]]
"""A table's heading and the words of its header."""

Body: TypeAlias = tuple[tuple[str, ...], tuple[Section, ...]]
"""A plan's preamble and sections."""


def same_body(read: Plan, earlier: Plan, *, reworded: bool = False) -> Body:
    """Return preamble and sections of what was read, with all that the earlier plan adds to them.

    Where both print the same lines and tables, the earlier plan says how they are divided into sections.
    """
    tables = _Tables(read, earlier, reworded=reworded)
    if list(_printed(read)) == list(_printed(earlier)):
        found = deque(table for section in read.plan.sections for table in section.tables)
        sections = tuple(
            section.model_copy(update={"tables": tuple(tables.same(found.popleft(), one) for one in section.tables)})
            for section in earlier.plan.sections
        )
        return earlier.plan.preamble, sections
    preamble = kept_lines(read.plan.preamble, earlier.plan.preamble)
    waiting = queues(earlier.plan.sections, lambda section: as_read(section.heading))
    matched = [(section, taken(waiting, section.heading or "")) for section in read.plan.sections]
    known = {id(old) for _new, old in matched}
    rest = tuple(each for old in earlier.plan.sections if id(old) not in known for each in old.paragraphs)
    return preamble, tuple(_section(new, old, tables, rest) for new, old in matched)


def _printed(plan: Plan) -> Iterator[str | tuple[str, ...]]:
    """Yield what a plan prints: lines of words, and for each table the words of its header."""
    yield from _lines(plan.plan.preamble)
    for section in plan.plan.sections:
        yield from _lines((section.heading or "", *section.texts))
        for table in section.tables:
            heading, headers = _table_key(table, columns_of(plan, table))
            yield from heading.split("\n") if heading else ()
            yield headers


def _lines(words: Iterable[str]) -> Iterator[str]:
    return (line for text in words for line in as_read(text).split("\n") if line)


def _section(new: Section, old: Section | None, tables: "_Tables", rest: tuple[ParagraphWords, ...]) -> Section:
    """Return a section with what ``old`` adds to it; one with a new heading may have the paragraphs of the ``rest``."""
    paragraphs = kept_lines(new.paragraphs, rest if old is None else old.paragraphs)
    heading = new.heading if old is None else kept(new.heading, old.heading)
    found = tuple(tables.found(table) for table in new.tables)
    return Section(heading=heading, paragraphs=paragraphs, items=tuple(map(tables.item, new.items)), tables=found)


class _Tables:
    """Finds the earlier tables, and the tasks in them."""

    def __init__(self, read: Plan, earlier: Plan, *, reworded: bool) -> None:
        self._read = read
        self._earlier = earlier
        self._tasks = SameTasks(read, earlier, reworded=reworded)
        old = [table for section in earlier.plan.sections for table in section.tables]
        self._waiting = queues(old, lambda table: _table_key(table, columns_of(earlier, table)))

    def item(self, new: Item) -> Item:
        """Return a task in paragraphs that was read, as its earlier self where it has one."""
        return self._tasks.item(new)

    def found(self, new: Table) -> Table:
        """Return a table that was read as the earlier one with its heading and header; a new one has its columns."""
        columns = columns_of(self._read, new)
        old = taken(self._waiting, _table_key(new, columns))
        if old is not None:
            return self.same(new, old)
        own = None if columns == self._earlier.plan.columns else columns
        return self._with_rows(new, (), own, new.heading)

    def same(self, new: Table, old: Table) -> Table:
        """Return a table that was read as ``old``, with its own rows."""
        return self._with_rows(new, old.groups, old.columns, old.heading)

    def _with_rows(
        self, new: Table, groups: Sequence[Group], columns: tuple[Column, ...] | None, heading: str | None
    ) -> Table:
        shown = columns_of(self._read, new)
        waiting = queues(groups, lambda group: as_read(group.heading))
        return Table(
            heading=heading,
            columns=columns,
            groups=tuple(self._group(group, taken(waiting, group.heading), shown) for group in new.groups),
            tasks=self._rows(new.tasks, shown),
        )

    def _group(self, new: Group, old: Group | None, columns: Sequence[Column]) -> Group:
        heading = new.heading if old is None else old.heading
        return Group(heading=heading, tasks=self._rows(new.tasks, columns))

    def _rows(self, tasks: Iterable[Task], columns: Sequence[Column]) -> tuple[Task, ...]:
        return tuple(self._tasks.task(task, columns) for task in tasks)


def _table_key(table: Table, columns: Sequence[Column]) -> TableKey:
    return as_read(table.heading), tuple(as_read(column.header) for column in columns)
