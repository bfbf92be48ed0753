"""A finding: what is wrong in an input, where, and what to do about it. Every check of kshc speaks in findings."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

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
    place: Place | None = None
    also: tuple[Place, ...] = ()
    """Other places that belong to it, such as the first of two equal keys."""
    also_paths: tuple[Path, ...] = ()
    """The same, as paths that are still to be located."""


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
    place = finding.place
    return (place.line, place.column, finding.rule, finding.message) if place else (0, 0, finding.rule, finding.message)


def also_at(finding: Finding, *paths: Path) -> Finding:
    """Return ``finding`` with further paths that belong to it."""
    return replace(finding, also_paths=(*finding.also_paths, *paths))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
