"""Why a Word document cannot become a plan."""

from kshc_cli.errors import EXIT_FINDINGS, EXIT_USAGE, FileError
from kshc_cli.messages import _


class NoTaskTableError(FileError):
    """A document in which no tasks were found."""

    exit_status = EXIT_FINDINGS

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        """What its tables are that look like tasks, in a sentence; empty where there are none."""

    def sentence(self) -> str:
        """Say how tasks are known, and what was taken for none."""
        known = self._known()
        return f"{known} {self.reason}" if self.reason else known

    @staticmethod
    def _known() -> str:
        return _(
            "The document has no tasks: no table whose header names the content (Nội dung, Nhiệm vụ) "
            "and who, when or with which result (Chủ trì, Thời gian, Sản phẩm), "
            "and no paragraphs with lines such as “- Cơ quan chủ trì: …” or “- Thời gian thực hiện: …”."
        )


class UnknownYearError(FileError):
    """A document that does not say which year it plans for."""

    exit_status = EXIT_USAGE

    def sentence(self) -> str:
        """Name the option."""
        return _("The document does not say for which year it plans; name it with --year.")
