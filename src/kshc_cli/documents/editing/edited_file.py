"""A file of a plan that somebody edited: the plan that it was made of, and what was changed in it."""

from collections.abc import Callable, Container
from typing import Literal, NamedTuple

from kshc_cli.compare.edited import Wish
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan

EditedForm = Literal["docx", "xlsx"]


class EditedFile(NamedTuple):
    """An edited file, whatever program it is for."""

    form: EditedForm
    plan: bytes
    """The plan file that it was made of."""
    wish: Callable[[Plan, Container[str]], Wish]
    """What was changed in it, if that file holds this plan and the log tells of these tasks. Raises
    ``WordFileError``."""


class NoBaseError(WordFileError):
    """A file that does not tell of which plan it was made."""


def damaged(form: EditedForm = "docx") -> NoBaseError:
    """Return the error for a file whose part about its plan is damaged."""
    return NoBaseError(_("what it carries of the plan that it was made of is damaged"), other_ways(form))


def other_ways(form: EditedForm) -> str:
    """Say what can be done with a file that cannot be taken back."""
    if form == "xlsx":
        return _("Make a plan of it: kshc import xlsx --like plan.yaml.")
    return _("See what differs with kshc diff --word FILE, or make a plan of it: kshc import docx --like plan.yaml.")
