"""Records as plain values that marshal can write, and back: only kinds that are listed come out again.

A plain value is None, a truth, a number, a text, or a list whose first item tells what the others are made to. Nothing
is validated on the way back, so that only what kshc wrote itself may be read.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, Final

from kshc_cli.dataclass import field_names
from kshc_cli.plan.record import Record

Plain = Any
"""A plain value."""

_TUPLE: Final = -1
_SET: Final = -2
_DATE: Final = -3
_MAPPING: Final = -4
_SCALARS: Final = frozenset((bool, int, str))


class Codec:
    """Writes and reads values of ``kinds``: records, dataclasses and enumerations, and what is made of these.

    The order of ``kinds`` is a part of the form.
    """

    def __init__(self, *kinds: type) -> None:
        self.kinds = kinds

    @cached_property
    def _numbers(self) -> dict[type, int]:
        return {kind: number for number, kind in enumerate(self.kinds)}

    @cached_property
    def _makers(self) -> list[Callable[[list[Any]], Any]]:
        return [_maker(kind) for kind in self.kinds]

    @cached_property
    def _names(self) -> list[tuple[str, ...]]:
        return [_names(kind) for kind in self.kinds]

    def to_plain(self, value: object) -> Plain:
        """Return a value as a plain one. Raises KeyError for one of another kind."""
        if value is None or type(value) in _SCALARS:
            return value
        if isinstance(value, str) and not isinstance(value, Enum):
            return str(value)
        match value:
            case date():
                return [_DATE, value.toordinal()]
            case tuple():
                return [_TUPLE, *map(self.to_plain, value)]
            case frozenset():
                return [_SET, *map(self.to_plain, value)]
            case Mapping():
                return [_MAPPING, *(self.to_plain(part) for item in value.items() for part in item)]
            case _:
                number = self._numbers[type(value)]
                return [number, *(self.to_plain(part) for part in self._parts(value, number))]

    def _parts(self, value: object, number: int) -> Iterator[object]:
        if isinstance(value, Enum):
            return iter((value.value,))
        return (getattr(value, name) for name in self._names[number])

    def from_plain(self, plain: Plain) -> Any:  # noqa: ANN401  whatever it was
        """Return the value that was written."""
        if type(plain) is not list:
            return plain
        number = plain[0]
        if number >= 0:
            return self._makers[number]([self.from_plain(one) for one in plain[1:]])
        if number == _TUPLE:
            return tuple(self.from_plain(one) for one in plain[1:])
        if number == _SET:
            return frozenset(self.from_plain(one) for one in plain[1:])
        if number == _MAPPING:
            parts = map(self.from_plain, plain[1:])
            return dict(zip(parts, parts, strict=True))
        return date.fromordinal(plain[1])


def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401  a dataclass is no type to mypy
    if issubclass(kind, Record):
        return tuple(kind.fields)
    return () if issubclass(kind, Enum) else field_names(kind)


def _maker(kind: type) -> Callable[[list[Any]], Any]:
    names = _names(kind)
    if issubclass(kind, Enum):
        return lambda values: kind(values[0])
    if not issubclass(kind, Record):
        return lambda values: kind(**dict(zip(names, values, strict=True)))

    def made(values: list[Any]) -> Record:
        record = kind.__new__(kind)
        record.__setstate__(dict(zip(names, values, strict=True)))
        return record

    return made
