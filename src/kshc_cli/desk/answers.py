"""Answers: plain values that no file, terminal or process is needed to understand."""

from typing import TYPE_CHECKING, Any, TypedDict

from kshc_cli.findings import Finding, Place, Severity

if TYPE_CHECKING:
    from kshc_cli.reports.calendar_events import CalendarEvent
    from kshc_cli.reports.plain_tables import PlainTable
    from kshc_cli.reports.plan_page import PlanPage

PlainFinding = list[Any]


class PlainCalendar(TypedDict):
    """The events of a calendar, and what it is called."""

    name: str
    as_todo: bool
    events: "list[CalendarEvent]"


class PlainDuties(TypedDict):
    """All duties of a plan as rows of ``query.duties.DutyRow``, their days written 2024-06-30."""

    name: str
    """What the plan is called."""
    as_of: str
    """The day on which they stand so."""
    draft: bool
    """Whether the plan or its log has errors."""
    plans: list[dict[str, Any]]
    """What identifies the plans of the rows, with ``as_of`` and ``without_date``; several once answers were joined."""
    rows: list[list[Any]]


class PlainForm(TypedDict):
    """What a form that bodies fill in tells beside its rows."""

    hint: str
    kinds: list[str]
    """What may be told of a duty, in words."""
    first_day: str
    """The first day on which something can have been done."""


class PlainWorkbook(TypedDict):
    """What a workbook tells beside the duties."""

    office: str
    day: str
    """The plan's day, on which the workbook was made as far as it says."""
    bodies: list[str]
    """The names of the plan's bodies in order."""
    by_body: bool
    """Whether each body has a sheet of its own."""
    form: PlainForm | None
    """What stands in the sheet that bodies fill in, where there is one."""


PlainMark = list[str]
"""A run of words behind its sign: ``=`` for what both sides have, ``-`` and ``+`` for what one has."""


class PlainLine(TypedDict):
    """Words of both sides."""

    label: str
    old: list[PlainMark]
    new: list[PlainMark]


class PlainBlock(TypedDict):
    """All that differs of one thing."""

    title: str
    place: str
    lines: list[PlainLine]
    effects: list[str]


class PlainComparison(TypedDict):
    """What differs between two plans, side by side."""

    title: str
    subject: str
    sides: str
    author: str
    day: str
    """The day of the new plan."""
    headings: list[str]
    blocks: list[PlainBlock]


class Answer(TypedDict, total=False):
    """What one plan answers, as plain values (numbers, texts, lists, mappings by texts): marshal can write it.

    A plan that cannot answer says why in ``refusal``, ``broken`` or ``unreadable``, and nothing else.
    """

    plan: dict[str, Any]
    """What identifies the plan, as in JSON."""
    has_errors: bool
    log_has_errors: bool
    record: dict[str, Any]
    """The answer as the object of JSON."""
    items: str
    """The field of ``record`` that lists what was asked for; none where it is one thing."""
    table: "PlainTable"
    fields: list[str]
    """The columns of CSV, whose rows are ``cells``."""
    cells: list[list[str]]
    days: list[str]
    """The day of each row or item (``2024-06-30``, empty for none), where they stand in its order."""
    text: str
    notes: list[tuple[str, bool]]
    """What is to be said beside the answer, in order; true marks what the log changed, which is a part of it."""
    among: int
    """Among how many tasks was looked, where ``without_date`` is to be told."""
    without_date: dict[str, int]
    found: int
    """How many rows were found."""
    empty: str
    """What to say where there is nothing to show."""
    files: list[tuple[str, list[PlainFinding]]]
    """Of a check: what was found in the file that was ``named``, and in the log that lies ``beside`` it."""
    calendar: PlainCalendar
    duties: PlainDuties
    workbook: PlainWorkbook
    page: "PlanPage"
    comparison: PlainComparison
    counts: dict[str, int]
    """Of a summary: how many of what the plan has."""
    refusal: str
    """Why the question means nothing to this plan."""
    unknown: bool
    """Whether that is for a name that this plan lacks: another one may have it."""
    broken: str
    """Which file is in a wrong form, ``plan`` or ``log``; ``findings`` say why."""
    findings: list[PlainFinding]
    unreadable: tuple[str, str]
    """A file that could not be read, and the reason."""


def plain_values(value: Any) -> Any:  # noqa: ANN401  any plain value
    """Return a value with its texts, numbers and lists as just that: a sentence is a text, an enum its spelling."""
    if isinstance(value, dict):
        return {plain_values(key): plain_values(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return (
            type(value)(map(plain_values, value)) if type(value) in {list, tuple} else tuple(map(plain_values, value))
        )
    return str(value) if isinstance(value, str) else value


def plain_finding(finding: Finding) -> PlainFinding:
    """Return what is told of a finding as a list."""
    place, also = finding.place, [_placed(one) for one in finding.also]
    told = [finding.rule, finding.severity.value, finding.message, finding.remedy, list(finding.path)]
    return [*told, _placed(place) if place else None, also]


def _placed(place: Place) -> tuple[int, int, str]:
    return place.line, place.column, place.source


def finding_of(told: PlainFinding) -> Finding:
    """Return the finding of which ``plain_finding`` told."""
    rule, severity, message, remedy, path, place, also = told
    return Finding(
        rule,
        Severity(severity),
        message,
        remedy,
        tuple(path),
        place=Place(*place) if place else None,
        also=tuple(Place(*one) for one in also),
    )
