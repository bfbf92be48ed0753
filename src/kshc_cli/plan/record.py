"""What every record of a plan file has in common, and the scalars that they are made of."""

import re
from datetime import date
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict, StringConstraints
from pydantic_core import PydanticCustomError, PydanticKnownError

GAP: Final = "[?]"
"""The mark for words that are illegible or not known; a document shows a blank in its place."""

_ISO_DATE: Final = re.compile(r"(?:19|2[0-2])[0-9]{2}-[0-9]{2}-[0-9]{2}")


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


class Record(BaseModel):
    """A closed, frozen mapping of the plan file: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False, defer_build=True)


class WordsRecord(Record):
    """Words of the document that may carry what kshc should understand by them.

    In YAML either the words alone, or a mapping with ``text`` and the understanding beside it.
    """

    text: Annotated[str, StringConstraints(min_length=1), Field(title="Lời văn")]
    """The words exactly as printed."""


def from_text(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    """Turn bare words into the mapping that a ``WordsRecord`` is validated from."""
    return {"text": value} if isinstance(value, str) else value


def _iso(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        raise PydanticCustomError("iso_date", "a date is written YYYY-MM-DD")
    return value


def _typed_whole(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    """Return a number as what it is; None for one that is not whole, and for true and false, which Python counts."""
    if isinstance(value, bool):
        return None
    return value.whole if isinstance(value, Number) else value


def _whole(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    value = _typed_whole(value)
    if value is None or (isinstance(value, str) and not re.fullmatch(r"[0-9]+", value)):
        raise PydanticKnownError("int_parsing")
    return value


def _year(value: Any) -> Any:  # noqa: ANN401  pydantic hands over what YAML held
    value = _typed_whole(value)
    if value is None or (isinstance(value, str) and not re.fullmatch(r"0*[0-9]{4}", value)):
        raise PydanticCustomError("year", "a year is written with four digits")
    return value


Words = Annotated[str, StringConstraints(min_length=1)]
"""Words of the document, exactly as printed; ``[?]`` stands for what is illegible."""

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=60)]
"""An id: Latin letters without diacritics, digits, dot, hyphen; stable and never reused."""

IsoDate = Annotated[date, BeforeValidator(_iso)]
"""A day of the years 1900 to 2299, written YYYY-MM-DD."""

Year = Annotated[int, BeforeValidator(_year), Field(ge=1990, le=2199)]
"""A calendar year with four digits."""

Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number."""

Truth = Annotated[bool, Strict()]
"""Whether something is so: YAML's true or false; ``yes``, and "true" in quotes, are words."""
