"""The texts of a YAML file, each with its path and place, and edits of the years in them that keep every other byte."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kshc_cli.findings import Path
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.edits import Edit
from kshc_cli.source.yaml.scalars import scalar
from kshc_cli.source.yaml.tree import Data, Mark

_FIGURES: Final = lazy_pattern(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)


class Leaf(NamedTuple):
    """A text of a file."""

    path: Path
    value: str
    start: int
    end: int
    """Where it stands in the source, with its quotes."""
    head: int
    """Where the line begins on which its key stands, or the hyphen of its item."""
    in_flow: bool = False
    """Whether it stands inside brackets."""


class Turn(NamedTuple):
    """New words for old ones at a place of a text."""

    start: int
    end: int
    new: str


_STYLED: Final = frozenset("'\"|>")
"""How texts begin that are not plain."""


def leaves(data: Data, marks: Mark, source: str) -> Iterator[Leaf]:
    """Yield the texts of a file, in the order of its data."""
    return _leaves(data, marks, (), marks[0], source)


def _leaves(data: Data, mark: Mark, path: Path, at: int, source: str, *, in_flow: bool = False) -> Iterator[Leaf]:
    start, end, parts = mark
    in_flow = in_flow or (parts is not None and source[start : start + 1] in {"{", "["})
    if isinstance(data, dict) and isinstance(parts, dict):
        for key, value in data.items():
            yield from _leaves(value, parts[key][1], (*path, key), parts[key][0], source, in_flow=in_flow)
    elif isinstance(data, list) and isinstance(parts, list):
        for number, (value, part) in enumerate(zip(data, parts, strict=True)):
            yield from _leaves(value, part, (*path, number), part[0], source, in_flow=in_flow)
    elif isinstance(data, str):
        yield Leaf(path, str(data), start, end, source.rfind("\n", 0, at) + 1, in_flow)


def turned(value: str, turns: Iterable[Turn]) -> str:
    """Return a text with its turns made."""
    pieces: list[str] = []
    done = 0
    for turn in turns:
        pieces += (value[done : turn.start], turn.new)
        done = turn.end
    return "".join((*pieces, value[done:]))


def edits_of(leaf: Leaf, turns: Iterable[Turn], source: str, rule: str) -> list[Edit] | None:
    """Return the edits of the source that make the turns; None where they do not stand in it as in the text.

    New words are spelt as the quotes around them ask for; plain words that they would end are quoted.
    """
    edits: list[Edit] = []
    turns = tuple(turns)
    if words := _to_be_quoted(leaf, turns, source):
        return [Edit(rule, leaf.start, leaf.end, words)]
    for turn in turns:
        pattern = _like(leaf.value[turn.start : turn.end])
        in_value = [one.start() for one in pattern.finditer(leaf.value)]
        in_source = [*pattern.finditer(source, leaf.start, leaf.end)]
        if len(in_value) != len(in_source):
            return None
        place = in_source[in_value.index(turn.start)]
        edits.append(Edit(rule, place.start(), place.end(), _spelt(turn.new, source[leaf.start])))
    return edits


def _to_be_quoted(leaf: Leaf, turns: Sequence[Turn], source: str) -> str:
    """Return in quotes what comes of a plain text by names that would end it, or make another value of it."""
    if source[leaf.start] in _STYLED or all(turn.new.isalnum() for turn in turns):
        return ""
    words = turned(leaf.value, turns)
    spelt = scalar(words, flow=leaf.in_flow)
    return spelt if spelt != words else ""


def _spelt(words: str, sign: str) -> str:
    """Return words as they stand in a text that begins with some sign."""
    match sign:
        case "'":
            return words.replace("'", "''")
        case '"':
            return words.replace("\\", "\\\\").replace('"', '\\"')
        case _:
            return words


def _like(words: str) -> re.Pattern[str]:
    """Return what finds words in the source: any year for a year, words over the end of a line."""
    return _FIGURES if _FIGURES.fullmatch(words) else re.compile(r"\s+".join(map(re.escape, words.split())))


def with_values(data: Data, values: Mapping[Path, str | None], path: Path = ()) -> Data:
    """Return data with other texts at some paths."""
    if path in values:
        return values[path]
    if isinstance(data, dict):
        return {key: with_values(value, values, (*path, key)) for key, value in data.items()}
    if isinstance(data, list):
        return [with_values(value, values, (*path, number)) for number, value in enumerate(data)]
    return data
