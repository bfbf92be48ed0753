"""How a plan stands, on one screen and as JSON."""

from collections.abc import Container, Iterator, Mapping, Sequence
from textwrap import shorten, wrap
from typing import Final

from kshc_cli.days import written
from kshc_cli.messages import _, ngettext, on_one_line, plain
from kshc_cli.plan.model import Agency
from kshc_cli.query.following import Following
from kshc_cli.query.lines import Line
from kshc_cli.query.overview import Overview
from kshc_cli.reports.changes import lead_words
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.plan_record import plan_record
from kshc_cli.reports.records import task_record
from kshc_cli.reports.standings import dayless_words, days_words, owed_words, status_color, status_words
from kshc_cli.reports.terminal import Terminal, width_of
from kshc_cli.tracking.standing import DONE, OWED, Status, Tally

_ROWS: Final = 8
"""Rows of a list that stand on the screen; the others are counted."""

_FEW: Final = 3
"""The same at a glance."""

_BODIES: Final = 15
"""Bodies or sections that stand on the screen, the most pressing first; the others are counted."""

_BAR: Final = 12
"""Columns of a bar."""

_BARS_FROM: Final = 60
"""Columns of a terminal from which on bars have room beside names and counts."""

_NAME: Final = 20
"""Columns that the name of a body or section takes at least, where it does not stand on a line of its own."""

_WIDEST: Final = 120
"""Columns of the screen that are used at most, and where nobody looks."""


def status_text(view: Overview, following: Following, terminal: Terminal) -> str:
    """Write how a plan stands for a person: totals, what is late, what is due soon, and a bar for each body."""
    width = _width(terminal)
    agencies = following.plan.registry.by_id
    lines = [*_head(view, following, width), *_pressing(view, following, terminal, most=_ROWS)]
    if len(view.sections) > 1:
        lines += _tallies(_("By section"), [(name or "–", one) for name, one in view.sections], width, terminal)
    bodies = [(_name(name, agencies), one) for name, one in view.bodies]
    lines += _tallies(_("By body"), bodies, width, terminal)
    return "".join(f"{line}\n" for line in lines)


def glance_text(view: Overview, following: Following, terminal: Terminal) -> str:
    """Write the least that a person wants to know of a plan: totals, and the tasks that press most."""
    head = _head(view, following, _width(terminal))
    return "".join(f"{line}\n" for line in (*head, *_pressing(view, following, terminal, most=_FEW)))


def _width(terminal: Terminal) -> int:
    return min(terminal.width, _WIDEST) if terminal.is_read else _WIDEST


def _head(view: Overview, following: Following, width: int) -> Iterator[str]:
    plan = following.plan.plan
    yield _cut(f"{plan.plan.title} {plan.plan.subject}", width)
    if following.agency is not None:
        yield _name(following.agency, following.plan.registry.by_id)
    yield from wrap(_("On {day}: {counts}").format(day=written(following.day), counts=_counts(view.total)), width)
    if not following.is_kept:
        yield from wrap(_("Nothing is recorded yet; what has passed counts as late. Record with `kshc done`."), width)


def _pressing(view: Overview, following: Following, terminal: Terminal, *, most: int) -> Iterator[str]:
    """Write what is late and what is due soon, of each ``most`` tasks."""
    yield from _rows(_("Late"), Status.OVERDUE, view.late, following, terminal, most)
    yield from _rows(_("Due soon"), Status.DUE_SOON, view.soon, following, terminal, most)


def _name(agency: str | None, agencies: Mapping[str, Agency]) -> str:
    if agency is None:
        return _("(no body known)")
    return agencies[agency].name if agency in agencies else agency


def _counts(counts: Tally) -> str:
    """Say how many duties are done, how those stand that are owed, and which are counted beside them."""
    share = f" ({round(100 * counts.done / counts.total)}%)" if counts.total else ""
    done = _("{done} of {total} duties done{share}").format(done=counts.done, total=counts.total, share=share)
    if late := counts.counts[Status.DONE_LATE]:
        done = _("{done}, {n} of them late").format(done=done, n=late)
    told = " · ".join((done, *_numbers(counts, OWED)))
    beside = " · ".join(_numbers(counts, set(Status) - OWED - DONE))
    return _("{counts}; beside these: {beside}").format(counts=told, beside=beside) if beside else told


def _numbers(counts: Tally, among: Container[Status]) -> Iterator[str]:
    """Say how many duties stand so, of each status that some have."""
    for status in Status:
        if status in among and counts.counts[status]:
            yield f"{status_words(status)} {counts.counts[status]}"


