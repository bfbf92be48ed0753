"""Marks in columns that are called by bodies: crosses, or letters that a legend explains (C: chủ trì, P: phối hợp)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Column, Task
from kshc_cli.plan.schedules import bodies_of, is_cross, is_unmarked, periods_of

Part = Literal["lead", "coop"]
Meaning = Part | Literal["other"]

_SIGN: Final = r"(?P<sign>[A-ZĐ]{1,2}|[xXoO]{1,2}|[●○◯◎•✓✔★☆▲△■□◆◇+*]{1,2})"
_MARK: Final = lazy_pattern(_SIGN)
_WHO: Final = r"(?:(?:là|các|đơn\s+vị|cơ\s+quan|bộ\s+phận|phòng|ban|người|vai\s+trò)\s+)*"
_DOES: Final = r"(?P<lead>chủ\s+trì|đầu\s+mối)|(?P<coop>phối\s+hợp|tham\s+gia|hỗ\s+trợ)"
_PARTS: Final = r"(?:[:=–-]|(?=là\s)|(?<=[●○◯◎•✓✔★☆▲△■□◆◇+*])\s)\s*"
"""What stands between a mark and what it means."""
_BEFORE: Final = lazy_pattern(rf"(?<![\w●○◯])[“\"'(]?{_SIGN}[”\"')]?\s*{_PARTS}(?i:{_WHO}(?:{_DOES}|(?P<other>\w)))")
"""C: chủ trì; ● = đơn vị phối hợp; (x) là cơ quan phối hợp."""
_BEHIND: Final = lazy_pattern(rf"(?i:{_DOES})\s*(?:\(\s*|[:=]\s*)[“\"']?{_SIGN}[”\"']?(?![\w●○◯])")
"""Chủ trì (C); phối hợp: P."""
_NAMED: Final = lazy_pattern(r"chủ\s+trì|đầu\s+mối", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Legend:
    """What marks mean, and the line that says so."""

    parts: Mapping[str, Meaning]
    line: str


@dataclass(frozen=True, slots=True)
class Marks:
    """The columns of a table that are called by bodies: the name of each, and the words above or beside them."""

    bodies: Mapping[str, tuple[str, str]]
    legend: Legend | None = None
    crossed: Part = "lead"
    """What a cross means where no legend says it."""

    def of(self, task: Task) -> tuple[tuple[Part, str, str], ...]:
        """Return what the marks of a task say: the part, the names of the bodies, a line each, and where that stands.

        Nothing where one of its cells holds what is no mark.
        """
        cells = {key: (task.others.get(key) or "").strip() for key in self.bodies}
        parts = {key: self._part(cell) for key, cell in cells.items() if not is_unmarked(cell)}
        if None in parts.values():
            return ()
        found: list[tuple[Part, str, str]] = []
        for part in ("lead", "coop"):
            names = [self.bodies[key][0] for key, each in parts.items() if each == part]
            if names:
                over = self.legend.line if self.legend else next(iter(self.bodies.values()))[1]
                found.append((part, "\n".join(names), over))
        return tuple(found)

    def is_kept(self, tasks: Sequence[Task]) -> bool:
        """Tell whether these columns hold marks: most rows hold no words in them, and none a mark beside crosses."""
        rows = [[(task.others.get(key) or "").strip() for key in self.bodies] for task in tasks]
        odd = [[cell for cell in row if not is_unmarked(cell) and self._part(cell) is None] for row in rows]
        filled = sum(not all(map(is_unmarked, row)) for row in rows)
        is_mixed = self.legend is None and any(is_mark(cell) for row in odd for cell in row)
        return not is_mixed and 2 * sum(map(bool, odd)) <= max(0, filled - 1)

    def _part(self, cell: str) -> Meaning | None:
        if self.legend is not None:
            return self.legend.parts.get(cell)
        return self.crossed if is_cross(cell) else None


def is_mark(words: str) -> bool:
    """Tell whether the words of a cell may be a mark of a schedule: a cross, one or two capitals or signs."""
    return is_cross(words) or _MARK.fullmatch(words.strip()) is not None


def marks_of(
    columns: Sequence[Column], tasks: Sequence[Task], legend_of_plan: Callable[[], Legend | None]
) -> tuple[Marks, ...]:
    """Return the columns of bodies in which tasks are marked, where these have no column for who leads or cooperates.

    None where nobody can tell what marks mean. ``legend_of_plan``: that which stands elsewhere, for a table whose
    headers hold none.
    """
    roles = {column.role for column in columns}
    leading = None if "lead" in roles else _leading(columns, tasks, legend_of_plan)
    joining = None if "coop" in roles or (leading and leading.legend) else _crossed(columns, tasks, "coop")
    return tuple(filter(None, (leading, joining)))


def _leading(
    columns: Sequence[Column], tasks: Sequence[Task], legend_of_plan: Callable[[], Legend | None]
) -> Marks | None:
    own = legend_in(line for column in columns for line in column.header.split("\n"))
    legend = own or legend_of_plan()
    if legend is None:
        return _crossed(columns, tasks, "lead")
    if under := bodies_of(columns):
        return Marks(under, legend)
    found = Marks(_columns_marked(columns, tasks, legend), legend)
    return found if len(found.bodies) > 1 and found.is_kept(tasks) else None


def _crossed(columns: Sequence[Column], tasks: Sequence[Task], part: Part) -> Marks | None:
    """Return the columns below the header of a part in which crosses stand, and hardly anything else."""
    found = Marks(bodies_of(columns, part), crossed=part)
    return found if found.bodies and found.is_kept(tasks) else None


def _columns_marked(columns: Sequence[Column], tasks: Iterable[Task], legend: Legend) -> dict[str, tuple[str, str]]:
    """Return the columns in which marks of a legend stand."""
    periods = dict(periods_of(columns))
    said: dict[str, set[str]] = {}
    for task in tasks:
        for key, cell in task.others.items():
            said.setdefault(key, set()).add((cell or "").strip())
    asked = {column.key: column for column in columns if column.key and column.key not in periods}
    marked = {key for key, cells in said.items() if not cells.isdisjoint(legend.parts)}
    return {key: (" ".join(one.header.split()), legend.line) for key, one in asked.items() if key in marked}


def legend_in(lines: Iterable[str]) -> Legend | None:
    """Return the legend that lines hold which says how who leads is marked; None where there is none, or two differ."""
    found: Legend | None = None
    for line in lines:
        parts = _parts_in(line) if _NAMED.search(line) else {}
        if "lead" not in parts.values():
            continue
        if found is not None and dict(found.parts) != parts:
            return None
        found = Legend(parts, line.strip())
    return found


def _parts_in(line: str) -> dict[str, Meaning]:
    """Return what the marks in a line mean; nothing where one would mean both."""
    others = {match["sign"] for match in _BEFORE.finditer(line) if match["other"]}
    told: set[tuple[str, Meaning]] = set()
    for match in (*_BEFORE.finditer(line), *_BEHIND.finditer(line)):
        if match["lead"] or match["coop"]:
            told.add((match["sign"], "lead" if match["lead"] else "coop"))
    parts = dict(told)
    return {**dict.fromkeys(others, "other"), **parts} if len(parts) == len(told) else {}
