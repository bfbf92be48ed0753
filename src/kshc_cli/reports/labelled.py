"""Texts beside their labels: the shape of answers about one thing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap
from typing import Final

from kshc_cli.messages import plain
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reports.terminal import Terminal

UNDERLINED: Final = "4"
"""ECMA-48's parameter for words that are underlined."""
_WORD: Final = lazy_pattern(r"\S+")


def labelled_text(
    lines: Sequence[tuple[str, str]], terminal: Terminal, *, marked: tuple[str, Iterable[tuple[int, int]]] = ("", ())
) -> str:
    """Write texts beside their labels, wrapped where somebody looks at them; what has no text is left out.

    Of the text beside the label ``marked`` names, characters from the first up to the second are underlined in colour.
    """
    lines = [(label, text) for label, text in lines if text]
    indent = max((len(label) for label, _text in lines), default=0) + 2
    width = terminal.width - indent if terminal.is_read else None
    places = list(marked[1]) if terminal.color else []
    return "".join(
        _labelled(label, _lines(text, width, places if label == marked[0] else [], terminal), indent)
        for label, text in lines
    )


def _labelled(label: str, lines: Sequence[str], indent: int) -> str:
    first, *more = lines
    return f"{label:<{indent}}{first}\n" + "".join(f"{'':<{indent}}{line}\n" for line in more)


def _lines(text: str, width: int | None, marked: Sequence[tuple[int, int]], terminal: Terminal) -> list[str]:
    """Return the lines of a text: of ``width`` or, without one, as they are."""
    lines = [plain(line) for line in text.split("\n")]
    if width is not None:
        lines = [part for line in lines for part in wrap(line, width, break_on_hyphens=False) or [""]]
    return list(_underlined(lines, text, marked, terminal)) if marked else lines


def _underlined(
    lines: Iterable[str], text: str, marked: Sequence[tuple[int, int]], terminal: Terminal
) -> Iterator[str]:
    """Yield lines with the words underlined that stand in ``text`` where it is marked; no line holds others."""
    words = _WORD.finditer(text)

    def painted(found: re.Match[str]) -> str:
        word = next(words, None)
        is_marked = word is not None and any(start < word.end() and word.start() < end for start, end in marked)
        return terminal.painted(found[0], UNDERLINED) if is_marked else found[0]

    apart = f"\x1b[0m \x1b[{UNDERLINED}m"
    return (_WORD.sub(painted, line).replace(apart, " ") for line in lines)
