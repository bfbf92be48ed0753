"""Which rows of an edited sheet stand in which lists of the plan."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.edited import Item, Kept, New, NotTaken
from kshc_cli.documents.editing.base_rows import BaseRow
from kshc_cli.documents.editing.moved_rows import unprinted
from kshc_cli.documents.editing.row_lists import RowWish, new_task
from kshc_cli.documents.editing.sheets.plan_sheet import PlanSheet, is_item
from kshc_cli.documents.editing.shown import ShownRow
from kshc_cli.findings import Path
from kshc_cli.messages import _

Placed = tuple[ShownRow, str]
"""A row with the words that say under which heading it stands."""


class Standing(NamedTuple):
    """A task where it stands in the sheet."""

    item: Item
    within: Path
    """The list that it is for."""
    number: int | None
    """Its place in the plan; None for a new one."""


def standings(wish: RowWish, sheet: PlanSheet, rows: Sequence[Placed], same: Mapping[int, int]) -> list[Standing]:
    """Return the rows that stand in a list, in the order of the sheet; ``same`` knows those of the plan."""
    found = list[Standing]()
    for place, within in enumerate(_lists(wish, sheet, rows, same)):
        if within is None:
            continue
        number = same.get(place)
        item = _new(wish, sheet, within, rows[place][0]) if number is None else Kept(sheet.rows[number].base.path)
        if item is not None:
            found.append(Standing(item, within, number))
    return found


def _lists(wish: RowWish, sheet: PlanSheet, rows: Sequence[Placed], same: Mapping[int, int]) -> list[Path | None]:
    """Return the list of each row: of its own words, else its old one, else that of the row above, or of the first."""
    named = {name: path for path, name in sheet.places.items()}
    found = list[Path | None]()
    above: Path | None = None
    unknown = dict[str, None]()
    for place, (row, words) in enumerate(rows):
        base = sheet.rows[same[place]] if place in same else None
        within = named.get(words) or (base.within if base else None)
        if words and words not in named:
            unknown[words] = None
        elif base and within and is_item(base.base) != ("items" in within):
            reason = _("a row of a table and a paragraph cannot take each other’s place")
            wish.not_taken.append(NotTaken(reason, max(row.cells, key=len)))
            within = base.within
        elif within is None:
            within = above or next(
                (one for one in map(named.get, (other for _row, other in rows[place:])) if one), None
            )
        above = within or above
        found.append(within)
    for words in unknown:
        wish.not_taken.append(NotTaken(_("the plan has no heading that is called so: choose one from the list"), words))
    return found


def _new(wish: RowWish, sheet: PlanSheet, within: Path, shown: ShownRow) -> New | None:
    """Return the task of a new row of a list, its cells as those of another one."""
    like = next(row.base for row in sheet.rows if row.within == within)
    cells = list(shown.cells)
    for place, (words, way) in enumerate(zip(shown.cells, like.values, strict=True)):
        if way is None and words:
            wish.not_taken.append(out_of_place(like, sheet.columns[place].header, words))
            cells[place] = ""
    if not is_item(like):
        return new_task(wish, like, shown._replace(cells=tuple(cells)))
    words = next(filter(None, cells), "")
    if not words:
        wish.not_taken.append(NotTaken(_("a new row does not say what is to be done"), shown.said))
    return New({"text": words}) if words else None


def moved_row(wish: RowWish, sheet: PlanSheet, number: int, within: Path | None, shown: ShownRow) -> BaseRow:
    """Return a row of the plan with a way for each column of the list that it stands ``within`` now.

    What it says in a column that the table of that has not is told, and stays.
    """
    row = sheet.rows[number]
    if within in {None, row.within}:
        return row.base
    like = next(one.base for one in sheet.rows if one.within == within)
    values = list(row.base.values)
    for place, (way, there) in enumerate(zip(row.base.values, like.values, strict=True)):
        if way is None and there is not None:
            values[place] = (*row.base.path, *there[len(like.path) :])
        elif way is not None and there is None and shown.cells[place]:
            wish.not_taken.append(NotTaken(unprinted(sheet.columns[place].header), shown.cells[place]))
    return row.base._replace(values=tuple(values))


def out_of_place(base: BaseRow, header: str, words: str) -> NotTaken:
    """Return why words stand in a cell of a task that is for nothing."""
    if is_item(base):
        return NotTaken(_("this task is a paragraph: say it in its words"), words)
    return NotTaken(_("the table of this task has no column “{header}”").format(header=header), words)