def _rows(
    title: str, status: Status, lines: Sequence[Line], following: Following, terminal: Terminal, most: int
) -> Iterator[str]:
    if not lines:
        return
    yield ""
    tasks: dict[str, list[Line]] = {}
    for line in lines:
        tasks.setdefault(line.row.id, []).append(line)
    counts = (
        ngettext("{n} task", "{n} tasks", len(tasks)).format(n=len(tasks)),
        ngettext("{n} time", "{n} times", len(lines)).format(n=len(lines)),
    )
    yield terminal.painted(f"{title}: {', '.join(counts)}", status_color(status))
    shown = list(tasks)[:most]
    width = _width(terminal)
    indent = max(map(len, shown)) + 4
    for task in shown:
        first, *others = tasks[task]
        yield f"  {task:<{indent - 4}}  {_cut(_due_words(first, others), width - indent)}"
        agencies = following.plan.registry.by_id
        owing = owed_words(first, agencies) or lead_words(first, agencies).replace("\n", " ")
        if owing:
            yield " " * indent + _cut(owing, width - indent)
    if more := len(tasks) - len(shown):
        yield "  " + ngettext("… and {n} more task", "… and {n} more tasks", more).format(n=more)


def _due_words(line: Line, others: Sequence[Line]) -> str:
    """Say of a task when it fell or falls due, how many times more, and what it is."""
    days = days_words(line.standing.days) if line.standing and line.standing.days is not None else ""
    return f"{written(line.due) if line.due else ''} ({days}){_more(line, others)}: {on_one_line(line.row.content)}"


def _more(line: Line, others: Sequence[Line]) -> str:
    """Say how many times more something is due: on later days, unless the log moved one to the same."""
    if not others:
        return ""
    n = len(others)
    told = ngettext("and {n} later day", "and {n} later days", n)
    if any(one.due == line.due for one in others):
        told = ngettext("and {n} more time", "and {n} more times", n)
    return f" {told.format(n=n)}"


def _tallies(title: str, named: Sequence[tuple[str, Tally]], width: int, terminal: Terminal) -> Iterator[str]:
    owed = [(name, counts) for name, counts in named if counts.total]
    owed += [(name, counts) for name, counts in named if not counts.total and any(dayless_words(counts))]
    if not owed:
        return
    shown, more = owed[:_BODIES], len(owed) - _BODIES
    told = [_told(counts) for _name, counts in shown]
    room = width - 4 - max(width_of("  ".join(words for words, _status in one)) for one in told)
    barred = width >= _BARS_FROM and room - _BAR - 2 >= _NAME
    legend = _("duties: █ done, ▒ late") if barred else _("duties done")
    yield from ("", f"{title} ({legend})")
    names = min(max(width_of(name) for name, _counts in shown), room - (_BAR + 2 if barred else 0))
    labels = [_cut(name, names) for name, _counts in shown]
    above = room < _NAME or len(set(labels)) < len({name for name, _counts in shown})
    for (name, counts), label, one in zip(shown, labels, told, strict=True):
        numbers = "  ".join(terminal.painted(words, status_color(status)) if status else words for words, status in one)
        told_of = f"{_bar(counts)}  {numbers}" if barred else numbers
        if above:
            yield from (f"  {line}" for line in wrap(plain(name), max(width - 2, 10)))
            yield f"    {told_of}"
        else:
            yield f"  {label}{' ' * (names - width_of(label))}  {told_of}"
    if more > 0:
        yield "  " + ngettext("… and {n} more", "… and {n} more", more).format(n=more)


def _told(counts: Tally) -> list[tuple[str, Status | None]]:
    """Say how many duties are done, late and due soon, each with the status whose colour it takes.

    Of a body that owes nothing by a day it is said what it has: what goes on, what waits.
    """
    if not counts.total:
        return [(", ".join(dayless_words(counts)), None)]
    late, soon = counts.counts[Status.OVERDUE], counts.counts[Status.DUE_SOON]
    return [
        (f"{counts.done}/{counts.total}", None),
        *([(_("{n} late").format(n=late), Status.OVERDUE)] if late else []),
        *([(_("{n} due soon").format(n=soon), Status.DUE_SOON)] if soon else []),
    ]


def _bar(counts: Tally) -> str:
    if not counts.total:
        return " " * _BAR
    filled = _BAR * counts.done // counts.total
    late = min(_BAR - filled, -(-_BAR * counts.counts[Status.OVERDUE] // counts.total))
    return "█" * filled + "▒" * late + "·" * (_BAR - filled - late)


def _cut(words: str, width: int) -> str:
    return shorten(plain(words), max(width, 10), placeholder="…")


def status_record(view: Overview, following: Following) -> Json:
    """Return how a plan stands as one object (kshc.status/1)."""
    return {
        "schema": "kshc.status/1",
        "plan": plan_record(following.plan.plan),
        "as_of": following.day.isoformat(),
        "agency": following.agency,
        **_tally_record(view.total),
        "sections": [{"section": name, **_tally_record(counts)} for name, counts in view.sections],
        "agencies": [{"agency": name, **_tally_record(counts)} for name, counts in view.bodies],
        "late": [task_record(line, dated=True) for line in view.late],
        "due_soon": [task_record(line, dated=True) for line in view.soon],
    }


def _tally_record(counts: Tally) -> dict[str, object]:
    return {
        "done": counts.done,
        "total": counts.total,
        "counts": {status.value: counts.counts[status] for status in Status if counts.counts[status]},
    }
