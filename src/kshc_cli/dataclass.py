"""``dataclass`` as the standard library has it, which makes of a class what is needed of it when it is needed.

The library writes and compiles five methods for each class, which took a quarter of a cold ``kshc list``. Here only
``__init__`` is written, when a first record is made: most runs meet half of the classes. What compares, hashes and
shows the fields is the same few functions for every class; what ``dataclasses`` knows of a class is made by it when
that is asked for. That nobody assigns to a frozen record is checked by mypy alone. The library itself takes half a
start of Python, for ``inspect``.
"""

from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any, ClassVar, Final, NamedTuple

_MISSING: Final = object()
_NONE: Final = object()
"""That a field has no default; ``_MISSING`` is the one of a field that is made where it is not given."""


class _Default(NamedTuple):
    """What ``field`` says of a field."""

    default: Any
    default_factory: Any
    init: bool
    repr: bool
    compare: bool


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414  it is what mypy knows
    from dataclasses import field as field  # noqa: PLC0414
    from dataclasses import replace as replace  # noqa: PLC0414
else:

    def field(
        *,
        default: object = _MISSING,
        default_factory: object = _MISSING,
        init: bool = True,
        repr: bool = True,  # noqa: A002
        compare: bool = True,
    ) -> _Default:
        """Return what is said of a field: arguments as the library's."""
        return _Default(default, default_factory, init, repr, compare)

    def replace(record: object, /, **changes: object) -> object:
        """Return a record with other values in these fields."""
        for name, declared in record.__declared_fields__.items():
            if name not in changes and not (isinstance(declared.default, _Default) and not declared.default.init):
                changes[name] = getattr(record, name)
        return type(record)(**changes)

    def dataclass(*, frozen: bool = False, slots: bool = False, kw_only: bool = False) -> Callable[[type], type]:
        """Return what makes a dataclass of a class: arguments as the library's."""

        def made(declared: type) -> type:
            own = _declared_fields(declared, is_named=kw_only)
            inherited = getattr(declared, "__declared_fields__", {})
            fields = {**inherited, **own}
            cls = _slotted(declared, [name for name in own if name not in inherited]) if slots else declared
            cls.__declared_fields__ = fields
            cls.__match_args__ = tuple(name for name, field in fields.items() if not field.is_named)
            cls.__values__ = attrgetter(*fields) if fields else staticmethod(_nothing)
            cls.__eq__ = _is_equal
            cls.__hash__ = _hash_of if frozen else None
            cls.__repr__ = _shown
            cls.__init__ = _Later("__init__", lambda: _write_init(cls))
            cls.__dataclass_fields__ = _Later("__dataclass_fields__", lambda: _declare(cls, declared, kw_only=kw_only))
            return cls

        return made


def field_names(cls: type) -> tuple[str, ...]:
    """Return the names of a class's fields. Raises AttributeError where it is none of these."""
    fields: Mapping[str, _Field] = cls.__declared_fields__  # type: ignore[attr-defined]
    return tuple(fields)


class _Field(NamedTuple):
    """A field as it was declared."""

    default: Any
    is_named: bool
    """Whether it is given by its name alone."""


class _Later:
    """An attribute of a class that ``make`` replaces, when it is asked for."""

    __slots__ = ("make", "name")

    def __init__(self, name: str, make: Callable[[], None]) -> None:
        self.name = name
        self.make = make

    def __get__(self, record: object | None, cls: type) -> Any:  # noqa: ANN401  any attribute
        self.make()
        return getattr(cls if record is None else record, self.name)


def _declared_fields(declared: type, *, is_named: bool) -> Mapping[str, _Field]:
    return {
        name: _Field(declared.__dict__.get(name, _MISSING), is_named)
        for name, kind in declared.__annotations__.items()
        if kind is not ClassVar and getattr(kind, "__origin__", None) is not ClassVar
    }


def _slotted(declared: type, names: list[str]) -> type:
    """Return the class with a slot for each of these fields."""
    body = {name: value for name, value in declared.__dict__.items() if name not in {*names, "__dict__", "__weakref__"}}
    cls = type(declared)(declared.__name__, declared.__bases__, {**body, "__slots__": tuple(names)})
    cls.__qualname__ = declared.__qualname__
    return cls


