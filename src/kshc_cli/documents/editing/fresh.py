"""Paragraphs that came together: a new section, new tasks in paragraphs."""

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from kshc_cli.compare.edited import New
from kshc_cli.documents.editing.lines import BaseLine, first_path, label_of
from kshc_cli.findings import Path
from kshc_cli.plan.annexes import is_annex_number
from kshc_cli.plan.model import Plan

_KINDS: Final = tuple(map(re.compile, (r"[IVXL]+\s*[.)/:]", r"\d+\s*\.", r"\d+\s*[)/:]", r"[a-zđ]\)")))


def kind_of(words: str) -> int | None:
    """Return of which kind the number is that words begin with; None where they begin with none."""
    label = label_of(words)
    return next((kind for kind, one in enumerate(_KINDS) if label and one.match(label)), None)


def is_section(old: Sequence[BaseLine], plan: Plan, heading: str) -> bool:
    """Tell whether a new heading is one of a section: numbered as theirs are, and as no table's; or an annex."""
    first = heading.partition("\n")[0]
    if any(not one.paragraph.pieces[0].verbatim for one in old if _is_heading(first_path(one))):
        return False
    if is_annex_number(first):
        return True
    sections = {kind_of(one.heading) for one in plan.plan.sections if one.heading}
    tables = {kind_of(one.heading) for each in plan.plan.sections for one in each.tables if one.heading}
    kind = kind_of(first)
    return kind not in tables and (kind in sections if kind is not None else sections == {None})


def _is_heading(path: Path | None) -> bool:
    return path is not None and len(path) == 4 and path[:2] == ("plan", "sections") and path[-1] == "heading"


def new_tasks(old: Sequence[BaseLine], path: Path, words: Sequence[str]) -> list[New]:
    """Return the tasks that new paragraphs are between others of the list ``path``; none where that is not clear.

    They have to be numbered as one of those is, and no further line of those may be.
    """
    firsts, others, last = set[int | None](), set[int | None](), None
    for one in old:
        own = first_path(one)
        if own is not None and own[: len(path)] == path:
            (others if own == last else firsts).add(kind_of(one.words))
            last = own
    kinds = firsts - others - {None}
    if kind_of(words[0]) not in kinds:
        return []
    return [New({"text": "\n".join(lines)}) for lines in _parted(words, kinds)]


def _parted(words: Sequence[str], kinds: Container[int | None]) -> Iterator[list[str]]:
    found: list[str] = []
    for one in words:
        if found and kind_of(one) in kinds:
            yield found
            found = []
        found.append(one)
    yield found
