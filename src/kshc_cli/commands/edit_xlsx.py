"""``kshc edit xlsx``: the tasks of the plan as an Excel sheet whose changes are taken back into it."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import opened_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import OutOption, refuse_another_ones, target_file
from kshc_cli.cli.waiting import waiting
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.editing.sheets.plan_sheet import plan_sheet
from kshc_cli.documents.excel.errors import WorkbookError
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _
from kshc_cli.outputs.excel.book import is_xlsx_of_kshc
from kshc_cli.outputs.excel.plan_sheet import workbook_of

ForceOption = Annotated[
    bool, option("--force", help=_("Replace an Excel file that another program saved, such as one edited in Excel."))
]
EXAMPLES = ("kshc edit xlsx", "kshc edit xlsx --out ban-sua.xlsx")


def command(session: Session, *, out: OutOption = None, force: ForceOption = False) -> int:
    """Write the tasks of the plan as an Excel sheet; kshc import xlsx --into takes what was changed back into the plan.

    It has a row for each task, and carries the plan along, so that others can go on with the plan.
    """
    file, plan = opened_plan(session)
    target = target_file(out, file.path.with_name(f"{file.path.stem}-sua.xlsx"), file.path, None)
    if target.suffix.lower() not in {"", ".xlsx"}:
        raise WrongArgumentError(
            _("The file is one of Excel: let the name of {file} end in .xlsx.").format(file=target)
        )
    refuse_another_ones(target, force=force, is_own=is_xlsx_of_kshc)
    sheet = plan_sheet(plan, read_bytes(file.path))
    with inside(str(file.path)), waiting(session, _("Writing the file")):
        if not sheet.rows:
            raise WorkbookError(
                _("its tasks stand in other paragraphs, none in a table or by itself"),
                _("Edit it in Word: kshc edit docx."),
            )
        book = workbook_of(sheet)
    write_bytes(target, book)
    session.say(_("Written: {file}").format(file=target))
    sentence = _("Edited, it is taken back with: kshc import xlsx {file} --into {plan}")
    session.say(sentence.format(file=target, plan=file.path))
    return 0
