"""Rules about deadlines that the sentences of a task in paragraphs name beside the time of its label."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.plan.lines import bracketed, line_of, roles_of
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Recurring, TimePart, Window
from kshc_cli.rules.rule import Fault, plan_rule

_COMES_BACK: Final = "recurring"


@plan_rule(Severity.WARNING)
def deadline_beside_label(plan: ReadPlan) -> Iterator[Fault]:
    """A sentence of a task in paragraphs says for sure by when it is due, and its label says another time."""
    for read in plan.tasks:
        for words in _deadlines_beside(read, plan):
            yield Fault(
                (*read.placed.path, "text"),
                _(
                    "“{words}” says by when the task is due beside the time of its label: only the label is followed."
                ).format(words=words),
                _("To follow it, make the sentence a task of its own, or add its words to those of the label."),
                words=words,
            )


def _deadlines_beside(read: ReadTask, plan: ReadPlan) -> Iterator[str]:
    """Yield the words of other deadlines in lines of a task whose label says when; none where its time is quoted."""
    item = read.placed.item
    is_said = any(one.field == "time" for one in read.said) or read.shares("time")
    if item is None or item.time is not None or is_said or read.task.time is None or not read.time.parts:
        return
    known = known_ends(read.time.parts)
    for line in _unlabelled(item.text, plan):
        for words in _own_times(line, read, plan):
            parts = read_time(words, year=_year_of(read, plan), issued=plan.plan.act.date).parts
            if not known.issuperset(map(end_of, parts)):
                yield words


def _unlabelled(text: str, plan: ReadPlan) -> Iterator[str]:
    """Yield the words of the lines that name a deadline, as far as no label of another field holds them."""
    from kshc_cli.reading.sentences.deadlines import names_deadline  # noqa: PLC0415  tables need none

    labels = plan.plan.plan.labels
    lines = [line_of(one, labels) for one in text.split("\n")]
    for line, role in zip(lines, roles_of(lines), strict=True):
        head = line.head if line.told else bracketed(line.words, labels)[0]
        words = line.said if line.role == "content" else head
        if role in {None, "content"} and names_deadline(words):
            yield words


def _own_times(line: str, read: ReadTask, plan: ReadPlan) -> Iterator[str]:
    """Yield the words of the times that are for sure those of whoever leads the task."""
    from kshc_cli.reading.sentences.reader import speech_of  # noqa: PLC0415  tables need none

    lead = read.task.lead.text if read.task.lead else None
    speech = speech_of(
        line, plan.registry, year=_year_of(read, plan), issued=plan.plan.act.date, lead=lead, is_led=True
    )
    for one in speech.said:
        words = line[one.start : one.end]
        if one.field == "time" and one.is_read and not speech.is_doubtful:
            yield words


def _year_of(read: ReadTask, plan: ReadPlan) -> int:
    """Return the year of a task's times, which headings may say."""
    years = read.placed.years
    return years[0] if years else plan.year


def known_ends(parts: Iterable[TimePart]) -> set[date | str | None]:
    """Return the ends of times, also as others say them that say less: “hằng tháng” of what has a day in it."""
    return {
        end for part in parts for end in (end_of(part), _COMES_BACK if isinstance(part, Recurring) else end_of(part))
    }


def end_of(part: TimePart) -> date | str | None:
    """Return the day on which a time ends; the rule of what comes back on a day of its own, a word for others."""
    match part:
        case Window():
            return part.end
        case Deadline():
            return part.due
        case Recurring():
            return part.rrule if part.rrule and "BY" in part.rrule else _COMES_BACK
        case _:
            return "other"
