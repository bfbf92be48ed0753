"""Bodies that are one in the new year: their entries, and the lists of ids in which they stand, become one, too."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kshc_cli.compare.edited import Item, Kept, New
from kshc_cli.desk.rolling.bodies import Renaming
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.reading.values import AgencyReading
from kshc_cli.source.edit.changing import changed, changed_data
from kshc_cli.source.edit.marks import CannotPlaceError
from kshc_cli.source.plan_text import read_plan_file

_LISTS = frozenset(("members", "succeeded_by", "agencies"))
"""The fields that hold ids of bodies; of those one holds the registry, whose entries have ids of their own."""


def successors(row: Iterable[Renaming]) -> Mapping[str, str]:
    """Return the ids of bodies that are joined with others, each with that of the one that stays."""
    return {one.agency.id: one.into for one in row if one.into}


def joined(text: str, into: Mapping[str, str]) -> str | None:
    """Return the text of a plan without the bodies that are joined with others; None where it cannot be told in it."""
    if not into:
        return text
    data = read_plan_file(text.encode()).text.data
    lists = dict(_lists(data, (), into))
    try:
        new = changed(text, {}, lists)
    except CannotPlaceError:
        return None
    is_meant = read_plan_file(new.encode()).text.data == changed_data(data, {}, lists)
    return new if is_meant else None


def _lists(node: Any, path: Path, into: Mapping[str, str]) -> Iterator[tuple[Path, tuple[Item, ...]]]:  # noqa: ANN401  plain data
    """Yield the lists that hold such bodies, as they become."""
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in parts:
        yield from _lists(part, (*path, key), into)
    if not (isinstance(node, list) and path[-1] in _LISTS):
        return
    ids = [str(one.get("id") if isinstance(one, dict) else one) for one in node]
    if into.keys().isdisjoint(ids):
        return
    if path == ("agencies",):
        yield path, tuple(Kept((*path, place)) for place, id_ in enumerate(ids) if id_ not in into)
    else:
        places = {id_: place for place, id_ in enumerate(ids)}
        names = dict.fromkeys(into.get(id_, id_) for id_ in ids)
        yield path, tuple(Kept((*path, places[id_])) if id_ in places else New(id_) for id_ in names)


def cell_doubt(before: AgencyReading, after: AgencyReading, into: Mapping[str, str], *, is_renamed: bool) -> str:
    """Say why the words of a cell stay though a body that they name is called otherwise; nothing where they change."""
    meant = [tuple(dict.fromkeys(into.get(body, body) for body in cell.agencies)) for cell in (before, after)]
    if is_renamed and len({*before.agencies}) > len(meant[0]):
        return _("Bodies that are named here are joined; write the new name once.")
    if not {*into, *into.values()}.isdisjoint(before.excluded):
        return _("A body that is taken out here is joined with another one; say anew who does it.")
    if meant[0] != meant[1] or len(before.unread) != len(after.unread):
        return _("By its new name another body might be meant here, or none.")
    return ""


def twice_named(cells: Iterable[tuple[str, AgencyReading]], into: Mapping[str, str]) -> bool:
    """Tell whether bodies that lead a task and cooperate in it become one."""
    lead, coop = ([*cell.agencies] for _field, cell in cells)
    return any(into.get(one, one) == into.get(other, other) and one != other for one in lead for other in coop)
