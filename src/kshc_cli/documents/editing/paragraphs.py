"""What was done to the running text: its words, and which paragraphs came, went or moved."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.compare.edited import Item, Kept, New, NotTaken, Wish
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.fresh import new_tasks
from kshc_cli.documents.editing.lines import BaseLine, base_lines, first_path, in_order, label_of
from kshc_cli.documents.editing.lost import Printed
from kshc_cli.documents.editing.prose_tasks import name_of_task, settled
from kshc_cli.documents.editing.shown import Line
from kshc_cli.documents.editing.solving import without_mark
from kshc_cli.documents.editing.task_blocks import goes_on
from kshc_cli.documents.editing.text import Words, item_of
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan

_ARTICLE: Final = re.compile(r"Điều\s+\d")
_REQUIRED: Final = frozenset(("bases", "articles", "recipients", "lines"))
"""The lists that hold something in every plan."""


class _Text:
    """Gathers what is to be changed of the running text."""

    def __init__(self, base: Base, shown: Sequence[Line], plan: Plan) -> None:
        self.shown = shown
        self._plan = plan
        self.old, places = base_lines(base)
        self.same, self.doubted, self.left = settled(self.old, shown, places)
        self._unclear = {task for tasks in self.doubted.values() for task in tasks}
        self.words = Words(self.old)
        self.lists: dict[Path, list[Item]] = {}
        self.fresh: set[int] = set()
        """Paragraphs of the base that went into another value, or elsewhere in their own."""
        self.placed: set[int] = set()
        """New paragraphs that were taken over together."""
        self.tables: set[int] = set()
        """New tables that were told."""
        self._refused: set[int] = set()
        self.in_order = in_order(self.old, shown, self.same)
        self._headings = _styles(self.old, heading=True) - _styles(self.old, heading=False)

    def gather(self) -> None:
        """Look at each paragraph in turn, then at those that are gone."""
        for place, other in self.same.items():
            if self.old[other].words != self.shown[place].words:
                self.words.reword(self.old[other], self.shown[place].words)
        taken = set(self.same.values())
        for place, one in enumerate(self.old):
            if place not in taken and place not in self.left:
                self.words.remove(one)
        for place in range(len(self.shown)):
            self._look(place)
        self._put_back()
        for place in sorted(self.left):
            self._keep(item_of(first_path(self.old[place])))

    def _look(self, place: int) -> None:
        if place in self.doubted:
            self._refuse(place, self._doubt(self.doubted[place]))
        elif place not in self.placed and not self._put_together(place):
            self._put(place)

    def _put_together(self, place: int) -> bool:
        """Take over new paragraphs that make tasks of their own; tell whether they do."""
        end = place
        while (
            end < len(self.shown) and end not in self.same and end not in self.doubted and self._is_beside(place, end)
        ):
            end += 1
        words = [one.words for one in self.shown[place:end]]
        before, behind = self._near(place, -1), self._near(place, 1)
        if (
            not words
            or self._is_below_refused(place, heading=False)
            or (end < len(self.shown) and self._is_beside(place, end) and end != behind)
        ):
            return False
        is_taken = False
        if (own := self._item(before)) is not None and own[-2] == "items" and own != self._item(behind):
            is_taken = self._is_last_line(before) and self._add_tasks(own[:-1], words)
        elif (own := self._item(behind)) is not None and own[-2] == "items" and self._is_heading(before):
            is_taken = self._add_tasks(own[:-1], words)
        if is_taken:
            self.placed.update(range(place, end))
        return is_taken

    def _add_tasks(self, path: Path, words: Sequence[str]) -> bool:
        tasks = new_tasks(self.old, path, words)
        self.lists.setdefault(path, []).extend(tasks)
        return bool(tasks)

    def _is_heading(self, place: int | None) -> bool:
        return (self._path(place) or ())[-1:] == ("heading",)

    def _is_beside(self, place: int, end: int) -> bool:
        one, other = self.shown[place], self.shown[end]
        is_heading = end != place and other.style in self._headings and end not in self.same
        return (one.where, one.stretch) == (other.where, other.stretch) and not is_heading

    def _is_last_line(self, before: int | None) -> bool:
        at = -1 if before is None else self.same[before]
        return self.old[at + 1 : at + 2] == [] or self._item_at(at + 1) != self._item_at(at)

    def _item_at(self, at: int) -> Path | None:
        return item_of(first_path(self.old[at]))

    def _doubt(self, tasks: Sequence[Path]) -> str:
        names = ", ".join(name_of_task(self._plan, path) for path in tasks)
        reason = _(
            "nobody can tell whether these are words of {tasks} now: change that in plan.yaml, it stays as it was"
        )
        return reason.format(tasks=names)

    def _put(self, place: int) -> None:
        own = self._item(place)
        if place in self.in_order:
            if own is not None and not self.words.is_gone(self._path(place) or ()):
                self._append(own[:-1], Kept(own))
            return
        before, behind = self._near(place, -1), self._near(place, 1)
        target = self._target(place, before, behind)
        if place not in self.same or self._is_loose(place):
            self._put_new(place, before, behind, target)
        elif own is None:
            self._refuse(place, _("it was moved, which only plan.yaml can say"))
        elif self._is_below_refused(place):
            return
        else:
            is_like = target is not None and target[-1] == own[-2]
            target = target if is_like else self._moved_whole(own, before, behind)
            if target is not None:
                self._append(target, Kept(own))

    def _moved_whole(self, own: Path, before: int | None, behind: int | None) -> Path | None:
        """Return the list in which all lines of a task in paragraphs stand together now, between two others of it."""
        lines = [place for place in sorted(self.same) if self._item(place) == own]
        is_whole = lines[-1] - lines[0] + 1 == len(lines) == len({self.same[place] for place in lines})
        is_whole = is_whole and [self.same[place] for place in lines] == sorted(self.same[place] for place in lines)
        beside = [item for item in (self._item(before), self._item(behind)) if item is not None and item[-2] == "items"]
        is_between = self._is_heading(before) or (before is not None and self._is_last_line(before))
        return beside[0][:-1] if own[-2] == "items" and is_whole and is_between and beside else None

    def _put_new(self, place: int, before: int | None, behind: int | None, target: Path | None) -> None:
        """Take over a paragraph that came, or a line that left the others of its value."""
        words = self.shown[place].words
        is_heading = self.shown[place].style in self._headings and place not in self.same
        line = None if is_heading else self._line_of(place, before, behind)
        if self._is_below_refused(place):
            self._refuse(place, _("it stands under a new heading that is not taken over"))
        elif line is None and (target is None or self._is_below_refused(place, heading=False)):
            is_moved = place in self.same
            reason = unclear()
            if self.shown[place].stretch < 0:
                reason = _("it parts a table in two, which stays one in the plan")
            self._refuse(place, _("it was moved, which only plan.yaml can say") if is_moved else reason)
        elif line is not None and (task := item_of(line[0])) in self._unclear and task is not None:
            self._refuse(place, self._doubt([task]))
        else:
            if place in self.same:
                self.words.remove(self.old[self.same[place]])
                self.fresh.add(place)
            if line is not None:
                self.words.add(*line, words)
            elif target is not None:
                self._append(target, New(self._new(place, before if before is not None else behind)))

    def _refuse(self, place: int, reason: str) -> None:
        self._refused.add(place)
        one = self.shown[place]
        table = one.where[0]
        if table and all(self.shown[other].where[0] != table for other in self.same):
            if table in self.tables:
                return
            self.tables.add(table)
            reason = _("it stands in a new table, which only plan.yaml can say")
        self.words.not_taken.append(NotTaken(reason, one.words))

    def _is_loose(self, place: int) -> bool:
        """Tell whether a paragraph is a line of a value whose other lines stayed."""
        path = self._path(place)
        return path is not None and any(self._path(other) == path for other in self.in_order)

    def _is_below_refused(self, place: int, *, heading: bool = True) -> bool:
        """Tell whether a new heading (or anything new) that is not taken over is above, before anything that stayed."""
        for at in range(place - 1, -1, -1):
            if at in self.in_order:
                return False
            is_heading = not heading or self.shown[at].style in self._headings
            if at in self._refused and at not in self.same and is_heading:
                return True
        return False

    def _append(self, target: Path, item: Item) -> None:
        found = self.lists.setdefault(target, [])
        if item not in found[-1:] and not (isinstance(item, Kept) and item in found):
            found.append(item)

    def _new(self, place: int, like: int | None) -> str:
        words = self.shown[place].words
        return words if like is None else without_mark(self.old[self.same[like]].paragraph, words) or words

    def _near(self, place: int, step: int) -> int | None:
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

    def _path(self, place: int | None) -> Path | None:
        if place is None or place not in self.same:
            return None
        return first_path(self.old[self.same[place]])

    def _item(self, place: int | None) -> Path | None:
        return item_of(self._path(place))

    def _line_of(self, place: int, before: int | None, behind: int | None) -> tuple[Path, int] | None:
        """Return the line behind which a paragraph goes on with a value: in the midst of it or its own, an article."""
        path, own = self._path(before), self._path(place)
        if own is not None and own == self._path(behind) != path:
            return None if "items" in own else (own, -1)
        if path is None or before is None:
            return None
        is_inside = path in (self._path(behind), self._path(place)) or self._is_split_off(place, before, path)
        line = self.old[self.same[before]].paragraph.pieces[0].line
        is_next = path[-2:-1] == ("articles",) and not _ARTICLE.match(self.shown[place].words)
        is_next = is_next or ("items" in path and self._goes_on_with(path, line, place))
        return (path, line) if is_inside or is_next else None

    def _goes_on_with(self, path: Path, line: int, place: int) -> bool:
        """Tell whether a paragraph behind a line of a task is a further one of it."""
        lines = [self.shown[at].words for at in self.same if self._path(at) == path]
        return goes_on((*lines, *self.words.lines_of(path, line)), self.shown[place].words)

    def _is_split_off(self, place: int, before: int, path: Path) -> bool:
        """Tell whether a paragraph is the end of the words of a task in the one before, which was parted there."""
        words, old = self.shown[place].words, self.old[self.same[before]].words
        return "items" in path and words in old and words not in self.shown[before].words

    def _target(self, place: int, before: int | None, behind: int | None) -> Path | None:
        """Return the list to which a paragraph belongs that stands between two others."""
        style = self.shown[place].style
        if style in self._headings:
            return None
        found = [item[:-1] for item in map(self._item, (before, behind)) if item is not None]
        found = [one for one in found if one[-1] != "items"]
        path, following = self._path(before), self._path(behind)
        if found:
            is_like_next = behind is not None and len(found) > 1 and found[0] != found[1] and before is not None
            if is_like_next and style == self.shown[behind].style != self.shown[before].style:  # type: ignore[index]
                return found[1]
            if path is not None and path[-1] == "heading" and self._item(behind) is None:
                return None
            return found[0] if self._item(before) is None or self._item(before)[-2] != "items" else None  # type: ignore[index]
        if path is not None and path[:2] == ("plan", "sections") and len(path) == 4 and path[-1] == "heading":
            return (*path[:-1], "paragraphs")
        is_top = path in {("plan", "subject"), ("plan", "reference")}
        if is_top and following is not None and following[:2] == ("plan", "sections"):
            return ("plan", "preamble")
        return None

    def _put_back(self) -> None:
        """Leave in its place what was moved to where it cannot stand, and say so."""
        placed = {item for items in self.lists.values() for item in items if isinstance(item, Kept)}
        stayed = (item_of(first_path(self.old[place])) for place in self.left)
        refused = (self._item(place) for place in self._refused)
        moved = {item[:-1] for item in (*stayed, *refused) if item is not None}
        for place in sorted(self.same):
            own = self._item(place)
            if own is None or place in self.in_order or Kept(own) in placed:
                continue
            if not self.words.is_gone(self._path(place) or ()):
                reason = _("it was moved, which only plan.yaml can say")
                self.words.not_taken.append(NotTaken(reason, self.shown[place].words))
                self._keep(own)
                moved.add(own[:-1])
        for place, other in self.same.items():
            own = self._item(place)
            if (
                own is not None
                and own[:-1] in moved
                and self._is_renumbered(self.old[other].words, self.shown[place].words)
            ):
                self.words.restore(self.old[other])

    def _is_renumbered(self, words: str, shown: str) -> bool:
        """Tell whether only the number of a paragraph is another one: it says where that stands."""
        labels = label_of(words), label_of(shown)
        return labels[0] != labels[1] and words[len(labels[0]) :].split() == shown[len(labels[1]) :].split()

    def _keep(self, own: Path | None) -> None:
        """Leave an item where it stood among those of its list, if it is not there."""
        if own is None:
            return
        items = self.lists.setdefault(own[:-1], [])
        if Kept(own) not in items:
            ahead = [n for n, one in enumerate(items) if isinstance(one, Kept) and one.path[:-1] == own[:-1]]
            at = next((n + 1 for n in reversed(ahead) if items[n].path[-1] < own[-1]), 0)  # type: ignore[union-attr, operator]
            items.insert(at, Kept(own))


def unclear() -> str:
    """Say why a new paragraph is not taken over that stands beside nothing of the plan."""
    return _("it is not clear to what of the plan the new paragraph belongs")


def _styles(old: Sequence[BaseLine], *, heading: bool) -> set[str]:
    found = ((one.paragraph.style, piece.path) for one in old for piece in one.paragraph.pieces if piece.path)
    return {style for style, path in found if (path[-1] == "heading") == heading}


def text_wish(base: Base, shown: Sequence[Line], plan: Plan) -> Wish:
    """Return what was done to the running text of ``plan``."""
    text = _Text(base, shown, plan)
    text.gather()
    not_taken = text.words.not_taken
    before: dict[Path, list[Item]] = {}
    for item in _items(text.old):
        items = before.setdefault(item[:-1], [])
        if Kept(item) not in items[-1:]:
            items.append(Kept(item))
    lists: dict[Path, tuple[Item, ...]] = {}
    for path in {**before, **text.lists}:
        items, old = text.lists.get(path, []), before.get(path, [])
        if items == old:
            continue
        if not items and path[-1] in _REQUIRED:
            not_taken.append(NotTaken(_("a plan cannot be without it"), str(path[-1])))
        else:
            lists[path] = tuple(items)
    same = {place: other for place, other in text.same.items() if place not in text.fresh}
    printed = Printed(text.old, text.words, {path: tuple(items) for path, items in before.items()} | lists)
    untold = printed.untold(shown, same, (not_taken, text.left))
    together = {shown[place].words for place in text.placed}
    together |= {one.words for one in shown if one.where[0] in text.tables}
    not_taken += [one for one in untold if one.words not in together]
    return Wish(text.words.values(), lists, tuple(not_taken))


def _items(old: Sequence[BaseLine]) -> Iterator[Path]:
    for one in old:
        for piece in one.paragraph.pieces:
            if (item := item_of(piece.path)) is not None:
                yield item
