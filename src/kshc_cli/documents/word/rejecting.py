"""A document as it was before its tracked changes: what was added is gone, what was taken out is there."""

from collections.abc import Mapping
from typing import Final

from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import DOCUMENT, parsed, serialised

_TURNED: Final = {
    W + one: W + other
    for pair in (("ins", "del"), ("moveTo", "moveFrom"), ("cellIns", "cellDel"))
    for one, other in (pair, pair[::-1])
}
"""What takes the place of what: who accepts that has rejected this."""
_CHANGES: Final = tuple(W + name for name in ("ins", "del", "moveTo", "moveFrom"))
_KEPT: Final = frozenset((W + "ins", W + "moveTo"))
_TEXT: Final = W + "t"
_GONE: Final = W + "delText"


def before_changes(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a Word file with its tracked changes the other way round, so that they read as rejected.

    What is moved away bears plain text in Word's files, what is taken out text of its own kind.
    """
    root = parsed(parts[DOCUMENT])
    for element in list(root.iter(*_TURNED)):
        element.tag = _TURNED[element.tag]
    for text in root.iter(_TEXT, _GONE):
        change = next(text.iterancestors(*_CHANGES), None)
        if change is not None:
            text.tag = _TEXT if change.tag in _KEPT else _GONE
    return {**parts, DOCUMENT: serialised(root)}
