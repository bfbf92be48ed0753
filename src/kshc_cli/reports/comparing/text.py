"""Differences as text: words marked as git does ([-old-]{+new+}), on a terminal in colours, too."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.compare.marks import Mark, marks
from kshc_cli.compare.values import Comparison, Kind
from kshc_cli.messages import _, plain
from kshc_cli.reports.comparing.blocks import Block, Line, blocks, summary
from kshc_cli.reports.terminal import Terminal

_REMOVED: Final = "9;31"
"""ECMA-48's parameters for words that are gone: crossed out, red."""
_ADDED: Final = "32"
_BOLD: Final = "1"
_LONG: Final = 40
"""Words of a run that both texts have from which on its middle is left out."""
_AROUND: Final = 8
"""Words that stay at each end of such a run."""
_SAME: Final = frozenset((Kind.RESPELT, Kind.RESPACED))


def diff_text(found: Comparison, terminal: Terminal) -> str:
    """Write what differs between two plans; nothing where nothing does."""
    if not found.differences and not found.effects:
        return ""
    told = [summary(found)] if found.differences else []
    if not found.known_by_ids:
        told.append(_("Tasks are known by likeness: their ids do not say which are the same."))
    parts = ["\n".join(told), *("\n".join(_block_lines(block, terminal)) for block in blocks(found))]
    return terminal.fitted("\n\n".join(filter(None, parts))) + "\n"


def _block_lines(block: Block, terminal: Terminal) -> Iterator[str]:
    title = terminal.painted(plain(block.title), _BOLD)
    yield f"{title}: {block.told}" if block.told else title
    if block.place:
        yield "  " + plain(" › ".join(block.place))
    for line in block.lines:
        label = f"{plain(line.label)}: " if line.label else ""
        yield from (f"  {one}" for one in f"{label}{_said(line, terminal)}".split("\n"))
    yield from (f"  ⇒ {plain(one)}" for one in block.effects)


def _said(line: Line, terminal: Terminal) -> str:
    """Return old and new words as one text; what is no sentence, beside each other."""
    old, new = (None if words is None else _lines_of(words) for words in (line.old, line.new))
    if line.kind in _SAME or (old is not None and old == new):
        return "".join(mark.words for mark in _shortened([Mark("=", new or "")]))
    if line.is_beside:
        return " → ".join(_("none") if words is None else words for words in (old, new))
    return "".join(_marked(mark, terminal) for mark in _shortened(marks(old or "", new or "")))


def _lines_of(words: str) -> str:
    return "\n".join(map(plain, words.split("\n")))


def _marked(mark: Mark, terminal: Terminal) -> str:
    if mark.sign == "=":
        return mark.words
    words, color = (f"[-{mark.words}-]", _REMOVED) if mark.sign == "-" else (f"{{+{mark.words}+}}", _ADDED)
    lines = (" ".join(terminal.painted(word, color) for word in line.split(" ")) for line in words.split("\n"))
    return "\n".join(lines)


def _shortened(found: list[Mark]) -> Iterator[Mark]:
    """Yield marks with the middle of long runs left out that both texts have."""
    for number, mark in enumerate(found):
        words = mark.words.split(" ")
        if mark.sign != "=" or len(words) <= _LONG:
            yield mark
            continue
        head = words[:_AROUND] if number else words[:4]
        tail = words[-_AROUND:] if number < len(found) - 1 else words[-4:]
        yield Mark("=", " ".join([*head, "…", *tail]))
