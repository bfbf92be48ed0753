"""The values that a paragraph shows, found again in new words of it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import BaseParagraph
from kshc_cli.findings import Path


class Said(NamedTuple):
    """What a paragraph says of a value, or of a line of it."""

    path: Path | None
    line: int
    verbatim: bool
    words: str


class _Group(NamedTuple):
    """Pieces of the same line of a value that stand side by side."""

    before: str
    path: Path | None
    line: int
    verbatim: bool


def said_in(paragraph: BaseParagraph, words: str) -> list[Said] | None:
    """Return what ``words``, which are those of a paragraph now, say of its values; None where nobody can tell."""
    groups = _groups(paragraph)
    if not groups:
        return None
    parts = [f"{_letters(one.before)}(.*?)" for one in groups]
    found = re.fullmatch(rf"\s*{''.join(parts)}{_letters(paragraph.behind)}\s*", words, re.DOTALL)
    if found is None and len(groups) == 1 and not re.search(r"\w", f"{groups[0].before}{paragraph.behind}"):
        found = re.fullmatch(r"\s*(.*?)\s*", words, re.DOTALL)
    if found is None:
        return None
    return [
        Said(one.path, one.line, one.verbatim, held(each)) for one, each in zip(groups, found.groups(), strict=True)
    ]


def without_mark(paragraph: BaseParagraph, words: str) -> str:
    """Return words without the signs that stand before the value of a paragraph: the hyphen before recipients."""
    before = _groups(paragraph)[0].before.strip() if _groups(paragraph) else ""
    return words.removeprefix(before).strip() if before else words


def _groups(paragraph: BaseParagraph) -> Sequence[_Group]:
    found: list[_Group] = []
    for piece in paragraph.pieces:
        if found and not piece.before and found[-1].path == piece.path and found[-1].line == piece.line:
            continue
        found.append(_Group(piece.before, piece.path, piece.line, piece.verbatim))
    return found


def _letters(words: str) -> str:
    return r"\s*".join(map(re.escape, words.split())).join((r"\s*", r"\s*")) if words else ""
