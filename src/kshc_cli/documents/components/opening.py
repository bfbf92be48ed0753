"""What stands between the heading of an official document and its content: title, subject, Kính gửi, legal bases."""

import re
from collections.abc import Sequence
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.documents.components import naming, wording
from kshc_cli.documents.components.heading import Heading
from kshc_cli.documents.components.models import ABBREVIATIONS, needs_subject
from kshc_cli.documents.word.body import Block, Paragraph
from kshc_cli.reading.folding import canonical

_BEHIND_HEADING: Final = 3
"""Blocks at most from a heading to a title that no kind is known for."""

_ADDRESSEE_LENGTH: Final = 160
"""Letters at most of a line that says to whom a document goes."""

_SUBJECT_LENGTH: Final = 300
"""Letters at most of a line of a subject."""
_NUMBERED: Final = re.compile(r"\bsố\s+\d", re.IGNORECASE)
"""The number of a document that a basis names: Thực hiện Kế hoạch số 15/KH-UBND."""

_SYMBOL: Final = re.compile(r"/\s*([^\W\d_]+)\s*-")
"""The part of a symbol that may name a kind."""
_BY_SYMBOL: Final = {abbreviation: kind for kind, abbreviation in ABBREVIATIONS.items()}
_ENACTED: Final = {"quyết định": "quyết định", "quyết nghị": "nghị quyết"}
"""The kind of document that words enact."""


@dataclass(slots=True)
class Opening:
    """What stands between the heading and the content."""

    kind: str = ""
    """What the text is, by its title, or where that is missing by the words that enact or the symbol."""
    title: list[Paragraph] = field(default_factory=list)
    subject: list[Paragraph] = field(default_factory=list)
    reference: list[Paragraph] = field(default_factory=list)
    authority: list[Paragraph] = field(default_factory=list)
    bases: list[Paragraph] = field(default_factory=list)
    addressees: list[Paragraph] = field(default_factory=list)
    marks: list[Paragraph] = field(default_factory=list)
    enacting: list[Paragraph] = field(default_factory=list)
    others: list[Paragraph] = field(default_factory=list)


def is_title(block: Block) -> bool:
    """Tell whether a paragraph names, by itself, a kind of document."""
    return isinstance(block, Paragraph) and bool(wording.kind_of(block))


def begin(blocks: Sequence[Block]) -> int:
    """Return the place behind the heading: the title's, or where a letter begins to speak."""
    enacting = _enacting_place(blocks)
    places = range(len(blocks) if enacting is None else enacting)
    if blocks and _holds_addressee(blocks[0]):
        return 1
    titled = next((place for place in places if is_title(blocks[place])), None)
    addressed = next((place for place, block in enumerate(blocks) if _is_addressee(block)), None)
    if titled is not None and (addressed is None or titled < addressed):
        return titled
    behind = _behind_heading(blocks)
    if addressed is not None:
        return min(addressed, behind) if behind else addressed
    near = range(1, min(len(blocks), behind + _BEHIND_HEADING) if enacting is None else 0)
    return next((place for place in near if _looks_like_title(blocks[place])), behind)


def _enacting_place(blocks: Sequence[Block], *, based: bool = False) -> int | None:
    """Return where the words that enact stand; behind legal bases, unless it is known that they are no title."""
    for place, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        if based and place and wording.is_enacting(block):
            return place
        based = based or wording.is_basis(block)
    return None


def _behind_heading(blocks: Sequence[Block]) -> int:
    """Return the place of the first block that neither belongs to a heading nor goes on with a letter's subject."""
    about: Paragraph | None = None
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph) and wording.is_about(block):
            about = block
        elif place and not (_is_heading(block) or _goes_on(block, about)):
            return place
    return len(blocks)


def _goes_on(block: Block, about: Paragraph | None) -> bool:
    """Tell what a text box of the heading holds, and a further line of the subject of a letter."""
    if not isinstance(block, Paragraph) or wording.is_addressee(block):
        return False
    if about is None or wording.in_capitals(block) or wording.is_numbered(block):
        return block.boxed
    alike = block.format.alignment == about.format.alignment != "both"
    return block.boxed or (alike and len(block.printed) < _ADDRESSEE_LENGTH)


def _is_addressee(block: Block) -> bool:
    """Tell whether it says whom the document goes to: a paragraph, or a table without lines that begins so."""
    if isinstance(block, Paragraph):
        return wording.is_addressee(block)
    return not block.bordered and any(map(wording.is_addressee, wording.shown(block.paragraphs)[:1]))


def _holds_addressee(block: Block) -> bool:
    """Tell whether a heading's table holds Kính gửi too, so that nothing of the heading stands behind it."""
    shown = () if isinstance(block, Paragraph) else wording.shown(block.paragraphs)
    return any(map(wording.is_addressee, shown[1:]))


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


