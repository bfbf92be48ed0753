"""What YAML 1.2 forbids and parsers take in silence, and what they take otherwise: found in the events of any of them.

Before parsing, a text is made such that libyaml and PyYAML's own parser read it alike: no offset changes by that.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final

from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.blanks import tab_in_value, tab_indent
from kshc_cli.source.yaml.problems import Problem, Problems

_QUESTION: Final = lazy_pattern(r"\?(?:(?=[^\s,\[\]{}])|(?<=[^\s,\[\]{}]\?)|(?<=[^\s,\[\]{}:\"'-] \?)(?= ))")
"""A question mark that YAML 1.2 takes for a letter; PyYAML's parser ends words in a flow list at each of them."""
_PRIVATE: Final = tuple(map(chr, range(0xE000, 0xE100)))
_BESIDE_WORDS: Final = lazy_pattern(r"(?<=[:,\[{-])[ \t]*\t[ \t]*|[ \t]*\t[ \t]*(?=[#\r,\]}]|:\s|:?$)", re.MULTILINE)
"""Tabs behind a sign, before a comment or at the end of a line: spaces by YAML, an error by PyYAML's parser."""
_INNER_TAB: Final = lazy_pattern(r"(?<=[^\s])[^\S\n]*?(\t)[^\S\n]*(?=\S)")
"""A tab between words of one line; YAML drops those at the ends of lines."""
_DIRECTIVE: Final = lazy_pattern(r"^%", re.MULTILINE)
_SIGN: Final = lazy_pattern("#")
_LATER_LINE: Final = lazy_pattern(r"\n([^\n]*)")


class Parsable:
    """A text as a parser gets it: spaces for tabs beside words, another sign for question marks that are letters."""

    def __init__(self, text: str) -> None:
        self.text = _BESIDE_WORDS.sub(lambda tabs: " " * len(tabs[0]), text) if "\t" in text else text
        self._sign = ""
        if _QUESTION.search(text):
            self._sign = next((sign for sign in _PRIVATE if sign not in text), "")
        if self._sign:
            self.text = _QUESTION.sub(self._sign, self.text)

    def typed(self, value: str) -> str:
        """Return a value with its question marks."""
        return value.replace(self._sign, "?") if self._sign else value


class StrictScan:
    """Looks at each value of a text once, in order; what is wrong goes to ``problems``."""

    def __init__(self, text: str, problems: Problems) -> None:
        self._text = text
        self._problems = problems
        self._glued = list(_glued(text))
        self._has_tabs = "\t" in text
        self.is_watchful = bool(self._glued) or self._has_tabs
        """Whether every value has to be looked at, not only those in quotes, blocks or brackets."""
        self._from = 0
        self._shallow: list[Problem] = []

    def scalar(self, event: Any, value: str, *, indent: int, in_flow: bool) -> None:  # noqa: ANN401  of either parser
        """Look at a text whose lines have to stand deeper than the column ``indent``."""
        start, end = event.start_mark.index, event.end_mark.index
        is_block = event.style in ("|", ">")
        words = self._end_of_header(start, end) if is_block else start
        if self._glued:
            self.between(start)
            self._from = start
            self.between(words)
            self._from = end
        if self._has_tabs:
            self._tabs(words, end, is_block=is_block)
        if event.style in ("'", '"') and event.start_mark.line != event.end_mark.line:
            self.lines(start, end, indent)
        if in_flow and not event.style:
            self._flow_word(value, start, end)

    def collection(self, start: int) -> Problem | None:
        """Say where a tab stands before a list or mapping without brackets, on its line."""
        tab = self._text.find("\t", self._text.rfind("\n", 0, start) + 1, start) if self._has_tabs else -1
        return tab_indent(tab) if tab >= 0 else None

    def between(self, end: int) -> None:
        """Look at what stands up to ``end`` since the last value: signs and comments, with a space before these."""
        for place in range(bisect_left(self._glued, self._from), len(self._glued)):
            offset = self._glued[place]
            if offset >= end:
                break
            begin = max(self._text.rfind("\n", 0, offset) + 1, self._from)
            if self._text.find("#", begin, offset) < 0:
                self._problems.add(_no_space_before_comment(offset))

    def lines(self, start: int, end: int, indent: int) -> None:
        """Look whether the lines of a quoted text or of brackets stand deeper than the column ``indent``."""
        for found in _LATER_LINE.finditer(self._text, start, end):
            line = found[1]
            if line.strip("]}, \t") and len(line) - len(line.lstrip(" ")) <= indent:
                self._shallow.append(_not_deeper(found.start(1)))
                return

    def end(self) -> None:
        """Say what stands only against a text that can be read to its end: else a quote left open is the cause."""
        self.between(len(self._text))
        for problem in self._shallow:
            self._problems.add(problem)

    def document(self, end: int) -> int | None:
        """Return where a directive stands before the document that begins before ``end``."""
        found = _DIRECTIVE.search(self._text, 0, end)
        return found.start() if found else None

    def _end_of_header(self, start: int, end: int) -> int:
        line_end = self._text.find("\n", start, end)
        return end if line_end < 0 else line_end

    def _tabs(self, start: int, end: int, *, is_block: bool) -> None:
        end = start + len(self._text[start:end].rstrip())
        if is_block:
            tab = self._text.find("\t", start, end)
        else:
            found = _INNER_TAB.search(self._text, start, end)
            tab = found.start(1) if found else -1
        if tab >= 0:
            self._problems.add(tab_in_value(tab))

    def _flow_word(self, value: str, start: int, end: int) -> None:
        if value == "-" or (value.startswith("-") and value[1:2] in tuple(",[]{}")):
            self._problems.add(_needs_quotes("-", start))
        elif "?" in value:
            self._problems.add(_needs_quotes("?", start))
        elif self._text[end : end + 1] == ":" and self._text[end + 1 : end + 2] in tuple(",[]{}"):
            self._problems.add(_needs_quotes(":", start))


def _glued(text: str) -> Iterator[int]:
    """Yield where a number sign stands behind another sign: a search for both would look at each letter."""
    for sign in _SIGN.finditer(text):
        place = sign.start()
        if place and not text[place - 1].isspace():
            yield place


def _no_space_before_comment(offset: int) -> Problem:
    message = _("“#” stands here without a space before it.")
    remedy = _("Write a space before “#” for a comment, or put the whole value in quotes if it belongs to the words.")
    return Problem("syntax", offset, message, remedy)


def _not_deeper(offset: int) -> Problem:
    message = _("This line goes on with a value, and stands no deeper than the field that the value belongs to.")
    return Problem("syntax", offset, message, _("Indent it deeper, or write the value in one line."))


def _needs_quotes(sign: str, offset: int) -> Problem:
    message = _("“{character}” has a meaning of its own in a list or mapping in brackets.").format(character=sign)
    return Problem("syntax", offset, message, _("Put the whole value in quotes."))
