"""What can be wrong with a Word file as a whole."""

from typing import Final

from kshc_cli.errors import EXIT_UNREADABLE, FileError, UnreadableFileError
from kshc_cli.findings import Finding, Severity
from kshc_cli.foreign.kinds import FileKind
from kshc_cli.messages import _


class WordFileError(FileError):
    """A file that is no usable Word file; ``reason`` is a translated clause."""

    exit_status = EXIT_UNREADABLE
    rule = "unreadable-file"
    """The id of the finding that it makes."""

    def __init__(self, reason: str, remedy: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        """What to do about this cause; empty where only another file helps."""

    def sentence(self) -> str:
        """Say what is wrong with the file, and what to do about it."""
        return with_remedy(_("The file cannot be used: {reason}.").format(reason=self.reason), self.remedy)


def with_remedy(sentence: str, remedy: str) -> str:
    """Let the remedy, if there is one, follow what is wrong."""
    return f"{sentence} {remedy}".rstrip()


class NoWordFileError(WordFileError):
    """A file of another kind, in place of a Word file."""

    def __init__(self, kind: FileKind) -> None:
        super().__init__(_("it is {kind}, not a Word file (.docx)").format(kind=kind.name), kind.to_word)
        self.kind = kind


class TooDeepError(WordFileError):
    """A file in which tables, frames or links are nested deeper than any real one."""

    def __init__(self) -> None:
        super().__init__(_("its tables, frames or links are nested too deep"), _("Copy its text into a new document."))


class TooLongParagraphError(WordFileError):
    """A file in which one paragraph is put together of more pieces than any real one."""

    def __init__(self, limit: int) -> None:
        reason = _("one of its paragraphs is made of more than {count} pieces").format(count=limit)
        super().__init__(reason, _("Split that paragraph, or the document, into several."))


class OldCharsetError(WordFileError):
    """A file with text that was typed for fonts of before Unicode, so that its letters are gibberish."""

    rule = "old-charset"

    def __init__(self, charset: str, *, font: str, quote: str, paragraph: int) -> None:
        reason = _(
            "paragraph {paragraph} (“{quote}”, font {font}) is typed in the old charset {charset}, not in Unicode"
        )
        remedy = _("Convert the text from {charset} to Unicode first (UniKey Toolkit), then set it in Times New Roman.")
        super().__init__(
            reason.format(paragraph=paragraph, quote=quote, font=font, charset=charset), remedy.format(charset=charset)
        )
        self.charset = charset


UNUSABLE: Final = frozenset({WordFileError.rule, OldCharsetError.rule})
"""The ids of the findings about files of which nothing can be said."""


def unusable(problem: WordFileError | UnreadableFileError, file: str) -> Finding:
    """Return the finding about a file that cannot be read, is no usable Word file, or has become none that was written.

    What another file than this is to blame for is said with its name.
    """
    rule, remedy, reason = WordFileError.rule, "", problem.reason
    if isinstance(problem, UnreadableFileError) and problem.name != file:
        reason = problem.sentence()
    if isinstance(problem, WordFileError):
        rule, remedy = problem.rule, problem.remedy or _("Check a document that Word has saved as .docx.")
    message = _("The file cannot be used: {reason}.").format(reason=reason.removesuffix("."))
    return Finding(rule, Severity.ERROR, message, remedy)