def _write_init(cls: Any) -> None:  # noqa: ANN401  any class
    """Write ``__init__``: a parameter for each field, those given by name alone at the end."""
    fields: Mapping[str, _Field] = cls.__declared_fields__
    values: dict[str, Any] = {"_MISSING": _MISSING, "_given": _given}
    written = [(f"f{place}", _declared(field.default), field.is_named) for place, field in enumerate(fields.values())]
    lines = [_line(place, declared, values) for place, declared, _is_named in written]
    if hasattr(cls, "__post_init__"):
        lines.append("self.__post_init__()")
    first, last = (
        [(place, declared) for place, declared, is_named in written if declared.init and is_named is named]
        for named in (False, True)
    )
    parameters = ", ".join(("self", *(place for place, _one in first), *(["*"] if last else []), *dict(last)))
    names = {f"f{place}": name for place, name in enumerate(fields)}
    code = _compiled(f"def __init__({parameters}):\n " + "\n ".join(lines or ["pass"]))
    code = code.replace(
        co_varnames=tuple(names.get(one, one) for one in code.co_varnames),
        co_names=tuple(names.get(one, one) for one in code.co_names),
    )
    given = (_given_default(declared) for _place, declared in first)
    made = FunctionType(code, values, None, tuple(one for one in given if one is not _NONE))
    made.__kwdefaults__ = {
        names[place]: one for place, declared in last if (one := _given_default(declared)) is not _NONE
    }
    cls.__init__ = made


@cache
def _compiled(source: str) -> CodeType:
    """Compile a function in which the fields are called by their places: few classes differ in anything else."""
    found: CodeType = next(one for one in compile(source, "<fields>", "exec").co_consts if isinstance(one, CodeType))
    return found


def _declared(default: Any) -> _Default:  # noqa: ANN401  any value
    if isinstance(default, _Default):
        return default
    return _Default(default, _MISSING, init=True, repr=True, compare=True)


def _given_default(declared: _Default) -> Any:  # noqa: ANN401  any value
    """Return what a field is given by default: ``_MISSING`` where it is made then, ``_NONE`` where it has to be."""
    if declared.default_factory is not _MISSING:
        return _MISSING
    return _NONE if declared.default is _MISSING else declared.default


def _line(place: str, declared: _Default, values: dict[str, Any]) -> str:
    """Return the line that sets a field, and add to ``values`` what it names."""
    if declared.default_factory is not _MISSING:
        values[f"_make_{place}"] = declared.default_factory
        return f"self.{place} = " + (f"_given({place}, _make_{place})" if declared.init else f"_make_{place}()")
    if declared.init:
        return f"self.{place} = {place}"
    values[f"_default_{place}"] = declared.default
    return f"self.{place} = _default_{place}"


def _given(value: Any, make: Callable[[], Any]) -> Any:  # noqa: ANN401  any value
    return make() if value is _MISSING else value


def _declare(cls: Any, declared: type, *, kw_only: bool) -> None:  # noqa: ANN401  any class
    """Take over what ``dataclasses`` says of a class."""
    import dataclasses  # noqa: PLC0415  few runs ask

    del cls.__dataclass_fields__
    for name, value in tuple(vars(declared).items()):
        if isinstance(value, _Default):
            said = {key: one for key, one in value._asdict().items() if one is not _MISSING}
            setattr(declared, name, dataclasses.field(**said))
    made: Any = dataclasses.dataclass(init=False, eq=False, repr=False, match_args=False, kw_only=kw_only)(declared)
    cls.__dataclass_fields__ = made.__dataclass_fields__
    cls.__dataclass_params__ = made.__dataclass_params__


def _nothing(_record: object) -> tuple[()]:
    return ()


def _is_equal(self: Any, other: Any) -> Any:  # noqa: ANN401  any record
    return self.__values__(self) == other.__values__(other) if type(self) is type(other) else NotImplemented


def _hash_of(self: Any) -> int:  # noqa: ANN401  any record
    return hash(self.__values__(self))


def _shown(self: Any) -> str:  # noqa: ANN401  any record
    shown = (
        f"{name}={getattr(self, name)!r}" for name, one in type(self).__declared_fields__.items() if _is_shown(one)
    )
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _is_shown(field: _Field) -> bool:
    return not isinstance(field.default, _Default) or field.default.repr
