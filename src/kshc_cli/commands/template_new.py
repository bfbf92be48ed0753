"""``kshc template new``: one of kshc's own templates as a file, to be changed in Word."""

from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.session import Session
from kshc_cli.cli.template_options import LandscapeOption, PurposeOption, SizeOption, form_of, own_template
from kshc_cli.cli.values import out_option
from kshc_cli.disk.reading import is_file
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.rendering.template_form import Purpose
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.workspace import template_bytes

EXAMPLES = (
    "kshc template new --out mau.docx",
    "kshc template new --plan-alone --size 13 --landscape --out mau.docx",
    "kshc template new --for reminder --out don-doc.docx",
)

OutOption = Annotated[str, out_option(_("The file to write."))]
AloneOption = Annotated[
    bool, option("--plan-alone", help=_("For a plan that is issued by itself, without a decision."))
]
ForceOption = Annotated[bool, option("--force", help=_("Replace a file that is there already."))]


def command(
    session: Session,
    *,
    out: OutOption,
    purpose: PurposeOption = Purpose.PLAN,
    alone: AloneOption = False,
    size: SizeOption = None,
    landscape: LandscapeOption = False,
    force: ForceOption = False,
) -> int:
    """Write a template to begin from: open it in Word, change what your office does otherwise, check it, use it."""
    target = Path(out)
    if out == "-":
        raise WrongArgumentError(_("--out names no file."))
    if is_file(target) and not force:
        raise WrongArgumentError(_("{file} is there already; --force replaces it.").format(file=out))
    name = own_template(purpose, form_of(alone=alone, size=size, landscape=landscape))
    write_bytes(target, template_bytes(None, name))
    session.say(_("Written: {file}").format(file=target))
    return 0
