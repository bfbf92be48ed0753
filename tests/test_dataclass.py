"""kshc's dataclasses behave as the standard library's."""

import dataclasses
import pickle
from collections.abc import Callable
from copy import copy
from typing import Any, ClassVar

import pytest

from kshc_cli.dataclass import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    column: int = 1
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class _Other:
    line: int
    column: int = 1
    text: str = ""


@dataclass(frozen=True)
class _Nothing:
    pass


@dataclass(slots=True)
class _Count:
    number: int
    seen: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    role: str | None = None


@dataclass(frozen=True, slots=True)
class _Window(_Part):
    start: int
    end: int = 12


@dataclass(frozen=True)
class _Square:
    known: ClassVar[list[int]] = []
    side: int
    area: int = field(init=False, default=0)
    seen: list[int] = field(init=False, default_factory=list, compare=False)

    def __post_init__(self) -> None:
        self.seen.append(self.side**2)


@dataclasses.dataclass(frozen=True, slots=True)
class _Standard:
    line: int
    column: int = 1
    text: str = dataclasses.field(default="", repr=False)


@pytest.mark.parametrize("ask", [repr, str, dataclasses.asdict, lambda record: record.line])
def test_a_record_shows_itself_as_the_librarys_does(ask: Callable[[Any], object]) -> None:
    asked, standard = ask(_Place(3, text="ba")), ask(_Standard(3, text="ba"))
    assert asked == (standard.replace("_Standard", "_Place") if isinstance(standard, str) else standard)


def test_records_are_equal_by_class_and_values() -> None:
    assert _Place(3) == _Place(3, 1)
    assert _Place(3) != _Place(3, 2)
    others: list[object] = [_Other(3), 3]
    assert _Place(3) not in others
    assert _Nothing() == _Nothing()
    assert _Count(1) == _Count(1, [])


def test_only_frozen_records_are_hashable() -> None:
    assert len({_Place(3), _Place(3, 1), _Place(3, 2), _Nothing(), _Nothing()}) == 3
    with pytest.raises(TypeError):
        hash(_Count(1))


@pytest.mark.parametrize("replace", [replace, dataclasses.replace])
def test_a_record_with_another_value(replace: Callable[..., object]) -> None:
    assert replace(_Place(3), column=9) == _Place(3, 9)
    assert replace(_Window(1, 3, role="phối hợp"), end=4) == _Window(1, 4, role="phối hợp")
    other = replace(_Square(3), side=4)
    assert isinstance(other, _Square)
    assert (other.side, other.seen) == (4, [16])
    with pytest.raises(TypeError):
        replace(_Place(3), row=9)


@pytest.mark.parametrize("carry", [copy, lambda record: pickle.loads(pickle.dumps(record))])  # noqa: S301  our own
def test_a_record_travels(carry: Callable[[object], object]) -> None:
    for record in (_Place(3, 4, "bốn"), _Nothing(), _Count(1, [2])):
        assert carry(record) == record


def test_lists_are_not_shared() -> None:
    one, other = _Count(1), _Count(1)
    one.seen.append(5)
    assert other.seen == []


def test_fields_of_what_it_is_made_from_come_first_and_some_by_name() -> None:
    window = _Window(1, role="chủ trì")
    assert (window.start, window.end, window.role) == (1, 12, "chủ trì")
    assert [field.name for field in dataclasses.fields(_Window)] == ["role", "start", "end"]
    with pytest.raises(TypeError):
        _Window(1, 3, "chủ trì")  # type: ignore[call-arg]
    match window:
        case _Window(start, end):
            assert (start, end) == (1, 12)


def test_what_is_not_given_is_set_and_what_follows_is_done() -> None:
    square = _Square(3)
    assert (square.side, square.area, square.seen, square.known) == (3, 0, [9], [])
    with pytest.raises(TypeError):
        _Square(3, 4)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        _Place()  # type: ignore[call-arg]
