"""Recognises the texts of an official document in a Word file, by their words first and their look second."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind, OfficialDocument
from kshc_cli.documents.components.heading import Heading, has_motto, has_nation, heading
from kshc_cli.documents.components.opening import Opening, begin, is_title, opening
from kshc_cli.documents.components.pieces import pieces
from kshc_cli.documents.components.signature import Ending, ending, has_label, has_position
from kshc_cli.documents.word.body import Block, Body, Paragraph, WordTable

_HEADING_BLOCKS: Final = 6
"""Blocks at most of a heading without Quốc hiệu."""
_COLUMNS: Final = 3
"""Cells at least in a row of a table with a header of its own."""
_BEHIND_POSITION: Final = 4
"""Blocks at most from the signer's position to Nơi nhận behind it, or to the end of the text."""


def recognised(body: Body) -> OfficialDocument:
    """Return the texts of ``body``; without Quốc hiệu and without a title in capitals there are none."""
    strays: list[Block] = []
    acts: list[Act] = []
    for blocks in _parted([block for block in _unframed(body.blocks) if _shows(block)]):
        if _begins(blocks[0]) or is_title(blocks[0]) or _is_bare_heading(_above_title(blocks)):
            act, rest = _act(blocks, is_first=not acts)
            if any(one.is_annex for one in acts) and not (act.is_annex or act.reference):
                act = replace(act, kind=ActKind.OTHER)  # a form that the annex holds
            acts.append(act)
            strays += rest
        else:
            strays += blocks
    return OfficialDocument(tuple(acts), tuple(strays))


def _unframed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks, and in place of a table without lines that is only a frame what stands in its cells.

    What line breaks part in a title's lines are paragraphs of their own, where the last of them says Kèm theo.
    """
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _parted_reference(block)
        elif not (is_frame(block) or (not block.bordered and _frames_tables(block))):
            yield block
        else:
            yield from _unframed(inner for row in block.rows for cell in row.cells for inner in cell.blocks)


def _parted_reference(paragraph: Paragraph) -> Iterator[Paragraph]:
    parts = list(pieces(paragraph, "\n")) if paragraph.format.alignment == "center" else [paragraph]
    yield from parts if any(map(wording.is_reference, parts[1:])) else (paragraph,)


def is_frame(table: WordTable) -> bool:
    """Tell whether a table is one cell without lines, which only keeps its words together."""
    return not table.bordered and len(table.rows) == 1 and len(table.rows[0].cells) == 1


def _frames_tables(table: WordTable) -> bool:
    """Tell whether a table only places others; in one of several rows and columns they are a cell's words."""
    if len(table.rows) > 1 and max(len(row.cells) for row in table.rows) >= _COLUMNS:
        return False
    return any(isinstance(inner, WordTable) for row in table.rows for cell in row.cells for inner in cell.blocks)


def _shows(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.printed.strip())


def _begins(block: Block) -> bool:
    return has_nation(block) or has_motto(block)


