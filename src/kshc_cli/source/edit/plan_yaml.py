"""Writes a plan as YAML, laid out to be read and edited: words plain or folded, quotes only where YAML needs them."""

from collections.abc import Iterator, Mapping
from textwrap import wrap
from types import MappingProxyType
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Plan
from kshc_cli.source.yaml.characters import UNWANTED
from kshc_cli.source.yaml.scalars import in_line, scalar
from kshc_cli.source.yaml.tree import Data

_WIDTH: Final = 110
"""Columns at which long words are folded; a list or mapping in one line has no more either."""
_COMMAND: Final = lazy_pattern(r"(?:^|\s)(?:::|##\[)")
_NARROWEST: Final = 60
"""Columns that folded words have at least, however deep they stand."""

_COMPACT: Final = frozenset(("columns", "reading", "members", "aliases", "agencies", "lines", "succeeded_by"))
"""Lists of short things: each record, or the whole list of texts, stands in one line where it fits."""

_AIRY: Final = frozenset(("tasks", "groups", "tables", "sections"))
"""Lists whose items are set apart by an empty line."""

_KEYED_WORDS: Final = "others"
"""The mapping whose keys are the user's own: one of them may be ``text``."""


def plan_yaml(plan: Plan, comments: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the text of a plan file that is read back to an equal plan; ``comments`` stand above top-level keys."""
    data: dict[str, Data] = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return "".join(f"{line}\n" for line in _top(data, comments))


def _top(data: Mapping[str, Data], comments: Mapping[str, str]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, list | dict):
            yield ""
        yield from (f"# {line}" for line in comments.get(key, "").splitlines())
        yield from entry_lines(key, value, 0)


def entry_lines(key: str, value: Data, indent: int) -> Iterator[str]:
    """Yield the lines of one entry of a mapping, ``indent`` spaces deep."""
    head = f"{' ' * indent}{scalar(key)}:"
    match value if key == _KEYED_WORDS else _bare(value):
        case list() as items if items:
            yield from _list_lines(head, key, items, indent)
        case dict() as fields if fields:
            yield head
            yield from _mapping_lines(fields, indent + 2)
        case [] | {}:
            yield f"{head} {value}"
        case str() as words:
            yield from scalar_lines(head, words, indent + 2)
        case other:
            yield f"{head} {scalar(other)}"


def _bare(value: Data) -> Data:
    """Return words that carry no understanding as words alone."""
    return value["text"] if isinstance(value, dict) and value.keys() == {"text"} else value


def _mapping_lines(fields: Mapping[str, Data], indent: int) -> Iterator[str]:
    for key, value in fields.items():
        yield from entry_lines(key, value, indent)


def _list_lines(head: str, key: str, items: list[Data], indent: int) -> Iterator[str]:
    whole = _flow(items) if key in _COMPACT and not any(isinstance(item, dict) for item in items) else None
    if whole and len(head) + 1 + len(whole) <= _WIDTH:
        yield f"{head} {whole}"
        return
    yield head
    for place, item in enumerate(items):
        if place and key in _AIRY:
            yield ""
        yield from item_lines(_bare(item), indent + 2, compact=key in _COMPACT)


def item_lines(item: Data, indent: int, *, compact: bool) -> Iterator[str]:
    """Yield the lines of one item of a list, ``indent`` spaces deep."""
    head = f"{' ' * indent}-"
    if isinstance(item, dict):
        line = _flow(item) if compact or not item else None
        if line and len(head) + 1 + len(line) <= _WIDTH:
            yield f"{head} {line}"
            return
        lines = _mapping_lines(item, indent + 2)
        yield f"{head} {next(lines).lstrip()}"
        yield from lines
    elif isinstance(item, str):
        yield from scalar_lines(head, item, indent + 2)
    else:
        yield f"{head} {scalar(item)}"


def scalar_lines(head: str, words: str, indent: int) -> Iterator[str]:
    """Yield words behind ``head``: in its line, folded below it, or below it with their line breaks."""
    pad = " " * indent
    if _may_stand_below(words) and "\n" in words:
        yield f"{head} |-"
        yield from (f"{pad}{line}" if line else "" for line in words.split("\n"))
        return
    plain = scalar(words)
    if len(head) + 1 + len(plain) > _WIDTH and _may_stand_below(words):
        lines = wrap(
            words, max(_WIDTH - indent, _NARROWEST), break_long_words=False, break_on_hyphens=False, expand_tabs=False,
            replace_whitespace=False,
        )  # fmt: skip
        if len(lines) > 1 and " ".join(lines) == words:
            yield f"{head} >-"
            yield from (pad + line for line in lines)
            return
    yield f"{head} {plain}"


def _may_stand_below(words: str) -> bool:
    """Tell whether words can be a block scalar: nothing at their ends that would be lost, no signs to escape.

    Nor a word that CI would take for a command to itself, should it begin a line (``::error::``).
    """
    if _COMMAND.search(words):
        return False
    is_printable = not UNWANTED.search(words) and "\t" not in words and "\r" not in words
    return is_printable and words.strip() == words and all(line.strip() for line in words.split("\n"))


def _flow(value: Data) -> str | None:
    """Return a list or mapping in one line; None where a text in it has several."""
    return in_line(value) if _is_one_line(value) else None


def _is_one_line(value: Data) -> bool:
    match value:
        case list() as items:
            return all(map(_is_one_line, items))
        case dict() as fields:
            return all(map(_is_one_line, fields.values()))
        case str() as words:
            return "\n" not in words
        case _:
            return True
