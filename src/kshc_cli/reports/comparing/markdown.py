"""Differences as Markdown, for the description of a merge request: old words struck, new ones underlined."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.compare.marks import marks
from kshc_cli.compare.values import Comparison, Kind
from kshc_cli.messages import _, plain
from kshc_cli.reports.comparing.blocks import Block, Line, blocks, summary
from kshc_cli.reports.tables import markdown_words

_TAGS: Final = {"=": ("", ""), "-": ("<del>", "</del>"), "+": ("<ins>", "</ins>")}


def diff_markdown(found: Comparison) -> str:
    """Write what differs between two plans as Markdown (GitHub's dialect, which GitLab reads too)."""
    if not found.differences and not found.effects:
        return _("Nothing differs.") + "\n"
    told = [f"**{markdown_words(summary(found))}**"] if found.differences else []
    if not found.known_by_ids:
        told.append(_("Tasks are known by likeness: their ids do not say which are the same."))
    return "\n\n".join((*told, *("\n".join(_block(one)) for one in blocks(found)))) + "\n"


def _block(block: Block) -> Iterator[str]:
    yield f"#### {markdown_words(plain(block.title))}" + (f": {markdown_words(block.told)}" if block.told else "")
    yield ""
    if block.place:
        yield f"*{markdown_words(plain(' › '.join(block.place)))}*"
        yield ""
    for line in block.lines:
        label = f"{markdown_words(plain(line.label))}: " if line.label else ""
        yield f"- {label}{_said(line)}"
    yield from (f"- ⇒ **{markdown_words(plain(one))}**" for one in block.effects)


def _said(line: Line) -> str:
    if line.old is not None and line.old == line.new:
        return _words(line.old)
    if line.kind in {Kind.RESPELT, Kind.RESPACED}:
        return _words(line.new or "")
    if line.is_beside:
        return " → ".join(_words(words or _("none")) for words in (line.old, line.new))
    found = marks(line.old or "", line.new or "")
    return "".join(_tagged(*_TAGS[mark.sign], mark.words) for mark in found)


def _tagged(opening: str, closing: str, words: str) -> str:
    """Return words between tags, the blanks around them outside: so both stand apart from what is beside them."""
    bare = words.strip()
    if not bare or not opening:
        return _words(words)
    before, after = words[: words.index(bare)], words[words.index(bare) + len(bare) :]
    return f"{_words(before)}{opening}{_words(bare)}{closing}{_words(after)}"


def _words(words: str) -> str:
    return "<br>".join(markdown_words(_seen(line)) for line in words.split("\n"))


def _seen(line: str) -> str:
    """Return words on one line, the blanks at their ends kept."""
    return line if line.isprintable() else plain(line)
