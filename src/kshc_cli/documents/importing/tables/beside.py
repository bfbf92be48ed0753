"""Deadlines that the content of a row names beside the time of its column, so that nobody follows them."""

from collections.abc import Iterable, Iterator
from itertools import chain

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.doubts import NO_DUTY
from kshc_cli.documents.importing.ledger import warning
from kshc_cli.documents.importing.words import typed
from kshc_cli.documents.word.body import WordTable
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan, Table, Task
from kshc_cli.plan.walk import tasks_of
from kshc_cli.reading.sentences.clauses import times_in
from kshc_cli.reading.sentences.deadlines import names_deadline
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Window
from kshc_cli.rules.beside import end_of, known_ends


def deadlines_in_contents(
    tables: Iterable[tuple[WordTable, tuple[Table, ...]]], plan: Plan, known: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Yield a warning for each line of a row's content with a deadline to come that its time does not say.

    ``known`` are lines that an earlier plan has, too.
    """
    for table, found in tables:
        tasks = chain.from_iterable(map(tasks_of, found))
        told = {line for task in tasks if task.time for line in _further(task, plan) if as_read(line) not in known}
        for paragraph in table.paragraphs if told else ():
            if (words := typed(paragraph)) and not told.isdisjoint(words.split("\n")):
                message = _("Words of a task say by when or how often something is due, and were not read as its time.")
                remedy = _("If they are its time, write them as the time of the task (time) in the plan.")
                yield warning(NO_DUTY, (paragraph,), message, remedy, words)


def _further(task: Task, plan: Plan) -> Iterator[str]:
    """Yield the lines of a task's content that name a day of the plan's year or later, on which its time does not end.

    (xong trước ngày 15/02/2026) beside “Cả năm”.
    """
    lines = [line for line in task.content.split("\n") if names_deadline(line)]
    if not lines or task.time is None:
        return
    known = known_ends(read_time(task.time.text, year=plan.year, issued=plan.act.date).parts)
    for line in lines:
        times = times_in(line, year=plan.year, issued=plan.act.date)
        parts = [part for _words, read in times for part in read.parts if isinstance(part, Deadline | Window)]
        ends = {end_of(part) for part in parts if (part.end if isinstance(part, Window) else part.due)}
        if any(not isinstance(end, str) and end and end.year >= plan.year for end in ends - known):
            yield line
