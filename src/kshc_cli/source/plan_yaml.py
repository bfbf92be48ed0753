"""Writes a plan as YAML, laid out to be read and edited: words plain or folded, quotes only where YAML needs them."""

import json
import re
from collections.abc import Iterator, Mapping
from textwrap import wrap
from types import MappingProxyType
from typing import Final

from kshc_cli.plan.model import Plan
from kshc_cli.source.characters import UNWANTED
from kshc_cli.source.tree import Data

_WIDTH: Final = 110
"""Columns at which long words are folded; a list or mapping in one line has no more either."""
_NARROWEST: Final = 60
"""Columns that folded words have at least, however deep they stand."""

_COMPACT: Final = frozenset(("columns", "reading", "members", "aliases", "agencies", "lines", "succeeded_by"))
"""Lists of short things: each record, or the whole list of texts, stands in one line where it fits."""

_AIRY: Final = frozenset(("tasks", "groups", "tables", "sections"))
"""Lists whose items are set apart by an empty line."""

_KEYED_WORDS: Final = "others"
"""The mapping whose keys are the user's own: one of them may be ``text``."""

_SAFE_START: Final = re.compile(r"[^\W\d_]|[0-9(“‘…+/.§•–—]|-(?=[^\s-])")
_UNSAFE: Final = re.compile(r": |:$| #|^\s|\s$|[\t\r\n]")
_FLOW_SIGNS: Final = re.compile(r"[\[\]{},:]")
_TYPED: Final = re.compile(
    r"null|true|false|yes|no|on|off|y|n|[-+.0-9_]+(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xob][0-9a-f_]+"
    r"|[-+]?[0-9][0-9_:.]*",
    re.IGNORECASE,
)
"""What other readers of YAML take for a number, a truth value or nothing."""
_NOT_TYPED: Final = re.compile(r"\d+(?:\.\d+){2,}|\d{4}-\d{2}-\d{2}")
"""Ids such as 1.2.1, and days: the editor's schema takes both as they are."""


def plan_yaml(plan: Plan, comments: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return the text of a plan file that is read back to an equal plan; ``comments`` stand above top-level keys."""
    data: dict[str, Data] = plan.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return "".join(f"{line}\n" for line in _top(data, comments))


def _top(data: Mapping[str, Data], comments: Mapping[str, str]) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, list | dict):
            yield ""
        yield from (f"# {line}" for line in comments.get(key, "").splitlines())
        yield from _entry(key, value, 0)


def _entry(key: str, value: Data, indent: int) -> Iterator[str]:
    """Yield the lines of one entry of a mapping, ``indent`` spaces deep."""
    head = f"{' ' * indent}{_inline(key)}:"
    match value if key == _KEYED_WORDS else _bare(value):
        case list() as items if items:
            yield from _list_lines(head, key, items, indent)
        case dict() as fields if fields:
            yield head
            yield from _mapping_lines(fields, indent + 2)
        case [] | {}:
            yield f"{head} {json.dumps(value)}"
        case str() as words:
            yield from _scalar_lines(head, words, indent + 2)
        case other:
            yield f"{head} {_inline(other)}"


def _bare(value: Data) -> Data:
    """Return words that carry no understanding as words alone."""
    return value["text"] if isinstance(value, dict) and value.keys() == {"text"} else value


def _mapping_lines(fields: Mapping[str, Data], indent: int) -> Iterator[str]:
    for key, value in fields.items():
        yield from _entry(key, value, indent)


def _list_lines(head: str, key: str, items: list[Data], indent: int) -> Iterator[str]:
    whole = _flow(items) if key in _COMPACT and not any(isinstance(item, dict) for item in items) else None
    if whole and len(head) + 1 + len(whole) <= _WIDTH:
        yield f"{head} {whole}"
        return
    yield head
    for place, item in enumerate(items):
        if place and key in _AIRY:
            yield ""
        yield from _item_lines(_bare(item), indent + 2, compact=key in _COMPACT)


def _item_lines(item: Data, indent: int, *, compact: bool) -> Iterator[str]:
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
        yield from _scalar_lines(head, item, indent + 2)
    else:
        yield f"{head} {_inline(item)}"


def _scalar_lines(head: str, words: str, indent: int) -> Iterator[str]:
    """Yield words behind ``head``: in its line, folded below it, or below it with their line breaks."""
    pad = " " * indent
    if _may_stand_below(words) and "\n" in words:
        yield f"{head} |-"
        yield from (f"{pad}{line}" if line else "" for line in words.split("\n"))
        return
    plain = _inline(words)
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
    """Tell whether words can be a block scalar: nothing at their ends that would be lost, no signs to escape."""
    is_printable = not UNWANTED.search(words) and "\t" not in words and "\r" not in words
    return is_printable and words.strip() == words and all(line.strip() for line in words.split("\n"))


def _inline(value: Data, *, flow: bool = False) -> str:
    """Return a scalar that stands in one line; numbers and truth values come as Python has them."""
    if not isinstance(value, str):
        return json.dumps(value)
    is_plain = (
        _SAFE_START.match(value)
        and not _UNSAFE.search(value)
        and not UNWANTED.search(value)
        and (_NOT_TYPED.fullmatch(value) or not _TYPED.fullmatch(value))
        and not (flow and _FLOW_SIGNS.search(value))
    )
    return value if is_plain else _quoted(value)


def _quoted(words: str) -> str:
    if "\\" not in words and '"' in words and "'" not in words and not _UNSAFE.search(words):
        return f"'{words}'" if not UNWANTED.search(words) else _escaped(words)
    return _escaped(words)


def _escaped(words: str) -> str:
    return UNWANTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(words, ensure_ascii=False))


def _flow(value: Data) -> str | None:
    """Return a list or mapping in one line; None where a text in it has several."""
    match _bare(value):
        case list() as items:
            parts = [_flow(item) for item in items]
            return None if None in parts else f"[{', '.join(filter(None, parts))}]"
        case dict() as fields:
            parts = [_flow_entry(key, item) for key, item in fields.items()]
            return None if None in parts else f"{{{', '.join(filter(None, parts))}}}"
        case str() as words:
            return None if "\n" in words else _inline(words, flow=True)
        case other:
            return _inline(other)


def _flow_entry(key: str, value: Data) -> str | None:
    words = _flow(value)
    return None if words is None else f"{_inline(key, flow=True)}: {words}"
