"""What differs between the columns of tables."""

from collections.abc import Collection, Iterator, Sequence

from kshc_cli.compare.fields import field_changes, stated
from kshc_cli.compare.order import kept_in_order
from kshc_cli.compare.pairing import paired
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.plan.model import Column


def columns_differences(
    old: Sequence[Column] | None, new: Sequence[Column] | None, before: Side, after: Side
) -> Iterator[Difference]:
    """Yield what differs between the columns of two tables or plans, whose places ``before`` and ``after`` tell."""
    if old == new:
        return
    if old is None or new is None:
        sides = before._replace(words=_headers(old)), after._replace(words=_headers(new))
        yield Difference(Kind.RESTATED, Subject.COLUMN, None, "columns", *sides)
        return
    pairs = sorted(paired(new, old, (_known_by, lambda column: column.header)))
    yield from _of_one_side(Kind.REMOVED, old, {pair.old for pair in pairs}, before)
    yield from _of_one_side(Kind.ADDED, new, {pair.new for pair in pairs}, after)
    for pair in pairs:
        column = new[pair.new]
        for one in field_changes(old[pair.old], column):
            was, now = _side(before, pair.old, one.old, one.field), _side(after, pair.new, one.new, one.field)
            yield Difference(one.kind, Subject.COLUMN, column.key or column.role, one.field, was, now)
    for index in sorted(frozenset(range(len(pairs))) - kept_in_order([pair.old for pair in pairs])):
        pair = pairs[index]
        was = _side(before, pair.old, old[pair.old].header)._replace(position=pair.old + 1)
        now = _side(after, pair.new, new[pair.new].header)._replace(position=pair.new + 1)
        yield Difference(Kind.REORDERED, Subject.COLUMN, None, None, was, now)


def _of_one_side(kind: Kind, columns: Sequence[Column], known: Collection[int], side: Side) -> Iterator[Difference]:
    for place, column in enumerate(columns):
        if place not in known:
            one = _side(side, place, column.header)
            sides = (one, None) if kind is Kind.REMOVED else (None, one)
            yield Difference(kind, Subject.COLUMN, column.key, None, *sides)


def _known_by(column: Column) -> tuple[str, str | None]:
    return column.role, column.key


def _headers(columns: Sequence[Column] | None) -> str | None:
    return stated(tuple(columns)) if columns is not None else None


def _side(side: Side, place: int, words: str | None, *field: str) -> Side:
    return side._replace(path=(*side.path, place, *field), words=words)
