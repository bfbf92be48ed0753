"""What can be wrong with a template."""

from kshc_cli.documents.word.errors import WordFileError, with_remedy
from kshc_cli.messages import _


class TemplateError(WordFileError):
    """A template that is no usable Word file or whose tags cannot be filled; ``reason`` is a translated clause.

    ``near`` is the text of the paragraph with the tag at fault, as far as it is known.
    """

    def __init__(self, reason: str, near: str = "", *, remedy: str = "") -> None:
        super().__init__(reason, remedy)
        self.near = near

    def sentence(self) -> str:
        """Say what is wrong with the template, and what to do about it."""
        return with_remedy(_("The template cannot be used: {reason}.").format(reason=self.reason), self.remedy)