def opening(blocks: Sequence[Block], top: Heading) -> tuple[Opening, int]:
    """Gather what stands from the title on, or behind the heading ``top``; return where the content begins."""
    head = blocks[0] if blocks else None
    found = Opening()
    found.kind = _missing_title(blocks, top)
    if isinstance(head, Paragraph) and (is_title(head) or (_looks_like_title(head) and not found.kind)):
        found.title.append(head)
        found.kind = wording.kind_of(head)
    enacts = found.kind in wording.WITH_ARTICLES
    enacting = _enacting_place(blocks, based=bool(found.title)) if enacts else None
    for place in range(len(found.title), len(blocks)):
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
            _part(block, found, enacts=enacts, is_enacted=enacting is not None)
            if found.title or found.kind
            else _letter_part(block, found)
        )
        if part is None:
            return found, place
        part.append(block)
    return found, len(blocks)


def _missing_title(blocks: Sequence[Block], top: Heading) -> str:
    """Return the kind of a document without a title: by the words that enact, or by a symbol over no letter."""
    enacting = _enacting_place(blocks) if not any(map(is_title, blocks[:1])) else None
    head, enacted = (blocks[0] if blocks else None), (blocks[enacting] if enacting is not None else None)
    if isinstance(enacted, Paragraph):
        return _ENACTED.get(wording.said(enacted).rstrip(": "), "")
    if top.about or not (isinstance(head, Paragraph) and _is_headline(head)) or _is_addressee(head):
        return ""
    if any(isinstance(block, Paragraph) and wording.is_reference(block) for block in blocks[:_BEHIND_HEADING]):
        return ""
    symbols = (_SYMBOL.search(each.printed) for each in top.number)
    return next((_BY_SYMBOL.get(symbol[1], "") for symbol in symbols if symbol), "")


def _part(block: Paragraph, found: Opening, *, enacts: bool, is_enacted: bool) -> list[Paragraph] | None:
    """Return the component that a paragraph belongs to, or None where the content begins with it."""
    if (part := _letter_part(block, found)) is not None:
        return part
    if found.addressees and not enacts:
        return found.subject if not found.subject and _is_headline(block) else None
    if wording.is_reference(block):
        return found.reference
    if enacts:
        return _enacting_part(block, found, is_enacted=is_enacted)
    is_outlined = bool(found.subject) and block.format.outline_level != found.subject[-1].format.outline_level
    if not found.reference and _names_subject(block, found):
        return found.subject
    if found.reference or is_outlined or _is_basis(block) or wording.is_numbered(block):
        return None
    return found.subject if _is_headline(block) and _is_set_alike(block, found.subject) else None


def _letter_part(block: Paragraph, found: Opening) -> list[Paragraph] | None:
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
    is_second = len(addressees) == 1 and words.startswith(("-", "–"))
    return is_item and (is_second or not before.endswith(".")) and len(words) < _ADDRESSEE_LENGTH


def _is_set_alike(block: Paragraph, subject: list[Paragraph]) -> bool:
    """Tell a further line of the subject, which is centred as the first one, from a bold heading at the margin.

    What goes on in capitals is a heading too.
    """
    if not subject:
        return True
    last = subject[-1]
    shouts = wording.in_capitals(block) and not wording.in_capitals(last)
    return not shouts and block.format.alignment == last.format.alignment


def _names_subject(block: Paragraph, found: Opening) -> bool:
    """Tell whether words at the margin right under a title are no sentence and no basis, or go on with such a line."""
    words = block.printed.strip()
    is_sentence = not words[-1:].isalnum() or ":" in words or len(words) > _SUBJECT_LENGTH
    if not found.title or is_sentence or block.format.alignment == "right":
        return False
    if not needs_subject(canonical(found.title[-1].printed).strip()):
        return False
    if found.subject:
        return words[0].islower() and not _is_headline(found.subject[-1]) and not _is_headline(block)
    cites = words.casefold().startswith("căn cứ") or _NUMBERED.search(words) is not None
    return not cites and not wording.is_numbered(block)


def _enacting_part(block: Paragraph, found: Opening, *, is_enacted: bool) -> list[Paragraph] | None:
    if wording.is_article(block) or (wording.is_numbered(block) and not found.bases):
        return None
    if found.bases or _is_basis(block):
        return found.bases if is_enacted or _is_basis(block) else None
    if wording.in_capitals(block) and (found.subject or naming.is_position(block) or found.authority):
        return found.authority
    return found.subject if _is_headline(block) or not found.subject else found.bases


def _is_basis(block: Paragraph) -> bool:
    """Tell a basis from a line of a subject that begins alike (Thực hiện …), which is centred and bold."""
    return wording.is_basis(block) and not (block.format.alignment == "center" and wording.is_bold(block))


def _is_headline(block: Paragraph) -> bool:
    return block.format.alignment == "center" or wording.is_bold(block)
