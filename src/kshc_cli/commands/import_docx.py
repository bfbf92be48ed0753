"""``kshc import docx``: a Word document back into a plan."""

from typing import Annotated

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.declarations import argument
from kshc_cli.cli.importing import (
    Document,
    ForceOption,
    LikeOption,
    OutOption,
    Wish,
    YearOption,
    import_document,
)
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.messages import _

EXAMPLES = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    "kshc import docx ke-hoach-sua.docx --like plan.yaml > plan-moi.yaml",
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


def command(
    session: Session,
    file: FileArgument,
    *,
    out: OutOption = None,
    like: LikeOption = None,
    year: YearOption = None,
    force: ForceOption = False,
) -> int:
    """Read a Word document back into a plan; words that find no place in it are listed, and the status is 1."""

    def read(data: bytes) -> Document:
        word, told = made_readable(data, "docx")
        return Document(read_body(word), told=told)

    return import_document(session, file, read, Wish(out, like, year, force))
