"""What can be wrong with a template."""

from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.messages import _


class TemplateError(WordFileError):
    """A template that is no usable Word file or whose tags cannot be filled; ``reason`` is a translated clause."""

    def sentence(self) -> str:
        """Say what is wrong with the template."""
        return _("The template cannot be used: {reason}.").format(reason=self.reason)
