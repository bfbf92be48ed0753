"""What was done to the running text: its words, and which paragraphs came, went or moved."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from kshc_cli.compare.edited import Item, Kept, New, NotTaken, Wish
from kshc_cli.documents.editing.base import Base
from kshc_cli.documents.editing.beside import Beside
from kshc_cli.documents.editing.fresh import new_tasks
from kshc_cli.documents.editing.lines import BaseLine, base_lines, first_path, label_of
from kshc_cli.documents.editing.lost import Printed
from kshc_cli.documents.editing.prose_tasks import name_of_task, settled
from kshc_cli.documents.editing.shown import Shown
from kshc_cli.documents.editing.solving import without_mark
from kshc_cli.documents.editing.text import Words, item_of
from kshc_cli.documents.editing.torn import torn_tasks
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan

_REQUIRED: Final = frozenset(("bases", "articles", "recipients", "lines"))
"""The lists that hold something in every plan."""


class _Text:
    """Gathers what is to be changed of the running text."""

    def __init__(self, base: Base, shown: Shown, plan: Plan, torn: Collection[Path]) -> None:
        self.shown, self._headings = shown.lines, shown.refused
        self._plan = plan
        self.old, places = base_lines(base)
        self.same, self.doubted, self.left = settled(self.old, self.shown, places, torn)
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
        self.beside = Beside(self.old, self.shown, self.same, self.words)

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
            end < len(self.shown)
            and end not in self.same
            and end not in self.doubted
            and self.beside.is_beside(place, end)
        ):
            end += 1
        words = [one.words for one in self.shown[place:end]]
        before, behind = self.beside.near(place, -1), self.beside.near(place, 1)
        if (
            not words
            or self._is_below_refused(place, heading=False)
            or (end < len(self.shown) and self.beside.is_beside(place, end) and end != behind)
        ):
            return False
        is_taken = False
        if (own := self.beside.item(before)) is not None and own[-2] == "items" and own != self.beside.item(behind):
            is_taken = self.beside.is_last_line(before) and self._add_tasks(own[:-1], words)
        elif (own := self.beside.item(behind)) is not None and own[-2] == "items" and self.beside.is_heading(before):
            is_taken = self._add_tasks(own[:-1], words)
        if is_taken:
            self.placed.update(range(place, end))
        return is_taken

    def _add_tasks(self, path: Path, words: Sequence[str]) -> bool:
        tasks = new_tasks(self.old, path, words)
        self.lists.setdefault(path, []).extend(tasks)
        return bool(tasks)

    def _doubt(self, tasks: Sequence[Path]) -> str:
        names = ", ".join(name_of_task(self._plan, path) for path in tasks)
        reason = _(
            "nobody can tell whether these are words of {tasks} now: change that in plan.yaml, it stays as it was"
        )
        return reason.format(tasks=names)

    def _put(self, place: int) -> None:
        own = self.beside.item(place)
        if place in self.beside.in_order:
            if own is not None and not self.words.is_gone(self.beside.path(place) or ()):
                self._append(own[:-1], Kept(own))
            return
        before, behind = self.beside.near(place, -1), self.beside.near(place, 1)
        target = self.beside.target(place, before, behind)
        if place not in self.same or self.beside.is_loose(place):
            self._put_new(place, before, behind, target)
        elif own is None:
            self._refuse(place, _("it was moved, which only plan.yaml can say"))
        elif self._is_below_refused(place):
            return
        else:
            is_like = target is not None and target[-1] == own[-2]
            target = target if is_like else self.beside.moved_whole(own, before, behind)
            if target is not None:
                self._append(target, Kept(own))

    def _put_new(self, place: int, before: int | None, behind: int | None, target: Path | None) -> None:
        """Take over a paragraph that came, or a line that left the others of its value."""
        words = self.shown[place].words
        is_heading = self.shown[place].style in self.beside.headings and place not in self.same
        line = None if is_heading else self.beside.line_of(place, before, behind)
        if self._is_below_refused(place):
            self._refuse(place, _("it stands under a new heading that is not taken over"))
        elif (line is None and target is None) or (
            (line is None or "items" in line[0]) and self._is_below_refused(place, heading=False)
        ):
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

    def _is_below_refused(self, place: int, *, heading: bool = True) -> bool:
        """Tell whether a new heading (or anything new) that is not taken over is above, before anything that stayed."""
        for at in range(place - 1, -1, -1):
            if not self._headings.isdisjoint(range(self.shown[at].block + 1, self.shown[place].block)):
                return True
            if at in self.beside.in_order:
                return False
            is_heading = not heading or self.shown[at].style in self.beside.headings
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

    def _put_back(self) -> None:
        """Leave in its place what was moved to where it cannot stand, and say so."""
        placed = {item for items in self.lists.values() for item in items if isinstance(item, Kept)}
        stayed = (item_of(first_path(self.old[place])) for place in self.left)
        refused = (self.beside.item(place) for place in self._refused)
        moved = {item[:-1] for item in (*stayed, *refused, *self._unclear) if item is not None}
        for place in sorted(self.same):
            own = self.beside.item(place)
            if own is None or place in self.beside.in_order or Kept(own) in placed:
                continue
            if not self.words.is_gone(self.beside.path(place) or ()):
                reason = _("it was moved, which only plan.yaml can say")
                self.words.not_taken.append(NotTaken(reason, self.shown[place].words))
                self._keep(own)
                moved.add(own[:-1])
        for place, other in self.same.items():
            own = self.beside.item(place)
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


def _gathered(base: Base, shown: Shown, plan: Plan) -> _Text:
    """Return what is changed of the running text: tasks of which not all lines would be taken stay as they were."""
    known = set[Path]()
    while True:
        text = _Text(base, shown, plan, known)
        text.gather()
        torn = {*torn_tasks(text.words.values(), text.shown, text.words.not_taken)} - known
        if not torn:
            return text
        known |= torn


def text_wish(base: Base, shown: Shown, plan: Plan) -> Wish:
    """Return what was done to the running text of ``plan``."""
    text = _gathered(base, shown, plan)
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
    untold = printed.untold(text.shown, same, (not_taken, text.left))
    together = {text.shown[place].words for place in text.placed}
    together |= {one.words for one in text.shown if one.where[0] in text.tables}
    not_taken += [one for one in untold if one.words not in together]
    return Wish(text.words.values(), lists, tuple(not_taken))


def _items(old: Sequence[BaseLine]) -> Iterator[Path]:
    for one in old:
        for piece in one.paragraph.pieces:
            if (item := item_of(piece.path)) is not None:
                yield item
