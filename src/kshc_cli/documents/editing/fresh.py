"""Paragraphs that came together: a new section, new tasks in paragraphs."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.compare.edited import New
from kshc_cli.documents.editing.lines import BaseLine, first_path, label_of
from kshc_cli.findings import Path

_KINDS: Final = tuple(map(re.compile, (r"[IVXL]+\s*[.)/:]", r"\d+\s*\.", r"\d+\s*[)/:]", r"[a-zđ]\)")))


def kind_of(words: str) -> int | None:
    """Return of which kind the number is that words begin with; None where they begin with none."""
    label = label_of(words)
    return next((kind for kind, one in enumerate(_KINDS) if label and one.match(label)), None)


def is_section_heading(old: Sequence[BaseLine], words: str) -> bool:
    """Tell whether a new heading is numbered as those of sections are, and no other heading is."""
    sections, others = set[int | None](), set[int | None]()
    for one in old:
        path = first_path(one)
        if path is not None and path[-1] == "heading":
            is_own = len(path) == 4 and path[:2] == ("plan", "sections")
            (sections if is_own else others).add(kind_of(one.words))
            if is_own and not one.paragraph.pieces[0].verbatim:
                return False
    kind = kind_of(words)
    return kind is not None and sections == {kind} and kind not in others


def new_tasks(old: Sequence[BaseLine], path: Path, words: Sequence[str]) -> list[New]:
    """Return the tasks that new paragraphs are between others of the list ``path``; none where that is not clear.

    They have to be numbered as those are, and no further line of those may be.
    """
    firsts, others, last = set[int | None](), set[int | None](), None
    for one in old:
        own = first_path(one)
        if own is not None and own[: len(path)] == path:
            (others if own == last else firsts).add(kind_of(one.words))
            last = own
    kind = kind_of(words[0])
    if kind is None or firsts != {kind} or kind in others:
        return []
    return [New({"text": "\n".join(lines)}) for lines in _parted(words, kind)]


def _parted(words: Sequence[str], kind: int) -> Iterator[list[str]]:
    found: list[str] = []
    for one in words:
        if found and kind_of(one) == kind:
            yield found
            found = []
        found.append(one)
    yield found
