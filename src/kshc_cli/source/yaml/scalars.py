"""Writes texts, and lists and mappings of them, as YAML in one line: quoted only where they must be."""

import re
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.characters import UNWANTED
from kshc_cli.source.yaml.tree import Data

UNSAFE: Final = lazy_pattern(r": |:$| #|^\s|\s$|[\t\r\n]")
"""What ends plain words or is lost from them."""

_SAFE_START: Final = lazy_pattern(r"[^\W\d_]|[0-9(“‘…+/.§•–—]|-(?=[^\s-])")
_FLOW_SIGNS: Final = lazy_pattern(r"[\[\]{},:]")
_TYPED: Final = lazy_pattern(
    r"null|true|false|yes|no|on|off|y|n|[-+.0-9_]+(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan)|0[xob][0-9a-f_]+"
    r"|[-+]?[0-9][0-9_:.]*",
    re.IGNORECASE,
)
"""What other readers of YAML take for a number, a truth value or nothing."""
_NOT_TYPED: Final = lazy_pattern(r"\d+(?:\.\d+){2,}|\d{4}-\d{2}-\d{2}")
"""Ids such as 1.2.1, and days: the editor's schema takes both as they are."""


def scalar(value: Data, *, flow: bool = False) -> str:
    """Return a scalar that stands in one line, with ``flow`` inside brackets; other types come as JSON has them."""
    if not isinstance(value, str):
        from json import dumps

        return dumps(value)
    is_plain = (
        _SAFE_START.match(value)
        and not UNSAFE.search(value)
        and not UNWANTED.search(value)
        and (_NOT_TYPED.fullmatch(value) or not _TYPED.fullmatch(value))
        and not (flow and _FLOW_SIGNS.search(value))
    )
    return value if is_plain else _quoted(value)


def _quoted(words: str) -> str:
    if "\\" not in words and '"' in words and "'" not in words and not UNSAFE.search(words):
        return f"'{words}'" if not UNWANTED.search(words) else _escaped(words)
    return _escaped(words)


def _escaped(words: str) -> str:
    from json import dumps

    return UNWANTED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", dumps(words, ensure_ascii=False))


def in_line(value: Data) -> str:
    """Return a list or mapping in one line, texts of several lines with their breaks escaped."""
    match value:
        case list() as items:
            return f"[{', '.join(map(in_line, items))}]"
        case dict() as fields:
            return f"{{{', '.join(f'{scalar(key, flow=True)}: {in_line(item)}' for key, item in fields.items())}}}"
        case other:
            return scalar(other, flow=True)
