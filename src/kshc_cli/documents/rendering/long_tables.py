"""A filled part whose long tables wait as bytes, not as elements, which take ten times the room.

The part is read piece by piece as its tags are filled. A row of a table with a header, once it is read, is set aside:
what fits a document to its page looks at headers and last rows, and gives all rows the same widths.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.rendering.fitting import header_words
from kshc_cli.documents.rendering.widths import set_cell_widths, set_widths
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.documents.word.markup import W, descendant
from kshc_cli.documents.word.package import broken_xml, parsed, parser_of_pieces, serialised

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Widths = Mapping["Element", Sequence[int]]
"""The widths of columns of tables, in twips."""

_ROWS: Final = 256
"""Rows that are written as bytes together."""
_MARK: Final = "kshc"
"""The name of the processing instruction that stands for rows."""
_MARKS: Final = re.compile(rf"<\?{_MARK} (\d+)\?>".encode())
_WIDTH: Final = re.compile(rf"(<w:tcW [^<>]*?){_MARK}-(\d+-\d+)".encode())
"""A width that is not known yet, by its first column and their number; no words hold a tag."""
_FIELDS: Final = tuple(f"{{*}}{name}" for name in ("fldSimple", "fldChar", "instrText", "delInstrText"))
"""What makes a row a part of something that may go beyond it."""


class LongTables:
    """The rows that were set aside, under the marks that stand for them."""

    def __init__(
        self,
        refuse: Callable[["Element"], None],
        headers: Collection[tuple[str, ...]],
        *,
        is_marked: bool = False,
    ) -> None:
        """``refuse`` looks at rows; where a template is marked itself (``<?``), none is set aside.

        Tables with the words of ``headers`` are sure to get other widths, and wait with gaps for these.
        """
        self._refuse = refuse
        self._headers = headers
        self._is_marked = is_marked
        self._names: dict[str | None, str] = {}
        """The prefixes of namespaces of the part."""
        self._faults: list[WordFileError] = []
        self._rows: list[list[bytes]] = []
        """What each mark stands for."""
        self._marks: list[Element] = []
        self._together: Element | None = None
        """The rows that stand last behind the last mark, not written yet."""
        self._waiting: Element | None = None
        """A row that is set aside when another one follows it."""
        self._open_fields = 0

    def read(self, pieces: Iterable[str]) -> "Element":
        """Return the root of a part that stands in ``pieces``; each row that is set aside was seen by ``refuse``.

        Raises ``WordFileError``, and what ``pieces`` raises, whatever else is wrong.
        """
        parser, rest = parser_of_pieces(W + "tr", "{*}fldChar"), iter(pieces)
        try:
            for piece in rest:
                parser.feed(piece.encode())
                for _event, element in parser.read_events():
                    self._take(element)
            root: Element = parser.close()
        except SyntaxError as fault:
            for _piece in rest:
                pass
            raise broken_xml(fault) from fault
        self._write()
        for refused in self._faults:
            raise refused
        return root

    def written(self, root: "Element", widths: Widths) -> Iterator[bytes]:
        """Yield the bytes of the part, with the rows in their places, whose cells get the ``widths`` of their table."""
        tables = [mark.getparent() for mark in self._marks]
        head, *others = _MARKS.split(serialised(root))
        yield head
        for number, behind in zip(others[::2], others[1::2], strict=True):
            table = tables[int(number)]
            for rows in self._rows[int(number)]:
                yield _filled(rows, widths[table]) if self._has_gaps(table) else _fitted(rows, widths.get(table))
            yield behind

    def _take(self, element: "Element") -> None:
        """Look at a row that has ended, or at the begin or end of a field."""
        if element.tag != W + "tr":
            kind = next((value for key, value in element.attrib.items() if str(key).endswith("fldCharType")), "")
            self._open_fields = max(0, self._open_fields + (kind == "begin") - (kind == "end"))
        elif _is_of_body(element.getparent()):
            waiting, self._waiting = self._waiting, element if self._is_apart(element) else None
            if waiting is not None and waiting.getnext() is element:
                self._set_aside(waiting)

    def _is_apart(self, row: "Element") -> bool:
        """Tell whether a row stands behind a header, and has to do with nothing but its table."""
        return (
            self._may_wait(row)
            and _has_header(row.getparent())
            and descendant(row, "trPr/tblHeader") is None
            and not self._open_fields
            and next(row.iter(*_FIELDS), None) is None
        )

    def _may_wait(self, row: "Element") -> bool:
        """Tell whether rows stay as they are when they are written apart: of two prefixes either could be written."""
        if not self._names:
            self._names = dict(row.getroottree().getroot().nsmap)
        return not self._is_marked and len({*self._names.values()}) == len(self._names)

    def _set_aside(self, row: "Element") -> None:
        if not self._marks or row.getprevious() is not self._marks[-1]:
            self._write()
            self._mark(row)
        elif self._together is not None and len(self._together) >= _ROWS:
            self._write()
        if self._together is None:
            self._together = row.makeelement(W + "tbl", nsmap=self._names)
        self._together.append(row)

    def _mark(self, row: "Element") -> None:
        from lxml import etree

        mark = etree.ProcessingInstruction(_MARK, str(len(self._marks)))
        row.addprevious(mark)
        self._marks.append(mark)
        self._rows.append([])

    def _write(self) -> None:
        """Write the rows that stand together as bytes."""
        if self._together is None:
            return
        try:
            self._refuse(self._together)
        except WordFileError as fault:
            self._faults.append(fault)
        if self._has_gaps(self._marks[-1].getparent()):
            set_cell_widths(self._together, lambda column, span: f"{_MARK}-{column}-{span}")
            self._rows[-1].append(_inside(self._together))
        else:
            self._rows[-1].append(_bytes_of(self._together))
        self._together = None

    def _has_gaps(self, table: "Element") -> bool:
        return self._names.get("w") == W[1:-1] and header_words(table) in self._headers


def _is_of_body(table: "Element | None") -> bool:
    """Tell whether an element is a table of a document's body itself."""
    body = None if table is None or table.tag != W + "tbl" else table.getparent()
    root = None if body is None else body.getparent()
    return root is not None and root.getparent() is None


def _has_header(table: "Element | None") -> bool:
    first = None if table is None else next(table.iterchildren(W + "tr"), None)
    return first is not None and descendant(first, "trPr/tblHeader") is not None


def _bytes_of(table: "Element") -> bytes:
    from lxml import etree

    data: bytes = etree.tostring(table, encoding="UTF-8", xml_declaration=False)
    return data


def _inside(table: "Element") -> bytes:
    """Return the rows of a table as they stand in a part whose namespaces are the table's."""
    whole = _bytes_of(table)
    del table[:]
    begin = _bytes_of(table).removesuffix(b"/>")
    name, _blank, _namespaces = begin.removeprefix(b"<").partition(b" ")
    return whole.removeprefix(begin + b">").removesuffix(b"</" + name + b">")


def _filled(rows: bytes, widths: Sequence[int]) -> bytes:
    """Return rows with widths in their gaps."""
    known: dict[bytes, bytes] = {}

    def width(gap: re.Match[bytes]) -> bytes:
        if gap[2] not in known:
            column, span = map(int, gap[2].split(b"-"))
            known[gap[2]] = b"%d" % sum(widths[column : column + span])
        return gap[1] + known[gap[2]]

    return _WIDTH.sub(width, rows)


def _fitted(rows: bytes, widths: Sequence[int] | None) -> bytes:
    """Return rows with other widths, if there are any."""
    table = parsed(rows)
    if widths is not None:
        set_widths(table, widths)
    return _inside(table)
