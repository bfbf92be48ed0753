"""What differs of sections, tables and groups themselves: headings, columns, places."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.compare.columns import columns_differences
from kshc_cli.compare.fields import field_changes
from kshc_cli.compare.order import out_of_order
from kshc_cli.compare.part_pairs import Part, PartPair, PartPairs
from kshc_cli.compare.values import Difference, Kind, Side
from kshc_cli.plan.model import Table

_WITHIN: Final = frozenset(("paragraphs", "items", "tables", "groups", "tasks", "columns"))
"""Fields that hold what is compared by itself."""


def part_differences(parts: PartPairs) -> Iterator[Difference]:
    """Yield what differs of parts."""
    for part in parts.gone:
        yield Difference(Kind.REMOVED, part.level, None, None, _side(part), None)
    for part in parts.come:
        yield Difference(Kind.ADDED, part.level, None, None, None, _side(part))
    for pair in parts.same:
        yield from _of_fields(pair)
    yield from _of_places(parts)


def _of_fields(pair: PartPair) -> Iterator[Difference]:
    old, new = pair
    for change in field_changes(old.record, new.record, without=_WITHIN):
        before = Side((*old.path, change.field), change.old, old.place)
        after = Side((*new.path, change.field), change.new, new.place)
        yield Difference(change.kind, new.level, None, change.field, before, after)
    if isinstance(old.record, Table) and isinstance(new.record, Table):
        sides = (Side((*one.path, "columns"), None, (*one.place, one.heading)) for one in pair)
        yield from columns_differences(old.record.columns, new.record.columns, *sides)


def _of_places(parts: PartPairs) -> Iterator[Difference]:
    where = parts.where
    staying: list[PartPair] = []
    for pair in parts.same:
        if where.get(pair.old.within, ()) == pair.new.within:
            staying.append(pair)
        else:
            yield Difference(Kind.MOVED, pair.new.level, None, None, _side(pair.old), _side(pair.new))
    places, now = [_number(one.old) for one in staying], [_number(one.new) for one in staying]
    for index in sorted(out_of_order([(one.new.level, one.new.within) for one in staying], places, now)):
        old, new = (_side(one)._replace(position=_number(one)) for one in staying[index])
        yield Difference(Kind.REORDERED, staying[index].new.level, None, None, old, new)


def _side(part: Part) -> Side:
    return Side(part.path, part.record.heading, part.place)


def _number(part: Part) -> int:
    """Return which among its like a part is, from 1."""
    return int(part.path[-1]) + 1
