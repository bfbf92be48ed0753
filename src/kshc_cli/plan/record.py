"""What every record of a file has in common, and the scalars that they are made of.

A record is declared as pydantic's models are, and validated by pydantic's core; but what pydantic makes of the
declaration is frozen into a module when kshc is built (``plan/frozen.py``), so that a run need not load pydantic.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Self, dataclass_transform

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.core import core

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema, SchemaSerializer, SchemaValidator

GAP: Final = "[?]"
"""The mark for words that are illegible or not known; a document shows a blank in its place."""
BLANK: Final = "……"
"""What a document shows for words that are illegible or not known."""


def is_illegible(words: str) -> bool:
    """Tell whether nobody can read ``words``, wholly or in part, as the plan marks them."""
    return GAP in words


_ISO_DATE: Final = lazy_pattern(r"(?:19|2[0-2])[0-9]{2}-[0-9]{2}-[0-9]{2}")
_ISO_MONTH: Final = r"^(?:19|2[0-2])[0-9]{2}-(?:0[1-9]|1[0-2])$"


class Number(str):
    """A number of YAML that is not written in digits alone: 0x7EA, +5, 1e3. Other readers see its value only."""

    __slots__ = ()

    @property
    def whole(self) -> int | None:
        """The whole number that it is, or None."""
        try:
            return int(self, 0) if self[:2] in ("0x", "0o") else _exact(float(self))
        except (ValueError, OverflowError):
            return None


def _exact(value: float) -> int | None:
    return int(value) if value.is_integer() else None


class Field:
    """What is known of a field beside its type: its Vietnamese name, its key in YAML, bounds in pydantic's words."""

    __slots__ = ("alias", "bounds", "title")
    __is_annotated_types_grouped_metadata__: ClassVar = True

    def __init__(self, title: str | None = None, alias: str | None = None, **bounds: int | str) -> None:
        self.title = title
        self.alias = alias
        self.bounds = bounds

    def __iter__(self) -> Iterator[object]:
        """Yield the bounds as pydantic has them."""
        from pydantic.fields import FieldInfo

        yield from FieldInfo(**self.bounds).metadata  # type: ignore[arg-type]


class ToldApart:
    """That the records of a union are told apart by their field ``kind``."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":  # noqa: ANN401
        """Return pydantic's schema of the union."""
        from pydantic import Discriminator

        return Discriminator("kind").__get_pydantic_core_schema__(source, handler)


class Before:
    """A function that looks at what was typed before pydantic does."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self.function = function

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":  # noqa: ANN401
        """Return pydantic's schema of the type with the function before it."""
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.function, handler(source))


class Strict:
    """That nothing is converted into the type."""

    __slots__ = ()

    def __get_pydantic_core_schema__(self, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":  # noqa: ANN401
        """Return pydantic's schema of the type, made strict."""
        schema: Any = handler(source)
        return {**schema, "strict": True}


class FieldOf:
    """A field of a record as it was declared."""

    __slots__ = ("alias", "annotation", "default", "is_needed", "title")

    def __init__(self, annotation: Any, default: object) -> None:  # noqa: ANN401  any type
        known = [one for one in getattr(annotation, "__metadata__", ()) if isinstance(one, Field)]
        self.annotation = annotation
        self.title = next((one.title for one in known if one.title), None)
        self.alias = next((one.alias for one in known if one.alias), None)
        self.is_needed = default is _NEEDED
        self.default = default


_NEEDED: Final = object()


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A closed, frozen mapping of a file: an unknown key is an error.

    Its methods are pydantic's of the same names, as far as kshc needs them.
    """

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    fields: ClassVar[Mapping[str, FieldOf]] = {}
    """The fields by their names, in the order of declaration."""
    keys: ClassVar[Mapping[str, FieldOf]] = {}
    """The same by their keys in YAML."""
    model_config: ClassVar[Mapping[str, str]] = {"extra": "forbid"}
    """What pydantic's JSON Schema asks of a model."""

    def __init_subclass__(cls) -> None:
        own = {
            name: FieldOf(annotation, cls.__dict__.get(name, _NEEDED))
            for name, annotation in cls.__annotations__.items()
            if getattr(annotation, "__origin__", None) is not ClassVar
        }
        cls.fields = {**cls.fields, **own}
        cls.keys = {field.alias or name: field for name, field in cls.fields.items()}

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        """Return pydantic's schema of the record."""
        from kshc_cli.plan.modelled import record_schema  # noqa: PLC0415  it loads pydantic

        return record_schema(cls, handler)

    def __init__(self, **values: object) -> None:
        validator(type(self)).validate_python(values, self_instance=self)

    @classmethod
    def model_validate(cls, data: object) -> Self:
        """Make a record of plain data. Raises pydantic_core.ValidationError."""
        record: Self = validator(cls).validate_python(data)
        return record

    def model_copy(self, update: Mapping[str, object]) -> Self:
        """Return a copy with other values, which are not validated."""
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__ | dict(update))
        return new

    def model_dump(self, **settings: Any) -> Any:  # noqa: ANN401  pydantic's settings
        """Return plain data."""
        return serializer(type(self)).to_python(self, **settings)

    def __eq__(self, other: object) -> bool:
        return self.__dict__ == other.__dict__ if type(self) is type(other) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)

    def __getstate__(self) -> dict[str, object]:
        return self.__dict__

    def __setstate__(self, values: dict[str, object]) -> None:
        self.__dict__.update(values)


