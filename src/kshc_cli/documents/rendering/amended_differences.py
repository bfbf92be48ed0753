"""Which differences an amending decision tells of, and which a document prints that such a decision has of its own.

What prints no words (readings, bodies, the calendar, letters composed otherwise) is no amendment, nor is what is
stamped and signed: number, day, recipients, signer, bases.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from kshc_cli.compare.values import Difference, Kind, Subject
from kshc_cli.documents.rendering.amended_places import on_line
from kshc_cli.documents.rendering.words import shown
from kshc_cli.findings import Path
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import columns_of

PARTS: Final = frozenset((Subject.SECTION, Subject.TABLE, Subject.GROUP))
"""What has a heading, and holds others."""
UNSEEN: Final = frozenset((Kind.RESPELT, Kind.RESPACED, Kind.RESTATED, Kind.RENAMED))
"""What a difference is that no reader of the document sees."""
_FIELDS: Final[Mapping[Subject, frozenset[str | None]]] = {
    Subject.PLAN: frozenset(("plan.subject", "plan.title", "preamble")),
    Subject.DECISION: frozenset(("subject", "articles")),
    Subject.COLUMN: frozenset((None, "header")),
    Subject.SECTION: frozenset((None, "heading")),
    Subject.TABLE: frozenset((None, "heading")),
    Subject.GROUP: frozenset((None, "heading")),
    Subject.PARAGRAPH: frozenset((None,)),
}
"""What of each a document prints and an amendment can change; of tasks it depends on their columns."""
_OWN: Final[Mapping[Subject, frozenset[str | None]]] = {
    Subject.PLAN: frozenset(("issuer.name", "issuer.parent", "issuer.place", "plan.reference")),
    Subject.DECISION: frozenset(
        (
            *("number", "symbol", "date", "title", "subject", "authority", "bases", "articles", "recipients"),
            *("signature.lines", "signature.name"),
        )
    ),
}
"""What of each a document prints, and every decision states for itself."""


def amendments(found: Sequence[Difference], old: Plan, new: Plan) -> list[Difference]:
    """Return what an amending decision tells of what differs; of what is gone as a whole, not each of its parts."""
    printed = [one for one in found if _is_printed(one, old, new)]
    whole = {one.old.path for one in printed if one.kind is Kind.REMOVED and one.old and one.subject in PARTS}
    return [one for one in printed if one.kind is not Kind.REMOVED or not (one.old and _is_within(one.old.path, whole))]


def stated_anew(found: Sequence[Difference], old: Plan, new: Plan) -> list[Difference]:
    """Return what differs in print, and is not amended because the amending decision states it for itself."""
    others = (one for one in found if one.field in _OWN.get(one.subject, ()) and not _is_printed(one, old, new))
    return [one for one in others if one.kind not in UNSEEN or one.field == "date"]


def _is_within(path: Path, whole: set[Path]) -> bool:
    return any(path[:length] in whole for length in range(len(path)))


def _is_printed(one: Difference, old: Plan, new: Plan) -> bool:
    if one.kind in UNSEEN:
        return False
    if one.subject in PARTS and not any(side and shown(side.words) for side in (one.old, one.new)):
        return False  # what stands in it is told by itself
    if one.subject is Subject.DECISION and type(old.act) is not type(new.act):
        return False  # how a plan was issued is no part of what is amended
    if one.subject is not Subject.TASK:
        return one.field in _FIELDS.get(one.subject, ())
    side, plan = (one.new, new) if one.new else (one.old, old)
    path = side.path if side else ()
    if "duties" in path:
        return False
    if "items" in path:
        return one.field in {None, "text"}
    return one.field is None or bool(header_of(plan, path, one.field))


def header_of(plan: Plan, path: Path, field: str) -> str:
    """Return the words above the column of a task's field; nothing where its table shows none."""
    table = plan.plan.sections[int(path[2])].tables[int(path[4])]
    key = field.partition("others.")[2]
    columns = columns_of(plan, table)
    found = (one for one in columns if (one.role == "other" and one.key == key) or (not key and one.role == field))
    return next((on_line(one.header) for one in found), "")
