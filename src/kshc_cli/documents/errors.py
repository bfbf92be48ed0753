"""What can be wrong with a template."""

from kshc_cli.errors import EXIT_UNREADABLE, KshcError
from kshc_cli.messages import _


class TemplateError(KshcError):
    """A template that is no usable Word file or whose tags cannot be filled; ``reason`` is a translated clause."""

    exit_status = EXIT_UNREADABLE

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def sentence(self) -> str:
        """Say what is wrong with the template."""
        return _("The template cannot be used: {reason}.").format(reason=self.reason)
