"""What a person should look at before the plan is used, though each word of the document has found its place."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Final

from kshc_cli.compare.printed import as_read
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.importing.ledger import warning
from kshc_cli.documents.importing.paragraphs.beside import deadlines_beside
from kshc_cli.documents.importing.paragraphs.points import planned_points
from kshc_cli.documents.importing.paragraphs.prose import may_give
from kshc_cli.documents.importing.tables.deadlines import rival_times
from kshc_cli.documents.importing.words import lines_of, running, typed
from kshc_cli.documents.word.body import Paragraph, WordTable
from kshc_cli.findings import Finding
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import Column, Plan, Table
from kshc_cli.reading.folding import fold
from kshc_cli.reading.sentences.clauses import times_in
from kshc_cli.reading.sentences.deadlines import names_deadline
from kshc_cli.reading.sentences.headings import names_somebody
from kshc_cli.reading.sentences.spoken_times import opens_with_time, spoken_times
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Continuous, Deadline, Relative, TimePart, Window

_YEAR: Final = 360
"""Days of a period that says nothing but the year."""

NO_PLAN: Final = "no-plan-title"
JUDGED: Final = "judged-column"
RIVAL: Final = "second-deadline"
SHIFTED: Final = "shifted-cells"
MERGED: Final = "merged-cell"
SEVERAL: Final = "several-tasks-in-row"
COLOURED: Final = "coloured-periods"
NO_DUTY: Final = "deadline-without-duty"

_ENACTING: Final = re.compile(r"\bthi hành\s+quyết định\b", re.IGNORECASE)
"""Words of the article that each decision has: … chịu trách nhiệm thi hành Quyết định này."""
_DAY: Final = re.compile(
    r"\b(?:ngày|đến|hết|trước|vào)\s+"
    r"(\d{1,2})(?:\s*/\s*|\s+tháng\s+)(\d{1,2})(?:\s*/\s*|\s+năm\s+)(\d{4})\b",
    re.IGNORECASE,
)
"""A whole day in words of a task: on it something takes place, or is due."""

_END: Final = re.compile(r"(?:(?<=[^\W\d_]{2})|(?<=[/-]\d)|(?<=[/-]\d\d)|(?<=\d{4})|(?<=[\])%”]))[.;]+(?=\s)|\n")
"""Where a sentence ends inside words."""
_QUOTED: Final = 100
"""Letters of a sentence that are quoted."""
_BEFORE: Final = 55
"""Those of them that stand before its time at most."""

_PLANS: Final = re.compile(
    r"\b(?:ke hoach|chuong trinh|de an|phuong an|lich (?:cong tac|lam viec|trinh)|nhiem vu|(?<!bo )phan cong|tien do)\b"
)
"""Words by one of which a document that plans calls itself, or what it issues."""


def titled_otherwise(acts: Iterable[Act | None], *, has_tables: bool) -> Iterator[Finding]:
    """Yield a warning where a text that issues a plan, or is it, has a title, and none says that it plans."""
    titled = [act for act in acts if act and (act.title or act.subject)]
    words = " ".join(f"{act.name} {running((*act.title, *act.subject, *act.reference))}" for act in titled)
    if titled and not _PLANS.search(fold(words)):
        message = _("No title of this document says that it is a plan.")
        remedy = _("Check that what was read are tasks of your office before you use this plan.")
        if has_tables:
            remedy = _("Check that its tables hold tasks of your office before you use this plan.")
        title = (*titled[0].title, *titled[0].subject)
        yield warning(NO_PLAN, title, message, remedy, lines_of(title))


def judged_columns(columns: Iterable[tuple[WordTable, Column]]) -> Iterator[Finding]:
    """Yield a warning for each column whose cells, and not whose header, said what it holds."""
    for table, column in columns:
        message = _("Column “{header}” was taken for who leads: its cells name bodies.")
        if column.role == "time":
            message = _("Column “{header}” was taken for the time: its cells are times.")
        header = " ".join(column.header.split())
        remedy = _("Check it; if it is neither, give the column the role other in the plan.")
        yield warning(JUDGED, table.paragraphs[:1], message.format(header=header), remedy, header)


def rival_columns(tables: Iterable[tuple[WordTable, tuple[Table, ...]]]) -> Iterator[Finding]:
    """Yield a warning for each table two of whose columns say by when, of which only the first is followed."""
    for table, found in tables:
        for rivals in rival_times(found):
            taken, other = (" ".join(header.split()) for header in rivals)
            message = _("Columns “{taken}” and “{other}” both say by when: “{taken}” was taken.")
            remedy = _(
                "Check which one counts; if it is the other, or both, write that as the time (time) of each task."
            )
            yield warning(RIVAL, table.paragraphs[:1], message.format(taken=taken, other=other), remedy, other)


def shifted_rows(rows: Iterable[tuple[Paragraph, ...]]) -> Iterator[Finding]:
    """Yield a warning for each row of a task whose cells may stand under headers that are not theirs."""
    for row in rows:
        message = _(
            "This row has not as many cells as its table's header, and does not tell under which words they stand."
        )
        remedy = _("Compare each part of the task with the document.")
        yield warning(SHIFTED, row, message, remedy, " | ".join(filter(None, map(typed, row))))


def unclear_cells(cells: Iterable[tuple[Paragraph, ...]]) -> Iterator[Finding]:
    """Yield a warning for each cell under several headers that reads neither as a body nor as a time."""
    for cell in cells:
        message = _("This cell stands under several headers, and its words do not tell under which they belong.")
        remedy = _("They were taken for the first one; move them in the plan if they are something else.")
        yield warning(MERGED, cell, message, remedy, lines_of(cell))


def several_tasks(rows: Iterable[tuple[Paragraph, ...]]) -> Iterator[Finding]:
    """Yield a warning for each row with as many points of content as lines of who and when: it is perhaps several."""
    for row in rows:
        message = _("This row has as many points as bodies and times beside them, and became one task.")
        remedy = _("If each point has a body and a time of its own, make it a task of its own in the plan.")
        yield warning(SEVERAL, row, message, remedy, " | ".join(filter(None, map(typed, row))))


def coloured_tables(rows: Iterable[tuple[Paragraph, ...]]) -> Iterator[Finding]:
    """Yield a warning for each table with rows of which cells below periods are only coloured, at the first of them."""
    for _table, each in groupby(rows, lambda row: row[0].address.table):
        first, *others = each
        message = ngettext(
            "Cells under periods carry only colour, which is not read: {n} task of this table has no time.",
            "Cells under periods carry only colour, which is not read: {n} tasks of this table have no time.",
            1 + len(others),
        ).format(n=1 + len(others))
        remedy = _("If the colour says when, write a cross (x) into the coloured cells of the plan or the document.")
        yield warning(COLOURED, first, message, remedy, " | ".join(filter(None, map(typed, first))))


def untold_duties(plan: Plan, paragraphs: Iterable[Paragraph], *, plans: bool = True) -> Iterator[Finding]:
    """Yield a warning for each of a plan's ``paragraphs`` that names a time and has no duty that is followed by it.

    Of a text that ``plans``, each point that reports nothing is perhaps a duty, whoever owes it.
    """
    sections = plan.plan.sections
    items = (one for section in sections for one in section.items)
    given = frozenset(line for one in items for line in as_read(one.text).split("\n"))
    followed = {as_read(one.text) for section in sections for one in section.paragraphs if one.duties}
    beside = frozenset(line for read in read_plan(plan).tasks for line in deadlines_beside(read, plan))
    followed |= {line for text in _timed_items(plan) for line in as_read(text).split("\n")} - beside
    points = frozenset(one.line for one in planned_points(plan)) if plans else frozenset[str]()
    for paragraph in paragraphs:
        words = lines_of((paragraph,))
        gives = (given | points).issuperset(words.split("\n")) or may_give(words)
        quote = _deadline(words, plan) or (_spoken(words, plan) if gives else _opening(words, plan))
        quote = quote or (_limit(words, plan) if gives else "")
        if quote and not followed.issuperset(words.split("\n")):
            message, remedy = _untold(frozenset(words.split("\n")), given, beside)
            yield warning(NO_DUTY, (paragraph,), message, remedy, quote)


def _untold(lines: frozenset[str], given: frozenset[str], beside: frozenset[str]) -> tuple[str, str]:
    """Return what is wrong with lines that no duty follows, and what to do; ``given`` are the lines of tasks.

    ``beside`` are those of them that say by when beside the time of a label.
    """
    if not beside.isdisjoint(lines):
        message = _(
            "A sentence of the task says by when it is due beside the time of its label: only this is followed."
        )
        remedy = _("To follow it, make the sentence a task of its own, or add its words to those of the label.")
    elif given.issuperset(lines):
        message = _("Words of a task say by when or how often something is due, and were not read as its time.")
        remedy = _("If they are its time, write them as the time of the task (time) in the plan.")
    else:
        message = _("The paragraph says by when or how often something is due, and is no task: it is not followed.")
        remedy = _("To follow it, quote its words as a duty (duties) of the paragraph in the plan.")
    return message, remedy


def unfollowed_articles(articles: Iterable[Paragraph]) -> Iterator[Finding]:
    """Yield a warning for each article of a decision that says by when something is due: it can hold no task."""
    for article in articles:
        words = lines_of((article,))
        if found := names_deadline(words):
            message = _("An article of the decision says by when or how often something is due: it is not followed.")
            remedy = _("An article holds no task: to follow the duty, have the plan say it, too.")
            yield warning(NO_DUTY, (article,), message, remedy, _around(words, found.start()))


def giving_lines(articles: Iterable[Paragraph]) -> tuple[str, ...]:
    """Return the lines of articles that give somebody a duty, or say by when; none that enact, or only head a list."""
    lines = [line for article in articles for line in lines_of((article,)).split("\n")]
    giving = (line for line in lines if may_give(line) or names_deadline(line))
    return tuple(line for line in giving if not (_ENACTING.search(line) or line.rstrip().endswith(":")))


def _timed_items(plan: Plan) -> Iterator[str]:
    """Yield the words of tasks in paragraphs that have a time, and of lines above them that say it."""
    for read in read_plan(plan).tasks:
        text = read.placed.item_text
        if text is not None and read.task.time:
            yield text
            yield from (one.line for one in read.shared if one.field == "time")


def _deadline(words: str, plan: Plan) -> str:
    """Return the sentence that says by when or how often something is due in the plan's year; nothing else."""
    if found := names_deadline(words):
        return _around(words, found.start())
    times = times_in(words, year=plan.year, issued=plan.act.date)
    said = next((said for said, read in times if any(_is_telling(part, plan.year) for part in read.parts)), "")
    return _around(words, words.find(said)) if said else ""


