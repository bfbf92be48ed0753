"""What differs of the decision, or of how a plan is issued by itself."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.compare.fields import field_changes
from kshc_cli.compare.lists import list_differences
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.plan.act import Decision, Issuance
from kshc_cli.plan.model import Plan

_LISTS: Final = ("bases", "articles", "recipients")


def act_differences(old: Plan, new: Plan) -> Iterator[Difference]:
    """Yield what differs of what is signed and numbered."""
    before, after = old.act, new.act
    path, other = _path(before), _path(after)
    if type(before) is not type(after):
        yield Difference(Kind.RESTATED, Subject.DECISION, None, "decision", Side(path, path[0]), Side(other, other[0]))
    for change in field_changes(before, after, without=(*_LISTS, "signature")):
        sides = Side((*path, change.field), change.old), Side((*other, change.field), change.new)
        yield Difference(change.kind, Subject.DECISION, None, change.field, *sides)
    for name in _LISTS:
        lists = ((*path, name), _lines(before, name)), ((*other, name), _lines(after, name))
        yield from list_differences(Subject.DECISION, name, *lists)
    signed, signs = before.signature, after.signature
    lines = ((*path, "signature", "lines"), signed.lines), ((*other, "signature", "lines"), signs.lines)
    yield from list_differences(Subject.DECISION, "signature.lines", *lines)
    for change in field_changes(signed, signs, without=("lines",)):
        ways = (*path, "signature", change.field), (*other, "signature", change.field)
        sides = Side(ways[0], change.old), Side(ways[1], change.new)
        yield Difference(change.kind, Subject.DECISION, None, f"signature.{change.field}", *sides)


def _path(act: Decision | Issuance) -> tuple[str]:
    return ("decision" if isinstance(act, Decision) else "issuance",)


def _lines(act: Decision | Issuance, name: str) -> Sequence[str]:
    return getattr(act, name, ())
