"""What became of the rules of layout in Word files, written for people, for programs and for GitHub."""

from collections.abc import Mapping, Sequence

from kshc_cli.dataclass import dataclass, field
from kshc_cli.findings import Finding, Outcome, RuleOutcome, in_order
from kshc_cli.messages import _
from kshc_cli.reports.drawing import ColumnHeading
from kshc_cli.reports.findings import FileFindings, file_record, findings_text
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.repairs import layout_repairs_text
from kshc_cli.reports.tables import table_text
from kshc_cli.reports.terminal import Terminal


@dataclass(frozen=True, slots=True)
class FileLayout:
    """The outcomes of the rules in one file; ``unreadable`` is why there are none."""

    name: str
    outcomes: tuple[RuleOutcome, ...] = ()
    unreadable: Finding | None = None
    kinds: tuple[str, ...] = ()
    """The kinds of its texts, in Vietnamese."""
    origin: str = "state"
    """Whose rules it follows, as ``Origin`` spells it: only of ``state`` rules are judged."""
    unsettled: Mapping[str, int] = field(default_factory=dict)
    """In how many places it holds what is not seen of it, by kind."""
    notes: tuple[str, ...] = ()
    """The same in sentences."""
    repaired: tuple[Finding, ...] = ()
    """What was repaired before it was looked at."""
    is_tried: bool = False
    """Whether that was only tried, and nothing written."""

    @property
    def findings(self) -> FileFindings:
        """All findings of the file, in order of place."""
        own = () if self.unreadable is None else (self.unreadable,)
        return FileFindings(self.name, (*own, *in_order(one for each in self.outcomes for one in each.findings)))

    @property
    def is_judged(self) -> bool:
        """Whether it was held to rules."""
        return self.unreadable is None and self.origin == "state" and bool(self.kinds)

    def count(self, outcome: Outcome) -> int:
        """Count the rules of one outcome."""
        return sum(each.outcome is outcome for each in self.outcomes)


def layout_text(files: Sequence[FileLayout], terminal: Terminal, *, all_rules: bool) -> str:
    """Write the findings of each file, what it was taken for, and how many rules passed.

    With ``all_rules`` each rule follows, with the reason where it could not be evaluated.
    """
    findings = "".join(
        layout_repairs_text(file.name, file.repaired, terminal, dry_run=file.is_tried)
        + findings_text(file.findings, terminal)
        for file in files
    )
    notes, counts = "".join(_taken_for(file) + _notes(file) for file in files), _counts(files, terminal)
    return findings + notes + counts + (_rules(files, terminal) if all_rules else "")


def _taken_for(file: FileLayout) -> str:
    """Say what a file was taken for."""
    if file.unreadable is not None:
        return ""
    if file.is_judged:
        said = _("{file}: checked as {kinds}.").format(file=file.name, kinds=", ".join(file.kinds))
        return f"{said}\n"
    return _("{file}: nothing to check: {reason}.").format(file=file.name, reason=_unchecked(file.origin)) + "\n"


def _notes(file: FileLayout) -> str:
    """Say what a file holds besides what is seen of it, as far as no finding does."""
    said = {finding.message for finding in file.findings.findings}
    return "".join(f"{file.name}: {note}\n" for note in file.notes if note not in said)


def _unchecked(origin: str) -> str:
    """Say why a file is held to no rule."""
    return {
        "party": _("a document of the Party; Nghị định 30/2020/NĐ-CP does not order its layout"),
        "union": _("a document of the Youth Union; Nghị định 30/2020/NĐ-CP does not order its layout"),
        "legislation": _("legislation; Nghị định 30/2020/NĐ-CP does not order its layout"),
        "template": _("a template whose fields are not filled in"),
    }.get(origin, _("not an official document of a kind that can be told"))


def _counts(files: Sequence[FileLayout], terminal: Terminal) -> str:
    headings = (
        ColumnHeading(_("File"), 1, named=False, calls="whole"),
        ColumnHeading(_("Passed")),
        ColumnHeading(_("Failed")),
        ColumnHeading(_("Not evaluated")),
    )
    rows = [(file.name, *(str(file.count(outcome)) for outcome in Outcome)) for file in files if file.is_judged]
    return table_text(headings, rows, terminal) if rows else ""


def _rules(files: Sequence[FileLayout], terminal: Terminal) -> str:
    names = {Outcome.PASSED: _("passed"), Outcome.FAILED: _("failed"), Outcome.NOT_EVALUATED: _("not evaluated")}
    rows = [(file.name, each.rule, names[each.outcome], each.reason) for file in files for each in file.outcomes]
    headings = (
        ColumnHeading(_("File"), 2, named=False, calls="whole"),
        ColumnHeading(_("Rule"), named=False),
        ColumnHeading(_("Outcome"), named=False),
        ColumnHeading(_("Why"), 3),
    )
    first = 0 if len(files) > 1 else 1
    return table_text(headings[first:], [row[first:] for row in rows], terminal) if rows else ""


def layout_record(files: Sequence[FileLayout], *, profile: str, final: bool) -> Json:
    """Return all outcomes and findings as one object (kshc.layout/1)."""
    return {
        "schema": "kshc.layout/1",
        "profile": profile,
        "final": final,
        "files": [_file_record(file) for file in files],
    }


def _file_record(file: FileLayout) -> Json:
    found = file_record(file.findings)
    return {
        **{name: value for name, value in found.items() if name != "findings"},
        "readable": file.unreadable is None,
        "origin": None if file.unreadable else file.origin,
        "kinds": list(file.kinds),
        "unsettled": dict(file.unsettled),
        **{outcome.value: file.count(outcome) for outcome in Outcome},
        "rules": [
            {
                "rule": each.rule,
                "severity": each.severity.value,
                "outcome": each.outcome.value,
                "reason": each.reason or None,
            }
            for each in file.outcomes
        ],
        "findings": found["findings"],
        "repaired": file_record(FileFindings(file.name, file.repaired))["findings"],
    }
