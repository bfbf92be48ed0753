"""The rule about the printed numbers of tasks and of the headings over them."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Task
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import Fault, plan_rule

_FIGURES: Final = lazy_pattern(r"\d{1,6}(\.\d{1,6})*")
_MERGED: Final = 3
"""Rows from which on with the same number nobody has mistyped it: it stood in a cell merged downwards."""

_Number = tuple[int, ...]
"""A printed number by its parts, from the outermost; empty for none that is made of figures."""


@plan_rule(Severity.WARNING, about_lacking=True)
def printed_number_order(plan: ReadPlan) -> Iterator[Fault]:
    """The printed numbers of a table or group do not rise one by one, or do not belong to its heading's number.

    They may go on from one group or table to the next (1, 2, then 3), or begin anew.
    """
    last: _Number = ()
    heading, runs_on = 0, False
    for number, section in enumerate(plan.plan.plan.sections):
        for index, table in enumerate(section.tables):
            path: Path = ("plan", "sections", number, "tables", index)
            numbers = [_leading_number(group.heading) for group in table.groups]
            if numbers and all(map(str.isdecimal, numbers)):
                yield from _headings((*path, "groups"), list(map(int, numbers)), heading)
                heading = int(numbers[-1])
            parts: list[tuple[Path, Sequence[Task], str]] = [((*path, "tasks"), table.tasks, "")]
            parts += [
                ((*path, "groups", place, "tasks"), group.tasks, numbers[place])
                for place, group in enumerate(table.groups)
            ]
            for where, tasks, prefix in parts:
                yield from _numbers(where, tasks, prefix, last, runs_on=runs_on)
                begun = next(filter(None, map(_number, tasks)), ())
                runs_on |= len(begun) == 1 and last != () and begun == (last[0] + 1,)
                last = next(filter(None, map(_number, reversed(tasks))), last)


def _number(task: Task) -> _Number:
    printed = (task.number or "").rstrip(".)")
    return tuple(map(int, printed.split("."))) if _FIGURES.fullmatch(printed) else ()


def _numbers(path: Path, tasks: Sequence[Task], prefix: str, last: _Number, *, runs_on: bool) -> Iterator[Fault]:
    """Yield the numbers of tasks that stand together which do not follow; ``last`` is the one before them.

    Where numbers have gone on from one group to the next before (``runs_on``), these are expected to do so, too.
    """
    begun = False
    numbers = [*map(_number, tasks)]
    runs = [(number, sum(1 for _each in run)) for number, run in groupby(filter(None, numbers))]
    carried = {number for number, rows in runs if rows >= _MERGED}
    meant: _Number | None = None
    """What the number before should have been, where it was another one."""
    for index, (task, number) in enumerate(zip(tasks, numbers, strict=True)):
        if not number:
            continue
        allowed = _following(last) if begun else _beginnings(number, prefix, last)
        further = _following(meant) if meant else []
        is_same = begun and number == last and (number in carried or _shares_cell(task, tasks[index - 1]))
        if number in (*allowed, *further) or is_same:
            meant = None
        else:
            meant = further[0] if further else allowed[0] if begun else _nearest(number, allowed, runs_on=runs_on)
            expected = ".".join(map(str, meant))
            yield _out_of_order((*path, index, "number"), (task.number or "").rstrip(".)"), expected)
        last, begun = number, True


def _nearest(number: _Number, allowed: Sequence[_Number], *, runs_on: bool) -> _Number:
    """Return with what a group should begin that begins with another number: what that went too far from."""
    if runs_on or number > allowed[-1]:
        return allowed[-1]
    return allowed[0]


def _shares_cell(task: Task, above: Task) -> bool:
    """Tell whether a task has what it belongs to, or its content, from the row above: one number stands over both.

    Or three of who leads, who cooperates, the product and the time.
    """
    if task.content == above.content:
        return True
    beside = ((task.lead, above.lead), (task.coop, above.coop), (task.result, above.result), (task.time, above.time))
    return sum(bool(own) and own == former for own, former in beside) > 2 or any(
        words and above.others.get(key) == words for key, words in task.others.items()
    )


def _following(last: _Number) -> list[_Number]:
    """Return what may follow a number: its next sibling, that of what it belongs to, its first child."""
    siblings = [(*last[: depth - 1], last[depth - 1] + 1) for depth in range(len(last), 0, -1)]
    return [*siblings, (*last, 1)]


def _beginnings(number: _Number, prefix: str, last: _Number) -> list[_Number]:
    """Return what tasks that stand together may begin with; under a heading “2.” a number of parts is 2.1."""
    if len(number) > 1 and prefix.isdecimal():
        return [(int(prefix), 1)]
    if len(number) > 1:
        return [(*number[:-1], 1)]
    return [(1,), (last[0] + 1,)] if last else [(1,)]


def _headings(path: Path, numbers: Sequence[int], last: int) -> Iterator[Fault]:
    """Yield the headings of groups whose numbers do not follow; ``last`` is that of the table before."""
    allowed = {1, last + 1}
    for index, number in enumerate(numbers):
        if number not in allowed:
            yield _out_of_order((*path, index, "heading"), str(number), str(min(allowed)))
        allowed = {number + 1}


def _leading_number(heading: str) -> str:
    match = re.match(r"(\w{1,6})[.)]", heading)
    return match.group(1) if match else ""


def _out_of_order(path: Path, printed: str, expected: str) -> Fault:
    return Fault(
        path,
        _("The printed number is “{printed}” where “{expected}” is expected.").format(
            printed=printed, expected=expected
        ),
        _("Correct it, unless the signed document has it so."),
    )
