"""Deadlines that a task in paragraphs names beside the time that its label says, so that nobody follows them."""

from collections.abc import Iterable, Iterator

from kshc_cli.compare.printed import as_read
from kshc_cli.plan.lines import bracketed, line_of, roles_of
from kshc_cli.plan.model import Plan
from kshc_cli.reading.item_tasks import is_when_of_others
from kshc_cli.reading.sentences.clauses import times_in
from kshc_cli.reading.sentences.deadlines import names_deadline
from kshc_cli.reading.tasks import ReadTask
from kshc_cli.reading.values import TimePart
from kshc_cli.rules.beside import end_of, known_ends


def deadlines_beside(read: ReadTask, plan: Plan) -> Iterator[str]:
    """Yield the lines of a task that name another deadline than its label does; none where its time is quoted."""
    item, labels = read.placed.item, plan.plan.labels
    is_said = any(one.field == "time" for one in read.said) or read.shares("time")
    if item is None or item.time is not None or is_said or read.task.time is None:
        return
    texts = as_read(item.text).split("\n")
    lines = [line_of(text, labels) for text in texts]
    for text, line, role in zip(texts, lines, roles_of(lines), strict=True):
        told = {one.holds for one in (line.told or bracketed(line.words, labels)[1])}
        if line.role == "note" and is_when_of_others(line, plan.year):
            yield text
        elif role in {None, "content"} and "time" not in told and names_deadline(line.words):
            times = times_in(line.words, year=plan.year, issued=plan.act.date)
            if not _says_the_same([part for _words, time in times for part in time.parts], read.time.parts):
                yield text


def _says_the_same(parts: Iterable[TimePart], others: Iterable[TimePart]) -> bool:
    """Tell whether times end on days on which others do, or come back as these do."""
    known, found = known_ends(others), set(map(end_of, parts))
    return bool(found) and found <= known
