"""The rule about the printed numbers of tasks and of the headings over them."""

import re
from collections.abc import Generator, Iterator, Sequence
from itertools import groupby
from typing import Final

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Task
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.number_order import Before, Number, number_order
from kshc_cli.rules.rule import Fault, plan_rule

_FIGURES: Final = lazy_pattern(r"\d{1,6}(\.\d{1,6})*")
_MERGED: Final = 3
"""Rows from which on with the same number nobody has mistyped it: it stood in a cell merged downwards."""


@plan_rule(Severity.WARNING, about_lacking=True)
def printed_number_order(plan: ReadPlan) -> Iterator[Fault]:
    """The printed numbers of a table or group do not rise one by one, or do not belong to its heading's number.

    They may go on from one group or table to the next (1, 2, then 3), or begin anew.
    """
    last, heading, runs_on = Before(), Before((0,), (0,)), False
    for number, section in enumerate(plan.plan.plan.sections):
        for index, table in enumerate(section.tables):
            path: Path = ("plan", "sections", number, "tables", index)
            numbers = [_leading_number(group.heading) for group in table.groups]
            if numbers and all(map(str.isdecimal, numbers)):
                heading = yield from _headings((*path, "groups"), [(int(one),) for one in numbers], heading)
            parts: list[tuple[Path, Sequence[Task], str]] = [((*path, "tasks"), table.tasks, "")]
            parts += [
                ((*path, "groups", place, "tasks"), group.tasks, numbers[place])
                for place, group in enumerate(table.groups)
            ]
            for where, tasks, prefix in parts:
                begun = next(filter(None, map(_number, tasks)), ())
                goes_on = len(begun) == 1 and begun in _further(last)
                last = yield from _numbers(where, tasks, prefix, last, runs_on=runs_on)
                runs_on |= goes_on


def _number(task: Task) -> Number:
    printed = (task.number or "").rstrip(".)")
    return tuple(map(int, printed.split("."))) if _FIGURES.fullmatch(printed) else ()


def _numbers(
    path: Path, tasks: Sequence[Task], prefix: str, last: Before, *, runs_on: bool
) -> Generator[Fault, None, Before]:
    """Yield the numbers of tasks that stand together which do not follow; ``last`` is the one before them.

    Where numbers have gone on from one group to the next before (``runs_on``), these are expected to do so, too.
    """
    numbers = [*map(_number, tasks)]
    first = next(filter(None, numbers), ())
    if not first:
        return last
    runs = [(number, sum(1 for _each in run)) for number, run in groupby(filter(None, numbers))]
    carried = {number for number, rows in runs if rows >= _MERGED}
    shared = {
        index
        for index in range(1, len(tasks))
        if numbers[index] in carried or _shares_cell(tasks[index], tasks[index - 1])
    }
    allowed = _beginnings(first, prefix, last)
    order = number_order(numbers, allowed, _nearest(first, allowed, runs_on=runs_on), shared)
    for index, meant in order.right.items():
        expected = ".".join(map(str, meant))
        yield _out_of_order((*path, index, "number"), (tasks[index].number or "").rstrip(".)"), expected)
    return order.end


def _nearest(number: Number, allowed: Sequence[Number], *, runs_on: bool) -> Number:
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


def _beginnings(number: Number, prefix: str, last: Before) -> list[Number]:
    """Return what tasks that stand together may begin with; under a heading “2.” a number of parts is 2.1."""
    if len(number) > 1 and prefix.isdecimal():
        return [(int(prefix), 1)]
    if len(number) > 1:
        return [(*number[:-1], 1)]
    return [(1,), *_further(last)]


def _further(last: Before) -> list[Number]:
    """Return with what numbers go on behind others; best with the last one of these."""
    if last.meant >= last.printed:
        return [(last.meant[0] + 1,)] if last.meant else []
    return [(last.printed[0] + 1,), (last.meant[0] + 1,)]


def _headings(path: Path, numbers: Sequence[Number], last: Before) -> Generator[Fault, None, Before]:
    """Yield the headings of groups whose numbers do not follow; ``last`` is that of the table before."""
    allowed = [(1,), *_further(last)]
    order = number_order(numbers, allowed, _nearest(numbers[0], allowed, runs_on=False), ())
    for index, meant in order.right.items():
        yield _out_of_order((*path, index, "heading"), str(numbers[index][0]), str(meant[0]))
    return order.end


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
