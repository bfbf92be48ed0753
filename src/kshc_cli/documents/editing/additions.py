"""New sections and tables of an edited Word file, recognised as in a file that is imported, and where they stand."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.compare.edited import Item, Kept, New, NotTaken
from kshc_cli.compare.printed import as_read
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.base_rows import base_rows
from kshc_cli.documents.editing.fresh import is_section
from kshc_cli.documents.editing.lines import BaseLine, base_lines, first_path, in_order
from kshc_cli.documents.editing.prose_tasks import settled
from kshc_cli.documents.editing.rows import same_rows
from kshc_cli.documents.editing.shown import Shown
from kshc_cli.documents.importing.known_columns import known_columns
from kshc_cli.documents.importing.ledger import Ledger
from kshc_cli.documents.importing.sections import Contents, begins_section, first_part
from kshc_cli.documents.importing.words import typed
from kshc_cli.documents.word.body import Block, WordTable
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Column, Plan, Section, Table
from kshc_cli.plan.walk import columns_of, words_in

_WORD: Final = re.compile(r"\w+")
_SECTIONS: Final[Path] = ("plan", "sections")
_WALL: Final[Path] = ("?",)
"""The place of what stands elsewhere than it did."""


class Additions(NamedTuple):
    """What came in structure, and what a file shows besides."""

    shown: Shown
    sections: dict[int, list[Item]]
    """New sections, by the number of the one that they stand before."""
    tables: dict[Path, tuple[Item, ...]]
    """What lists of tables hold that got new ones."""


class _Run(NamedTuple):
    """Blocks that nothing of the plan is in, between what is above and what is below."""

    first: int
    end: int
    above: Path
    below: Path


def additions(base: Base, shown: Shown, plan: Plan, order: Sequence[int]) -> Additions:
    """Return the new sections and tables of an edited file that are clear as a whole, and the file without them.

    ``order`` is that of the plan's sections in ``base``.
    """
    finding = _Finding(base, shown, plan, order)
    for run in finding.runs():
        finding.take(run)
    tables = {
        (*_SECTIONS, number, "tables"): tuple(_between(plan.plan.sections[number], number, new))
        for number, new in finding.tables.items()
    }
    left = shown.without(finding.taken)
    told = dict(sorted({**left.not_taken, **finding.not_taken}.items()))
    left = left._replace(not_taken=told, refused=frozenset(finding.not_taken))
    return Additions(left, finding.sections, tables)


def _between(section: Section, number: int, new: Mapping[int, Sequence[Item]]) -> Iterator[Item]:
    """Yield the tables of a section with new ones between."""
    for place in range(len(section.tables) + 1):
        yield from new.get(place, ())
        if place < len(section.tables):
            yield Kept((*_SECTIONS, number, "tables", place))


class _Finding:
    """Looks at each run of new blocks."""

    def __init__(self, base: Base, shown: Shown, plan: Plan, order: Sequence[int]) -> None:
        self.sections: dict[int, list[Item]] = {}
        self.tables: dict[int, dict[int, list[Item]]] = {}
        self.taken = set[int]()
        """The blocks of which nothing else is to be said."""
        self.not_taken: dict[int, NotTaken] = {}
        self._base, self._shown, self._plan, self._order = base, shown, plan, order
        self._blocks = shown.body.blocks
        self._old: list[BaseLine] = []
        self._places: dict[int, Path | None] = {}

    def runs(self) -> Iterator[_Run]:
        """Yield the runs of new blocks, between what stood there."""
        if not self._has_any():
            return
        self._settle()
        said = [at for at, one in enumerate(self._blocks) if isinstance(one, WordTable) or typed(one)]
        above: Path = ()
        first: int | None = None
        for at in said:
            place = self._places.get(at)
            if place is None:
                first = at if first is None else first
                continue
            if first is not None:
                yield _Run(first, at, above, place)
            above, first = place, None
        if first is not None:
            yield _Run(first, said[-1] + 1, above, ())

    def _has_any(self) -> bool:
        """Tell whether there is a table that is none of the plan's, or a paragraph without a mark, or a copied one."""
        is_new = any(not one.table for one in self._shown.standing.values())
        marks = [mark for one in self._shown.lines for mark in one.marks]
        return is_new or len({*marks}) < len(marks) or any(not one.marks for one in self._shown.lines)

    def _settle(self) -> None:
        """Find the places of all that is not new."""
        self._old, numbers = base_lines(self._base)
        lines = self._shown.lines
        same, doubted, _left = settled(self._old, lines, numbers)
        staying = in_order(self._old, lines, same)
        for place, one in enumerate(lines):
            if place in staying:
                self._places.setdefault(one.block, first_path(self._old[same[place]]) or ())
            elif place in same or place in doubted:
                self._places[one.block] = _WALL
        rows, row_numbers = base_rows(self._base)
        known = same_rows(rows, self._shown.rows, row_numbers)
        ways = {one.table: one.path for one in reversed(rows) if "tables" in one.path}
        for at, standing in self._shown.standing.items():
            if standing.table:
                path = ways[standing.table]
                is_clear = not (standing.is_apart or standing.is_moved)
                self._places[at] = path[: path.index("tables") + 2] if is_clear else _WALL
        for number in known:
            if not self._shown.rows[number].table:
                self._places[self._shown.rows[number].block] = _WALL

    def take(self, run: _Run) -> None:
        """Take a run over, if it is clear what it is and where it stands; a section that is not is told as a whole."""
        blocks = self._blocks[run.first : run.end]
        lead = first_part(blocks, self._others())
        is_headed = lead < len(blocks) and begins_section(blocks[lead], self._others())
        if "tables" not in run.above:
            run, blocks = run._replace(first=run.first + lead), blocks[lead:]
        if not blocks:
            return
        if self._is_taken(run, blocks):
            self.taken.update(range(run.first, run.end))
        elif is_headed:
            self._refuse(run)

    def _is_taken(self, run: _Run, blocks: Sequence[Block]) -> bool:
        """Take over what blocks are, if that is clear; tell whether it is."""
        above, below = map(_section_of, (run.above, run.below))
        is_amid = "tables" in run.above and run.above[:5] == run.below[:5]
        is_nowhere = _WALL in {run.above, run.below} or (above is None and below != self._order[0]) or is_amid
        found = [] if is_nowhere else self._read(blocks)
        if not found or not self._is_whole(blocks, found):
            return False
        tables = () if above is None or not self._is_before_tables(run, above) else _tables_alone(found[0])
        rest = found[1:] if tables else found
        if rest and (below == above or (above is None and rest[0].heading is None)):
            return False
        if above is not None and tables:
            number = int(run.below[4]) if below == above else len(self._plan.plan.sections[above].tables)
            self.tables.setdefault(above, {}).setdefault(number, []).extend(map(self._table, tables))
        place = 0 if above is None else self._order.index(above) + 1
        at = (*self._order, len(self._order))[place]
        self.sections.setdefault(at, []).extend(New(self._section(one)) for one in rest)
        return True

    def _refuse(self, run: _Run) -> None:
        """Tell of a new section that is not taken over, once for all that stands in it."""
        blocks = range(run.first, run.end)
        heading = next(one for one in self._shown.lines if one.block in blocks)
        self.not_taken[heading.block] = NotTaken(
            _(
                "a new heading, which is not taken over with what stands below it: it has to be numbered as those of "
                "sections are, with something below it, behind all of a section"
            ),
            heading.words,
        )
        self.taken.update(blocks)

    def _others(self) -> list[Block]:
        """Return what the plan itself shows of before."""
        return [self._blocks[at] for at, path in self._places.items() if path is not None and path[:1] == ("plan",)]

    def _is_before_tables(self, run: _Run, section: int) -> bool:
        """Tell whether nothing of a section but its tables stands behind a run."""
        return _section_of(run.below) != section or "tables" in run.below

    def _read(self, blocks: Sequence[Block]) -> list[Section]:
        """Return the sections that new blocks are; none where it is not clear of one whether it is a section."""
        contents = Contents(Ledger(self._shown.body), known_columns(self._plan), self._plan.plan.labels)
        contents.add_amid(blocks, self._others())
        return contents.sections if all(map(self._is_clear, contents.sections)) else []

    def _is_clear(self, section: Section) -> bool:
        """Tell whether a section has no heading, or one that is a section's for sure, with something below it."""
        if section.heading is None:
            return True
        is_filled = bool(section.paragraphs or section.items or section.tables)
        return is_filled and is_section(self._old, self._plan, section.heading)

    def _is_whole(self, blocks: Sequence[Block], sections: Sequence[Section]) -> bool:
        """Tell whether sections say all that blocks say, in their order, and nothing else."""
        said = [word for one in blocks for word in _words(_typed(one))]
        printed = [word for one in sections for text in self._printed(one) for word in _words(text)]
        rest = iter(printed)
        return all(word in rest for word in said) and {*printed} <= {*said}

    def _printed(self, section: Section) -> Iterator[str]:
        yield section.heading or ""
        yield from (one.text for one in section.paragraphs)
        yield from (one.text for one in section.items)
        for table in section.tables:
            columns = columns_of(self._plan, table)
            yield table.heading or ""
            yield from (one.header for one in columns)
            yield from (words_in(task, column) or "" for task in table.tasks for column in columns)
            for group in table.groups:
                yield group.heading
                yield from (words_in(task, column) or "" for task in group.tasks for column in columns)

    def _section(self, section: Section) -> dict[str, Any]:
        data = _plain(section.model_copy(update={"tables": ()}))
        return data | ({"tables": [self._table(one).data for one in section.tables]} if section.tables else {})

    def _table(self, table: Table) -> New:
        """Return a new table, without columns where they are those that the plan has anyhow."""
        shared = table.model_copy(update={"columns": None})
        is_same = _alike(columns_of(self._plan, shared)) == _alike(table.columns or ())
        return New(_plain(shared if is_same else table))


