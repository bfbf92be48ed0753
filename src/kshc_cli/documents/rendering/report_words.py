"""The words of a report on a period: what the tags of its template can name, in Vietnamese like the plan."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.rendering.charts import PrintedChart, chart_of
from kshc_cli.documents.rendering.extract_words import change_words, headers_of
from kshc_cli.documents.rendering.issued_words import (
    PrintedSource,
    Stamp,
    archived,
    draft_words,
    informed,
    issued,
    source_of,
)
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
from kshc_cli.query.duties import DutyRow
from kshc_cli.query.lines import Change, Line
from kshc_cli.query.period_report import Compared, Figures, PeriodReport
from kshc_cli.tracking.standing import Status

Told = tuple[str, ...]
"""The lines of a cell."""
Teller = Callable[[DutyRow], tuple[Told, Told]]
"""What says in two cells how a duty stands."""

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
_NOBODY: Final = "Chưa rõ cơ quan"
_ANNEXES: Final = ("I", "II", "III", "IV", "V")
_STANDS: Final = {
    Status.WAITING: "Chờ sự kiện phát sinh",
    Status.CONTINUOUS: "Thường xuyên",
    Status.UNDATED: "Chưa rõ ngày đến hạn",
}
_LAST_DAY: Final = "Đến hạn trong ngày"
_HAPPENED: Final = "Đã phát sinh, chưa rõ ngày đến hạn"
_TITLES: Final = (
    ("ĐẦU VIỆC ĐÃ HOÀN THÀNH", ("Ngày hoàn thành", "Văn bản, sản phẩm")),
    ("ĐẦU VIỆC QUÁ HẠN CHƯA HOÀN THÀNH", ("Ngày đến hạn", "Số ngày quá hạn")),
    ("ĐẦU VIỆC ĐANG THỰC HIỆN, CÒN HẠN", ("Ngày đến hạn", "Tình hình")),
    ("ĐẦU VIỆC KHÔNG CÓ NGÀY ĐẾN HẠN", ("Thời gian", "Tình hình")),
    ("THAY ĐỔI TRONG KỲ", ("Ngày", "Thay đổi, văn bản")),
)
"""What the lists are called, and the words above their last two columns."""
_SECTIONS: Final = "Mục"
_BODIES: Final = "Cơ quan"
_LISTS: Final = ("number", "content", "lead")
"""What each list tells of a task in the plan's own words."""
_LIST_WIDTHS: Final = (7, 35, 22, 18, 18)


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
class PrintedList:
    """A list behind the signature: an annex with its number, its name and one table."""

    number: str
    """The line “Phụ lục I”; without number where there is only one."""
    name: str
    """Its name, in capitals."""
    tables: tuple[PrintedTable, ...]
    """Its table."""


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
    bodies = ((names.get(body or "", body or _NOBODY), each) for body, each in report.bodies)
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
        annexes=tuple(_annexes(report, plan, names)),
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


def _annexes(report: PeriodReport, plan: Plan, names: Mapping[str, str]) -> Iterator[PrintedList]:
    """Yield the lists that have rows, numbered one after the other."""
    lists = (
        _rows(report.done, _done, names),
        _rows(report.late, _late, names),
        _rows(report.running, _running, names),
        _rows(report.undated, _undated, names),
        tuple(_changed(report.changes, names)),
    )
    words = headers_of(plan)
    told = [(*titles, rows) for titles, rows in zip(_TITLES, lists, strict=True) if rows]
    for place, (name, headers, rows) in enumerate(told):
        number = f"Phụ lục {_ANNEXES[place]}" if len(told) > 1 else "Phụ lục"
        table = PrintedTable("", (*(words[role] for role in _LISTS), *headers), _LIST_WIDTHS, rows)
        yield PrintedList(number, f"DANH MỤC {name}", (table,))


def _rows(duties: Sequence[DutyRow], tell: Teller, names: Mapping[str, str]) -> tuple[PrintedRow, ...]:
    """Return the rows of a list, by sections; bodies of which the same is told of a task share a row."""
    by_section: dict[str | None, dict[tuple[DutyRow, Told, Told], list[str]]] = {}
    first: dict[tuple[str, Told, Told], DutyRow] = {}
    for duty in duties:
        one, other = tell(duty)
        known = first.setdefault((duty.task, one, other), duty)
        bodies = by_section.setdefault(duty.section, {}).setdefault((known, one, other), [])
        bodies.append(names.get(duty.body or "", duty.body or _NOBODY))
    found: list[PrintedRow] = []
    for section, rows in by_section.items():
        found += [PrintedRow(shown(section))] if section else []
        found += (_row(row, bodies, one, other) for (row, one, other), bodies in rows.items())
    return tuple(found)


def _row(row: DutyRow, bodies: Iterable[str], one: Told, other: Told) -> PrintedRow:
    return PrintedRow(
        "",
        (
            printed_cell(row.number or "", centred=True),
            printed_cell(row.content),
            printed_cell("; ".join(dict.fromkeys(bodies))),
            printed_cell(*one, centred=True),
            printed_cell(*other),
        ),
    )


def _done(row: DutyRow) -> tuple[Told, Told]:
    late = (f"(hạn {written(row.due)})",) if row.status == Status.DONE_LATE and row.due else ()
    number = " ".join(filter(None, (row.document_number, _on(row.document_date))))
    document = tuple(filter(None, (number, row.document_title or "")))
    return (_day(row.done_on), *_occasion(row), *late), document or tuple(filter(None, (row.result,)))


def _late(row: DutyRow) -> tuple[Told, Told]:
    return (_day(row.due), *_occasion(row)), (f"{-(row.days or 0)} ngày", *_partly(row))


def _running(row: DutyRow) -> tuple[Told, Told]:
    return (_day(row.due), *_occasion(row)), (f"Còn {row.days} ngày" if row.days else _LAST_DAY, *_partly(row))


def _undated(row: DutyRow) -> tuple[Told, Told]:
    return (row.time or "",), (_STANDS.get(Status(row.status), _HAPPENED), *_partly(row))


def _day(day: date | None) -> str:
    return written(day) if day else ""


def _on(day: date | None) -> str:
    return f"ngày {written(day)}" if day else ""


def _occasion(row: DutyRow) -> Told:
    return (f"({row.period_name})",) if row.period_name else ()


def _partly(row: DutyRow) -> Told:
    return (f"(hoàn thành một phần ngày {written(row.partly_on)})",) if row.partly_on else ()


def _changed(changes: Iterable[tuple[Line, Change]], names: Mapping[str, str]) -> Iterator[PrintedRow]:
    for line, change in changes:
        row = line.row
        yield PrintedRow(
            "",
            (
                printed_cell(row.number or "", centred=True),
                printed_cell(row.content),
                printed_cell(row.lead or ""),
                printed_cell(written(change.entry.date), centred=True),
                printed_cell(*change_words((change,), row, names)),
            ),
        )
