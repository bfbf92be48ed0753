"""JSON Schemas of objects that kshc writes, made from the declarations of what it writes: named tuples."""

from collections.abc import Mapping
from datetime import date
from types import NoneType
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from kshc_cli.dataclass import dataclass
from kshc_cli.messages import explained
from kshc_cli.plan.docstrings import field_docs, prose
from kshc_cli.source.record_schema import Schema

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_TYPES: Final[Mapping[object, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}


@dataclass(frozen=True, slots=True)
class TupleSchema:
    """What makes the schema of an object: the records in it by their names, and the fields that hold codes."""

    root: type[NamedTuple]
    records: Mapping[type, str]
    codes: Mapping[tuple[type, str], Schema]

    def schema(self) -> Schema:
        """Return the schema, explained in the language in use."""
        definitions = {name: self._definition(record) for record, name in self.records.items()}
        return {"$schema": _DRAFT, **self._definition(self.root), "definitions": definitions}

    def _definition(self, record: type[NamedTuple]) -> Schema:
        docs, hints = dict(field_docs(record)), get_type_hints(record)
        properties = {
            name: {"description": explained(docs[name]), **self.codes.get((record, name), self._shape(hint))}
            for name, hint in hints.items()
        }
        description = explained(prose(record.__doc__ or ""))
        start = {"type": "object", "description": description, "properties": properties}
        return {**start, "required": list(hints), "additionalProperties": False}

    def _shape(self, hint: Any) -> Schema:  # noqa: ANN401  any annotation
        if hint in _TYPES:
            return dict(_TYPES[hint])
        if hint in self.records:
            return {"allOf": [{"$ref": f"#/definitions/{self.records[hint]}"}]}
        if get_origin(hint) is Literal:
            return {"enum": list(get_args(hint))}
        if get_origin(hint) is list:
            return {"type": "array", "items": self._item(get_args(hint)[0])}
        if get_origin(hint) is dict:
            return {"type": "object", "additionalProperties": self._item(get_args(hint)[1])}
        return _any_of([self._shape(one) for one in get_args(hint)])

    def _item(self, hint: Any) -> Schema:  # noqa: ANN401  any annotation
        return {"$ref": f"#/definitions/{self.records[hint]}"} if hint in self.records else self._shape(hint)


def _any_of(shapes: list[Schema]) -> Schema:
    """Join kinds of values: as types where that is possible, else as choices."""
    if all(shape.keys() == {"type"} or shape.get("type") == "string" for shape in shapes) and all(
        isinstance(shape["type"], str) for shape in shapes
    ):
        joined = {key: value for shape in shapes for key, value in shape.items()}
        return {**joined, "type": [shape["type"] for shape in shapes]}
    return {"anyOf": shapes}
