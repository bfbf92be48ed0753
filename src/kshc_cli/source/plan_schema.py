"""The JSON Schemas of plans and of progress logs, with what their fields say of each other."""

from typing import Final

from kshc_cli.plan.model import Column, Plan, Table
from kshc_cli.source.record_schema import NULL, Schema, schema_of
from kshc_cli.tracking.progress_log import FIELDS, OWN, EntryRecord, ProgressLog

_ROWS: Final[list[Schema]] = [
    {"required": ["groups"], "properties": {"groups": {"minItems": 1}, "tasks": {"maxItems": 0}}},
    {"required": ["tasks"], "properties": {"tasks": {"minItems": 1}, "groups": {"maxItems": 0}}},
]
_ISSUED: Final[list[Schema]] = [
    {"required": [one], "properties": {one: {"not": NULL}, other: NULL}}
    for one, other in (("decision", "issuance"), ("issuance", "decision"))
]
_OTHER_WORDS: Final[list[Schema]] = [
    {"required": ["key"], "properties": {"role": {"const": "other"}, "key": {"not": NULL}}},
    {"properties": {"role": {"not": {"const": "other"}}, "key": NULL}},
]


def plan_schema() -> Schema:
    """Return the JSON Schema of a plan file."""
    return schema_of(Plan, {Plan.__name__: _ISSUED, Table.__name__: _ROWS, Column.__name__: _OTHER_WORDS})


def progress_schema() -> Schema:
    """Return the JSON Schema of a progress log."""
    return schema_of(
        ProgressLog, {EntryRecord.__name__: [_entry(what.value, *fields) for what, fields in FIELDS.items()]}
    )


def _entry(what: str, needed: frozenset[str], allowed: frozenset[str]) -> Schema:
    """Return what the fields of an entry of one kind may be."""
    others = [name for name in OWN if name not in needed | allowed]
    given = {name: {"not": NULL} for name in sorted(needed)} | dict.fromkeys(others, NULL)
    return {"required": sorted(needed), "properties": {"what": {"const": what}, **given}}
