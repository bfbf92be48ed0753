"""What a document prints of a plan, piece by piece: each with the value of the plan whose words it shows."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.dataclass import field_names
from kshc_cli.documents.editing.stamps import STAMPS
from kshc_cli.documents.rendering.words import Printed, printed, shown
from kshc_cli.findings import Path
from kshc_cli.plan.act import Decision, Issuance
from kshc_cli.plan.model import Plan, Section, Table, Task
from kshc_cli.plan.walk import columns_of, words_in

FIRST: Final = 0xE000
"""The first of sixteen private characters that count, in a twin of a document, the pieces that it prints."""
BEGIN: Final = "\ue100"
_DIGITS: Final = 6


class Slot(NamedTuple):
    """A piece of a document: the way to the value that it shows, which line of it, and the words as handed over."""

    path: Path | None
    """None for what is made of several values, such as the number with its symbol."""
    line: int
    words: str


class Tagged:
    """What the tags of a template can name, each piece of it with its number behind it."""

    def __init__(self, plan: Plan) -> None:
        self.slots: list[Slot] = []
        self._plan = plan
        self._lines: dict[Path, list[tuple[Path, int]]] = {}
        self._gather()
        self.printed: Printed = self._tagged(printed(plan), ())

    def _gather(self) -> None:
        plan = self._plan
        for name in ("decision", "issuance"):
            act = getattr(plan, name)
            if act is not None:
                self._of_act(name, act)
        self._put(
            ("plan", "preamble"), _lines([(("plan", "preamble", n), one) for n, one in enumerate(plan.plan.preamble)])
        )
        for number, section in enumerate(plan.plan.sections):
            self._of_section(("plan", "sections", number), section)

    def _put(self, at: Path, found: list[tuple[Path, int]]) -> None:
        self._lines[at] = found

    def _of_act(self, name: str, act: Decision | Issuance) -> None:
        if isinstance(act, Decision):
            for key in ("bases", "articles"):
                self._put((name, key), _lines([((name, key, n), one) for n, one in enumerate(getattr(act, key))]))

    def _of_section(self, path: Path, section: Section) -> None:
        texts = [((*path, "paragraphs", n, "text"), one.text) for n, one in enumerate(section.paragraphs)]
        texts += [((*path, "items", n, "text"), one.text) for n, one in enumerate(section.items)]
        self._put((*path, "paragraphs"), _lines(texts))
        for number, table in enumerate(section.tables):
            self._of_table((*path, "tables", number), table)

    def _of_table(self, path: Path, table: Table) -> None:
        columns = columns_of(self._plan, table)
        stated: Path | None = (*path, "columns") if table.columns else ("plan", "columns")
        if not table.columns and not self._plan.plan.columns:
            stated = None
        if stated:
            self._put((*path, "headers"), [((*stated, n, "header"), 0) for n in range(len(columns))])
        rows: list[tuple[Path, Task | None]] = [((*path, "tasks", n), task) for n, task in enumerate(table.tasks)]
        for number, group in enumerate(table.groups):
            at = (*path, "groups", number)
            rows += [((*at, "heading"), None), *(((*at, "tasks", n), task) for n, task in enumerate(group.tasks))]
        for number, (at, task) in enumerate(rows):
            row = (*path, "rows", number)
            if task is None:
                self._put((*row, "heading"), [(at, 0)])
                continue
            for place, column in enumerate(columns):
                cell = (*at, "others", column.key or "") if column.role == "other" else (*at, column.role)
                count = max(1, len(_lines([(cell, words_in(task, column))])))
                self._put((*row, "cells", place, "lines"), [(cell, n) for n in range(count)])

    def _tagged(self, value: Any, path: Path) -> Any:  # noqa: ANN401  any part of what is printed
        if isinstance(value, str):
            return self._piece(value, path)
        if isinstance(value, tuple):
            return tuple(self._tagged(one, (*path, n)) for n, one in enumerate(value))
        if value is None or isinstance(value, bool | int):
            return value
        names = field_names(type(value))
        return type(value)(**{name: self._tagged(getattr(value, name), (*path, name)) for name in names})

    def _piece(self, words: str, path: Path) -> str:
        if not words and path[-2:-1] != ("lines",):
            return words
        self.slots.append(Slot(*self._target(path), words))
        return f"{words}{_mark(len(self.slots) - 1)}"

    def _target(self, path: Path) -> tuple[Path | None, int]:
        """Return the value that a piece shows, and which line of it."""
        for length in (len(path), len(path) - 1, len(path) - 2):
            found = self._lines.get(path[:length])
            if found is None:
                continue
            number = path[length] if length < len(path) else 0
            return found[number] if isinstance(number, int) and number < len(found) else (None, 0)
        return (path if self._is_own(path) else None), 0

    def _is_own(self, path: Path) -> bool:
        """Tell whether a piece is a value of the plan by the same way."""
        if len(path) == 2 and path[-1] in STAMPS:
            return True
        value: Any = self._plan
        for step in path:
            try:
                value = value[step] if isinstance(step, int) else getattr(value, step)
            except (AttributeError, IndexError, TypeError):
                return False
        return isinstance(value, str)


def _lines(texts: Sequence[tuple[Path, str]]) -> list[tuple[Path, int]]:
    """Return what each printed line of texts shows: empty lines print nothing."""
    found: list[tuple[Path, int]] = []
    for path, text in texts:
        count = sum(1 for line in shown(text).split("\n") if line.strip())
        found += ((path, number) for number in range(count))
    return found


def _mark(number: int) -> str:
    digits = (chr(FIRST + (number >> 4 * place & 15)) for place in range(_DIGITS))
    return BEGIN + "".join(digits)


def pieces_of(text: str) -> tuple[list[tuple[str, int]], str]:
    """Return the text before each mark with the number of its piece, and what stands behind the last one."""
    first, *others = text.split(BEGIN)
    found: list[tuple[str, int]] = []
    before = first
    for each in others:
        number = sum((ord(sign) - FIRST) << 4 * place for place, sign in enumerate(each[:_DIGITS]))
        found.append((before, number))
        before = each[_DIGITS:]
    return found, before
