"""Blanks that are no plain spaces: tabs and odd spaces, what is said of them and the one form that repairs each."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.character_names import character_name
from kshc_cli.source.yaml.edits import Edit
from kshc_cli.source.yaml.problems import Problem

ODD: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that look like a space and are none, for a class of a pattern: no-break, of fixed width, ideographic."""
ODD_SPACE: Final = lazy_pattern(f"[{ODD}]")
TAB_INDENT: Final = lazy_pattern(r"^ *(\t)[ \t]*\S", re.MULTILINE)

_RUN: Final = lazy_pattern(f"[\t{ODD}][ \t{ODD}]*")
_WIDE: Final = "\u3000"
"""As wide as two spaces: as indentation it could be one or two."""
_INDENT_TABS: Final = lazy_pattern(r"^( *\t[ \t]*)(?=\S)", re.MULTILINE)
_STRUCTURE: Final = lazy_pattern(
    f"^[ {ODD}]*(?P<dashes>(?:-[ \t{ODD}]+)*)(?:[\\w.-]+(?P<gap>[ {ODD}]*):(?P<behind>[ \t{ODD}]+|$))?",
    re.MULTILINE,
)
"""The beginning of a line: indentation, dashes of list items, a field's name with its colon."""
_FLOW_FIELD: Final = lazy_pattern(
    f"(?<=[{{,])[ {ODD}]*[\\w.-]+(?P<gap>[ {ODD}]*):(?P<behind>[ \t{ODD}]+)", re.MULTILINE
)
"""A field's name with its colon in a mapping in brackets."""
_COMMENT: Final = lazy_pattern(r"(?:^|\s)#")
_SECOND_COLON: Final = lazy_pattern(r"^[^{]*: .*: *$")
"""A line up to a colon that perhaps stands in plain words; a space behind it would make a field of them."""
_FIELD: Final = lazy_pattern(f"[ {ODD}]*(?:-[ \t{ODD}]+)*[\\w.-]+[ {ODD}]*:")
"""A line up to a colon that perhaps ends a field's name."""
_ENDS_WORDS: Final = lazy_pattern(f"(?<=:)[ {ODD}]*[{ODD}]|[{ODD}][ {ODD}]*(?=#)")
"""An odd space that would end plain words, or what stands behind it, were it a plain one."""
_WORDS: Final = lazy_pattern(r"[^\s:'\"\]}-] *$")
"""A line up to words: a space behind them would make a comment of a “#” that follows."""


@dataclass(frozen=True, slots=True)
class Value:
    """Where a scalar begins and ends in the text, and what it holds."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Passage:
    """A text with the scalars that YAML sees in it, in order."""

    text: str
    values: Sequence[Value] = ()

    def value_at(self, offset: int) -> Value | None:
        """Return the scalar that holds the character at ``offset``."""
        number = bisect_right(self.values, offset, key=lambda value: value.start) - 1
        return self.values[number] if number >= 0 and offset < self.values[number].end else None


def tab_indent(offset: int) -> Problem:
    """Say that a line is indented by the tab at ``offset``."""
    return Problem("tab", offset, _("A tab indents this line."), _("Indent with spaces; YAML allows no tabs there."))


def tab_in_value(offset: int) -> Problem:
    """Say that the tab at ``offset`` is part of a value."""
    return Problem("tab", offset, _("A tab stands inside this value."), _("Replace it by a space."))


def odd_space(character: str, offset: int, severity: Severity = Severity.WARNING) -> Problem:
    """Say that ``character`` at ``offset`` only looks like a space; an error where YAML cannot be read for it."""
    sentence = _("Another space ({character}) stands here in place of a plain one.")
    message = sentence.format(character=character_name(character))
    return Problem("odd-space", offset, message, _("Replace it by a space; `kshc fix` does it."), severity=severity)


def ending_space(text: str, start: int, end: int) -> int | None:
    """Return where an odd space stands in plain words that would end them, were it a plain one; None if nowhere.

    Behind what may be a field's name it is perhaps no part of the words.
    """
    for match in _ENDS_WORDS.finditer(text, start, min(end + 1, len(text))):
        if not _FIELD.fullmatch(text, _line_start(text, match.start()), match.start()):
            return match.start()
    return None


def space_by_hand() -> str:
    """Say what to do with a space in plain words that would end them for YAML, were it a plain one."""
    return _("Put the whole value in quotes, then replace it by a space: a colon before it or # behind it needs them.")


def indents(text: str, width: int) -> Iterator[Edit]:
    """Yield the edits that put ``width`` spaces in place of each tab before the first word of a line."""
    for match in _INDENT_TABS.finditer(text):
        for offset in range(*match.span()):
            if text[offset] == "\t":
                yield Edit("tab", offset, offset + 1, " " * width)


def structure_blanks(passage: Passage, *, tabs: bool) -> Iterator[Edit]:
    """Yield the edits of blanks that hide the structure: at a line's dashes and colon.

    With ``tabs``, of tabs too, which YAML only sometimes takes there. Lines inside a value have no structure.
    """
    for match in _STRUCTURE.finditer(passage.text):
        value = passage.value_at(match.start())
        if value is not None and value.start < match.start():
            continue
        for part in ("dashes", "gap", "behind"):
            yield from _part(match, part, tabs=tabs)
    for match in _FLOW_FIELD.finditer(passage.text):
        if passage.value_at(match.start()) is None:
            for part in ("gap", "behind"):
                yield from _part(match, part, tabs=tabs)


def _part(match: re.Match[str], part: str, *, tabs: bool) -> Iterator[Edit]:
    start, end = match.span(part)
    text = match.string
    is_last = end == len(text) or text[end] in "\r\n"
    for offset in range(max(start, 0), max(end, 0)):
        character = text[offset]
        if character == "\t" and tabs:
            yield Edit("tab", offset, offset + 1, " ")
        elif ODD_SPACE.match(character):
            yield Edit("odd-space", offset, offset + 1, "" if part == "gap" or is_last else " ")


def value_blanks(passage: Passage) -> Iterator[Edit]:
    """Yield the edits of blanks in values and comments: one space for each, none at the end of a line or value."""
    for match in _RUN.finditer(passage.text):
        value = passage.value_at(match.start())
        new = _instead(match, value)
        if new is None:
            continue
        for offset in range(*match.span()):
            character = passage.text[offset]
            if character == "\t" and value is not None and "\t" in value.text:
                yield Edit("tab", offset, offset + 1, new)
            elif ODD_SPACE.match(character):
                yield Edit("odd-space", offset, offset + 1, new)


def _instead(run: re.Match[str], value: Value | None) -> str | None:
    """Return what stands rightly in place of each blank of a run; None where that is not clear."""
    text = run.string
    head = text[_line_start(text, run.start()) : run.start()]
    after = text[run.end() : run.end() + 1]
    if after in {"", "\r", "\n"}:
        return ""
    if value is None:
        is_indent = not head.strip(" ") and _WIDE in run[0]
        is_unclear = is_indent or _SECOND_COLON.search(head) or (after == "#" and _WORDS.search(head))
        return None if is_unclear and not _COMMENT.search(head) else " "
    if text[value.start] in "'\"":
        is_outer = run.end() == value.end - 1 or not text[value.start + 1 : run.start()].strip(" ")
        return "" if is_outer or not head.strip(" ") else " "
    if not head.strip(" ") and run.start() > value.start:
        return ""
    is_block = text[value.start] in "|>"
    return None if not is_block and (after == "#" or head.rstrip(" ").endswith(":")) else " "


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
