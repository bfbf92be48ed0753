"""Fits a filled document to its page: widths of the task tables, even breaks in headings, lines under them.

The words stay untouched: only widths and indents are set, so that every layout engine breaks the lines alike.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from math import ceil
from typing import TYPE_CHECKING, Final

from kshc_cli.documents.rendering.errors import TemplateError
from kshc_cli.documents.rendering.pages import settle_pages
from kshc_cli.documents.rendering.widths import set_widths
from kshc_cli.documents.rendering.words import PrintedTable
from kshc_cli.documents.word.formats import ParagraphFormat, TextFormat
from kshc_cli.documents.word.markup import W, number, twips
from kshc_cli.documents.word.metrics import JOINT, balanced, width
from kshc_cli.documents.word.numbering import Numbering
from kshc_cli.documents.word.styles import Styles, paragraph_look, text_look
from kshc_cli.messages import _

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Shares = dict[tuple[str, ...], deque[tuple[int, ...]]]
"""Header words of the task tables, without white space, with the shares of their columns, in order of the plan."""

EVEN: Final = frozenset(
    {
        *("Cơ quan chủ quản", "Cơ quan ban hành", "Địa danh và ngày", "Trích yếu", "Thẩm quyền ban hành"),
        *("Dòng kèm theo", "Phụ lục - tên", "Phụ lục - kèm theo", "Bảng - tiêu đề"),
    }
)
"""Names of the centred styles whose lines are made about equally long."""

LINES: Final = {"Đường kẻ dài": 1.0, "Đường kẻ ngắn": 0.4}
"""Names of the styles that draw a line under the text before them, with the line's share of the text's length."""

_BODY: Final = re.compile(r"(?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN")
"""Names that a heading does not break."""

_SLACK: Final = 1.02
"""How much longer than measured a line may be before another layout engine would break it again."""

_CELL_SLACK: Final = 1.04
"""The same for words in a cell, whose lines are drawn inside of it."""

_ROOM: Final = 0.85
"""The part of a table's width that two words of each header may ask for: the rest is for its longest texts."""

_A4: Final = 11906
"""The width of the page in twips."""

_CELL_MARGIN: Final = 108
"""Word's own margin at the left and right of a cell, in twips."""

