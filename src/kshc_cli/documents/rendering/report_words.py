"""The words of a report on a period: what the tags of its template can name, in Vietnamese like the plan."""

from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.rendering.charts import PrintedChart, chart_of
from kshc_cli.documents.rendering.issued_words import (
    PrintedSource,
    Stamp,
    archived,
    draft_words,
    informed,
    issued,
    source_of,
)
from kshc_cli.documents.rendering.report_lists import NOBODY, PrintedList, printed_lists
from kshc_cli.documents.rendering.words import (
    PrintedIssuance,
    PrintedIssuer,
    PrintedRow,
    PrintedTable,
    printed,
    printed_cell,
    shown,
)
from kshc_cli.plan.model import Plan
from kshc_cli.query.period_report import Compared, Figures, PeriodReport

_COUNTED: Final = (
    *("Hoàn thành đúng hạn", "Hoàn thành sau hạn", "Đang thực hiện, còn hạn", "Quá hạn chưa hoàn thành"),
    *("Không có ngày đến hạn", "Tổng số"),
)
"""The words above the columns of figures, the last one above their sum."""
_COUNTED_WIDTHS: Final = (7, 33, 12, 12, 12, 12, 12, 10)
_YEAR: Final = "Năm"
_COMPARED_WIDTHS: Final = (10, 16, 16, 16, 16, 16, 10)
_SUM: Final = "Tổng số"
_NO_SECTION: Final = "Ngoài các mục"
_SECTIONS: Final = "Mục"
_BODIES: Final = "Cơ quan"


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """``period``: what the report counts, and the figures of the whole plan."""

    name: str
    """What the period is called, with the preposition before it."""
    first: str
    """The first day whose figures count, in words."""
    day: str
    """The last one: that of the period, or the day of the report where the period goes on."""
    is_plan_year: bool
    """Whether it is the whole year of the plan."""
    is_over: bool
    """Whether all days of the period are counted."""
    rule: str
    """The decree that cuts the days in this way; empty where they are those of the calendar."""
    has_log: bool
    """Whether anything is recorded of the plan at all."""
    in_time: int
    """Duties that were done in the period by their last day."""
    too_late: int
    """Duties that were done in the period behind their last day."""
    done: int
    """Duties that were done in the period."""
    running: int
    """Duties that have begun and whose last day is to come."""
    late: int
    """Duties that are not done and whose last day has passed."""
    undated: int
    """Duties that are not done and have no last day."""
    total: int
    """The sum of these."""
    suspended: int
    """Duties that rest; they are not in the sum."""
    done_so_far: int
    """Duties of the whole plan that are done on that day, whenever that was."""
    duties_so_far: int
    """Duties of the whole plan that are done or owed."""


@dataclass(frozen=True, slots=True)
class PrintedEarlier:
    """``earlier``: the same period of the plan that this one follows; without one ``year`` is empty."""

    year: str
    """The year of that plan; empty where nothing is compared."""
    first: str
    """The first day whose figures count, in words."""
    day: str
    """The last one."""
    has_log: bool
    """Whether anything is recorded of that plan at all; without, no figure is known."""
    in_time: int
    """Duties that were done in that period by their last day."""
    too_late: int
    """Duties that were done in it behind their last day."""
    done: int
    """Duties that were done in it."""
    late: int
    """Duties that were not done at its end and whose last day had passed."""
    total: int
    """All duties of that period."""
    tables: tuple[PrintedTable, ...]
    """The table of figures of both years, by sections and in all; none where either has no log."""


@dataclass(frozen=True, slots=True)
class PrintedReport:
    """What the tags of a report's template can name."""

    draft: str
    """What a report says above all that is made of a plan with errors; else empty."""
    issuer: PrintedIssuer
    """Who issues the plan and the report."""
    report: PrintedIssuance
    """What is stamped and signed of the report; number and day are blanks where nobody stated them."""
    plan: PrintedSource
    """The plan that the report is about."""
    period: PrintedPeriod
    """What it counts, and the figures of the whole plan."""
    chart: PrintedChart
    """The chart of these figures."""
    sections: tuple[PrintedTable, ...]
    """The table of figures by the sections of the plan; none where it has no headings."""
    bodies: tuple[PrintedTable, ...]
    """The table of figures by bodies."""
    earlier: PrintedEarlier
    """The same period of the year before."""
    annexes: tuple[PrintedList, ...]
    """Lists of what was done, is late, runs, has no last day, was changed; those without rows are left out."""


