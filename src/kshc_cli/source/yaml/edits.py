"""Edits of a text that leave every other character as it is, and the way from the edited text back."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from kshc_cli.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``new`` in place of the characters from ``start`` to ``end``, for the sake of a rule."""

    rule: str
    start: int
    end: int
    new: str


@dataclass(frozen=True)
class Edited:
    """A text and its edits, which are in order and do not overlap."""

    before: str
    edits: Sequence[Edit]

    @cached_property
    def text(self) -> str:
        """The text after the edits."""
        pieces: list[str] = []
        done = 0
        for edit in self.edits:
            pieces += (self.before[done : edit.start], edit.new)
            done = edit.end
        return "".join((*pieces, self.before[done:]))

    @cached_property
    def _grown(self) -> Sequence[int]:
        """By how many characters the text has grown behind each edit."""
        return list(accumulate(len(edit.new) - (edit.end - edit.start) for edit in self.edits))

    @cached_property
    def _starts(self) -> Sequence[int]:
        """Where each edit begins, before."""
        return [edit.start for edit in self.edits]

    @cached_property
    def _new_starts(self) -> Sequence[int]:
        """Where each edit begins, afterwards."""
        return [start + grown for start, grown in zip(self._starts, (0, *self._grown), strict=False)]

    def origin(self, offset: int) -> int:
        """Return where the character at ``offset`` of the edited text stood; of a new one, where its edit begins."""
        number = bisect_right(self._new_starts, offset) - 1
        if number < 0:
            return offset
        edit = self.edits[number]
        is_new = offset < self._new_starts[number] + len(edit.new)
        return edit.start if is_new else offset - self._grown[number]

    def moved(self, offset: int) -> int:
        """Return where the character at ``offset`` stands after the edits; of a replaced one, where its edit begins."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        is_gone = offset < self.edits[number].end
        return self._new_starts[number] if is_gone else offset + self._grown[number]


def in_source(edits: Iterable[Edit], view: Edited) -> list[Edit]:
    """Return edits of an edited text as edits of the text before."""
    return [Edit(edit.rule, view.origin(edit.start), view.origin(edit.end), edit.new) for edit in edits]