_BEHIND_INDENT: Final = frozenset(
    W + name
    for name in (
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
"""What the schema (ECMA-376, Part 1, 17.3.1.26) places behind ``w:ind``."""


def fit(root: "Element", styles: Styles, tables: Iterable[PrintedTable]) -> Mapping["Element", Sequence[int]]:
    """Set widths and indents in a ``w:document``, in place; ``tables`` say how its task tables divide their width.

    Returns the widths of its tables' columns, as far as it has set them. Raises ``TemplateError`` where the root is no
    document with a body.
    """
    body = root.find(W + "body")
    if body is None:
        raise TemplateError(_("it is not a Word file (.docx)"))
    settle_pages(body, styles)
    blocks = [(block, _text_width(section), section) for block, section in _blocks(body)]
    _fit_headings(((block, available) for block, available, _section in blocks if block.tag == W + "p"), styles)
    shares = shares_by_headers(tables)
    fitted: dict[Element, Sequence[int]] = {}
    for block, available, section in blocks:
        if block.tag == W + "tbl":
            if given := _shared(block, available, shares, styles):
                fitted[block] = given
                set_widths(block, given)
            if wider := _stretched(block, available, section):
                fitted[block] = wider
                set_widths(block, wider)
            _fit_cells(block, available, styles)
    return fitted


def shares_by_headers(tables: Iterable[PrintedTable]) -> Shares:
    """Return how tables divide their width, by the words of their headers."""
    shares: Shares = {}
    for table in tables:
        shares.setdefault(tuple(map(_squeezed, table.headers)), deque()).append(table.widths)
    return shares


def _blocks(body: "Element") -> Iterator[tuple["Element", "Element"]]:
    """Yield a body's paragraphs and tables with the properties of their section, which stand at its end."""
    waiting: list[Element] = []
    for block in body:
        waiting.append(block)
        section = block if block.tag == W + "sectPr" else block.find(f"{W}pPr/{W}sectPr")
        if section is not None:
            yield from ((each, section) for each in waiting)
            waiting.clear()


def _text_width(section: "Element", side: str = "w") -> int:
    """Return the width of the text; with ``side`` ``h`` as it would be if the page were turned."""
    page = number(section, "pgSz", side, _A4)
    return page - sum(number(section, "pgMar", edge, 0) for edge in ("left", "right"))


def _fit_headings(paragraphs: Iterable[tuple["Element", int]], styles: Styles) -> None:
    """Even out headings and draw lines under them; a line is as long as the text before it asks for."""
    longest = 0.0
    for paragraph, available in paragraphs:
        look, letters = _look(paragraph, styles)
        if look.style in LINES:
            _indent(paragraph, (available - LINES[look.style] * longest) / 2)
        elif look.style in EVEN or _line_follows(paragraph, styles):
            words = _BODY.sub(lambda body: body.group().replace(" ", JOINT), _text(paragraph))
            lines = balanced(words, letters.points, available - look.left - look.right, bold=letters.bold)
            longest = max(lines)
            if look.style in EVEN and len(lines) > 1:
                _indent(paragraph, (available - _SLACK * longest) / 2)


def _look(paragraph: "Element", styles: Styles) -> tuple[ParagraphFormat, TextFormat]:
    """Return how a paragraph is set, and how its letters look by its style."""
    look = paragraph_look(paragraph, styles, Numbering())
    return look.format, text_look(None, look, styles)


def _line_follows(paragraph: "Element", styles: Styles) -> bool:
    following = paragraph.getnext()
    return following is not None and following.tag == W + "p" and _look(following, styles)[0].style in LINES


def _text(element: "Element") -> str:
    pieces = (mark.text or "" if mark.tag == W + "t" else "\n" for mark in element.iter(W + "t", W + "br"))
    return "".join(pieces)


def _indent(paragraph: "Element", twips: float) -> None:
    """Indent a paragraph from both sides."""
    properties = paragraph.find(W + "pPr")
    indent = properties.find(W + "ind")
    if indent is None:
        indent = properties.makeelement(W + "ind")
        behind = next((child for child in properties if child.tag in _BEHIND_INDENT), None)
        properties.insert(len(properties) if behind is None else properties.index(behind), indent)
    for side in ("left", "right"):
        indent.set(W + side, str(max(0, round(twips))))


def _fit_cells(table: "Element", available: int, styles: Styles) -> None:
    """Fit the headings in the cells of a heading table, or in the header rows of a task table."""
    margins = _cell_margins(table)
    rows = list(table.iterchildren(W + "tr"))
    headers = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    for row in headers or rows:
        for cell in row.iterchildren(W + "tc"):
            inner = number(cell, "tcPr/tcW", "w", available) - margins
            _fit_headings(((paragraph, inner) for paragraph in cell.iterchildren(W + "p")), styles)


def _shared(table: "Element", available: int, shares: Shares, styles: Styles) -> list[int]:
    """Return the widths of a table that has the header words of a task table; each takes the next shares for them."""
    waiting = shares.get(header_words(table))
    if not waiting:
        return []
    given = waiting.popleft() if len(waiting) > 1 else waiting[0]
    return _widths(given, available, _least(table, _header(table), _widths(given, available), styles))


def header_words(table: "Element") -> tuple[str, ...]:
    """Return the words of the cells of a table's first row, without white space."""
    return tuple(_squeezed(_text(cell)) for cell in _header(table))


def _header(table: "Element") -> tuple["Element", ...]:
    row = table.find(W + "tr")
    return () if row is None else tuple(row.iterchildren(W + "tc"))


def _cell_margins(table: "Element") -> int:
    return sum(number(table, f"tblPr/tblCellMar/{side}", "w", _CELL_MARGIN) for side in ("left", "right"))


def _least(table: "Element", cells: Sequence["Element"], given: Sequence[int], styles: Styles) -> list[int]:
    """Return the least widths of columns, by the cells of a header, beside those that they are given.

    A column has room for its longest word and, as far as the table has room for that, for its longest pair of words.
    """
    margins = _cell_margins(table)
    words, pairs = ([_longest_run(cell, styles, count) for cell in cells] for count in (1, 2))
    least = [margins + ceil(_CELL_SLACK * word) for word in words]
    wishes = [
        margins + (pair if margins + pair <= width else _CELL_SLACK * pair)
        for pair, width in zip(pairs, given, strict=True)
    ]
    spare = round(_ROOM * sum(given)) - sum(least)
    for extra, place in sorted((ceil(wish) - least[place], place) for place, wish in enumerate(wishes)):
        if 0 < extra <= spare:
            spare -= extra
            least[place] += extra
    return least


def _longest_run(cell: "Element", styles: Styles, count: int) -> float:
    """Return the width of the longest run of ``count`` words in a cell, which a narrower column would break.

    Most words of Vietnamese are two syllables, of which a heading is read badly alone: Cơ / quan. Where a paragraph
    divides into such runs, only these count.
    """
    widths = [0.0]
    for paragraph in cell.iterchildren(W + "p"):
        _paragraph, letters = _look(paragraph, styles)
        words = _text(paragraph).split()
        step = count if len(words) % count == 0 else 1
        runs = (" ".join(words[place : place + count]) for place in range(0, len(words), step))
        widths += [width(run, letters.points, bold=letters.bold) for run in runs]
    return max(widths)


def _stretched(table: "Element", available: int, section: "Element") -> list[int]:
    """Return the widths of a table on a turned page that was as wide as the text of the upright one.

    Headings and signatures are such.
    """
    widths = [twips(str(column.get(W + "w") or ""), 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if sum(widths) == _text_width(section, "h") != available:
        return _widths(tuple(widths), available)
    return []


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _widths(shares: Sequence[int], available: int, least: Sequence[int] = ()) -> list[int]:
    """Divide ``available`` twips by ``shares``, without losing one to rounding.

    A column that would be narrower than its ``least`` takes what it lacks from the others, by what they can spare.
    """
    edges = [round(available * total / sum(shares)) for total in accumulate(shares, initial=0)]
    widths = [right - left for left, right in pairwise(edges)]
    spare = [max(0, given - needed) for given, needed in zip(widths, least or widths, strict=True)]
    lacking = sum(max(0, needed - given) for given, needed in zip(widths, least, strict=False))
    if not 0 < lacking <= sum(spare):
        return widths
    taken = [round(lacking * total / sum(spare)) for total in accumulate(spare, initial=0)]
    return [
        max(given, needed) - (right - left)
        for given, needed, (left, right) in zip(widths, least, pairwise(taken), strict=True)
    ]
