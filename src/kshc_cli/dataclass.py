"""``dataclass`` as the standard library has it, made in a fifth of its time.

The library writes and compiles five methods for each class, which took a quarter of a cold ``kshc list``. Here only
``__init__`` is written; what compares, hashes and shows the fields is the same few functions for every class. That
nobody assigns to a frozen record is checked by mypy alone.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  it is what mypy knows
else:

    def dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type], type]:
        """Return what makes a dataclass of a class: arguments as the library's."""
        make = dataclasses.dataclass(eq=False, repr=False, slots=slots, kw_only=kw_only)

        def made(declared: type) -> type:
            cls = make(declared)
            names = [field.name for field in dataclasses.fields(cls)]
            cls.__values__ = attrgetter(*names) if names else staticmethod(_nothing)
            cls.__eq__ = _is_equal
            cls.__hash__ = _hash_of if frozen else None
            cls.__repr__ = _shown
            return cls

        return made


def _nothing(_record: object) -> tuple[()]:
    return ()


def _is_equal(self: Any, other: Any) -> Any:  # noqa: ANN401  any record
    return self.__values__(self) == other.__values__(other) if type(self) is type(other) else NotImplemented


def _hash_of(self: Any) -> int:  # noqa: ANN401  any record
    return hash(self.__values__(self))


def _shown(self: Any) -> str:  # noqa: ANN401  any record
    shown = (f"{field.name}={getattr(self, field.name)!r}" for field in dataclasses.fields(self) if field.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"
