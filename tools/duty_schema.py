"""The JSON Schema of ``kshc export json``, made from the declaration of what it writes."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from kshc_cli.messages import explained
from kshc_cli.outputs.duty_tables import SCHEMA
from kshc_cli.plan.docstrings import field_docs, prose
from kshc_cli.query.duties import AllDuties, DutyRow, PlanOfDuties
from kshc_cli.reading.values import Kind
from kshc_cli.source.record_schema import Schema
from kshc_cli.tracking.standing import Status

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_RECORDS: Final[Mapping[type, str]] = {DutyRow: "duty", PlanOfDuties: "plan"}
_CODES: Final[Mapping[tuple[type, str], Schema]] = {
    (AllDuties, "schema"): {"const": SCHEMA},
    (DutyRow, "kind"): {"enum": [*map(str, Kind), "unread"]},
    (DutyRow, "status"): {"enum": [*map(str, Status)]},
}
"""What fields hold that are more than texts."""
_TYPES: Final[Mapping[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    type(None): {"type": "null"},
    dict[str, int]: {"type": "object", "additionalProperties": {"type": "integer"}},
}


def duty_schema() -> Schema:
    """Return the schema, explained in the language in use."""
    definitions = {name: _definition(record) for record, name in _RECORDS.items()}
    return {"$schema": _DRAFT, **_definition(AllDuties), "definitions": definitions}


def _definition(record: type[NamedTuple]) -> Schema:
    docs, hints = dict(field_docs(record)), get_type_hints(record)
    properties = {
        name: {"description": explained(docs[name]), **_CODES.get((record, name), _shape(hint))}
        for name, hint in hints.items()
    }
    description = explained(prose(record.__doc__ or ""))
    start = {"type": "object", "description": description, "properties": properties}
    return {**start, "required": list(hints), "additionalProperties": False}


def _shape(hint: Any) -> Schema:  # noqa: ANN401  any annotation
    if hint in _TYPES:
        return dict(_TYPES[hint])
    if get_origin(hint) is Literal:
        return {"enum": list(get_args(hint))}
    if get_origin(hint) is list:
        return {"type": "array", "items": {"$ref": f"#/definitions/{_RECORDS[get_args(hint)[0]]}"}}
    shapes = [_shape(one) for one in get_args(hint)]
    others = [one for one in shapes if one != {"type": "null"}]
    if len(others) == 1 and len(shapes) == 2:
        return {**others[0], "type": [others[0]["type"], "null"]}
    return {"anyOf": shapes}
