"""The heading of an official document: issuer, Quốc hiệu and Tiêu ngữ, number, place and date."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components import naming, wording
from kshc_cli.documents.components.act import Paragraphs
from kshc_cli.documents.components.side_by_side import pieces_of
from kshc_cli.documents.word.body import Block, Cell, Paragraph, WordTable

_HEADING_ROWS: Final = 4
"""Rows of a table at most in which a heading stands down to Quốc hiệu."""

_NAME: Final = 90
"""Letters that a line of a body's name stays below."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The components of a heading, and what else stands there."""

    parent: Paragraphs = ()
    issuer: Paragraphs = ()
    nation: Paragraphs = ()
    motto: Paragraphs = ()
    number: Paragraphs = ()
    place_date: Paragraphs = ()
    about: Paragraphs = ()
    addressees: Paragraphs = ()
    """Kính gửi with its list, where they stand in the last rows of the heading's table."""
    marks: Paragraphs = ()
    others: Paragraphs = ()


def has_nation(block: Block) -> bool:
    """Tell whether a paragraph, or a cell of a table's first rows, holds Quốc hiệu."""
    if isinstance(block, Paragraph):
        return wording.is_nation(block)
    return any(map(_holds_nation, _top_cells(block)))


def has_motto(block: Block) -> bool:
    """Tell the same of Tiêu ngữ, by which a heading is known whose Quốc hiệu is missing."""
    if isinstance(block, Paragraph):
        return wording.is_bare_motto(block)
    return any(wording.is_bare_motto(paragraph) for cell in _top_cells(block) for paragraph in cell.paragraphs)


def _top_cells(table: WordTable) -> Iterator[Cell]:
    return (cell for row in table.rows[:_HEADING_ROWS] for cell in row.cells)


def heading(blocks: Iterable[Block]) -> Heading:
    """Take the heading apart that stands in ``blocks``, in a table of two columns or not."""
    found: dict[str, list[Paragraph]] = {}
    names: list[Paragraph] = []
    for paragraph, at_left, names_state in _placed(blocks):
        component = _component(paragraph)
        if names_state and component == "nation":
            component = ""
        component = component or _further_component(paragraph, found)
        if component:
            found.setdefault(component, []).append(paragraph)
        elif at_left and "number" not in found and _names_body(paragraph, names):
            names.append(paragraph)
        else:
            found.setdefault("others", []).append(paragraph)
    parent, issuer = _bodies(names)
    return Heading(parent, issuer, **{name: tuple(paragraphs) for name, paragraphs in found.items()})


def _further_component(paragraph: Paragraph, found: Mapping[str, Sequence[Paragraph]]) -> str:
    """Return which component goes on with a paragraph, or begins with it only because of what stands above."""
    if _ends_heading(paragraph, found.get("addressees", ())):
        return "addressees"
    if _goes_on(paragraph, found.get("about", ())):
        return "about"
    is_subject = "about" not in found and wording.is_about_unmarked(paragraph) and paragraph.address.cell == 1
    return "about" if is_subject and "number" in found else ""


def _ends_heading(paragraph: Paragraph, addressees: Sequence[Paragraph]) -> bool:
    """Tell whom a document goes to, beside or under Kính gửi in the last rows of the heading's table."""
    if not addressees:
        return False
    first, here = addressees[0].address, paragraph.address
    return first.table == here.table and (first.row or 0) <= (here.row or 0)


def _names_body(paragraph: Paragraph, names: Sequence[Paragraph]) -> bool:
    """Tell a line of the issuer's or its parent's name: it stands in capitals, or should."""
    begins = naming.begins_body(paragraph) or (bool(names) and naming.is_place(paragraph))
    return wording.in_capitals(paragraph) or (begins and len(paragraph.printed) < _NAME)


def _component(paragraph: Paragraph) -> str:
    """Return which component the words of a paragraph make it, whatever its place."""
    checks = (
        ("nation", wording.is_nation),
        ("nation", wording.is_half_nation),
        ("motto", wording.is_motto),
        ("number", wording.is_number_line),
        ("about", wording.is_about),
        ("addressees", wording.is_addressee),
        ("place_date", wording.is_place_date),
        ("marks", wording.is_mark),
        ("others", wording.is_typed_line),
    )
    return next((name for name, check in checks if check(paragraph)), "")


def _goes_on(paragraph: Paragraph, about: Sequence[Paragraph]) -> bool:
    """Tell a further line of a letter's subject, in the same cell or right under it."""
    if not about or wording.in_capitals(paragraph):
        return False
    last, here = about[-1].address, paragraph.address
    return (last.table, last.row, last.cell) == (
        here.table,
        here.row,
        here.cell,
    ) and last.paragraph == here.paragraph - 1


def _holds_nation(cell: Cell) -> bool:
    return any(map(wording.is_nation, cell.paragraphs)) or sum(map(wording.is_half_nation, cell.paragraphs)) > 1


def _placed(blocks: Iterable[Block]) -> Iterator[tuple[Paragraph, bool, bool]]:
    """Yield the paragraphs that show something, and whether the issuer may be named there: left of Quốc hiệu.

    Last comes whether the state's name can only be a part of the issuer's there, because Quốc hiệu stands beside it.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from ((piece, at_left, False) for piece, at_left in pieces_of(block))
            continue
        for row in block.rows:
            for place, cell in enumerate(row.cells):
                at_left = place == 0 or place < len(row.cells) - 1
                names_state = at_left and _holds_nation(row.cells[-1])
                for paragraph in cell.paragraphs:
                    yield from ((piece, at_left, names_state) for piece, _is_first in pieces_of(paragraph))


def _bodies(names: list[Paragraph]) -> tuple[Paragraphs, Paragraphs]:
    """Part the parent body's name from the issuer's: by the words that begin names, else by what is bold.

    A name may run on over lines: what only names a place, or follows a name that is not complete, goes on with it.
    """
    begins = [
        place
        for place, paragraph in enumerate(names)
        if naming.begins_body(paragraph) and not (place and naming.awaits_body(names[place - 1]))
    ]
    if len(begins) > 1:
        return tuple(names[: begins[-1]]), tuple(names[begins[-1] :])
    bold = [place for place, paragraph in enumerate(names) if wording.is_bold(paragraph)]
    cut = bold[0] if bold else 0
    if cut and (naming.awaits_place(names[cut - 1]) or naming.is_place(names[cut])):
        cut = 0
    return tuple(names[:cut]), tuple(names[cut:])
