"""What holds for every file: nothing raises, every loss has a finding, marks point to what they say."""

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kshc_cli.findings import Place
from kshc_cli.source.plan_text import PlanText, read_plan_file
from kshc_cli.source.yaml.characters import UNWANTED
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.source.yaml.tree import Mark
from tests.source.plans import SMALL

PIECES = [
    "\t",
    "\n",
    "\r\n",
    "- ",
    ": ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!t ",
    "|",
    ">-",
    "'",
    '"',
    "#",
    "%",
    "@",
    "`",
]
PIECES += [
    "---\n",
    "...\n",
    "\\",
    "\u0301",
    "\u200b",
    "\ufeff",
    "\x00",
    "\u2028",
    "<<: ",
    "null",
    "  ",
    "2024-02-30",
    "[?]",
    "kind",
]

LETTERS = st.characters(exclude_categories=["Cs"]).filter(lambda character: not UNWANTED.match(character))
TEXTS = st.text(LETTERS, max_size=20) | st.sampled_from(
    ["null", "~", "", "1.10", "no", "2024-01-09", "- x", "a: b", " x ", "x\ny\n"]
)
VALUES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=15,
)


def assert_told(read: PlanText) -> None:
    """Check that a plan was read or a finding says why not, and that findings are whole."""
    assert read.plan is not None or read.findings
    for finding in read.findings:
        assert finding.message
        assert "Input should" not in finding.message
        assert isinstance(finding.place, Place)
        assert 1 <= finding.place.line <= len(read.text.lines)
        assert 1 <= finding.place.column <= len(finding.place.source) + 2
        assert finding.place.source == read.text.lines.line(finding.place.line)


@given(st.binary(max_size=200))
def test_any_bytes_give_data_or_a_finding(data: bytes) -> None:
    assert_told(read_plan_file(data))


@given(st.text(st.sampled_from("ab \n-:[]{}'\"#&*!|>?,%@\t\\"), max_size=60))
def test_any_yaml_like_text_gives_data_or_a_finding(text: str) -> None:
    assert_told(read_plan_file(text.encode()))
    read_yaml(text.encode(), parser=yaml.SafeLoader)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    text = SMALL
    for _step in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(text)))
        gone = draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from(PIECES) | st.just("")) + text[at + gone :]
    return text


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(damaged())
def test_a_damaged_plan_gives_a_plan_or_a_finding(text: str) -> None:
    assert_told(read_plan_file(text.encode()))


def paths_of(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401  what YAML holds
    parts = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for key, part in parts for found in paths_of(part, (*path, key)))]


WHOLE = yaml.load(SMALL, Loader=yaml.BaseLoader)  # noqa: S506  the base loader makes texts only
PATHS = paths_of(WHOLE)[1:]


@given(st.sampled_from(PATHS), VALUES)
def test_a_plan_with_any_other_value_gives_a_plan_or_a_finding(path: tuple[Any, ...], value: Any) -> None:  # noqa: ANN401
    plan = yaml.load(SMALL, Loader=yaml.BaseLoader)  # noqa: S506
    parent = plan
    for step in path[:-1]:
        parent = parent[step]
    parent[path[-1]] = value
    assert_told(read_plan_file(yaml.safe_dump(plan, allow_unicode=True, sort_keys=False).encode()))


def assert_marked(mark: Mark, value: Any, text: str) -> None:  # noqa: ANN401
    """Check that a scalar's source, read alone, is its value, and that each key's mark is at the key."""
    start, end, parts = mark
    assert 0 <= start <= end <= len(text)
    if isinstance(parts, dict):
        assert parts.keys() == value.keys()
        for key, (at, part) in parts.items():
            assert text.startswith((key or "'", "'", '"'), at)
            assert_marked(part, value[key], text)
    elif isinstance(parts, list):
        assert len(parts) == len(value)
        for part, item in zip(parts, value, strict=True):
            assert_marked(part, item, text)
    else:
        scalar = yaml.load(text[start:end], Loader=yaml.BaseLoader)  # noqa: S506
        assert scalar == ("null" if value is None else value)


@pytest.mark.parametrize("width", [20, 10_000])
@given(value=VALUES)
def test_what_was_dumped_is_read_and_marked(value: Any, width: int) -> None:  # noqa: ANN401
    text = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=width)
    read = read_yaml(text.encode())
    assert read.data == value
    if value is None:
        assert [finding.rule for finding in read.findings] == ["empty-file"]
    else:
        assert read.marks is not None
        assert_marked(read.marks, value, text)
