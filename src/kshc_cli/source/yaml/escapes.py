"""The escapes in double quotes that stand for one character by its number or name."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.edits import Edit

_ESCAPE: Final = lazy_pattern(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))", re.DOTALL)
_NAMED: Final = {"_": "\u00a0", "t": "\t", "\t": "\t", "N": "\u0085", "L": "\u2028", "P": "\u2029"}
_LAST: Final = 0x10FFFF


def unescaped(text: str, start: int, end: int) -> Iterator[Edit]:
    """Yield the edits that put the characters themselves in place of their escapes from ``start`` to ``end``."""
    for match in _ESCAPE.finditer(text, start, end):
        number = match[1] or match[2] or match[3]
        if number is None:
            character = _NAMED.get(match[4], "")
        else:
            character = chr(int(number, 16)) if int(number, 16) <= _LAST else ""
        if character:
            yield Edit("escape", match.start(), match.end(), character)
