"""The last look at an edited file: what it says is what the changed plan prints, or it was told."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from kshc_cli.compare.edited import Item, New, NotTaken
from kshc_cli.compare.order import kept_in_order
from kshc_cli.documents.editing.lines import BaseLine, first_path
from kshc_cli.documents.editing.shown import Line
from kshc_cli.documents.editing.text import Words, item_of
from kshc_cli.findings import Path
from kshc_cli.messages import _

_WORD: Final = re.compile(r"\w+")

Key = int | tuple[str, ...]
"""A paragraph of the base by its place, or the words of a new one."""


class Printed:
    """The paragraphs that a changed plan prints, in their order."""

    def __init__(self, old: Sequence[BaseLine], words: Words, lists: Mapping[Path, tuple[Item, ...]]) -> None:
        self._old = old
        self._words = words
        self._lists = lists
        self._own: dict[Path, list[int]] = {}
        """The paragraphs of each item."""
        for place, one in enumerate(old):
            if (item := item_of(first_path(one))) is not None:
                self._own.setdefault(item, []).append(place)

    def untold(
        self, shown: Sequence[Line], same: Mapping[int, int], told: tuple[Sequence[NotTaken], Collection[int]]
    ) -> Iterator[NotTaken]:
        """Yield what a file says otherwise than the changed plan, but for what was told, and paragraphs of tasks told.

        ``same`` knows paragraphs.
        """
        known = {_key(one.words) for one in told[0]}
        expected = [*self._keys()]
        keys = {
            place: same[place] if place in same else _key(one.words)
            for place, one in enumerate(shown)
            if _key(one.words) not in known
        }
        in_order = _in_order(keys, expected)
        for place in keys:
            if place not in in_order:
                yield NotTaken(_("it stands where the plan cannot say it, and stays as it was"), shown[place].words)
        there = {*same.values(), *told[1]}
        for key in dict.fromkeys(expected):
            if isinstance(key, int) and key not in there and _key(self._old[key].words) not in known:
                yield NotTaken(_("it was taken out, and stands in the plan all the same"), self._old[key].words)

    def _keys(self) -> Iterator[Key]:
        last: Path | None = None
        has_begun = False
        for place, one in enumerate(self._old):
            path = first_path(one)
            item = item_of(path)
            if path is not None and path[:2] == ("plan", "sections") and not has_begun:
                has_begun = True
                yield from self._only_new(("plan", "preamble"))
            if item is None:
                yield from self._lines(place)
                if path is not None and path[-1] == "heading":
                    yield from self._only_new((*path[:-1], "paragraphs"))
            elif item[:-1] != last:
                yield from self._list(item[:-1], place)
            last = None if item is None else item[:-1]

    def _only_new(self, path: Path) -> Iterator[Key]:
        """Yield what a list holds that held nothing."""
        if not any(item[:-1] == path for item in self._own):
            yield from self._list(path, 0)

    def _list(self, path: Path, start: int) -> Iterator[Key]:
        """Yield what a list prints whose paragraphs begin at ``start``."""
        for item in self._lists.get(path, ()):
            if isinstance(item, New):
                yield _key(str(item.data))
                continue
            for place in self._own.get(item.path, ()):
                if item.path[:-1] != path or self._is_one_run(start, place, path):
                    yield from self._lines(place)

    def _is_one_run(self, start: int, place: int, path: Path) -> bool:
        """Tell whether nothing but items of a list stands from one of its paragraphs to another."""
        run = range(start, place + 1) if start <= place else range(0)
        return bool(run) and all((item_of(first_path(self._old[at])) or ())[:-1] == path for at in run)

    def _lines(self, place: int) -> Iterator[Key]:
        """Yield a paragraph, if it still says something, and those that were added behind it."""
        said = next(((piece.path, piece.line) for piece in self._old[place].paragraph.pieces if piece.path), None)
        if said is None:
            yield place
            return
        path, line = said
        if line == 0:
            yield from map(_key, self._words.lines_of(path, -1))
        lines = self._words.lines_of(path, line)
        if lines:
            yield place
        yield from map(_key, lines[1:])


def _in_order(keys: Mapping[int, Key], expected: Sequence[Key]) -> set[int]:
    """Return the places of what stands in the order that is expected."""
    free: dict[Key, list[int]] = {}
    for number in range(len(expected) - 1, -1, -1):
        free.setdefault(expected[number], []).append(number)
    found = [(place, free[key].pop()) for place, key in keys.items() if free.get(key)]
    return {found[index][0] for index in kept_in_order([at for _place, at in found])}


def _key(words: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(words.casefold()))
