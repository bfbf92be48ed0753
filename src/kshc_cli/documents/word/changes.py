"""Finds the tracked changes of a part that nobody has accepted or rejected yet (ECMA-376, Part 1, 17.13.5)."""

from typing import TYPE_CHECKING, Final

from kshc_cli.documents.word.markup import W, descendant

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TEXT: Final = ("ins", "del", "moveFrom", "moveTo")
_CELLS: Final = ("cellIns", "cellDel", "cellMerge")
_LOOKS: Final = ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
_RANGES: Final = (
    *("moveFromRangeStart", "moveToRangeStart", "customXmlInsRangeStart", "customXmlDelRangeStart"),
    *("customXmlMoveFromRangeStart", "customXmlMoveToRangeStart"),
)
_CHANGES: Final = (*(W + name for name in (*_TEXT, *_CELLS, *_RANGES)), *(f"{W}{name}Change" for name in _LOOKS))

_AROUND: Final = tuple(W + name for name in ("p", "tc", "tr", "tbl"))
"""What a change can be one of."""


def changed_paragraphs(root: "Element") -> "frozenset[Element]":
    """Return the ``w:p`` in which a change stands open, or before which one of a row, cell or table does."""
    found: set[Element] = set()
    if next(root.iter(*_CHANGES), None) is None:
        return frozenset()
    outside, last = False, None
    for element in root.iter(W + "p", *_CHANGES):
        if element.tag != W + "p":
            inside = next(element.iterancestors(*_AROUND), None)
            if inside is not None and inside.tag == W + "p":
                found.add(inside)
            else:
                outside = True
        elif not _is_deleted(element):
            last = element
            if outside:
                found.add(element)
                outside = False
    return frozenset(found | {last} if outside and last is not None else found)


def is_deleted(element: "Element") -> bool:
    """Tell whether a change deletes a ``w:tr`` or ``w:tc``."""
    steps = {W + "tr": "trPr/del", W + "tc": "tcPr/cellDel"}.get(element.tag)
    return steps is not None and descendant(element, steps) is not None


def _is_deleted(paragraph: "Element") -> bool:
    return any(map(is_deleted, paragraph.iterancestors(W + "tr", W + "tc")))
