"""``kshc import docx``: a Word document back into a plan."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.declarations import argument
from kshc_cli.cli.import_command import ForceOption, LikeOption, OutOption, YearOption
from kshc_cli.cli.importing import ImportOptions, import_document
from kshc_cli.cli.merging import (
    Brought,
    DryOption,
    IntoOption,
    MergeOptions,
    OriginalOption,
    YesOption,
    merge_file,
)
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.desk.import_account import about_unsettled
from kshc_cli.desk.importing import ShownFile
from kshc_cli.documents.editing.wish import edited_document
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _

EXAMPLES = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    "kshc import docx ke-hoach-sua.docx --like plan.yaml > plan-moi.yaml",
    "kshc import docx ban-sua.docx --into plan.yaml",
)
FINDINGS = _("something found no place in the plan, or is wrong")

FileArgument = Annotated[
    str,
    argument(
        reader=FILLED,
        metavar=_("FILE"),
        help=_("A Word document (.docx; .doc, .odt, .rtf through LibreOffice) with tasks in tables or in paragraphs."),
    ),
]


def read_document(data: bytes) -> ShownFile:
    """Return what a Word document shows."""
    word, told = made_readable(data, "docx")
    return ShownFile(read_body(word), told=told)


def command(
    session: Session,
    file: FileArgument,
    *,
    out: OutOption = None,
    like: LikeOption = None,
    year: YearOption = None,
    force: ForceOption = False,
    into: IntoOption = None,
    yes: YesOption = False,
    dry_run: DryOption = False,
    original: OriginalOption = False,
) -> int:
    """Make a plan of a Word document, or change a plan where a Word file of ``kshc edit docx`` was changed."""
    asked = ImportOptions(out, like, year, force)
    merging = MergeOptions(yes, dry_run, original)
    if into is None:
        if merging != MergeOptions():
            raise WrongArgumentError(_("--yes, --dry-run and --original go with --into PLAN."))
        return import_document(session, file, read_document, asked)
    if asked != ImportOptions(None, None, None, force=False):
        raise WrongArgumentError(_("--into changes a plan that is there: leave out --out, --like, --year and --force."))
    return merge_file(session, file, into, merging, partial(_edited, original=original))


def _edited(data: bytes, *, original: bool) -> Brought:
    word, told = made_readable(data, "docx")
    file = edited_document(word, original=original)
    return Brought(file, told if original else (*told, *about_unsettled(read_body(word))))
