"""The JSON Schema of ``kshc diff --format json``, made from the declaration of what it writes."""

from typing import Final

from kshc_cli.compare.values import EffectKind, Kind, Matched, Subject
from kshc_cli.reports.comparing.record import SCHEMA, Diff, DiffEffect, DiffItem, DiffPlan, DiffSide
from kshc_cli.source.record_schema import Schema
from tools.tuple_schema import TupleSchema

_DAYS: Final[Schema] = {"type": "array", "items": {"type": "string", "format": "date"}}


def diff_schema() -> Schema:
    """Return the schema, explained in the language in use."""
    codes: dict[tuple[type, str], Schema] = {
        (Diff, "schema"): {"const": SCHEMA},
        (DiffPlan, "date"): {"type": ["string", "null"], "format": "date"},
        (DiffItem, "kind"): {"enum": [*map(str, Kind)]},
        (DiffItem, "subject"): {"enum": [*map(str, Subject)]},
        (DiffItem, "matched"): {"enum": [*map(str, Matched), None]},
        (DiffEffect, "kind"): {"enum": [*map(str, EffectKind)]},
        (DiffEffect, "old_days"): _DAYS,
        (DiffEffect, "new_days"): _DAYS,
    }
    records: dict[type, str] = {DiffItem: "difference", DiffSide: "side", DiffEffect: "effect", DiffPlan: "plan"}
    return TupleSchema(Diff, records, codes).schema()