def _tables_alone(section: Section) -> tuple[Table, ...]:
    """Return the tables of a section that is nothing else."""
    return () if section.heading or section.paragraphs or section.items else section.tables


def _section_of(path: Path) -> int | None:
    return int(path[2]) if path[:2] == _SECTIONS else None


def _typed(block: Block) -> str:
    return "\n".join(map(typed, block.paragraphs)) if isinstance(block, WordTable) else typed(block)


def _words(text: str) -> list[str]:
    return _WORD.findall(as_read(text).casefold())


def _alike(columns: Sequence[Column]) -> list[tuple[str, str | None, str]]:
    return [(one.role, one.key, as_read(one.header)) for one in columns]


def _plain(record: Section | Table) -> dict[str, Any]:
    """Return a record as a plan's text has it, without ids, which are given where it is put."""
    data: dict[str, Any] = _bare(record.model_dump(mode="json", by_alias=True, exclude_defaults=True))
    return data


def _bare(value: Any, *, is_keyed: bool = False) -> Any:  # noqa: ANN401  plain data
    if isinstance(value, dict):
        if value.keys() == {"text"} and not is_keyed:  # an item has an id too
            return value["text"]
        return {key: _bare(one, is_keyed=key == "others") for key, one in value.items() if is_keyed or key != "id"}
    return [_bare(one) for one in value] if isinstance(value, list | tuple) else value
