"""From the path of a value to its place in the text: how a finding about the plan gets its line and column."""

import re
from collections.abc import Iterable
from typing import Final

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.findings import Finding, Path, Place
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.tree import Mark

_TEXT: Final = "text"
"""The key of the words where a cell is written as a mapping."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What a path leads to: the steps of it that YAML has, where the last key begins, and the mark of the value."""

    path: Path
    key: int | None
    mark: Mark


def spot_of(marks: Mark, path: Path) -> Reached:
    """Follow ``path``, passing over steps that YAML does not have: a union's tag, the ``text`` of words given bare."""
    taken: list[str | int] = []
    key: int | None = None
    mark = marks
    for step in path:
        parts = mark[2]
        if isinstance(parts, dict) and isinstance(step, str) and step in parts:
            key, mark = parts[step]
        elif isinstance(parts, list) and isinstance(step, int) and 0 <= step < len(parts):
            key, mark = None, parts[step]
        else:
            continue
        taken.append(step)
    return Reached(tuple(taken), key, mark)


def locate(findings: Iterable[Finding], lines: Lines, marks: Mark) -> tuple[Finding, ...]:
    """Give each finding that has no place yet the one that its path leads to, and the same for what belongs to it."""
    return tuple(_located(finding, lines, marks) for finding in findings)


def _located(finding: Finding, lines: Lines, marks: Mark) -> Finding:
    if finding.place is not None:
        return finding
    spot = spot_of(marks, finding.path)
    also = (lines.place(spot_of(marks, path).mark[0]) for path in finding.also_paths)
    return replace(finding, place=_place(finding, spot, lines), also=(*finding.also, *also))


def _place(finding: Finding, spot: Reached, lines: Lines) -> Place:
    if finding.on_key and spot.key is not None:
        return lines.place(spot.key)
    words = _offset_of(finding.words, spot.mark, lines.text, at_end=finding.at_end) if finding.words else None
    return lines.place(spot.mark[0] if words is None else words)


def _offset_of(words: str, mark: Mark, text: str, *, at_end: bool) -> int | None:
    """Find ``words`` in the source of a value, also where it is folded over lines or escapes its quotes.

    The place is that of their first character, or of their last one (``at_end``).
    """
    start, end, parts = mark
    if isinstance(parts, dict) and _TEXT in parts:
        start, end, _parts = parts[_TEXT][1]
    pattern = r"\s+".join(map(re.escape, words.split()))
    match = re.compile(pattern.replace("'", "''?").replace('"', r'\\?"')).search(text, start, end)
    if match is None:
        return None
    return match.end() - 1 if at_end else match.start()
