"""What can be wrong with an Excel workbook as a whole."""

from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.foreign.kinds import FileKind
from kshc_cli.messages import _


class WorkbookError(WordFileError):
    """A file that is no usable workbook; ``reason`` is a translated clause."""


class NoWorkbookError(WorkbookError):
    """A file of another kind, in place of a workbook; None for one that is of no kind that is known."""

    def __init__(self, kind: FileKind | None) -> None:
        reason = _("it is {kind}, not an Excel workbook (.xlsx)").format(kind=kind.name) if kind else ""
        super().__init__(reason or _("it is not an Excel workbook (.xlsx)"), kind.to_excel if kind else "")
        self.kind = kind


class BrokenWorkbookError(WorkbookError):
    """A workbook whose parts are broken."""

    def __init__(self) -> None:
        super().__init__(_("its content is broken"), _("Open it in Excel, which may repair it, and save it again."))


class TooLargeWorkbookError(WorkbookError):
    """A workbook in which more stands, or further apart, than in any real one."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            reason, _("Delete the empty rows and columns around its tables, or split it into several files.")
        )
