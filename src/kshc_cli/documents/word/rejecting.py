"""A document as it was before its tracked changes: what was added is gone, what was taken out is there."""

from collections.abc import Mapping
from typing import Final

from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, parsed, serialised

_TURNED: Final = {
    W + one: W + other
    for pair in (("ins", "del"), ("moveTo", "moveFrom"), ("t", "delText"), ("cellIns", "cellDel"))
    for one, other in (pair, pair[::-1])
}
"""What takes the place of what: who accepts that has rejected this."""
_CHANGES: Final = tuple(W + name for name in ("ins", "del", "moveTo", "moveFrom"))
_TEXTS: Final = (W + "t", W + "delText")


def before_changes(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with its tracked changes the other way round, so that they read as rejected."""
    root = parsed(parts[DOCUMENT])
    for element in list(root.iter(*_TURNED)):
        if element.tag not in _TEXTS or next(element.iterancestors(*_CHANGES), None) is not None:
            element.tag = _TURNED[element.tag]
    return {**parts, DOCUMENT: serialised(root)}
