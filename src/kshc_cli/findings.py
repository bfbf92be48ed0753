"""A finding: what is wrong in an input, where, and what to do about it. Every check of kshc speaks in findings."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Final

from kshc_cli.dataclass import dataclass

Path = tuple[str | int, ...]
"""The way to a value in the plan: mapping keys and list indexes from the root, as they are spelt in YAML."""


class Severity(StrEnum):
    """How much a finding weighs: an error fails a validation, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """A position in a text file; lines and columns count from 1, columns in characters."""

    line: int
    column: int
    source: str = ""
    """The whole source line, without its line end."""


@dataclass(frozen=True, slots=True)
class WordPlace:
    """A place in a Word file; paragraphs and tables count from 1 through the part, those in cells included."""

    paragraph: int
    page: int | None = None
    """The page on which Word last showed it; None where the file does not tell."""
    table: int | None = None
    row: int | None = None
    cell: int | None = None
    part: str = "body"
    """``body``, ``header``, ``footer``, ``footnotes``, ``endnotes`` or ``comments``."""
    quote: str = ""
    """The words that stand there."""
    sheet: str | None = None
    """The sheet of a workbook, in which only ``row`` and ``cell``, its row and column, are counted; None in Word."""


def column_letters(column: int) -> str:
    """Return what a sheet calls a column: A, B … Z, AA."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to repair. ``message`` says what is wrong, ``remedy`` what to do, each in one sentence."""

    rule: str
    severity: Severity
    message: str
    remedy: str = ""
    path: Path = ()
    on_key: bool = False
    """Whether the place is the key of the last mapping entry in ``path`` and not its value."""
    words: str = ""
    """The words inside the value at ``path`` that the finding is about; they sharpen the column."""
    at_end: bool = False
    """Whether the place is the last of these words' characters and not the first."""
    place: Place | None = None
    word_place: WordPlace | None = None
    """The place, where the input is a Word file."""
    also: tuple[Place, ...] = ()
    """Other places that belong to it, such as the first of two equal keys."""
    also_paths: tuple[Path, ...] = ()
    """The same, as paths that are still to be located."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What was put in place of what for the sake of a rule, with the place in the file as it was."""

    rule: str
    place: Place
    old: str
    new: str


class Outcome(StrEnum):
    """What became of a rule in one file."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_EVALUATED = "not_evaluated"
    """Nothing in the file could be held to it; that is no pass."""


@dataclass(frozen=True, slots=True)
class RuleOutcome:
    """A rule's outcome in one file, with its findings where it failed and the reason where it was not evaluated."""

    rule: str
    severity: Severity
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    reason: str = ""


def error(rule: str, path: Path, message: str, remedy: str = "", *, words: str = "") -> Finding:
    """Make an error about the value at ``path``."""
    return Finding(rule, Severity.ERROR, message, remedy, path, words=words)


def warning(rule: str, path: Path, message: str, remedy: str = "", *, words: str = "") -> Finding:
    """Make a warning about the value at ``path``."""
    return Finding(rule, Severity.WARNING, message, remedy, path, words=words)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place, then by rule; those without a place come first."""
    return tuple(sorted(findings, key=_order))


def _order(finding: Finding) -> tuple[int, int, str, str]:
    line, column = 0, 0
    if finding.place:
        line, column = finding.place.line, finding.place.column
    elif finding.word_place:
        line = _PARTS.get(finding.word_place.part, len(_PARTS))
        column = finding.word_place.paragraph
    return (line, column, finding.rule, finding.message)


_PARTS: Final = {"header": 1, "body": 2, "footer": 3}
"""The parts of a Word file in the order of a page; those of the notes come last."""


def errors(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that are errors."""
    return (finding for finding in findings if finding.severity is Severity.ERROR)


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