def printed_report(report: PeriodReport, plan: Plan, stamp: Stamp, rule: str) -> PrintedReport:
    """Return the words of a report on ``plan``; ``rule`` is the decree that cuts its days, or empty."""
    words, names = printed(plan), {agency.id: shown(agency.name) for agency in plan.agencies}
    figures = report.figures
    counts = _counts(figures)
    sections = ((shown(name).strip() or _NO_SECTION, each) for name, each in report.sections)
    bodies = ((names.get(body or "", body or NOBODY), each) for body, each in report.bodies)
    return PrintedReport(
        draft=draft_words(stamp),
        issuer=words.issuer,
        report=issued(plan, stamp, kind="BC", year=report.day.year, recipients=(*informed(plan), archived(plan))),
        plan=source_of(words, plan.year),
        period=_period(report, plan.year, rule),
        chart=chart_of(_COUNTED[:-1], counts[:-1]),
        sections=(_counting(_SECTIONS, sections, figures),) if any(name for name, _each in report.sections) else (),
        bodies=(_counting(_BODIES, bodies, figures),),
        earlier=_earlier(report, plan.year),
        annexes=tuple(printed_lists(report, plan, names)),
    )


def _period(report: PeriodReport, year: int, rule: str) -> PrintedPeriod:
    period, figures = report.period, report.figures
    return PrintedPeriod(
        name=period.name,
        first=date_words(period.first),
        day=date_words(report.day),
        is_plan_year=period.key == str(year),
        is_over=report.day >= period.last,
        rule=rule,
        has_log=report.is_kept,
        in_time=figures.in_time,
        too_late=figures.too_late,
        done=figures.done,
        running=figures.running,
        late=figures.late,
        undated=figures.undated,
        total=figures.total,
        suspended=report.suspended,
        done_so_far=report.so_far.done,
        duties_so_far=report.so_far.total,
    )


def _earlier(report: PeriodReport, year: int) -> PrintedEarlier:
    earlier = report.earlier
    if earlier is None:
        return PrintedEarlier("", "", "", False, 0, 0, 0, 0, 0, ())  # noqa: FBT003  nothing is compared
    figures = earlier.figures
    years = str(earlier.year), str(year)
    compared = earlier.sections if any(one.section for one in earlier.sections) else ()
    rows = [
        row
        for section, before, now in (*compared, Compared(_SUM, figures, report.figures))
        for row in _both_years(shown(section).strip() or _NO_SECTION, years, (before, now))
    ]
    table = PrintedTable("", (_YEAR, *_COUNTED), _COMPARED_WIDTHS, tuple(rows))
    return PrintedEarlier(
        year=years[0],
        first=date_words(earlier.first),
        day=date_words(earlier.day),
        has_log=earlier.is_kept,
        in_time=figures.in_time,
        too_late=figures.too_late,
        done=figures.done,
        late=figures.late,
        total=figures.total,
        tables=(table,) if earlier.is_kept and report.is_kept else (),
    )


def _both_years(name: str, years: tuple[str, str], both: tuple[Figures | None, Figures | None]) -> Iterator[PrintedRow]:
    """Yield the name of a section, and its figures in each year; a dash where the plan of a year has it not."""
    yield PrintedRow(name)
    for year, figures in zip(years, both, strict=True):
        counts = map(str, _counts(figures)) if figures else ["–"] * len(_COUNTED)
        yield PrintedRow("", tuple(printed_cell(one, centred=True) for one in (year, *counts)))


def _counts(figures: Figures) -> tuple[int, ...]:
    return figures.in_time, figures.too_late, figures.running, figures.late, figures.undated, figures.total


def _counting(what: str, rows: Iterable[tuple[str, Figures]], total: Figures) -> PrintedTable:
    counted = [_count_row(str(place), name, figures) for place, (name, figures) in enumerate(rows, 1)]
    return PrintedTable("", ("STT", what, *_COUNTED), _COUNTED_WIDTHS, (*counted, _count_row("", _SUM, total)))


def _count_row(number: str, name: str, figures: Figures) -> PrintedRow:
    counts = (printed_cell(str(count), centred=True) for count in _counts(figures))
    return PrintedRow("", (printed_cell(number, centred=True), printed_cell(name), *counts))
