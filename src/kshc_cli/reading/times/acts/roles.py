"""Roles: what is done at a time, where a verb beside it says so (hoàn thành …, vận hành …, báo cáo …, thí điểm …)."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.dataclass import replace
from kshc_cli.reading.times.acts.acts import act_at
from kshc_cli.reading.times.acts.duties import duty_end
from kshc_cli.reading.times.acts.surroundings import Rest
from kshc_cli.reading.times.cell import TimeCell
from kshc_cli.reading.times.phrase import Phrase
from kshc_cli.reading.times.verbs import CONNECTORS, DUTIES, FILLERS
from kshc_cli.reading.values import Role, TimePart

_VERBS: Final = FILLERS.firsts | DUTIES.firsts
_WITHIN: Final = frozenset({":", "("})
"""Separators between a verb and its time: hoàn thành: tháng 6; tháng 12 (báo cáo tổng kết)."""


def parts_with_roles(cell: TimeCell, phrases: Sequence[Phrase], rests: Sequence[Rest]) -> Iterator[TimePart]:
    """Yield the parts of all phrases; a verb right before one gives its role, else one behind it and nothing unread."""
    if _VERBS.isdisjoint(cell.words):
        yield from (part for phrase in phrases for part in phrase.parts)
        return
    ends = [0, *(phrase.end for phrase in phrases)]
    starts = [*(phrase.start for phrase in phrases), cell.size]
    gaps = [_roles_in(cell, start, end) for start, end in zip(ends, starts, strict=True)]
    for index, phrase in enumerate(phrases):
        before, behind = gaps[index][1], gaps[index + 1][0]
        alone = index + 1 == len(phrases) or gaps[index + 1][0] is not gaps[index + 1][1]
        role = before or (behind if alone and rests[index + 1].empty else None)
        yield from (part if role is None else replace(part, role=role) for part in phrase.parts)


def _roles_in(cell: TimeCell, start: int, end: int) -> tuple[Role | None, Role | None]:
    """Return the role that the first statement of a gap names, and the one that its last statement names."""
    named: list[Role | None] = [None]
    at = start
    while at < end:
        act = act_at(cell, at)
        if act is not None:
            named[-1] = act.role or named[-1]
            at = act.end
            continue
        found = FILLERS.match(cell, at) or DUTIES.match(cell, at)
        if found is not None:
            named[-1] = found[0] or named[-1]
            at = max(found[1], duty_end(cell, at) or 0)
            continue
        if cell.hard(at) or (cell.word(at) in CONNECTORS and cell.word(at) not in _WITHIN):
            named.append(None)
        at += 1
    return named[0], named[-1]
