"""Characters that do not belong into a plan: found in the text, escaped where a message quotes the user's words."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from kshc_cli.messages import _
from kshc_cli.source.lines import Lines
from kshc_cli.source.problems import Problem, Problems

UNWANTED: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 without tab and line ends, DEL, C1
    "\u200b-\u200f\u2060\ufeff"  # without width
    "\u2028-\u202e\u2066-\u2069"  # separators of lines and paragraphs, controls of direction
    "\ud800-\udfff\ufffd-\uffff]"  # no characters, and the sign that stands for a lost one
)
"""One character that is invisible, steers the terminal or stands for a lost letter."""

STAND_IN: Final = "□"
"""What the YAML parser sees in place of an unwanted character, so that offsets stay and the text can be parsed."""

QUOTED_LENGTH: Final = 60
"""How many characters of a value a message quotes at most."""

_LOST: Final = "\ufffd"
_TAB_INDENT: Final = re.compile(r"^ *(\t)[ \t]*\S", re.MULTILINE)
_FIRST_UNWANTED: Final = re.compile(f"{UNWANTED.pattern}[^\\r\\n]*")
_NO_PRINT: Final = re.compile(f"{UNWANTED.pattern}|[\\t\\n\\r]")


def shown(value: object) -> str:
    """Return ``value`` for a message: at most ``QUOTED_LENGTH`` characters, control characters escaped."""
    start = str(value)[: QUOTED_LENGTH + 1]
    text = _NO_PRINT.sub(lambda match: match[0].encode("unicode_escape").decode(), start)
    return text if len(text) <= QUOTED_LENGTH else text[: QUOTED_LENGTH - 1] + "…"


def scan(lines: Lines, problems: Problems) -> str:
    """Gather what is wrong with the characters of a text and return the text that a YAML parser can take."""
    text = lines.text
    if "\t" in text:
        tabs = (match.start(1) for match in _TAB_INDENT.finditer(text))
        problems.add_each("tab", tabs, tab_indent)
    if not unicodedata.is_normalized("NFC", text):
        problems.add_each("not-nfc", _decomposed_lines(lines), lambda start: _not_nfc(lines, start))
    if not UNWANTED.search(text):
        return text
    strange = (match.start() for match in _FIRST_UNWANTED.finditer(text))
    problems.add_each("control-character", strange, lambda offset: unwanted(text[offset], offset))
    return UNWANTED.sub(STAND_IN, text)


def tab_indent(offset: int) -> Problem:
    """Say that a line is indented by the tab at ``offset``."""
    return Problem("tab", offset, _("A tab indents this line."), _("Indent with spaces; YAML allows no tabs there."))


def tab_in_value(offset: int) -> Problem:
    """Say that the tab at ``offset`` is part of a value."""
    return Problem("tab", offset, _("A tab stands inside this value."), _("Replace it by a space."))


def not_nfc(offset: int) -> Problem:
    """Say that a letter at ``offset`` is written as several characters."""
    return Problem(
        "not-nfc",
        offset,
        _("Letters from here on are not in Unicode normal form C: marks stand apart from their letters."),
        _("Convert the file to NFC, or type the words again with a Unicode keyboard (Unicode dựng sẵn)."),
    )


def unwanted(character: str, offset: int) -> Problem:
    """Say that ``character`` at ``offset`` does not belong into a plan."""
    if character == _LOST:
        message = _("U+FFFD stands here in place of a letter that was lost.")
        return Problem("control-character", offset, message, _("Type the letter again."))
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, _("control character"))
    message = _("The invisible character {code} ({name}) stands here.").format(code=code, name=name)
    return Problem("control-character", offset, message, _("Delete it."))


def _decomposed_lines(lines: Lines) -> Iterator[int]:
    """Yield where each line begins that is not in NFC."""
    for number, start in enumerate(lines.starts, 1):
        if not unicodedata.is_normalized("NFC", lines.line(number)):
            yield start


def _not_nfc(lines: Lines, start: int) -> Problem:
    line = lines.line(lines.number(start))
    wrong = bisect_left(range(len(line)), 1, key=lambda end: not unicodedata.is_normalized("NFC", line[: end + 1]))
    while wrong and unicodedata.combining(line[wrong]):
        wrong -= 1
    return not_nfc(start + wrong)