_VALIDATORS: Final[dict[type[Record], "SchemaValidator"]] = {}
_SERIALIZERS: Final[dict[type[Record], "SchemaSerializer"]] = {}


def validator(record: type[Record]) -> "SchemaValidator":
    """Return what makes records of a kind from plain data."""
    if record not in _VALIDATORS:
        make = core().SchemaValidator
        try:
            _VALIDATORS[record] = make(_schema(record))
        except core().SchemaError:  # another version of pydantic's core than the one that it was frozen for
            from kshc_cli.plan.modelled import schema_of  # noqa: PLC0415  it loads pydantic

            _VALIDATORS[record] = make(schema_of(record))
    return _VALIDATORS[record]


def serializer(record: type[Record]) -> "SchemaSerializer":
    """Return what makes plain data of records of a kind."""
    if record not in _SERIALIZERS:
        _SERIALIZERS[record] = core().SchemaSerializer(_schema(record))
    return _SERIALIZERS[record]


def _schema(record: type[Record]) -> Any:  # noqa: ANN401  pydantic's
    """Return what is frozen beside the record's module; of a record that is only a part of others, ask pydantic."""
    package, _dot, _name = record.__module__.rpartition(".")
    make = getattr(import_module(f"{package}.frozen"), record.__name__, None)
    if make is not None:
        return make()
    from kshc_cli.plan.modelled import schema_of  # noqa: PLC0415  it loads pydantic

    return schema_of(record)


class WordsRecord(Record):
    """Words of the document that may carry what kshc should understand by them.

    In YAML either the words alone, or a mapping with ``text`` and the understanding beside it.
    """

    text: Annotated[str, Field(title="Lời văn", min_length=1)]
    """The words exactly as printed."""


def from_text(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    """Turn bare words into the mapping that a ``WordsRecord`` is validated from."""
    return {"text": value} if isinstance(value, str) else value


def _iso(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        from pydantic_core import PydanticCustomError

        raise PydanticCustomError("iso_date", "a date is written YYYY-MM-DD")
    return value


def _iso_month(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    if isinstance(value, str) and not re.fullmatch(_ISO_MONTH, value):
        from pydantic_core import PydanticCustomError

        raise PydanticCustomError("iso_month", "a month is written YYYY-MM")
    return value


def _typed_whole(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    """Return a number as what it is; None for one that is not whole, and for true and false, which Python counts."""
    if isinstance(value, bool):
        return None
    return value.whole if isinstance(value, Number) else value


def whole(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    """Return what a whole number is validated from: one of YAML, or digits."""
    value = _typed_whole(value)
    if value is None or (isinstance(value, str) and not re.fullmatch(r"[0-9]+", value)):
        from pydantic_core import PydanticKnownError

        raise PydanticKnownError("int_parsing")
    return value


def _year(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    value = _typed_whole(value)
    if value is None or (isinstance(value, str) and not re.fullmatch(r"0*[0-9]{4}", value)):
        from pydantic_core import PydanticCustomError

        raise PydanticCustomError("year", "a year is written with four digits")
    return value


Words = Annotated[str, Field(min_length=1)]
"""Words of the document, exactly as printed; ``[?]`` stands for what is illegible."""

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=60)]
"""An id: Latin letters without diacritics, digits, dot, hyphen; stable and never reused."""

IsoDate = Annotated[date, Before(_iso)]
"""A day of the years 1900 to 2299, written YYYY-MM-DD."""

IsoMonth = Annotated[str, Field(pattern=_ISO_MONTH), Before(_iso_month)]
"""A month of the years 1900 to 2299, written YYYY-MM."""

Year = Annotated[int, Field(ge=1990, le=2199), Before(_year)]
"""A calendar year with four digits."""

WHOLE: Final = Before(whole)
"""Behind the bounds of a whole number: how it may be written."""

Truth = Annotated[bool, Strict()]
"""Whether something is so: YAML's true or false; ``yes``, and "true" in quotes, are words."""
