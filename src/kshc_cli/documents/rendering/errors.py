"""What can be wrong with a template."""

from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.messages import _


class TemplateError(WordFileError):
    """A template that is no usable Word file or whose tags cannot be filled; ``reason`` is a translated clause.

    ``near`` is the text of the paragraph with the tag at fault, as far as it is known.
    """

    def __init__(self, reason: str, near: str = "") -> None:
        super().__init__(reason)
        self.near = near

    def sentence(self) -> str:
        """Say what is wrong with the template."""
        return _("The template cannot be used: {reason}.").format(reason=self.reason)
