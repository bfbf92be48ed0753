"""Recognises the texts of an official document in a Word file, by their words first and their look second."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind, OfficialDocument
from kshc_cli.documents.components.heading import Heading, has_motto, has_nation, heading
from kshc_cli.documents.components.signature import Ending, ending, has_label, has_position
from kshc_cli.documents.word.body import Block, Body, Paragraph

_BEHIND_HEADING: Final = 3
"""Blocks at most from a heading to a title that no kind is known for."""

_ADDRESSEE_LENGTH: Final = 160
"""Letters at most of a line that says to whom a document goes."""

_BEHIND_POSITION: Final = 4
"""Blocks at most from the signer's position to Nơi nhận behind it, or to the end of the text."""


def recognised(body: Body) -> OfficialDocument:
    """Return the texts of ``body``; without Quốc hiệu and without a title in capitals there are none."""
    strays: list[Block] = []
    acts: list[Act] = []
    for blocks in _parted([block for block in body.blocks if _shows(block)]):
        if _begins(blocks[0]) or _is_title(blocks[0]):
            act, rest = _act(blocks, is_first=not acts)
            if any(one.is_annex for one in acts) and not (act.is_annex or act.reference):
                act = replace(act, kind=ActKind.OTHER)  # a form that the annex holds
            acts.append(act)
            strays += rest
        else:
            strays += blocks
    return OfficialDocument(tuple(acts), tuple(strays))


def _shows(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.printed.strip())


def _begins(block: Block) -> bool:
    return has_nation(block) or has_motto(block)


