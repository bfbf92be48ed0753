"""What can be wrong with a Word file as a whole."""

from kshc_cli.errors import EXIT_UNREADABLE, KshcError
from kshc_cli.messages import _


class WordFileError(KshcError):
    """A file that is no usable Word file; ``reason`` is a translated clause."""

    exit_status = EXIT_UNREADABLE

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason

    def sentence(self) -> str:
        """Say what is wrong with the file."""
        return _("The file cannot be used: {reason}.").format(reason=self.reason)


class TooDeepError(WordFileError):
    """A file in which tables, frames or links are nested deeper than any real one."""

    def __init__(self) -> None:
        super().__init__(_("its tables, frames or links are nested too deep"))
