"""A workbook of duties: their table, how many stand how, a sheet a body; of the same answer the same bytes."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final
from zipfile import BadZipFile, ZipFile

from kshc_cli.days import written
from kshc_cli.desk.answers import Answer, PlainDuties, PlainForm, PlainWorkbook
from kshc_cli.desk.duties import duties_of
from kshc_cli.messages import _
from kshc_cli.outputs.excel.duties import Titled, write_duties
from kshc_cli.outputs.excel.form import FormSheets, write_form
from kshc_cli.outputs.excel.looks import FONT, Looks
from kshc_cli.outputs.excel.names import sheet_name
from kshc_cli.outputs.excel.summary import add_chart, write_summary
from kshc_cli.reports.drafts import draft_words
from kshc_cli.reports.duty_table import duty_table
from kshc_cli.reports.form_rows import FormRow, form_rows

_MARK: Final = "kshc"
"""The name of the property by which a workbook tells that kshc wrote it."""
_TABLE: Final = "Duties"
_FIRST_DAY: Final = date(1900, 1, 1)
_LARGEST: Final = 65_536
"""Bytes of properties that are looked at."""


def xlsx_bytes(answer: Answer) -> bytes:
    """Write the workbook of an answer."""
    stream = BytesIO()
    with new_workbook(stream) as workbook:
        titled = _titled(answer["duties"])
        _describe(workbook, titled, answer["workbook"])
        _write_sheets(workbook, titled, answer)
    return stream.getvalue()


def new_workbook(stream: BytesIO) -> Any:  # noqa: ANN401  xlsxwriter has no types
    """Return a workbook that is written into a stream, words as words."""
    from xlsxwriter import Workbook

    plain = dict.fromkeys(("strings_to_numbers", "strings_to_formulas", "strings_to_urls"), False)
    usual = {"default_format_properties": {"font_name": FONT, "font_size": 11}}
    return Workbook(stream, {"in_memory": True, **plain, **usual})


def mark_as_own(workbook: Any) -> None:  # noqa: ANN401  xlsxwriter has no types
    """Let ``is_xlsx_of_kshc`` know a workbook again."""
    workbook.set_custom_property(_MARK, "kshc.xlsx/1")


def _titled(duties: PlainDuties) -> Titled:
    day = written(date.fromisoformat(duties["as_of"]))
    told = _("How it stands on {day}").format(day=day)
    return Titled(duties["name"], f"{draft_words()} {told}" if duties["draft"] else told)


def _describe(workbook: Any, titled: Titled, told: PlainWorkbook) -> None:  # noqa: ANN401  xlsxwriter has no types
    """Tell what the workbook is, and that it is kshc's, made on the plan's day."""
    made = datetime.combine(max(date.fromisoformat(told["day"]), _FIRST_DAY), time())
    workbook.set_properties(
        {
            "title": titled.title[:255],
            "subject": titled.told,
            "author": told["office"][:255],
            "comments": _("Made by kshc; what is changed here changes nothing of the plan."),
            "created": made,
        }
    )
    mark_as_own(workbook)


def _write_sheets(workbook: Any, titled: Titled, answer: Answer) -> None:  # noqa: ANN401  xlsxwriter has no types
    looks, taken, told = Looks(workbook), set[str](), answer["workbook"]
    rows = list(duties_of(answer))
    if told["form"] is not None:
        _write_form(workbook, titled.title, told["form"], form_rows(rows), looks, taken)
    duties = duty_table(rows, told["bodies"])
    sheet = workbook.add_worksheet(sheet_name(_("Duties"), taken))
    write_duties(sheet, _TABLE, titled, duties, duties.rows, looks)
    name = sheet_name(_("Summary"), taken)
    summary = workbook.add_worksheet(name)
    write_summary(summary, _TABLE, titled, duties, looks)
    add_chart(workbook, summary, name, _("How the duties of each body stand"), duties)
    for number, body in enumerate(duties.bodies if told["by_body"] else (), 2):
        called = body or _("(no body known)")
        own = workbook.add_worksheet(sheet_name(called, taken))
        titled_so = Titled(f"{called}: {titled.title}", titled.told)
        write_duties(own, f"{_TABLE}{number}", titled_so, duties, duties.of(body), looks)


def _write_form(
    workbook: Any,  # noqa: ANN401  xlsxwriter has no types
    title: str,
    told: PlainForm,
    rows: Sequence[FormRow],
    looks: Looks,
    taken: set[str],
) -> None:
    """Write the form as the first sheet, and what it chooses from as one that nobody sees."""
    form, name = workbook.add_worksheet(sheet_name(_("Form"), taken)), sheet_name("kshc", taken)
    lists = workbook.add_worksheet(name)
    lists.very_hidden()
    write_form(FormSheets(form, lists, name), title, told, rows, looks)
    form.activate()


def is_xlsx_of_kshc(data: bytes) -> bool:
    """Tell whether a file is a workbook that kshc wrote and nobody has saved since: it may hold what they typed."""
    core, is_marked = _property_parts(data)
    created, modified = (_told(core, f"<dcterms:{name} ") for name in ("created", "modified"))
    return is_marked and bool(created) and created == modified


def is_made_by_kshc(data: bytes) -> bool:
    """Tell whether kshc wrote a workbook, whoever has saved it since."""
    return _property_parts(data)[1]


def _property_parts(data: bytes) -> tuple[bytes, bool]:
    """Return the core properties of a workbook, and whether its own bear kshc's mark."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            core, custom = (_beginning(archive, f"docProps/{name}.xml") for name in ("core", "custom"))
    except (BadZipFile, KeyError, EOFError, RuntimeError, OSError, NotImplementedError):
        return b"", False
    return core, f'name="{_MARK}"'.encode() in custom


def _beginning(archive: ZipFile, name: str) -> bytes:
    with archive.open(name) as stream:
        return stream.read(_LARGEST)


def _told(core: bytes, tag: str) -> bytes:
    """Return the moment that a tag of the core properties (ECMA-376, Part 2, 11.1) holds."""
    return core.partition(tag.encode())[2].partition(b">")[2].partition(b"<")[0]
