"""Expressions that are compiled when they are first used."""

import re

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
