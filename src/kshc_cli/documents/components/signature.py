"""The end of an official document: Nơi nhận at the left, who signs at the right, or several side by side."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.components import naming, wording
from kshc_cli.documents.components.act import Paragraphs
from kshc_cli.documents.components.pieces import pieces
from kshc_cli.documents.components.side_by_side import halves
from kshc_cli.documents.word.body import Block, Paragraph, WordTable
from kshc_cli.documents.word.metrics import TWIPS

_NAME_WORDS: Final = 8
"""A name has fewer words, titles and degrees before it included."""

_ROOM: Final = 24 * TWIPS
"""From this space above it on a line stands apart from the one before, twips."""

_FAR: Final = re.compile(r"[ \u00a0\t]*(?:[ \u00a0]{30}|\t{3})[ \u00a0\t]*[^\s\u00a0-]")
"""How a line begins that stands at the right, with nothing at its left."""

_NOTE: Final = re.compile(
    r"[(\[]|đã k[ýí]\b|k[ýí] (?:bởi|tên|số)\b|người k[ýí]\s*:|thời gian k[ýí]|ngày k[ýí]|email|cơ quan\s*:|"
    r"chức vụ\s*:|signature|digitally|signed|date\b|(?:chữ k[ýí]|dấu)\b"
)
"""How what is neither a position nor a name begins in a signature: what the signer does, a digital signature's data."""


@dataclass(frozen=True, slots=True)
class Ending:
    """The components of an ending, and what else stands there."""

    recipients_label: Paragraphs = ()
    recipients: Paragraphs = ()
    position: Paragraphs = ()
    """The lines of the positions of all who sign."""
    signer: Paragraphs = ()
    others: Paragraphs = ()


def has_label(block: Block) -> bool:
    """Tell whether a block holds the words Nơi nhận; a table with lines is no ending."""
    if isinstance(block, WordTable):
        return not block.bordered and any(map(wording.is_recipients_label, block.paragraphs))
    return wording.is_recipients_label(block)


def has_position(block: Block) -> bool:
    """Tell whether a block names, in capitals, the position of who signs."""
    if isinstance(block, WordTable):
        return not block.bordered and any(
            naming.is_position(line) for each in block.paragraphs for line in pieces(each, "\n")
        )
    first, look = next(pieces(block, "\n")), block.format
    apart = look.alignment in {"center", "right"} and wording.is_bold(block) and not block.printed.strip().endswith(".")
    return naming.is_position(first) and (wording.in_capitals(first) or apart)


@dataclass(slots=True)
class _Column:
    """What a column of the ending gave so far."""

    position: list[Paragraph] = field(default_factory=list)
    signer: list[Paragraph] = field(default_factory=list)
    label: list[Paragraph] = field(default_factory=list)
    recipients: list[Paragraph] = field(default_factory=list)
    others: list[Paragraph] = field(default_factory=list)
    in_list: bool = False
    signed: bool = False
    """Whether the position that was read last has its name."""


def ending(blocks: Iterable[Block]) -> Ending:
    """Take the ending apart that stands in ``blocks``."""
    columns = [_column(lines) for lines in _columns(blocks)]
    return Ending(
        tuple(each for column in columns for each in column.label),
        tuple(each for column in columns for each in column.recipients),
        tuple(each for column in columns for each in column.position),
        tuple(each for column in columns for each in column.signer),
        tuple(each for column in columns for each in column.others),
    )


Line = tuple[Paragraph, bool]
"""A line, and whether room is left above it."""


def _columns(blocks: Iterable[Block]) -> Iterator[list[Line]]:
    """Yield what stands together: a column's cells from top to bottom, or paragraphs that follow each other."""
    loose: list[Paragraph] = []
    columns: dict[tuple[int, int], list[Paragraph]] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            loose.append(block)
            continue
        for row in block.rows:
            for place, cell in enumerate(row.cells):
                columns.setdefault((block.number, place), []).extend(cell.paragraphs)
    for each in (*columns.values(), *_loose_columns(loose)):
        if lines := list(_lines(each)):
            yield lines


def _loose_columns(loose: Sequence[Paragraph]) -> Iterator[Sequence[Paragraph]]:
    """Yield paragraphs as they are, or, where tabs or spaces keep two columns apart, the left and the right one."""
    parted = [halves(each) for each in loose]
    if not any(
        right and (left or _FAR.match(right_of.text)) for (left, right), right_of in zip(parted, loose, strict=True)
    ):
        yield loose
        return
    yield [left for left, _right in parted if left is not None]
    yield [right for _left, right in parted if right is not None]


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[Line]:
    """Yield the lines that show something; what line breaks part are lines of their own."""
    before: Paragraph | None = None
    for paragraph in paragraphs:
        skipped = before is not None and paragraph.address.paragraph - before.address.paragraph > 1
        spaced = before is not None and before.format.after + paragraph.format.before >= _ROOM
        room = skipped or spaced
        for piece in pieces(paragraph, "\n"):
            if piece.printed.strip():
                yield piece, room
                room, before = False, paragraph
            else:
                room = True


def _column(lines: Sequence[Line]) -> _Column:
    column = _Column()
    for line, room in lines:
        if wording.is_recipients_label(line):
            column.in_list = True
            column.label.append(line)
        elif column.in_list and not (naming.is_position(line) and not line.printed.lstrip().startswith(("-", "+"))):
            column.recipients.append(line)
        else:
            column.in_list = False
            _sign(line, column, room=room)
    return column


def _sign(line: Paragraph, column: _Column, *, room: bool) -> None:
    """Put a line beside the list of recipients where it belongs: a position, a name, or neither."""
    words = wording.said(line)
    if wording.is_typed_line(line) or wording.is_white(line) or _NOTE.match(words):
        column.others.append(line)
    elif _is_further_position(line, column, room=room):
        column.position.append(line)
    elif naming.is_position(line) and (not column.position or column.signed):
        column.signed = False
        column.position.append(line)
    elif column.position and not column.signed and len(words.split()) < _NAME_WORDS:
        column.signed = True
        column.signer.append(line)
    else:
        column.others.append(line)


def _is_further_position(line: Paragraph, column: _Column, *, room: bool) -> bool:
    """Tell whether a line goes on with the position above it: it is one itself, or follows in capitals without room."""
    if not column.position or column.signed:
        return False
    goes_on = not (room or naming.is_personal_name(line)) or naming.begins_body(line)
    small = not wording.in_capitals(column.position[-1]) and naming.names_position(line)
    return small or naming.is_position(line) or (wording.in_capitals(line) and goes_on)
