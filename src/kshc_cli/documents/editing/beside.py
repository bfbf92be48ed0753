"""Beside what a paragraph of an edited file stands, and to what of the plan it belongs there."""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kshc_cli.documents.editing.fresh import kind_of
from kshc_cli.documents.editing.lines import BaseLine, first_path, in_order
from kshc_cli.documents.editing.shown import Line
from kshc_cli.documents.editing.task_blocks import goes_on
from kshc_cli.documents.editing.text import Words, item_of
from kshc_cli.findings import Path

_ARTICLE: Final = re.compile(r"Điều\s+\d")


class Beside:
    """The paragraphs of a file by their places; ``same`` says which are which of the base."""

    def __init__(self, old: Sequence[BaseLine], shown: Sequence[Line], same: Mapping[int, int], words: Words) -> None:
        self.old, self.shown, self.same = old, shown, same
        self.in_order = in_order(old, shown, same)
        """Those that stand where they stood."""
        self.headings = _styles(old, heading=True) - _styles(old, heading=False)
        """The styles that headings alone have."""
        self._words = words

    def near(self, place: int, step: int) -> int | None:
        """Return the next paragraph in order before or behind one, as far as nothing stands between them."""
        here, at = self.shown[place], place + step
        while 0 <= at < len(self.shown):
            other = self.shown[at]
            if (other.where, other.stretch) != (here.where, here.stretch):
                return None
            if at in self.in_order:
                return at
            at += step
        return None

    def path(self, place: int | None) -> Path | None:
        """Return the way to the value that a paragraph is of; None for a new one."""
        if place is None or place not in self.same:
            return None
        return first_path(self.old[self.same[place]])

    def item(self, place: int | None) -> Path | None:
        """Return the item of a list that a paragraph is of."""
        return item_of(self.path(place))

    def is_heading(self, place: int | None) -> bool:
        """Tell whether a paragraph is a heading of the plan."""
        return (self.path(place) or ())[-1:] == ("heading",)

    def is_beside(self, place: int, end: int) -> bool:
        """Tell whether two paragraphs stand in the same place, and no new heading begins with the second."""
        one, other = self.shown[place], self.shown[end]
        is_heading = end != place and other.style in self.headings and end not in self.same
        return (one.where, one.stretch) == (other.where, other.stretch) and not is_heading

    def is_last_line(self, before: int | None) -> bool:
        """Tell whether a paragraph is the last one of its item; the begin of all counts as one."""
        at = -1 if before is None else self.same[before]
        return self.old[at + 1 : at + 2] == [] or self._item_at(at + 1) != self._item_at(at)

    def _item_at(self, at: int) -> Path | None:
        return item_of(first_path(self.old[at]))

    def is_loose(self, place: int) -> bool:
        """Tell whether a paragraph is a line of a value whose other lines stayed."""
        path = self.path(place)
        return path is not None and any(self.path(other) == path for other in self.in_order)

    def moved_whole(self, own: Path, before: int | None, behind: int | None) -> Path | None:
        """Return the list in which all lines of a task in paragraphs stand together now, between two others of it."""
        lines = [place for place in sorted(self.same) if self.item(place) == own]
        between = {place for place in range(lines[0], lines[-1]) if place in self.same} - {*lines}
        is_whole = not between and len(lines) == len({self.same[place] for place in lines})
        is_whole = is_whole and [self.same[place] for place in lines] == sorted(self.same[place] for place in lines)
        beside = [item for item in (self.item(before), self.item(behind)) if item is not None and item[-2] == "items"]
        is_between = self.is_heading(before) or (before is not None and self.is_last_line(before))
        return beside[0][:-1] if own[-2] == "items" and is_whole and is_between and beside else None

    def line_of(self, place: int, before: int | None, behind: int | None) -> tuple[Path, int] | None:
        """Return the line behind which a paragraph goes on with a value: in the midst of it or its own, an article."""
        moved = self._within_moved(place)
        before, behind = moved or (before, behind)
        path, own = self.path(before), self.path(place)
        if own is not None and own == self.path(behind) != path:
            return None if "items" in own else (own, -1)
        if path is None or before is None:
            return None
        is_inside = path in (self.path(behind), self.path(place)) or self._is_split_off(place, before, path)
        line = self.old[self.same[before]].paragraph.pieces[0].line
        is_next = path[-2:-1] == ("articles",) and not _ARTICLE.match(self.shown[place].words)
        is_next = is_next or ("items" in path and self._goes_on_with(path, line, place))
        return (path, line) if is_inside or is_next else None

    def _within_moved(self, place: int) -> tuple[int, int | None] | None:
        """Return what is known before and behind a new paragraph that stands behind a line of a task that was moved."""
        before, behind = (self._known(place, step) for step in (-1, 1))
        is_moved = before is not None and before not in self.in_order and "items" in (self.path(before) or ())
        return (before, behind) if before is not None and is_moved and place not in self.same else None

    def _known(self, place: int, step: int) -> int | None:
        """Return the next paragraph of the base before or behind one, as far as nothing stands between them."""
        here, at = self.shown[place], place + step
        while 0 <= at < len(self.shown) and at not in self.same:
            at += step
        is_there = at in self.same and (self.shown[at].where, self.shown[at].stretch) == (here.where, here.stretch)
        return at if is_there else None

    def _goes_on_with(self, path: Path, line: int, place: int) -> bool:
        """Tell whether a paragraph behind a line of a task is a further one of it."""
        lines = [self.shown[at].words for at in self.same if self.path(at) == path]
        return goes_on((*lines, *self._words.lines_of(path, line)), self.shown[place].words)

    def _is_split_off(self, place: int, before: int, path: Path) -> bool:
        """Tell whether a paragraph is the end of the words of a task in the one before, which was parted there."""
        words, old = self.shown[place].words, self.old[self.same[before]].words
        return "items" in path and words in old and words not in self.shown[before].words

    def _is_like_task(self, place: int, section: Path) -> bool:
        """Tell whether a paragraph is numbered as the tasks of a section are."""
        kinds = {
            kind_of(one.words)
            for one in self.old
            if (path := first_path(one)) is not None
            and path[:4] == (*section, "items")
            and one.paragraph.pieces[0].line == 0
        }
        return kind_of(self.shown[place].words) in kinds - {None}

    def target(self, place: int, before: int | None, behind: int | None) -> Path | None:
        """Return the list to which a paragraph belongs that stands between two others."""
        style = self.shown[place].style
        if style in self.headings:
            return None
        found = [item[:-1] for item in map(self.item, (before, behind)) if item is not None]
        found = [one for one in found if one[-1] != "items"]
        path, following = self.path(before), self.path(behind)
        if found:
            is_like_next = behind is not None and len(found) > 1 and found[0] != found[1] and before is not None
            if is_like_next and style == self.shown[behind].style != self.shown[before].style:  # type: ignore[index]
                return found[1]
            if path is not None and path[-1] == "heading" and self.item(behind) is None:
                return None
            return found[0] if self.item(before) is None or self.item(before)[-2] != "items" else None  # type: ignore[index]
        if path is not None and path[:2] == ("plan", "sections") and len(path) == 4 and path[-1] == "heading":
            return None if self._is_like_task(place, path[:-1]) else (*path[:-1], "paragraphs")
        is_top = path in {("plan", "subject"), ("plan", "reference")}
        if is_top and following is not None and following[:2] == ("plan", "sections"):
            return ("plan", "preamble")
        return None


def _styles(old: Sequence[BaseLine], *, heading: bool) -> set[str]:
    found = ((one.paragraph.style, piece.path) for one in old for piece in one.paragraph.pieces if piece.path)
    return {style for style, path in found if (path[-1] == "heading") == heading}
