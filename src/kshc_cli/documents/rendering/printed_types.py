"""The types of what a template can name: the records of ``words``, their fields, and what Jinja adds."""

import dataclasses
from collections.abc import Mapping
from types import NoneType, UnionType
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

Type: TypeAlias = Any
"""The type of a value as an annotation states it; ``Any`` where nothing is known of it."""

_WORDS: Final = frozenset(
    (
        *("upper", "lower", "title", "capitalize", "trim", "replace", "join", "string"),
        *("indent", "center", "truncate", "wordwrap", "format", "e", "escape"),
    )
)
"""Filters that give words."""

_SAME: Final = frozenset({"list", "sort", "reverse", "unique", "default", "d"})
"""Filters that give what they get."""

_ITEM: Final = frozenset({"first", "last", "random"})
"""Filters that give an item of what they get."""


@dataclasses.dataclass(frozen=True, slots=True)
class Loop:
    """``loop``: what Jinja tells inside a loop."""

    index: int
    index0: int
    revindex: int
    revindex0: int
    first: bool
    last: bool
    length: int
    depth: int
    depth0: int
    previtem: Any
    nextitem: Any
    cycle: Any
    changed: Any


def fields_of(record: Type) -> dict[str, Type]:
    """Return the fields of a record with their types, as they are where they are there; none of anything else."""
    if not dataclasses.is_dataclass(record):
        return {}
    return {name: _without_none(kind) for name, kind in get_type_hints(record).items()}


def item_of(kind: Type) -> Type:
    """Return the type of the items of a list, or of the letters of words."""
    if is_list(kind):
        return get_args(kind)[0]
    return str if kind is str else Any


def is_list(kind: Type) -> bool:
    """Tell whether a type is a list's."""
    origin: object = get_origin(kind)
    return origin is tuple


def has_attribute(kind: Type, name: str) -> bool:
    """Tell whether a value of a type that is no record has an attribute, such as a method of words."""
    return kind is Any or hasattr(tuple if is_list(kind) else kind, name)


def filtered(name: str, kind: Type) -> Type:
    """Return what a filter makes of a value."""
    if name in _WORDS:
        return str
    if name in _SAME:
        return kind
    if name in _ITEM:
        return item_of(kind)
    return int if name in {"length", "count", "int"} else Any


def whole_name(name: str, records: Mapping[str, Type]) -> str | None:
    """Return the whole name of a field of ``records`` that is called ``name``: ``decision.title``."""
    return next((f"{record}.{name}" for record, kind in records.items() if name in fields_of(kind)), None)


def _without_none(kind: Type) -> Type:
    if isinstance(kind, UnionType):
        present = [part for part in get_args(kind) if part is not NoneType]
        return present[0] if len(present) == 1 else Any
    return kind
