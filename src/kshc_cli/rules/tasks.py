"""Rules about the tasks as rows: ids, numbers, results, repetitions."""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.items import told_by_labels
from kshc_cli.plan.model import Role, Task
from kshc_cli.plan.record import GAP
from kshc_cli.plan.walk import Placed
from kshc_cli.reading.folding import canonical
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.rules.rule import Fault, plan_rule

SAMPLE_CONTENT: Final = "Việc mẫu, thay bằng nội dung công việc"
"""What the task of a new plan is about."""
_SAMPLE_SUBJECT: Final = lazy_pattern(r"Công tác năm \d{4} \(mẫu\)", needs=("(mẫu)",))


@plan_rule()
def duplicate_task_id(plan: ReadPlan) -> Iterator[Fault]:
    """Two tasks share an id: progress and questions could mean either."""
    first: dict[str, Path] = {}
    for read in plan.tasks:
        path: Path = (*read.placed.path, "id")
        if read.task.id in first:
            yield Fault(
                path,
                _("The id “{id}” is taken already.").format(id=read.task.id),
                _("Give this task an id of its own; ids are never reused."),
                also=(first[read.task.id],),
            )
        first.setdefault(read.task.id, path)


@plan_rule(Severity.WARNING)
def sample_words(plan: ReadPlan) -> Iterator[Fault]:
    """A sample that ``kshc init`` wrote into a new plan stands as it was."""
    remedy = _("Write the office's own words, or take it away.")
    if _SAMPLE_SUBJECT.fullmatch(plan.plan.plan.subject):
        yield Fault(("plan", "subject"), _("The subject is still the sample's."), remedy)
    for read in plan.tasks:
        if read.task.content == SAMPLE_CONTENT:
            message = _("Task “{id}” is still the sample.").format(id=read.task.id)
            yield Fault((*read.placed.path, "content"), message, remedy)


@plan_rule(Severity.WARNING, about_lacking=True)
def blank_lead(plan: ReadPlan) -> Iterator[Fault]:
    """A task names nobody who does it: no list, reminder or report would show it to anybody."""
    marked = (read for read in plan.tasks if read.placed.marks_lead)
    for read in chain(_with_column(plan, "lead"), marked):
        cell = read.task.lead
        if cell is None or (is_blank(cell.text) and cell.agencies is None):
            yield Fault(
                (*read.placed.path, "lead"),
                _("Task “{id}” names nobody who does it.").format(id=read.task.id),
                _who(read.placed),
            )
    yield from _nobodys(plan)


def _who(placed: Placed) -> str:
    """Return how a task gets who does it: what stands in running text quotes it."""
    match placed.path:
        case (*_section, "items", int()):
            return _(
                "Add a line “- Cơ quan chủ trì: …” to its text, or quote the words that say who: "
                "lead: {text: …, agencies: [id]}."
            )
        case (*_section, "duties", int()):
            return _("Quote the words of the paragraph that say who: lead: {text: …, agencies: [id]}.")
        case _:
            return _(
                "Name the body; if the signed document leaves it blank, state it: lead: {text: …, agencies: [id]}."
            )


def _nobodys(plan: ReadPlan) -> Iterator[Fault]:
    """Yield a finding for each table that has no column for who does its tasks, where no task says it either."""
    known = {id(one.placed.table) for one in plan.tasks if one.task.lead or one.placed.marks_lead or _has(one, "lead")}
    for read in plan.tasks:
        if read.placed.table is not None and id(read.placed.table) not in known:
            known.add(id(read.placed.table))
            yield Fault(
                read.placed.path,
                _("No column of this table says who does its tasks: nobody owes them."),
                _("Give the column that names the bodies “role: lead”, and its words to “lead” of each task."),
            )


@plan_rule(Severity.WARNING, about_lacking=True)
def blank_time(plan: ReadPlan) -> Iterator[Fault]:
    """A task has no time: it is never due and never late. Its row may say one elsewhere, which nobody follows."""
    asked = {id(read) for read in _with_column(plan, "time")}
    for read in plan.tasks:
        cell = read.placed.time_words
        if (cell is not None and not (is_blank(cell.text) and cell.reading is None)) or _is_all_said(read, plan):
            continue
        elsewhere = _said_elsewhere(read, plan)
        if elsewhere:
            message = _("Task “{id}” has no time of its own; nobody follows “{words}”, which its row says elsewhere.")
            remedy = _("If that is when it is due, write it as the time, or set work_by.")
            yield Fault((*read.placed.path, "time"), message.format(id=read.task.id, words=elsewhere), remedy)
        elif id(read) in asked:
            words = _said_in_sentence(read, plan)
            message = _("Task “{id}” has no time, so it is never due.")
            if words:
                message = _("It is not sure that “{words}” says when task “{id}” is due, so it is never due.")
            yield Fault((*read.placed.path, "time"), message.format(id=read.task.id, words=words), _when(read.placed))


