"""A document while it is parsed: what stands in its body, piece by piece, and nothing of what was read before.

A tree of 10,000 rows takes 140 MB; a row of it takes nothing.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from kshc_cli.documents.word.markup import W
from kshc_cli.documents.word.package import PARSING, parsed

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_SETTLED: Final = re.compile(
    rb"<[\w.-]*:?(?:showingPlcHdr|hidden|ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w+Change|"
    rb"(?:move|customXml)\w+RangeStart)[\s/>]"
)
"""What has to be settled before a part is read: it says something of what stands elsewhere."""
_PAGED: Final = re.compile(rb"<[\w.-]*:?lastRenderedPageBreak[\s/>]")
_KEPT: Final = frozenset((W + "tblPr", W + "tblGrid"))
"""What is asked of a table behind its rows."""


def is_settled(data: bytes) -> bool:
    """Tell whether a part can be read piece by piece."""
    return b"\0" not in data and _SETTLED.search(data) is None


class Stream:
    """The pieces of a ``w:document``, which are there once: those of its body, and the rows of each table in it."""

    def __init__(self, data: bytes) -> None:
        from lxml import etree

        self._data = data
        self._broken: type[Exception] = etree.XMLSyntaxError
        tags = (W + "body", W + "tbl", W + "tr")
        self._parser = etree.iterparse(BytesIO(data), events=("start", "end"), tag=tags, **PARSING)
        self._open: Any = None
        """The body, or the table in it, of which the next piece is one."""

    @property
    def is_paged(self) -> bool:
        """Whether Word has left its page breaks in it."""
        return _PAGED.search(self._data) is not None

    def body(self) -> "Element | None":
        """Begin to parse, and return the body, without what stands in it."""
        for _event, element in self._events():
            parent = element.getparent()
            if element.tag == W + "body" and parent is not None and parent.getparent() is None:
                self._open = element
                return element
        return None

    def pieces(self, parent: "Element") -> "Iterator[Element]":
        """Yield what stands in an element; a table of the body has to be read before the next piece is asked for."""
        if parent is not self._open:
            yield from parent
            return
        is_body = parent.tag == W + "body"
        last = None
        for event, element in self._events():
            is_over = element is parent
            if not is_over and (element.getparent() is not parent or (event == "start") is not is_body):
                continue
            for piece in _before(element, parent):
                if piece is not last:
                    yield piece
                parent.remove(piece)
            if is_over:
                self._open = None
                break
            last = element
            self._open = element if is_body else parent
            yield element
            self._open = parent
        if is_body:
            self._end()

    def _end(self) -> None:
        """Parse what stands behind the body, too."""
        for _event in self._events():
            pass

    def _events(self) -> Iterator[tuple[str, Any]]:
        """Yield where elements begin and end. Raises ``WordFileError`` where the XML is broken."""
        try:
            yield from self._parser
        except self._broken:
            parsed(self._data)
            raise


def _before(element: "Element", parent: "Element") -> "list[Element]":
    """Return the pieces before an element, or all where it is the parent itself."""
    found = []
    for piece in parent:
        if piece is element:
            break
        if piece.tag not in _KEPT:
            found.append(piece)
    return found
