"""Expressions that are compiled when they are first used."""

import re
from collections.abc import Iterator, Sequence
from importlib import import_module
from pkgutil import walk_packages
from typing import Any

import kshc_cli
from kshc_cli.patterns import late_patterns, lazy_pattern


def test_a_library_compiles_late_only_while_it_is_loaded() -> None:
    at_once = re.compile
    with late_patterns():
        held = re.compile(r"^(?P<day>\d+)\b", re.MULTILINE)
    assert re.compile is at_once
    assert [found["day"] for found in held.finditer("1 a\n22 b")] == ["1", "22"]


def test_a_late_expression_finds_what_it_would_find_at_once() -> None:
    late = lazy_pattern(r"(a)|b", re.IGNORECASE)
    assert (late.sub("-", "xAyb"), late.split("xAy"), late.pattern) == ("x-y-", ["x", "A", "y"], r"(a)|b")


def test_texts_without_what_is_needed_are_not_searched() -> None:
    late = lazy_pattern(r"\btháng\s+(\d+)", re.IGNORECASE, needs=("tháng",))
    without = late.search("ngày 1"), late.findall("1"), list(late.finditer("")), late.sub("x", "ngày 1")
    assert without == (None, [], [], "ngày 1")
    for ask in (late.search, late.match, late.fullmatch):
        found = ask("THÁNG 3")
        assert found is not None
        assert found[1] == "3"
    assert (late.sub("x", "a tháng 3"), late.findall("tháng 3")) == ("a x", ["3"])
    assert late.match("a tháng 3", 2) is not None
    assert late.split("a tháng 3 b") == ["a ", "3", " b"]


def test_each_match_has_what_its_expression_is_said_to_need() -> None:
    own = dict(_with_needs())
    assert len(own) > 10
    for place, late in own.items():
        is_folding = bool(late.flags & re.IGNORECASE)
        assert not is_folding or all(need == need.casefold() for need in late.needs), place
        parsed = import_module("re._parser").parse(late.pattern, late.flags)
        assert _has_one(parsed, late.needs, is_folding=is_folding), place


def _with_needs() -> Iterator[tuple[str, Any]]:
    """Yield every expression of kshc that is compiled for some texts only, by where it stands."""
    for found in walk_packages(kshc_cli.__path__, "kshc_cli."):
        if not found.name.endswith("__main__"):
            for name, value in vars(import_module(found.name)).items():
                if type(value) is type(lazy_pattern("")) and vars(value)["needs"]:
                    yield f"{found.name}.{name}", value


def _has_one(parts: Any, needs: Sequence[str], *, is_folding: bool) -> bool:  # noqa: ANN401  what re parses
    """Tell whether each match of a parsed expression has one of these words."""
    run = ""
    for operation, value in parts:
        if str(operation) == "LITERAL":
            run += chr(value).casefold() if is_folding else chr(value)
            if any(need in run for need in needs):
                return True
            continue
        run = ""
        ways = _ways(str(operation), value)
        if ways and all(_has_one(way, needs, is_folding=is_folding) for way in ways):
            return True
    return False


def _ways(operation: str, value: Any) -> Sequence[Any]:  # noqa: ANN401  what re parses
    """Return the expressions of which one matches wherever this part of one does."""
    match operation:
        case "BRANCH":
            return [*value[1]]
        case "IN":
            return [[sign] for sign in value]
        case "SUBPATTERN":
            return [value[3]]
        case "MAX_REPEAT" | "MIN_REPEAT":
            return [value[2]] if value[0] else []
        case _:
            return []
