"""``kshc render pdf``: the official document as LibreOffice lays it out."""

import os
from typing import Annotated, Final

from kshc_cli.cli.decision_document import DocumentOptions, FinalOption, write_decision
from kshc_cli.cli.declarations import option
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import OutOption, TemplateOption
from kshc_cli.cli.template_options import LandscapeOption, SizeOption
from kshc_cli.cli.waiting import waiting
from kshc_cli.documents.rendering.pdf import font_names, is_settled, settled
from kshc_cli.documents.rendering.properties import day_of_document
from kshc_cli.libreoffice import find_libreoffice, pdf_of
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan

EXAMPLES = ("kshc render pdf", "kshc render pdf --final --out quyet-dinh.pdf")
FINDINGS = _("with --final, what a signed document must not have")

ORDERED: Final = "Times New Roman"
"""The font of official documents (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.3)."""

TWINS: Final = frozenset({"Liberation Serif", "Tinos", "Thorndale AMT"})
"""Fonts whose letters are as wide as those of Times New Roman."""

PdfForceOption = Annotated[
    bool, option("--force", help=_("Replace a file that kshc did not write, such as a signed copy."))
]


def command(
    session: Session,
    *,
    final: FinalOption = False,
    out: OutOption = None,
    template: TemplateOption = None,
    size: SizeOption = None,
    landscape: LandscapeOption = False,
    force: PdfForceOption = False,
) -> int:
    """Write the decision and its plan as PDF, from the same Word document as ``render docx``, through LibreOffice."""

    def convert(document: bytes, plan: Plan) -> bytes:
        program = find_libreoffice(os.environ.get("KSHC_SOFFICE"))
        with waiting(session, _("LibreOffice makes the PDF")):
            pdf = settled(pdf_of(document, program), day_of_document(plan))
        if remark := _fonts_remark(font_names(pdf)):
            session.say(remark)
        return pdf

    options = DocumentOptions(final, out, template, size, landscape, force)
    return write_decision(session, options, ".pdf", convert, is_settled)


def _fonts_remark(fonts: tuple[str, ...]) -> str | None:
    """Say which fonts stand for the one that is ordered; None where it is there, or no font is known."""
    if not fonts or ORDERED in fonts:
        return None
    used = ", ".join(fonts)
    if TWINS.issuperset(fonts):
        return _(
            "The PDF shows {used} in place of Times New Roman; its letters are as wide, lines break alike."
        ).format(used=used)
    return _("The PDF shows {used} and not Times New Roman; lines may break elsewhere than in Word.").format(used=used)
