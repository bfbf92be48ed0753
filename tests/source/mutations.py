"""Plans and logs with one thing written otherwise: the same mutations for kshc and for the tools of an editor."""

import random
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import yaml

SPELLINGS: Final = (
    *(
        "",
        "~",
        "null",
        "Null",
        "NULL",
        "nULL",
        "true",
        "True",
        "TRUE",
        "tRUE",
        "false",
        "False",
        "yes",
        "no",
        "on",
        "off",
    ),
    *(
        "y",
        "0",
        "7",
        "007",
        "-1",
        "-0",
        "+7",
        "2026",
        "02026",
        "+2026",
        "2_026",
        "0x7EA",
        "0o3752",
        "0b11",
        "1e3",
        "1.10",
    ),
    *(
        "2026.0",
        "2026.5",
        "2.026e3",
        ".5",
        ".inf",
        "-.inf",
        ".nan",
        "1e400",
        "12:30",
        "2026-01-12",
        "2026-02-30",
        "1800-01-01",
    ),
    *("2026-1-12", "12/01/2026", '"2026"', "'7'", '"-1"', '"0x7EA"', '"true"', "'null'", '""', "' '", '"2026-01-12"'),
    *(
        "[]",
        "[x]",
        "[2026]",
        "[true]",
        "[null]",
        "{}",
        "{text: x}",
        "{text: true}",
        "{x: y}",
        "x",
        "Văn phòng",
        "1.2.1",
    ),
    *(
        "|-\n{pad}x\n{pad}y",
        ">-\n{pad}2026",
        "|-\n{pad}true",
        "other",
        "time",
        "1800",
        "2200",
        "1000",
        "101",
        "367",
        "a" * 61,
    ),
    *("!!str 2026", "!!int 7", "!x y"),
)
"""What stands in place of a value; ``{pad}`` is the indentation of what stands below it."""


def mutated(text: str, count: int, seed: int) -> Iterator[str]:
    """Yield ``text`` as it is and ``count`` times with one value, key or part written otherwise."""
    yield text
    chance = random.Random(seed)  # noqa: S311  no secret: the same mutations each time
    nodes = tuple(_nodes(yaml.compose(text), text))
    for _number in range(count):
        yield _mutation(chance, text, nodes)


def every_spelling(text: str) -> Iterator[str]:
    """Yield ``text`` with each of its scalars in each of the spellings."""
    for start, end, indent in _nodes(yaml.compose(text), text):
        for spelling in SPELLINGS:
            yield _with(text, start, end, spelling, indent)


Span = tuple[int, int, int]


def _mutation(chance: random.Random, text: str, nodes: Sequence[Span]) -> str:
    start, end, indent = chance.choice(nodes)
    match chance.randrange(10):
        case 0:
            return text[: text.rfind("\n", 0, start) + 1] + text[_line_end(text, start) :]
        case 1:
            line = text[text.rfind("\n", 0, start) + 1 : _line_end(text, start)]
            return text[: _line_end(text, start)] + line + text[_line_end(text, start) :]
        case 2:
            return _renamed(text, start)
        case _:
            return _with(text, start, end, chance.choice(SPELLINGS), indent)


def _renamed(text: str, start: int) -> str:
    begin = text.rfind("\n", 0, start) + 1
    return text[:begin] + re.sub(r"(\w+):", r"\1x:", text[begin:], count=1)


def _line_end(text: str, start: int) -> int:
    return text.find("\n", start) + 1 or len(text)


def _with(text: str, start: int, end: int, spelling: str, indent: int) -> str:
    """Return ``text`` with a value replaced; in brackets no block can stand, and none is put there."""
    if "\n" in spelling:
        spelling = spelling.replace("{pad}", " " * (indent + 2))
        return text[:start] + spelling + "\n" + text[_line_end(text, end) :]
    return text[:start] + spelling + text[end:]


def _nodes(node: Any, text: str, indent: int = 0) -> Iterator[Span]:  # noqa: ANN401  PyYAML has no types for nodes
    """Yield where the scalars stand that are values, and how deep."""
    if isinstance(node, yaml.ScalarNode):
        if node.style not in ("|", ">"):
            yield node.start_mark.index, node.end_mark.index, indent
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _nodes(item, text, node.start_mark.column)
    else:
        for _key, value in node.value:
            yield from _nodes(value, text, node.start_mark.column)