def _is_title(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(wording.kind_of(block))


def _parted(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Cut blocks before each text: at its heading, or at a title that has none above it."""
    part: list[Block] = []
    titled = False
    for place, block in enumerate(blocks):
        is_open = titled or not part or not _begins(part[0])
        new_title = is_open and _is_title(block)
        if has_nation(block) or (is_open and has_motto(block)) or (new_title and _begins_text(blocks, place, part)):
            if part:
                yield part
            part, titled = [], False
        titled = titled or _is_title(block)
        part.append(block)
    if part:
        yield part


def _begins_text(blocks: Sequence[Block], place: int, part: list[Block]) -> bool:
    """Tell a title from the word that enacts, and from capitals in the midst of a text.

    A text begins where none has begun, behind a signature, in a new section, or where it says what it belongs to.
    """
    if not part or not any(_is_title(one) or _begins(one) for one in part):
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


@dataclass(slots=True)
class _Opening:
    """What stands between the heading and the content."""

    title: list[Paragraph] = field(default_factory=list)
    subject: list[Paragraph] = field(default_factory=list)
    reference: list[Paragraph] = field(default_factory=list)
    authority: list[Paragraph] = field(default_factory=list)
    bases: list[Paragraph] = field(default_factory=list)
    addressees: list[Paragraph] = field(default_factory=list)
    marks: list[Paragraph] = field(default_factory=list)
    enacting: list[Paragraph] = field(default_factory=list)
    others: list[Paragraph] = field(default_factory=list)


def _act(blocks: list[Block], *, is_first: bool) -> tuple[Act, list[Block]]:
    """Take a text apart; return it with the blocks behind its signature that are not its own."""
    start = _start(blocks)
    top = heading(blocks[:start])
    head = blocks[start] if start < len(blocks) else None
    kind = wording.kind_of(head) if isinstance(head, Paragraph) else ""
    opening, content_start = _opening(blocks, start, enacts=kind in wording.WITH_ARTICLES)
    end = _end(blocks, content_start)
    bottom, rest = _ending(blocks[end:])
    act = Act(
        kind=_kind(top, opening, kind, bottom, is_first=is_first),
        parent=top.parent,
        issuer=top.issuer,
        nation=top.nation,
        motto=top.motto,
        number=top.number,
        place_date=top.place_date,
        title=tuple(opening.title),
        subject=tuple(opening.subject) if opening.title else top.about,
        addressees=tuple(opening.addressees),
        reference=tuple(opening.reference),
        authority=tuple(opening.authority),
        bases=tuple(opening.bases),
        enacting=tuple(opening.enacting),
        content=tuple(blocks[content_start:end]),
        recipients_label=bottom.recipients_label,
        recipients=bottom.recipients,
        position=bottom.position,
        signer=bottom.signer,
        marks=(*top.marks, *opening.marks),
        others=(
            *top.others,
            *top.marks,
            *opening.marks,
            *(top.about if opening.title else ()),
            *opening.others,
            *bottom.others,
        ),
    )
    return act, rest


def _start(blocks: list[Block]) -> int:
    """Return the place behind the heading: the title's, or where a letter begins to speak."""
    titled = next((place for place, block in enumerate(blocks) if _is_title(block)), None)
    addressed = next((place for place, block in enumerate(blocks) if _is_addressee(block)), None)
    if titled is not None and (addressed is None or titled < addressed):
        return titled
    behind = next((place for place, block in enumerate(blocks) if place and not _is_heading(block)), len(blocks))
    if addressed is not None:
        return min(addressed, behind) if behind else addressed
    near = range(1, min(len(blocks), behind + _BEHIND_HEADING))
    return next((place for place in near if _looks_like_title(blocks[place])), behind)


def _is_addressee(block: Block) -> bool:
    """Tell whether it says whom the document goes to: a paragraph, or a table without lines that begins so."""
    if isinstance(block, Paragraph):
        return wording.is_addressee(block)
    return not block.bordered and any(map(wording.is_addressee, wording.shown(block.paragraphs)[:1]))


def _is_heading(block: Block) -> bool:
    """Tell whether a block goes on with a heading: number, date, the subject of a letter, names in capitals."""
    paragraphs = wording.shown((block,) if isinstance(block, Paragraph) else block.paragraphs)
    known = (wording.is_number_line, wording.is_place_date, wording.is_about, wording.is_motto, wording.is_typed_line)
    if isinstance(block, Paragraph):
        return any(check(block) for check in known) or wording.is_mark(block) or not paragraphs
    return not block.bordered and any(check(each) for each in paragraphs for check in known)


def _looks_like_title(block: Block) -> bool:
    """Tell whether a paragraph could be the title of a kind of document that is not known."""
    return isinstance(block, Paragraph) and block.format.alignment == "center" and wording.in_capitals(block)


def _kind(top: Heading, opening: _Opening, kind: str, bottom: Ending, *, is_first: bool) -> ActKind:
    if opening.reference or kind == "phụ lục" or (not is_first and not top.number):
        return ActKind.ATTACHED
    if not kind:
        is_letter = not opening.title and (top.about or (top.number and opening.addressees))
        return ActKind.LETTER if is_letter else ActKind.OTHER
    if kind in wording.WITH_ARTICLES:
        return ActKind.DECISION
    alone = not (top.number or top.place_date or bottom.position or bottom.recipients_label)
    return ActKind.OTHER if kind in wording.UNTOLD or alone else ActKind.NAMED


def _opening(blocks: list[Block], start: int, *, enacts: bool) -> tuple[_Opening, int]:
    """Gather what stands from the title on, and return the place where the content begins."""
    found = _Opening()
    titled = start < len(blocks) and (_is_title(blocks[start]) or _looks_like_title(blocks[start]))
    enacting = _enacting_place(blocks, start) if enacts else None
    for place in range(start, len(blocks)):
        block = blocks[place]
        if not isinstance(block, Paragraph):
            if not _is_addressee(block):
                return found, place
            found.addressees += wording.shown(block.paragraphs)
            continue
        if place == enacting:
            found.enacting.append(block)
            return found, place + 1
        part = (
            _opening_part(block, found, enacts=enacts, is_enacted=enacting is not None)
            if titled
            else _letter_part(block, found)
        )
        if part is None:
            return found, place
        part.append(block)
    return found, len(blocks)


def _enacting_place(blocks: list[Block], start: int) -> int | None:
    places = range(start + 1, len(blocks))
    return next(
        (each for each in places if isinstance(one := blocks[each], Paragraph) and wording.is_enacting(one)), None
    )


def _opening_part(block: Paragraph, found: _Opening, *, enacts: bool, is_enacted: bool) -> list[Paragraph] | None:
    """Return the component that a paragraph belongs to, or None where the content begins with it."""
    if not found.title:
        return found.title
    if (part := _letter_part(block, found)) is not None:
        return part
    if found.addressees and not enacts:
        return found.subject if not found.subject and _is_headline(block) else None
    if wording.is_reference(block):
        return found.reference
    if enacts:
        return _enacting_part(block, found, is_enacted=is_enacted)
    is_outlined = bool(found.subject) and block.format.outline_level is not None
    if found.reference or is_outlined or wording.is_basis(block) or wording.is_numbered(block):
        return None
    return found.subject if _is_headline(block) and _is_set_alike(block, found.subject) else None


def _letter_part(block: Paragraph, found: _Opening) -> list[Paragraph] | None:
    """Return the lists of what may stand in any opening: lines, stamps, Kính gửi with the lines that go on with it."""
    if wording.is_typed_line(block):
        return found.others
    if wording.is_mark(block):
        return found.marks
    if wording.is_addressee(block) or _is_further_addressee(block, found.addressees):
        return found.addressees
    return None


def _is_further_addressee(block: Paragraph, addressees: list[Paragraph]) -> bool:
    """Tell a further line of the list behind Kính gửi: an item, up to the one with a full stop."""
    if not addressees:
        return False
    before, words = addressees[-1].printed.rstrip(), block.printed.strip()
    is_item = words.startswith(("-", "–", "+", "•")) or bool(block.label) or before.endswith((":", ";", ","))
    return is_item and not before.endswith(".") and len(words) < _ADDRESSEE_LENGTH


def _is_set_alike(block: Paragraph, subject: list[Paragraph]) -> bool:
    """Tell a further line of the subject, which is centred as the first one, from a bold heading at the margin."""
    return not subject or block.format.alignment == subject[-1].format.alignment


def _enacting_part(block: Paragraph, found: _Opening, *, is_enacted: bool) -> list[Paragraph] | None:
    if wording.said(block).startswith("điều ") or (wording.is_numbered(block) and not found.bases):
        return None
    if found.bases or wording.is_basis(block):
        return found.bases if is_enacted or wording.is_basis(block) else None
    if wording.in_capitals(block) and (found.subject or wording.is_position(block) or found.authority):
        return found.authority
    return found.subject if _is_headline(block) or not found.subject else found.bases


def _is_headline(block: Paragraph) -> bool:
    return block.format.alignment == "center" or wording.is_bold(block)


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
