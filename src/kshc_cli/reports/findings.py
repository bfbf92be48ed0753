"""Findings, written for people and as plain data; ``ci`` writes them for the programs around a merge request."""

import unicodedata
from collections.abc import Sequence

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Finding, Place, Severity, WordPlace, column_letters
from kshc_cli.messages import _, ngettext, on_one_line, plain
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.terminal import Terminal

_SHOWN = 100
"""How much of a source line an excerpt shows at most, in characters; on a terminal no more than its width."""

_QUOTE = "  | "
"""What stands before the words of a place in a Word file."""


@dataclass(frozen=True, slots=True)
class FileFindings:
    """The findings of one file."""

    name: str
    findings: tuple[Finding, ...]

    def count(self, severity: Severity) -> int:
        """Count the findings of one severity."""
        return sum(finding.severity is severity for finding in self.findings)


def findings_text(file: FileFindings, terminal: Terminal) -> str:
    """Write findings for a person: file:line:column, what is wrong, the source line with a caret, what to do."""
    return "".join(_finding_text(plain(file.name), finding, terminal) for finding in file.findings)


def _finding_text(name: str, finding: Finding, terminal: Terminal) -> str:
    name = plain(name)
    severity = _("error") if finding.severity is Severity.ERROR else _("warning")
    place = f"{name}:{finding.place.line}:{finding.place.column}" if finding.place else name
    if finding.word_place:
        place = f"{name}: {word_place_words(finding.word_place)}"
    said = f"{place}: {_painted(severity, finding.severity, terminal)}: {plain(finding.message)} [{finding.rule}]"
    fitted = terminal.fitted if terminal.interactive else str
    lines = [fitted(said)]
    if finding.place:
        lines += _excerpt(finding.place, terminal)
    if finding.word_place and finding.word_place.quote.strip():
        lines.append(f"{_QUOTE}{_quoted(finding.word_place.quote, _room(_QUOTE, terminal))}")
    for other in finding.also:
        lines.append("  " + _("see also {place}").format(place=f"{name}:{other.line}:{other.column}"))
    if finding.remedy:
        lines.append(fitted("  " + plain(finding.remedy)))
    return "\n".join(lines) + "\n"


def _painted(word: str, severity: Severity, terminal: Terminal) -> str:
    if not terminal.color:
        return word
    return f"\x1b[{'1;31' if severity is Severity.ERROR else '1;33'}m{word}\x1b[0m"


def _room(before: str, terminal: Terminal) -> int:
    """Return how many characters of the source fit behind ``before``, so that a caret points at what it means."""
    return min(_SHOWN, terminal.width - len(before)) if terminal.interactive else _SHOWN


def _excerpt(place: Place, terminal: Terminal) -> list[str]:
    """Return the source line and a caret under the column; a long line is shown around the column, its cuts marked."""
    before = f"  {place.line} | "
    room = _room(before, terminal)
    first = max(0, place.column - 1 - room // 2) if len(place.source) > room else 0
    shown = "".join(" " if not sign.isprintable() else sign for sign in place.source[first : first + room])
    if not shown.strip():
        return []
    shown = f"…{shown[1:]}" if first else shown
    shown = f"{shown[:-1]}…" if first + room < len(place.source) else shown
    caret = " " * _cells(shown[: place.column - 1 - first]) + "^"
    return [f"{before}{shown}", f"{' ' * (len(before) - 2)}| {caret}"]


def word_place_words(place: WordPlace) -> str:
    """Name a place in a file: ``page 2, paragraph 31, table 1, row 4, cell 2``, or ``sheet “A”, cell B7``."""
    if place.sheet is not None:
        return _sheet_words(place.sheet, place.row, place.cell)
    parts = {
        "header": _("page header"),
        "footer": _("page footer"),
        "footnotes": _("footnotes"),
        "endnotes": _("endnotes"),
        "comments": _("comments"),
    }
    steps = [parts[place.part]] if place.part in parts else []
    counted = (
        (_("page {n}"), place.page),
        (_("paragraph {n}"), place.paragraph),
        (_("table {n}"), place.table),
        (_("row {n}"), place.row),
        (_("cell {n}"), place.cell),
    )
    return ", ".join([*steps, *(words.format(n=number) for words, number in counted if number)])


def _sheet_words(sheet: str, row: int | None, column: int | None) -> str:
    named = [_("sheet “{name}”").format(name=plain(sheet))] if sheet else []
    if row and column:
        return ", ".join([*named, _("cell {name}").format(name=f"{column_letters(column)}{row}")])
    if column:
        return ", ".join([*named, _("column {name}").format(name=column_letters(column))])
    return ", ".join([*named, *([_("row {n}").format(n=row)] if row else [])])


def _quoted(words: str, room: int) -> str:
    """Return the words of a place on one line of at most ``room`` characters."""
    line = " ".join(on_one_line(words).split())
    return line if len(line) <= room else line[: room - 1].rstrip() + "…"


def _cells(text: str) -> int:
    """Count the terminal cells of ``text``: combining marks take none."""
    return sum(not unicodedata.combining(sign) for sign in text)


def summary_line(files: Sequence[FileFindings]) -> str:
    """Say how many findings there are."""
    errors = sum(file.count(Severity.ERROR) for file in files)
    warnings = sum(file.count(Severity.WARNING) for file in files)
    return ", ".join(
        (
            ngettext("{n} file", "{n} files", len(files)).format(n=len(files)),
            ngettext("{n} error", "{n} errors", errors).format(n=errors),
            ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        )
    )


def findings_record(files: Sequence[FileFindings]) -> Json:
    """Return all findings as one object (kshc.findings/1)."""
    return {
        "schema": "kshc.findings/1",
        "files": [file_record(file) for file in files],
    }


def file_record(file: FileFindings) -> Json:
    """Return the findings of one file, with their counts."""
    return {
        "file": file.name,
        "errors": file.count(Severity.ERROR),
        "warnings": file.count(Severity.WARNING),
        "findings": [_finding_record(finding) for finding in file.findings],
    }


def _finding_record(finding: Finding) -> Json:
    place = finding.place
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "path": list(finding.path),
        "message": finding.message,
        "remedy": finding.remedy,
        **({} if finding.word_place is None else {"word_place": word_place_record(finding.word_place)}),
        "also": [{"line": other.line, "column": other.column} for other in finding.also],
    }


def word_place_record(place: WordPlace) -> Json:
    """Return a place in a Word file as plain data."""
    return {
        "part": place.part,
        "page": place.page,
        "paragraph": place.paragraph,
        "table": place.table,
        "row": place.row,
        "cell": place.cell,
        "quote": place.quote,
        **({} if place.sheet is None else {"sheet": place.sheet}),
    }


def place_and_words(finding: Finding) -> str:
    """Return what is wrong, behind its place where that is one in a Word file."""
    place = f"{word_place_words(finding.word_place)}: " if finding.word_place else ""
    return place + finding.message
