"""Characters that do not belong into a plan: found in the text, escaped where a message quotes the user's words."""

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.blanks import ODD, ODD_SPACE, TAB_INDENT, Passage, odd_space, tab_indent, value_blanks
from kshc_cli.source.yaml.character_names import character_name
from kshc_cli.source.yaml.edits import Edit
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.problems import Problem, Problems

UNWANTED: Final = lazy_pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 without tab and line ends, DEL, C1
    "\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\ufeff"  # without width
    "\u061c\u2028-\u202e\u2066-\u2069"  # separators of lines and paragraphs, controls of direction
    "\ud800-\udfff\ufffd-\uffff]"  # no characters, and the sign that stands for a lost one
)
"""One character that is invisible, steers the terminal or stands for a lost letter."""

UNPRINTED: Final = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""One character that no document can hold (XML 1.0, section 2.2), or that a template would take for a sign."""

STAND_IN: Final = "□"
"""What the YAML parser sees in place of an unwanted character, so that offsets stay and the text can be parsed."""

QUOTED_LENGTH: Final = 60
"""How many characters of a value a message quotes at most."""

_LOST: Final = "\ufffd"
_JOINER: Final = "\u034f"
_FIRST_UNWANTED: Final = lazy_pattern(f"{UNWANTED.pattern}[^\\r\\n]*")
_FIRST_ODD: Final = lazy_pattern(f"{ODD_SPACE.pattern}[^\\r\\n]*")
_BIDI: Final = lazy_pattern("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f]")
"""What steers the direction of writing."""
_TURNING: Final = lazy_pattern("[\u061c\u202b\u202d\u202e\u2067\u206a-\u206f]")
"""What turns letters or figures round: without it the line would look different."""
_WITHOUT_WIDTH: Final = lazy_pattern(
    "[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\u202a\u202c\u2066\u2068\u2069\ufeff]"
)
_PLAIN_NEIGHBOUR: Final = lazy_pattern(f"[\\x00-\u024f\u0300-\u036f\u1e00-\u1eff\u2000-\u206f{ODD}]?")
"""Latin letters, figures, their signs and marks; letters of other scripts and pictures may need what joins them."""
_NEAR: Final = 1000
"""How many characters of a line around a sign say how it reads."""
_LETTERS: Final = lazy_pattern(
    "[^\u0300-\U0010ffff]?[\u0300-\u167f\u1681-\u1fff\u2070-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffc"
    "\U00010000-\U0010ffff]{1,200}"
)
"""Letters between two that are never joined with what stands before them."""
_NO_PRINT: Final = lazy_pattern(f"{UNWANTED.pattern}|[\\t\\n\\r]")


def shown(value: object) -> str:
    """Return ``value`` for a message: at most ``QUOTED_LENGTH`` characters, control characters escaped."""
    start = str(value)[: QUOTED_LENGTH + 1]
    text = _NO_PRINT.sub(lambda match: match[0].encode("unicode_escape").decode(), start)
    return text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"


def scan(lines: Lines, problems: Problems) -> str:
    """Gather what is wrong with the characters of a text and return the text that a YAML parser can take."""
    text = lines.text
    if _is_plain(text):
        return text
    if "\t" in text:
        tabs = (match.start(1) for match in TAB_INDENT.finditer(text))
        problems.add_each("tab", tabs, tab_indent)
    if odd := ODD_SPACE.search(text):
        spaces = (match.start() for match in _FIRST_ODD.finditer(text, odd.start()))
        problems.add_each("odd-space", spaces, lambda offset: odd_space(text[offset], offset))
    if not is_composed(text):
        problems.add_each("not-nfc", _decomposed_lines(lines), lambda start: _not_nfc(lines, start))
    if not UNWANTED.search(text):
        return text
    strange = (match.start() for match in _FIRST_UNWANTED.finditer(text))
    problems.add_each("control-character", strange, lambda offset: unwanted(text[offset], offset))
    return UNWANTED.sub(STAND_IN, text)


def _is_plain(text: str) -> bool:
    """Tell whether a text has none of these characters at once: all are no print to Python, but for two."""
    printed = text.replace("\n", "").isprintable() and _LOST not in text and _JOINER not in text
    return printed and unicodedata.is_normalized("NFC", text)


def is_composed(text: str) -> bool:
    """Tell whether letters are in Unicode normal form C. It knows two of the odd spaces too: these are no letters."""
    return unicodedata.is_normalized("NFC", text) or unicodedata.is_normalized("NFC", ODD_SPACE.sub(" ", text))


def not_nfc(offset: int) -> Problem:
    """Say that a letter at ``offset`` is written as several characters."""
    return Problem(
        "not-nfc",
        offset,
        _("Letters from here on are not in Unicode normal form C: marks stand apart from their letters."),
        _("Run `kshc fix`, or type the words again with a Unicode keyboard (Unicode dựng sẵn)."),
    )


def unwanted(character: str, offset: int) -> Problem:
    """Say that ``character`` at ``offset`` does not belong into a plan."""
    if character == _LOST:
        message = _("U+FFFD stands here in place of a letter that was lost.")
        return Problem("control-character", offset, message, _("Type the letter again."))
    message = _("An invisible character ({character}) stands here.").format(character=character_name(character))
    return Problem("control-character", offset, message, _("Delete it."))


def _decomposed_lines(lines: Lines) -> Iterator[int]:
    """Yield where each line begins that is not in NFC."""
    for number, start in enumerate(lines.starts, 1):
        if not is_composed(lines.line(number)):
            yield start


def _not_nfc(lines: Lines, start: int) -> Problem:
    line = lines.line(lines.number(start))
    wrong = bisect_left(range(len(line)), 1, key=lambda end: not is_composed(line[: end + 1]))
    while wrong and unicodedata.combining(line[wrong]):
        wrong -= 1
    return not_nfc(start + wrong)


def by_hand(finding: Finding) -> Finding:
    """Return what `kshc fix` left, with a remedy that does not promise that it does it."""
    promised = {
        _("Replace it by a space; `kshc fix` does it."): _(
            "Replace it by a space yourself: `kshc fix` cannot know what is meant here."
        ),
        _("Run `kshc fix`, or type the words again with a Unicode keyboard (Unicode dựng sẵn)."): _(
            "Type the words again with a Unicode keyboard (Unicode dựng sẵn)."
        ),
    }
    return replace(finding, remedy=promised.get(finding.remedy, finding.remedy))


def invisible_edits(passage: Passage) -> Iterator[Edit]:
    """Yield the edits that delete what cannot be seen, where nothing that is seen changes by it.

    Left as they are: lost letters, line separators and control codes, which stand for something; what joins or parts
    pictures and the letters of other scripts; what steers the direction of writing beside figures.
    """
    text = passage.text
    for match in _WITHOUT_WIDTH.finditer(text):
        offset = match.start()
        start, end = _bounds(text, offset)
        before = UNWANTED.sub("", text[start:offset])
        after = UNWANTED.sub("", text[offset + 1 : end])
        if not (_PLAIN_NEIGHBOUR.fullmatch(before[-1:]) and _PLAIN_NEIGHBOUR.fullmatch(after[:1])):
            continue
        if not _BIDI.match(match[0]) or _reads_forward(before, after, text[start:end]):
            yield Edit("control-character", offset, offset + 1, "")


def _bounds(text: str, offset: int) -> tuple[int, int]:
    """Return where the line of ``offset`` begins and ends, or as much of it as tells how it reads."""
    first, last = max(0, offset - _NEAR), min(len(text), offset + _NEAR)
    start = max(text.rfind("\n", first, offset) + 1, text.rfind("\r", first, offset) + 1, first)
    ends = (text.find("\n", offset, last), text.find("\r", offset, last))
    return start, min((end for end in ends if end >= 0), default=last)


def _reads_forward(before: str, after: str, line: str) -> bool:
    """Tell whether a line runs from left to right without its signs of direction; figures beside these could turn."""
    if _TURNING.search(line) or any(unicodedata.bidirectional(sign) in {"R", "AL", "AN"} for sign in before + after):
        return False
    nearest = (next(filter(str.isalnum, reversed(before)), ""), next(filter(str.isalnum, after), ""))
    return not any(sign.isdigit() for sign in nearest)


def composing_edits(passage: Passage) -> Iterator[Edit]:
    """Yield the edits that write letters in normal form C, each no longer than what differs."""
    for match in _LETTERS.finditer(passage.text):
        old, new = match[0], unicodedata.normalize("NFC", match[0])
        if old == new:
            continue
        first = next(at for at, signs in enumerate(zip_longest(old, new)) if signs[0] != signs[1])
        ends = zip_longest(old[:first:-1], new[:first:-1])
        last = next((at for at, signs in enumerate(ends) if signs[0] != signs[1]), len(old) - first - 1)
        yield Edit("not-nfc", match.start() + first, match.end() - last, new[first : len(new) - last])


REPAIRS: Final[Mapping[str, Callable[[Passage], Iterator[Edit]]]] = {
    "control-character": invisible_edits,
    "odd-space": value_blanks,
    "tab": value_blanks,
    "not-nfc": composing_edits,
}
"""The rules about characters, each with the repair of what has exactly one right form, in the order of the repairs."""
