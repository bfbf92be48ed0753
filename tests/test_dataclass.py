"""kshc's dataclasses behave as the standard library's."""

import dataclasses
import pickle
from collections.abc import Callable
from copy import copy
from typing import Any

import pytest

from kshc_cli.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class _Place:
    line: int
    column: int = 1
    text: str = dataclasses.field(default="", repr=False)


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
    seen: list[int] = dataclasses.field(default_factory=list)


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


@pytest.mark.parametrize("carry", [copy, lambda record: pickle.loads(pickle.dumps(record))])  # noqa: S301  our own
def test_a_record_travels(carry: Callable[[object], object]) -> None:
    for record in (_Place(3, 4, "bốn"), _Nothing(), _Count(1, [2])):
        assert carry(record) == record
    assert dataclasses.replace(_Place(3), column=9) == _Place(3, 9)


def test_lists_are_not_shared() -> None:
    one, other = _Count(1), _Count(1)
    one.seen.append(5)
    assert other.seen == []