def _parted(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Cut blocks before each text: at its heading, or at a title that has none above it."""
    part: list[Block] = []
    titled = False
    for place, block in enumerate(blocks):
        is_open = titled or not part or not _begins(part[0])
        new_title = is_title(block) and (is_open or any(map(has_label, part)))
        new_title = new_title and not (is_open and not titled and _is_bare_heading(part))
        if has_nation(block) or (is_open and has_motto(block)) or (new_title and _begins_text(blocks, place, part)):
            beside = [] if new_title else _boxed_at_the_end(part)
            if len(part) > len(beside):
                yield part[: len(part) - len(beside)]
            part, titled = [block, *beside], is_title(block)
            continue
        titled = titled or is_title(block)
        part.append(block)
    if part:
        yield part


def _above_title(blocks: Sequence[Block]) -> list[Block]:
    return list(takewhile(lambda block: not is_title(block), blocks))


def _is_bare_heading(blocks: Sequence[Block]) -> bool:
    """Tell whether blocks above a title are its heading without Quốc hiệu: whoever issues it, a number, place and date.

    Nothing else may stand there, so that no words of another text are taken for a heading.
    """
    if not 1 < len(blocks) <= _HEADING_BLOCKS or any(isinstance(one, WordTable) and one.bordered for one in blocks):
        return False
    top = heading(blocks)
    is_plain = not (top.others or top.addressees or top.about or top.nation or top.motto)
    names = (*top.parent, *top.issuer)
    return is_plain and bool(top.number and top.issuer) and all(map(wording.in_capitals, names))


def _boxed_at_the_end(part: list[Block]) -> list[Block]:
    """Return the paragraphs of a text box right before Quốc hiệu, which stands in another one beside it."""
    boxed = list(takewhile(lambda block: isinstance(block, Paragraph) and block.boxed, reversed(part)))
    return boxed[::-1]


def _begins_text(blocks: Sequence[Block], place: int, part: list[Block]) -> bool:
    """Tell a title from the word that enacts, and from capitals in the midst of a text.

    A text begins where none has begun, behind a signature, in a new section, or where it says what it belongs to.
    """
    if not part or not any(is_title(one) or _begins(one) for one in part):
        return True
    block = blocks[place]
    if isinstance(block, Paragraph) and wording.is_enacting(block) and wording.said(block).startswith("quyết"):
        return False
    following = [one for one in blocks[place + 1 : place + 6] if isinstance(one, Paragraph)]
    return (
        any(map(has_label, part))
        or _section(block) != _section(blocks[place - 1])
        or any(map(wording.is_reference, following))
    )


def _section(block: Block) -> int:
    paragraphs = (block,) if isinstance(block, Paragraph) else block.paragraphs
    return paragraphs[0].address.section if paragraphs else 0


def _act(blocks: list[Block], *, is_first: bool) -> tuple[Act, list[Block]]:
    """Take a text apart; return it with the blocks behind its signature that are not its own."""
    start = begin(blocks)
    top = heading(blocks[:start])
    front, length = opening(blocks[start:], top)
    content_start = start + length
    end = _end(blocks, content_start)
    bottom, rest = _ending(blocks[end:])
    act = Act(
        kind=_kind(top, front, bottom, is_first=is_first),
        name=front.kind,
        parent=top.parent,
        issuer=top.issuer,
        nation=top.nation,
        motto=top.motto,
        number=top.number,
        place_date=top.place_date,
        title=tuple(front.title),
        subject=tuple(front.subject) if front.title or front.subject else top.about,
        addressees=(*top.addressees, *front.addressees),
        reference=tuple(front.reference),
        authority=tuple(front.authority),
        bases=tuple(front.bases),
        enacting=tuple(front.enacting),
        content=tuple(blocks[content_start:end]),
        recipients_label=bottom.recipients_label,
        recipients=bottom.recipients,
        position=bottom.position,
        signer=bottom.signer,
        marks=(*top.marks, *front.marks),
        others=(
            *top.others,
            *top.marks,
            *front.marks,
            *(top.about if front.title or front.subject else ()),
            *front.others,
            *bottom.others,
        ),
    )
    return act, rest


def _kind(top: Heading, front: Opening, bottom: Ending, *, is_first: bool) -> ActKind:
    kind = front.kind
    if front.reference or kind == "phụ lục" or (not is_first and not top.number):
        return ActKind.ATTACHED
    if not kind:
        is_letter = not front.title and (top.about or (top.number and (top.addressees or front.addressees)))
        return ActKind.LETTER if is_letter else ActKind.OTHER
    if kind in wording.WITH_ARTICLES:
        return ActKind.DECISION
    alone = not (top.number or top.place_date or bottom.position or bottom.recipients_label)
    return ActKind.OTHER if kind in wording.UNTOLD or alone else ActKind.NAMED


def _end(blocks: list[Block], start: int) -> int:
    """Return the place where the ending begins: at Nơi nhận, else at a position that little stands behind."""
    places = range(start, len(blocks))
    labelled = next((place for place in places if has_label(blocks[place])), None)
    end = len(blocks) if labelled is None else labelled
    near = range(max(start, end - _BEHIND_POSITION), end)
    signed = (place for place in near if has_position(blocks[place]) and _is_ending(blocks[place:end]))
    return next(signed, end)


def _is_ending(blocks: list[Block]) -> bool:
    """Tell whether only names and positions can stand in blocks: no table with lines."""
    return all(isinstance(block, Paragraph) or not block.bordered for block in blocks)


def _ending(blocks: list[Block]) -> tuple[Ending, list[Block]]:
    """Take the ending apart: its tables, or the paragraphs up to the next one; return it with the blocks behind it."""
    size = 0
    labelled = signed = False
    while size < len(blocks):
        stretch = _stretch(blocks, size)
        labels, signs = any(map(has_label, stretch)) and not labelled, any(map(has_position, stretch)) and not signed
        if size and not (labels or signs):
            break
        labelled, signed = labelled or labels, signed or signs
        size += len(stretch)
    return ending(blocks[:size]), blocks[size:]


def _stretch(blocks: list[Block], start: int) -> list[Block]:
    """Return a table, or the paragraphs up to the next one."""
    if not isinstance(blocks[start], Paragraph):
        return blocks[start : start + 1]
    places = range(start, len(blocks))
    return blocks[start : next((place for place in places if not isinstance(blocks[place], Paragraph)), len(blocks))]
