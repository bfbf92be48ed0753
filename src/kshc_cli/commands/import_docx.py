"""``kshc import docx``: a Word document back into a plan."""

from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.import_command import UNPLACED, import_command
from kshc_cli.desk.importing import ShownFile
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.messages import _

EXAMPLES = (
    "kshc import docx ke-hoach.docx --out plan.yaml",
    "kshc import docx ke-hoach-sua.docx --like plan.yaml > plan-moi.yaml",
)
FINDINGS = UNPLACED


def read_document(data: bytes) -> ShownFile:
    """Return what a Word document shows."""
    word, told = made_readable(data, "docx")
    return ShownFile(read_body(word), told=told)


command = import_command(
    read_document,
    _("A Word document (.docx; .doc, .odt, .rtf through LibreOffice) with tasks in tables or in paragraphs."),
)