def _spoken(words: str, plan: Plan) -> str:
    """Return the sentence of a task in which words say when, whatever they mean, or a day that is to come."""
    found = (one for one in spoken_times(words) if not _is_over(one[0], plan))
    first = next(found, None)
    return _around(words, first.start(), first.end()) if first else _opening(words, plan) or _day_to_come(words, plan)


def _limit(words: str, plan: Plan) -> str:
    """Return the sentence that says within how long something is due, or from when on: từ tháng 3/2026."""
    times = times_in(words, year=plan.year, issued=plan.act.date)
    said = next((said for said, read in times if any(_limits(part, plan.year) for part in read.parts)), "")
    return _around(words, words.find(said)) if said else ""


def _limits(part: TimePart, year: int) -> bool:
    """Tell whether a part of a time is a limit, or begins in the plan's year or later."""
    is_start = isinstance(part, Continuous) and part.start is not None and part.start.year >= year
    return is_start or isinstance(part, Relative)


def _opening(words: str, plan: Plan) -> str:
    """Return a sentence that begins with a time to come, or with one that no day is known of and then somebody."""
    line = line_of(words, None).words
    opening = opens_with_time(line)
    if opening is None:
        return ""
    parts = [part for part in _parts(opening[0], plan) if part.law is None]
    may_be_over = plan.act.date is None and any(isinstance(part, Deadline) for part in parts)
    acts = not may_be_over and (bool(parts) or names_somebody(line[opening.end() :]))
    return _around(words, 0) if (acts or may_give(words)) and not _is_over(opening[0], plan) else ""


