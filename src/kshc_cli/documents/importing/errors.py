"""Why a Word document cannot become a plan."""

from kshc_cli.errors import EXIT_FINDINGS, EXIT_USAGE, FileError
from kshc_cli.messages import _


class NoTaskTableError(FileError):
    """A document in which no tasks were found."""

    exit_status = EXIT_FINDINGS

    def sentence(self) -> str:
        """Say how tasks are known."""
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
