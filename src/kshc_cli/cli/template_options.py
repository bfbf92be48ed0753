"""The options that choose among kshc's own templates."""

from enum import StrEnum
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.documents.rendering.template_form import TemplateForm
from kshc_cli.messages import _


class LetterSize(StrEnum):
    """The size of the body in points."""

    LARGER = "14"
    SMALLER = "13"


SizeOption = Annotated[
    LetterSize | None, option("--size", help=_("Letters of the body in points; all other sizes move with it."))
]
LandscapeOption = Annotated[bool, option("--landscape", help=_("Sections with tables stand on turned pages."))]


def form_of(*, alone: bool, size: LetterSize | None, landscape: bool) -> TemplateForm:
    """Return the form of the template that the options ask for."""
    return TemplateForm(alone, 13 if size is LetterSize.SMALLER else 14, landscape)
