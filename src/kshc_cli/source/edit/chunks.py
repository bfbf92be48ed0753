"""The items of a list in YAML's block style, as pieces of text that can stand elsewhere."""

import re
from typing import Final, NamedTuple

from kshc_cli.source.yaml.tree import Mark

_LINE_START: Final = re.compile(r"^(?=.)", re.MULTILINE)


class Chunk(NamedTuple):
    """An item with its whole lines."""

    gap: str
    """What stands between the item before and this one: empty lines and comments; nothing before the first."""
    text: str
    start: int
    """Where it begins in the text that it was taken from."""
    indent: int
    """How deep its dash stands."""

    @property
    def remarks(self) -> str:
        """The lines of comment before it."""
        return "".join(line for line in self.gap.splitlines(keepends=True) if line.strip())

    def at(self, indent: int) -> str:
        """Return its lines for a list that stands at another depth."""
        return shifted(self.text, indent - self.indent)


def end_of(text: str, mark: Mark) -> int:
    """Return where a value really ends: the marks of what stands in lines of its own go on to what follows it."""
    start, end, parts = mark
    if parts is None:
        is_block = text[start : start + 1] in {"|", ">"}
        return start + len(text[start:end].rstrip()) if is_block else end
    if text[start : start + 1] in {"[", "{"}:
        return end
    inner = [value for _key, value in parts.values()] if isinstance(parts, dict) else parts
    keys = [start for start, _value in parts.values()] if isinstance(parts, dict) else []
    return max([end_of(text, one) for one in inner] + keys, default=start)


def chunks_of(text: str, mark: Mark) -> list[Chunk]:
    """Return the items of a list in block style."""
    parts = mark[2]
    if not isinstance(parts, list):
        return []
    indent = mark[0] - text.rfind("\n", 0, mark[0]) - 1
    found: list[Chunk] = []
    done = mark[0] - indent
    for part in parts:
        start = _dash(text, part[0], indent)
        end = text.find("\n", max(end_of(text, part), start))
        end = len(text) if end < 0 else end + 1
        found.append(Chunk(text[done:start], text[start:end], start, indent))
        done = end
    return found


def _dash(text: str, offset: int, indent: int) -> int:
    """Return where the line begins whose dash an item stands behind."""
    line = text.rfind("\n", 0, offset) + 1
    while line > 0 and not (
        text[line + indent : line + indent + 1] == "-" and not text[line : line + indent].strip(" -")
    ):
        line = text.rfind("\n", 0, line - 1) + 1
    return line


def shifted(lines: str, by: int) -> str:
    """Return lines as many spaces deeper, or less deep."""
    if by >= 0:
        return _LINE_START.sub(" " * by, lines)
    return "".join(line[-by:] if not line[:-by].strip() else line for line in lines.splitlines(keepends=True))
