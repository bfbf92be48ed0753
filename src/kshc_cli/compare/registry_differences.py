"""What differs between the registries of bodies."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.compare.fields import field_changes, stated
from kshc_cli.compare.order import kept_in_order
from kshc_cli.compare.pairing import Pair, paired
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.plan.model import Agency, Plan
from kshc_cli.reading.folding import canonical

_TOLD: Final = ("aliases", "members", "open", "subordinate", "valid_from", "valid_to", "succeeded_by")


def same_bodies(old: Sequence[Agency], new: Sequence[Agency]) -> dict[str, str]:
    """Return the ids of the old registry's bodies in the new one, as far as they are there."""
    return {old[one.old].id: new[one.new].id for one in _pairs(old, new)}


def _pairs(old: Sequence[Agency], new: Sequence[Agency]) -> list[Pair]:
    return sorted(paired(new, old, (lambda one: one.id, lambda one: canonical(one.name))))


def registry_differences(old: Plan, new: Plan) -> Iterator[Difference]:
    """Yield what differs between the bodies of two plans: known by their ids, else by their names."""
    before, after = old.agencies, new.agencies
    if before == after:
        return
    found = _pairs(before, after)
    both = {one.new: one.old for one in found}
    taken = set(both.values())
    for place, agency in enumerate(before):
        if place not in taken:
            yield Difference(Kind.REMOVED, Subject.AGENCY, agency.id, None, _whole(place, agency), None)
    for place, agency in enumerate(after):
        if place not in both:
            yield Difference(Kind.ADDED, Subject.AGENCY, agency.id, None, None, _whole(place, agency))
        else:
            yield from _changed(both[place], before[both[place]], place, agency)
    kept = kept_in_order([one.old for one in found])
    for index, one in enumerate(found):
        if index not in kept:
            sides = (_whole(place, agency) for place, agency in ((one.old, before[one.old]), (one.new, after[one.new])))
            old_side, new_side = (side._replace(cells=(), position=int(side.path[1]) + 1) for side in sides)
            yield Difference(Kind.REORDERED, Subject.AGENCY, after[one.new].id, None, old_side, new_side)


def _changed(place: int, old: Agency, other: int, new: Agency) -> Iterator[Difference]:
    for change in field_changes(old, new):
        kind = Kind.RENAMED if change.field == "id" else change.kind
        sides = (
            Side(("agencies", place, change.field), change.old),
            Side(("agencies", other, change.field), change.new),
        )
        yield Difference(kind, Subject.AGENCY, new.id, change.field, *sides)


def _whole(place: int, agency: Agency) -> Side:
    told = (
        (name, stated(getattr(agency, name))) for name in _TOLD if getattr(agency, name) != Agency.fields[name].default
    )
    return Side(("agencies", place), agency.name, cells=tuple((name, words) for name, words in told if words))
