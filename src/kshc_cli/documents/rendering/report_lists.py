"""The lists behind a report's signature: what was done, is late, runs, has no last day, was changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.days import written
from kshc_cli.documents.rendering.extract_words import change_words, headers_of
from kshc_cli.documents.rendering.words import PrintedRow, PrintedTable, printed_cell, shown
from kshc_cli.plan.model import Plan
from kshc_cli.query.duties import DutyRow
from kshc_cli.query.lines import Change, Line
from kshc_cli.query.period_report import PeriodReport
from kshc_cli.tracking.standing import Status

Told = tuple[str, ...]
"""The lines of a cell."""
Teller = Callable[[DutyRow], tuple[Told, Told]]
"""What says in two cells how a duty stands."""

NOBODY: Final = "Chưa rõ cơ quan"
"""What stands for a body where the words name none."""
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
_LISTS: Final = ("number", "content", "lead")
"""What each list tells of a task in the plan's own words."""
_LIST_WIDTHS: Final = (7, 35, 22, 18, 18)


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list behind the signature: an annex with its number, its name and one table."""

    number: str
    """The line “Phụ lục I”; without number where there is only one."""
    name: str
    """Its name, in capitals."""
    tables: tuple[PrintedTable, ...]
    """Its table."""


def printed_lists(report: PeriodReport, plan: Plan, names: Mapping[str, str]) -> Iterator[PrintedList]:
    """Yield the lists that have rows, numbered one after the other; ``names``: what bodies are called, by their ids."""
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
        bodies.append(names.get(duty.body or "", duty.body or NOBODY))
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
