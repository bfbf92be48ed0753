"""The options that choose among kshc's own templates."""

from enum import StrEnum
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.values import choice
from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose, TemplateForm
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _


class LetterSize(StrEnum):
    """The size of the body in points."""

    LARGER = "14"
    SMALLER = "13"


SizeOption = Annotated[
    LetterSize | None, option("--size", help=_("Letters of the body in points; all other sizes move with it."))
]
LandscapeOption = Annotated[bool, option("--landscape", help=_("Sections with tables stand on turned pages."))]


def purpose_words(purpose: Purpose) -> str:
    """Return what the documents of a template are called."""
    return {
        Purpose.PLAN: _("plan"),
        Purpose.EXTRACT: _("extract"),
        Purpose.REMINDER: _("reminder"),
        Purpose.REPORT: _("report"),
        Purpose.AMENDMENT: _("amendment"),
    }[purpose]


PurposeOption = Annotated[
    Purpose,
    choice("--for", values=Purpose, words=purpose_words, metavar=_("DOCUMENT"), help=_("What the template is for.")),
]


def own_template(purpose: Purpose, form: TemplateForm) -> str:
    """Return the name of kshc's own template; only that of a plan has forms. Raises WrongArgumentError."""
    if purpose is Purpose.PLAN:
        return form.file_name
    if form != TemplateForm():
        raise WrongArgumentError(_("--plan-alone, --size and --landscape choose among the templates of a plan."))
    return OWN_FILES[purpose]


def form_of(*, alone: bool, size: LetterSize | None, landscape: bool) -> TemplateForm:
    """Return the form of the template that the options ask for."""
    return TemplateForm(alone, 13 if size is LetterSize.SMALLER else 14, landscape)