def _said_in_sentence(read: ReadTask, plan: ReadPlan) -> str:
    """Return the first time in the sentences of a task, which is perhaps not its own; nothing for none."""
    match read.placed.path:
        case (*_section, "items", int()):
            from kshc_cli.reading.sentences.clauses import times_in  # noqa: PLC0415  tables need none

            times = times_in(read.task.content, year=plan.year, issued=plan.plan.act.date)
            return next((" ".join(words.split()) for words, _read in times), "")
        case _:
            return ""


def _said_elsewhere(read: ReadTask, plan: ReadPlan) -> str:
    """Return the first words of a table's row, outside the time, that say when a duty is due; nothing for none."""
    task = read.task
    if read.placed.table is None or read.placed.time_words or not isinstance(task, Task):
        return ""
    from kshc_cli.reading.sentences.times import when_in  # noqa: PLC0415  few tasks have no time

    for text in (task.content, *filter(None, task.others.values())):
        for when in when_in(text, year=plan.year, issued=plan.plan.act.date):
            if when.is_told:
                return text[when.start : when.end]
    return ""


def _is_all_said(read: ReadTask, plan: ReadPlan) -> bool:
    """Tell whether a task is said in sentences that name no time at all: many a duty of a directive has no day."""
    match read.placed.path:
        case (*_section, "items", int(number)):
            from kshc_cli.reading.sentences.clauses import times_in  # noqa: PLC0415  tables need none
            from kshc_cli.reading.sentences.deadlines import names_deadline  # noqa: PLC0415  tables need none

            item = read.placed.section.items[number]
            is_labelled = told_by_labels(item, plan.plan.plan.labels).keys() > {"content"}
            times = times_in(item.text, year=plan.year, issued=plan.plan.act.date)
            return not (is_labelled or names_deadline(item.text) or next(times, None))
        case _:
            return False


def _when(placed: Placed) -> str:
    """Return how a task gets its time, as ``_who`` does."""
    match placed.path:
        case (*_section, "items", int()):
            return _(
                "Add a line “- Thời gian thực hiện: …” to its text, or quote the words that say when; work_by keeps "
                "the office's own day."
            )
        case (*_section, "duties", int()):
            return _("Quote the words of the paragraph that say when; work_by keeps the office's own day.")
        case _:
            return _("Write the time; if the signed document leaves it blank, work_by keeps the office's own day.")


def _with_column(plan: ReadPlan, role: Role) -> Iterator[ReadTask]:
    """Yield the duties, and the tasks whose table has a column of the role."""
    for read in plan.tasks:
        if read.placed.table is None or _has(read, role):
            yield read


def _has(read: ReadTask, role: Role) -> bool:
    return any(column.role == role for column in read.placed.columns)


def is_blank(words: str) -> bool:
    """Tell whether a cell holds nothing but spaces and marks, such as a dash; what is illegible is not blank."""
    return GAP not in words and not any(map(str.isalnum, words))


@plan_rule(Severity.WARNING, about_lacking=True)
def blank_result(plan: ReadPlan) -> Iterator[Fault]:
    """A table has a column for results, and a task leaves it blank."""
    for read in plan.tasks:
        task = read.task
        if not isinstance(task, Task) or (task.result and not is_blank(task.result)):
            continue
        if _has(read, "result"):
            yield Fault(
                (*read.placed.path, "result"),
                _("Task “{id}” names no result.").format(id=task.id),
                _("Say by what product one can see that it is done."),
            )


@plan_rule(Severity.WARNING)
def repeated_content(plan: ReadPlan) -> Iterator[Fault]:
    """Two tasks have the same content: one of them is probably a copy."""
    first: dict[str, ReadTask] = {}
    for read in plan.tasks:
        key = canonical(read.task.content)
        if key in first:
            yield Fault(
                (*read.placed.path, "content"),
                _("Task “{id}” has the same content as task “{other}”.").format(
                    id=read.task.id, other=first[key].task.id
                ),
                _("Delete one, or say in the words what tells them apart."),
                also=((*first[key].placed.path, "content"),),
            )
        first.setdefault(key, read)
