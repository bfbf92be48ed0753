"""Reads entries that stand each on a line of its own, as kshc writes them, without a parser of YAML.

What such a line holds is what YAML makes of it; a line that leaves any doubt is left to YAML.
"""

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, pairwise
from typing import Final, cast

from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.limits import Limits
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.source.yaml.tree import NULLS, NUMBER, TRUTHS, Data

Fields = dict[str, Data]
"""What stands in an entry, by name, as text."""

_AT_ONCE: Final = 2_000
"""Lines that are read together, so that not all of a log stand in memory as text."""

_PLAIN: Final = r"""(?![-?:&*!|>%@`])[^\s,:#?"'\[\]{}](?:[^,:#?\[\]{}\r\n]*[^\s,:#?\[\]{}])?"""
"""Words without quotes that no reader of YAML takes otherwise, inside brackets or not."""
_TYPED: Final = "|".join((NUMBER.pattern, *map(re.escape, sorted(NULLS | TRUTHS.keys()))))
_SCALAR: Final = rf"""(?:"[^"\\\r\n]*"|'[^'\r\n]*'|(?!(?:{_TYPED})[,}}]){_PLAIN})"""
_BEYOND: Final = lazy_pattern(r"[\"'{]")
"""Without these no comma and no colon is part of a value."""
_END: Final = r"(?:, |(?=\}))"
_COMMENT: Final = r"(?: *(?:#[^\r\n]*)?\r?\n)*"
_HEAD: Final = rf"{_COMMENT}schema: kshc-progress/1 *\r?\n{_COMMENT}entries: *\r?\n{_COMMENT}(?P<indent> *)- "
_FIELDS: Final = rf"(?:[a-z_]+: {_SCALAR}{_END})*"


class NotByLineError(Exception):
    """A log of which not each entry stands on a line of its own, or not as YAML takes it without a finding."""


@cache
def _head() -> re.Pattern[str]:
    return re.compile(_HEAD)


@cache
def _line() -> re.Pattern[str]:
    """Return the pattern of a line: an entry as kshc writes it, any other, or none."""
    fields = rf"(?:[a-z_]+: (?:{_SCALAR}|\{{{_FIELDS}\}}){_END})*"
    return re.compile(rf"( *)(?:- (?:\{{({fields})\}}|([^\r\n]*))|(?:#[^\r\n]*)?)(?:\r?\n|$)")


@cache
def _field() -> re.Pattern[str]:
    return re.compile(rf"([a-z_]+): (?:({_SCALAR})|\{{({_FIELDS})\}}){_END}?")


def first_entry(text: str) -> tuple[int, int]:
    """Return where the line of the first entry begins, and the columns before its hyphen. Raises NotByLineError."""
    found = _head().match(text)
    if found is None:
        raise NotByLineError
    return found.start("indent"), len(found["indent"])


def entry_lines(text: str, start: int, indent: int, limits: Limits) -> Iterator[list[Fields]]:
    """Yield the fields of the entries from ``start`` on, many together. Raises NotByLineError."""
    entries: list[Fields] = []
    doubtful: dict[int, str] = {}
    while start < len(text):
        line = _line().match(text, start)
        if line is None:
            raise NotByLineError
        start = line.end()
        columns, fields, other = line.groups()
        if fields is None and other is None:
            continue
        if len(columns) != indent:
            raise NotByLineError
        if fields is None:
            doubtful[len(entries)] = other
        entries.append(_fields(fields or ""))
        if len(entries) == _AT_ONCE:
            yield _settled(entries, doubtful, limits)
            entries, doubtful = [], {}
    yield _settled(entries, doubtful, limits)


def _fields(text: str) -> Fields:
    if _BEYOND.search(text):
        found = _field().findall(text)
        fields: Fields = {name: _words(words) if words else _fields(inner) for name, words, inner in found}
    else:
        found = [one.split(": ") for one in text.removesuffix(", ").split(", ") if one]
        fields = dict(found)
    if len(fields) != len(found):
        raise NotByLineError
    return fields


def _words(scalar: str) -> str:
    return scalar[1:-1] if scalar[0] in "\"'" else scalar


def _settled(entries: list[Fields], doubtful: dict[int, str], limits: Limits) -> list[Fields]:
    """Let YAML read the lines that leave doubt; each of them has to be one item of a list, and that a mapping."""
    if not doubtful:
        return entries
    lines = [f"- {line}\n" for line in doubtful.values()]
    ends = list(accumulate(map(len, lines), initial=0))
    read = read_yaml("".join(lines).encode(), limits)
    match read.data, read.marks, read.findings:
        case list(items), (_, _, list(marks)), () if len(items) == len(lines):
            apart = all(
                begin < mark[0] and mark[1] <= end for mark, (begin, end) in zip(marks, pairwise(ends), strict=True)
            )
            if apart and all(isinstance(item, dict) for item in items):
                for place, item in zip(doubtful, items, strict=True):
                    entries[place] = cast(Fields, item)
                return entries
    raise NotByLineError
