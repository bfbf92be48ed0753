"""Rules about what the words of the cells were read as."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.plan.model import AgencyWords, Task
from kshc_cli.plan.record import is_illegible
from kshc_cli.reading.recurrence.occurrences import occurrences
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.times.cycles.periods import rule_but_for_its_start
from kshc_cli.reading.times.days.missing_days import missing_in
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import AgencyReading, Recurring, TimePart, TimeReading
from kshc_cli.rules.rule import Fault, plan_rule


@plan_rule(Severity.WARNING)
def unread_time(plan: ReadPlan) -> Iterator[Fault]:
    """Words of a time cell were not understood, wholly or in part, so a date may be missing from the answers."""
    for read in _with_times(plan):
        spoken = {read.task.content[one.start : one.end] for one in read.said if not one.is_read}
        for words in read.time.unread:
            told = _doubted(words) if words in spoken and not is_illegible(words) else _unread(words, plan.year)
            told = _crossed() if read.placed.is_crossed_throughout else told
            yield Fault((*read.placed.path, "time", "text"), *told, words=words)


def _with_times(plan: ReadPlan) -> Iterator[ReadTask]:
    """Yield the tasks but for those whose time a task above them says, which has the findings."""
    return (read for read in plan.tasks if not read.shares("time"))


def _doubted(words: str) -> tuple[str, str]:
    """Say of a time in a sentence that it is perhaps that of what the task is about."""
    return (
        _("It is not sure that “{words}” says when this task is due.").format(words=words),
        _("Quote the words that do beside the text, “time: …”: they go before what sentences say."),
    )


def _crossed() -> tuple[str, str]:
    """Say of a row that is crossed in each period of the year that this tells no day."""
    return (
        _("Each month or quarter of the year is crossed: once in each, or all the time?"),
        _("Say what the crosses mean: time: {text: …, reading: [{kind: …}]}."),
    )


def _unread(words: str, year: int) -> tuple[str, str]:
    if is_illegible(words):
        return _("A part of the time is illegible, so no date can be computed."), _("Fill it in where it is known.")
    if _lacks_year(words, year):
        return (
            _("It is not sure of which year “{words}” is.").format(words=words),
            _("Write its year, or say what the words mean: time: {text: …, reading: [{kind: …}]}."),
        )
    message = _("kshc cannot read “{words}” as a time.").format(words=words)
    if missing := missing_in(words, year):
        return f"{message} {missing}", _("Correct the day, unless the signed document has it like this.")
    return (
        message,
        _("Correct the words, or say what they mean: time: {text: …, reading: [{kind: …}]}."),
    )


def _lacks_year(words: str, year: int) -> bool:
    """Tell whether words that were not read would be clear if they named their year."""
    read, after = (read_time(words, year=one) for one in (year, year + 1))
    return not read.unread and read.parts != after.parts


@plan_rule(Severity.WARNING)
def doubtful_time(plan: ReadPlan) -> Iterator[Fault]:
    """A time was read over what looks like a slip of the pen."""
    for read in _with_times(plan):
        for note in read.time.notes:
            yield Fault(
                (*read.placed.path, "time", "text"),
                note,
                _("Correct the words if the signed document does not have them like this."),
            )


@plan_rule(Severity.WARNING)
def no_rule(plan: ReadPlan) -> Iterator[Fault]:
    """Something comes back, but the words name no period, so no date can be computed."""
    for read in _with_times(plan):
        for part in read.time.parts:
            if isinstance(part, Recurring) and part.rrule is None:
                rule = rule_but_for_its_start(part.words, plan.year)
                remedy = _("If you know, state it: time: {{text: …, reading: [{{kind: recurring, rrule: {rule}}}]}}.")
                if rule is not None:
                    remedy = _(
                        "If you know from which day on, state it: "
                        "time: {{text: …, reading: [{{kind: recurring, rrule: {rule}, start: …}}]}}."
                    )
                yield Fault(
                    (*read.placed.path, "time", "text"),
                    _("The words say that it comes back but not on which days."),
                    remedy.format(rule=rule or "FREQ=MONTHLY"),
                    words=part.words,
                )


@plan_rule(Severity.WARNING)
def repeated_body(plan: ReadPlan) -> Iterator[Fault]:
    """A cell names the same body twice."""
    cells = ((path, reading.agencies) for path, _cell, reading in _agency_cells(plan))
    for path, named in (each for each in cells if len(set(each[1])) < len(each[1])):
        for agency in (one for one, times in Counter(named).items() if times > 1):
            yield Fault(
                path,
                _("The cell names “{name}” more than once.").format(name=_name(plan, agency)),
                _("Delete the repetition, unless the signed document has it."),
            )


@plan_rule(Severity.WARNING)
def unclear_lead(plan: ReadPlan) -> Iterator[Fault]:
    """A column says who leads and who cooperates, and a cell of it names bodies without telling which of them leads."""
    for read, cell in plan.unclear:
        yield Fault(
            (*read.placed.path, "lead"),
            _("Who of “{words}” leads and who cooperates is not told.").format(
                words=_short(" ".join(cell.text.split()))
            ),
            _(
                "Write “…; phối hợp: …”, or name who leads beside the words: {text: …, agencies: [id]}; "
                "the others then cooperate."
            ),
            words=cell.text,
        )


@plan_rule()
def contradicting_reading(plan: ReadPlan) -> Iterator[Fault]:
    """What is stated beside the words says something else than the words themselves."""
    for read in plan.tasks:
        time = read.task.time
        if time is not None and time.reading is not None:
            year = read.placed.years[0] if read.placed.years else plan.year
            written = read_time(time.text, year=year, issued=plan.plan.act.date)
            if len(read.placed.years) <= 1 and _contradicts(written, read.time, year):
                yield _contradiction((*read.placed.path, "time", "reading"), time.text)
    for path, cell, reading in _agency_cells(plan):
        if cell.agencies is not None and plan.registry.by_id.keys() >= set(cell.agencies):
            named = plan.registry.read(cell.text)
            more = named.unread or named.scopes or named.duties or named.excluded
            if named.agencies and not more and set(named.agencies) != set(reading.agencies):
                yield _contradiction((*path, "agencies"), cell.text)


def _contradiction(path: Path, words: str) -> Fault:
    return Fault(
        path,
        _("What is stated here is not what the words “{words}” say.").format(words=_short(words)),
        _("Correct one of the two, or leave the reading out: kshc reads these words itself."),
    )


def _contradicts(written: TimeReading, stated: TimeReading, year: int) -> bool:
    """Tell whether a part that the words say in full has no equal among the stated ones.

    What comes back may be stated otherwise, if on the same days: one report where a quarter ends with the year.
    """
    if not written.parts or written.unread:
        return False
    unequal = [part for part in written.parts if not any(_agrees(part, given) for given in stated.parts)]
    come_back = all(isinstance(part, Recurring) for part in unequal)
    return bool(unequal) and not (come_back and _days(written, year) == _days(stated, year))


def _days(reading: TimeReading, year: int) -> set[date]:
    parts = (part for part in reading.parts if isinstance(part, Recurring))
    return {one.due for part in parts for one in occurrences(part, year=year)}


def _agrees(written: TimePart, stated: TimePart) -> bool:
    """Tell whether ``stated`` says all that ``written`` says; it may add what the words leave open."""
    if written.kind != stated.kind:
        return False
    return all(
        getattr(written, name) in {None, getattr(stated, name)}
        for name in ("start", "end", "due", "rrule", "until", "amount", "unit")
        if hasattr(written, name)
    )


def _agency_cells(plan: ReadPlan) -> Iterator[tuple[Path, AgencyWords, AgencyReading]]:
    for read in plan.tasks:
        yield from _cells_of(read)


def _cells_of(read: ReadTask) -> Iterator[tuple[Path, AgencyWords, AgencyReading]]:
    task = read.task
    if task.lead is not None and not read.shares("lead"):
        yield (*read.placed.path, "lead"), task.lead, read.lead_cell
    if isinstance(task, Task) and task.coop is not None and not read.shares("coop"):
        yield (*read.placed.path, "coop"), task.coop, read.coop_cell


def _name(plan: ReadPlan, agency: str) -> str:
    entry = plan.registry.by_id.get(agency)
    return entry.name if entry else agency


def _short(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