def _parts(words: str, plan: Plan) -> tuple[TimePart, ...]:
    return read_time(words.strip(" ,:()"), year=plan.year, issued=plan.act.date).parts


def _is_over(words: str, plan: Plan) -> bool:
    """Tell whether words say a time that is over when the plan is issued."""
    parts = _parts(words, plan)
    return bool(parts) and not any(_is_to_come(part, plan) for part in parts)


def _is_to_come(part: TimePart, plan: Plan) -> bool:
    """Tell whether a time is perhaps to come when the plan is issued; a part of the plan's year always is."""
    end = part.end if isinstance(part, Window) else part.due if isinstance(part, Deadline) else None
    is_part = end is not None and part.law is not None and end.year == plan.year
    return end is None or is_part or end >= (plan.act.date or date(plan.year, 1, 1))


def _day_to_come(words: str, plan: Plan) -> str:
    """Return the sentence with the first day, with its year, that is to come when the plan is issued; else nothing.

    Of a draft only the month may be known in which it is.
    """
    issued = str(plan.act.date or plan.act.month or "")
    days = ((found, "{2}-{1:0>2}-{0:0>2}".format(*found.groups())) for found in _DAY.finditer(words))
    coming = (one.start() for one, day in days if issued and day > issued)
    return next((_around(words, start) for start in coming), "")


def _around(words: str, start: int, until: int = 0) -> str:
    """Return the sentence in which a time begins at ``start``; of a long one what stands around the time.

    Up to ``until`` no sentence ends: (Văn phòng; tháng 3/2026).
    """
    first = max((found.end() for found in _END.finditer(words, 0, start)), default=0)
    end = _END.search(words, max(start, until))
    last = end.end() if end else len(words)
    if len(sentence := words[first:last].strip()) <= _QUOTED:
        return sentence
    before, behind = words[first:start].strip(), words[start:last].strip()
    room = max(_BEFORE, _QUOTED - len(behind))
    if len(before) > room:
        before = f"…{before[-room:].partition(' ')[2]}"
    said = f"{before} {behind}".strip()
    return said if len(said) <= _QUOTED else f"{said[:_QUOTED].rpartition(' ')[0]}…"


def _is_telling(part: TimePart, year: int) -> bool:
    """Tell whether a part of a time says by when; not what only happens in the year, did before it, or comes back."""
    match part:
        case Window():
            return part.start.year >= year and (part.end - part.start).days < _YEAR
        case Deadline():
            return part.due is None or part.due.year >= year
        case _:
            return False
