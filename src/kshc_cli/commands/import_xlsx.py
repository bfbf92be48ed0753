"""``kshc import xlsx``: tables of tasks in an Excel workbook into a plan, filled forms into its log."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated, Final

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.entry_options import WhoOption
from kshc_cli.cli.form_importing import import_forms
from kshc_cli.cli.import_command import ForceOption, LikeOption, OutOption, YearOption
from kshc_cli.cli.importing import ImportOptions, import_document
from kshc_cli.cli.merging import Brought, DryOption, IntoOption, MergeOptions, merge_file
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.importing import ShownFile
from kshc_cli.disk.reading import read_bytes
from kshc_cli.documents.editing.sheets.reading import is_edited_sheet
from kshc_cli.documents.editing.sheets.wish import edited_workbook
from kshc_cli.documents.excel.errors import WorkbookError
from kshc_cli.documents.excel.forms import is_form
from kshc_cli.documents.excel.reader import read_workbook
from kshc_cli.documents.excel.workbook import SheetRemark
from kshc_cli.documents.importing.tables.sheet_body import body_of_sheets
from kshc_cli.documents.importing.tables.sheet_remarks import left_of_sheets
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.findings import WordPlace
from kshc_cli.messages import _, ngettext
from kshc_cli.outputs.excel.book import is_made_by_kshc
from kshc_cli.reports.findings import word_place_words

EXAMPLES = (
    "kshc import xlsx theo-doi.xlsx --year 2026 --out plan.yaml",
    "kshc import xlsx theo-doi-sua.xlsx --like plan.yaml > plan-moi.yaml",
    "kshc import xlsx phieu-phuong-1.xlsx phieu-phuong-2.xlsx",
    "kshc import xlsx ban-sua.xlsx --into plan.yaml",
)
FINDINGS = _("something found no place in the plan, or is wrong with a form")
_NAMED: Final = 5
"""Cells that a sentence names."""


def read_sheets(data: bytes) -> ShownFile:
    """Return what the sheets of a workbook show. Raises WorkbookError for one that lists duties of a plan."""
    if is_made_by_kshc(data):
        reason = _("`kshc export xlsx` wrote it: it lists how duties stand, each body's by itself, and is no plan")
        raise WorkbookError(reason, _("Go on with plan.yaml; a Word file of it is read by `kshc import docx`."))
    sheets, told = made_readable(data, "xlsx")
    workbook = read_workbook(sheets)
    body = body_of_sheets(workbook)
    return ShownFile(body, tuple(left_of_sheets(workbook.remarks)), (*told, *_told(workbook.remarks)))


def _told(remarks: Iterable[SheetRemark]) -> Iterator[str]:
    """Yield sentences about what was read otherwise than it is seen."""
    found = list(remarks)
    for remark in found:
        place = word_place_words(WordPlace(0, row=remark.row, cell=remark.column, sheet=remark.sheet))
        if remark.kind == "hidden-rows":
            said = ngettext(
                "{n} hidden row was read as any other ({place}).",
                "{n} hidden rows were read as any others (the first: {place}).",
                remark.count,
            )
            yield said.format(n=remark.count, place=place)
        elif remark.kind == "hidden-columns":
            said = ngettext(
                "{n} hidden column was read as any other ({place}).",
                "{n} hidden columns were read as any others (the first: {place}).",
                remark.count,
            )
            yield said.format(n=remark.count, place=place)
    dates = [remark for remark in found if remark.kind == "settled-dates"]
    if dates:
        said = ngettext(
            "{n} date that the sheet shows with the month first or by name was written with the day first: {cells}.",
            "{n} dates that the sheet shows with the month first or by name were written with the day first: {cells}.",
            len(dates),
        )
        cells = "; ".join(f"{_cell(one)} {one.words}" for one in islice(dates, _NAMED))
        yield said.format(n=len(dates), cells=cells + ("; …" if len(dates) > _NAMED else ""))


def _cell(remark: SheetRemark) -> str:
    return word_place_words(WordPlace(0, row=remark.row, cell=remark.column, sheet=remark.sheet))


FilesArgument = Annotated[
    list[str],
    argument(
        reader=FILLED,
        metavar=_("FILE..."),
        help=_("A workbook with tables of tasks (.xlsx; .xls, .ods through LibreOffice), or filled forms of kshc."),
    ),
]
YesOption = Annotated[
    bool, option("--yes", "-y", help=_("Record what forms say, or with --into change the plan, without asking."))
]


def command(
    session: Session,
    files: FilesArgument,
    *,
    out: OutOption = None,
    like: LikeOption = None,
    year: YearOption = None,
    force: ForceOption = False,
    yes: YesOption = False,
    who: WhoOption = None,
    into: IntoOption = None,
    dry_run: DryOption = False,
) -> int:
    """Make a plan of the tables of a workbook, record what bodies filled in forms, or change a plan by its sheet."""
    asked = ImportOptions(out, like, year, force)
    if into is not None:
        _refuse_beside_into(files, asked)
        return merge_file(session, files[0], into, MergeOptions(yes, dry_run), _edited)
    if dry_run:
        raise WrongArgumentError(_("--dry-run goes with --into PLAN."))
    opened = [(file, read_bytes(Path(file))) for file in files]
    are_forms = {file: _is_form(file, data) for file, data in opened}
    if not any(are_forms.values()):
        if len(files) > 1:
            raise WrongArgumentError(_("A plan is made of one file; only forms of kshc are read together."))
        _refuse_edited_sheet(*opened[0])
        return import_document(session, files[0], read_sheets, asked)
    if asked != ImportOptions(None, None, None, force=False):
        raise WrongArgumentError(_("--out, --like, --year and --force are for a plan; forms are recorded in its log."))
    return import_forms(session, opened, yes=yes, who=who)


def _is_form(name: str, data: bytes) -> bool:
    with inside(name):
        return is_form(data)


def _refuse_beside_into(files: list[str], asked: ImportOptions) -> None:
    if len(files) > 1:
        raise WrongArgumentError(_("--into takes one file."))
    if asked != ImportOptions(None, None, None, force=False):
        raise WrongArgumentError(_("--into changes a plan that is there: leave out --out, --like, --year and --force."))


def _edited(data: bytes) -> Brought:
    sheets, told = made_readable(data, "xlsx")
    return Brought(edited_workbook(sheets), told)


def _refuse_edited_sheet(name: str, data: bytes) -> None:
    """Raise WrongArgumentError for a workbook of ``kshc edit xlsx``, which is no table of an office."""
    with inside(name):
        if is_edited_sheet(data):
            raise WrongArgumentError(
                _("{file} is a plan to be edited (kshc edit xlsx): take it back with --into PLAN.").format(file=name)
            )
