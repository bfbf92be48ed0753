"""JSON Schemas of files (draft-07, the newest that YAML editors know), made from the records.

Titles are the fields' Vietnamese names, descriptions the docstrings of records and fields in the language in use. YAML
tools give scalars types where kshc reads text, so a text may also be a number (``id: 1.10``), and a number a text of
digits (``"2026"``).
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from kshc_cli.messages import explained
from kshc_cli.plan.docstrings import field_docs, prose
from kshc_cli.plan.modelled import json_schema_of
from kshc_cli.plan.record import Record, WordsRecord
from kshc_cli.source.mistakes.fields import records_in

Schema: TypeAlias = dict[str, Any]

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_DEFINITIONS: Final = "#/definitions/"
NULL: Final[Schema] = {"type": "null"}
_WORDS: Final[Schema] = {"type": ["string", "number"], "minLength": 1}
_LIMITS: Final = {"ge": "minimum", "le": "maximum"}
"""Keywords that pydantic leaves in its own spelling where a validator stands before the number."""
_DATE_PATTERN: Final = "^(?:19|2[0-2])[0-9]{2}-[0-9]{2}-[0-9]{2}$"
_NO_DEFAULTS: Final[tuple[object, ...]] = (None, [], {})


def schema_of(root: type[Record], choices: Mapping[str, list[Schema]]) -> Schema:
    """Return the JSON Schema of a file that is a ``root``.

    ``choices`` names the records, ``root`` among them, whose fields depend on each other, with the ways they may stand.
    """
    records = {record.__name__: record for record in _reachable(root, set())}
    raw = json_schema_of(root, _DEFINITIONS + "{model}")
    definitions = {name: _definition(records[name], part) for name, part in sorted(raw.pop("$defs").items())}
    whole = _definition(root, raw)
    for name, ways in choices.items():
        (whole if name == root.__name__ else definitions[name])["oneOf"] = ways
    return {"$schema": _DRAFT, **whole, "definitions": definitions}


def schema_text(schema: Schema) -> str:
    """Return a JSON Schema as the text of its file."""
    from json import dumps

    return dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _reachable(record: type[Record], seen: set[type[Record]]) -> Iterator[type[Record]]:
    if record in seen:
        return
    seen.add(record)
    yield record
    for field in record.keys.values():
        for part in records_in(field.annotation):
            yield from _reachable(part, seen)


def _definition(record: type[Record], raw: Schema) -> Schema:
    docs = _field_docs(record)
    properties = {name: _property(name, part, docs, record) for name, part in raw["properties"].items()}
    required = {"required": raw["required"]} if "required" in raw else {}
    start = {"type": "object", "description": explained(prose(record.__doc__ or "")), "properties": properties}
    return {**start, **required, "additionalProperties": False}


def _property(name: str, raw: Schema, docs: dict[str, str], record: type[Record]) -> Schema:
    title = record.keys[name].title
    named = {"title": title} if title else {}
    rest = {key: value for key, value in raw.items() if key not in ("title", "default", "discriminator")}
    default = {"default": raw["default"]} if raw.get("default") not in _NO_DEFAULTS else {}
    return {**named, "description": explained(docs[name]), **_beside_others(_loosened(rest)), **default}


def _beside_others(part: Schema) -> Schema:
    """Let a reference stand beside other keywords: draft-07 ignores what is beside a ``$ref``."""
    return {"allOf": [part]} if "$ref" in part else part


def _loosened(raw: Schema) -> Schema:
    """Return what a YAML tool has to accept of a value, as other tools see it, where kshc accepts ``raw``."""
    raw = {_LIMITS.get(key, key): value for key, value in raw.items()}
    if "$ref" in raw:
        return {"anyOf": [_WORDS, raw]} if raw["$ref"].removeprefix(_DEFINITIONS) in _cells() else raw
    if "anyOf" in raw:
        return _nullable(raw["anyOf"])
    if "oneOf" in raw:
        return {"oneOf": [_loosened(part) for part in raw["oneOf"]]}
    if raw["type"] == "array":
        return {**raw, "items": _loosened(raw["items"])}
    if raw["type"] == "object":
        return {"type": "object", **_keyed(raw)}
    return _loosened_scalar(raw)


def _loosened_scalar(raw: Schema) -> Schema:
    """Return the same of a value that is no list and no mapping."""
    if raw["type"] == "integer":
        return {**raw, "type": ["integer", "string"], "pattern": f"^0*{numerals(raw['minimum'], raw['maximum'])}$"}
    if raw["type"] != "string" or "enum" in raw or "const" in raw:
        return raw
    if raw.get("format") == "date":
        return {**raw, "pattern": _DATE_PATTERN}
    not_negative = {"minimum": 0} if "pattern" in raw else {}  # an id begins with no hyphen
    return {**raw, **not_negative, "type": _WORDS["type"]}


def numerals(low: int, high: int) -> str:
    """Return the pattern of the whole numbers from ``low`` to ``high``, in digits without zeros before them."""
    lengths = range(len(str(low)), len(str(high)) + 1)
    parts = [_numerals(str(max(low, 10 ** (n - 1) if n > 1 else 0)), str(min(high, 10**n - 1))) for n in lengths]
    return f"(?:{'|'.join(parts)})"


def _numerals(low: str, high: str) -> str:
    """Return the pattern of the numbers between two that have the same count of digits."""
    first, last, rest = int(low[:1] or 0), int(high[:1] or 0), len(low) - 1
    if rest < 1:
        return f"[{low}-{high}]" if low else ""
    if first == last:
        return low[0] + _numerals(low[1:], high[1:])
    parts = []
    if int(low[1:]):
        parts.append(low[0] + _numerals(low[1:], "9" * rest))
        first += 1
    if high[1:] != "9" * rest:
        parts.append(high[0] + _numerals("0" * rest, high[1:]))
        last -= 1
    if first <= last:
        parts.append(f"[{first}-{last}]" + "[0-9]" * rest)
    return f"(?:{'|'.join(parts)})"


def _keyed(raw: Schema) -> Schema:
    """Return what a mapping of keys that the writer chooses may hold."""
    ((pattern, value),) = raw["patternProperties"].items()
    names = {"pattern": pattern, **raw.get("propertyNames", {})}
    return {"propertyNames": names, "additionalProperties": _loosened(value)}


def _cells() -> set[str]:
    """Return the names of the records that may be written as their words alone."""
    return {record.__name__ for record in WordsRecord.__subclasses__()}


def _nullable(parts: list[Schema]) -> Schema:
    """Join an optional value with null: as a further type where that is possible, else as a further choice."""
    (value,) = (_loosened(part) for part in parts if part != NULL)
    match value:
        case {"anyOf": list(choices)}:
            return {"anyOf": [*choices, NULL]}
        case {"type": list(types)}:
            return {**value, "type": [*types, "null"]}
        case {"type": "string" | "array" | "integer" as one} if not value.keys() & {"enum", "const"}:
            return {**value, "type": [one, "null"]}
        case _:
            return {"anyOf": [value, NULL]}


def _field_docs(record: type[Record]) -> dict[str, str]:
    """Return the docstrings below the fields of a record, its parents' too, by YAML key."""
    docs: dict[str, str] = {}
    for parent in reversed(record.__mro__):
        if issubclass(parent, Record):
            docs.update(field_docs(parent))
    return {key: docs[name] for key, name in zip(record.keys, record.fields, strict=True)}
