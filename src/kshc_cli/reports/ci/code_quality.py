"""Findings as a report of code quality, as GitLab shows them in a merge request.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, a part of Code Climate's.
"""

from collections.abc import Sequence
from typing import Final

from kshc_cli.findings import Finding, Severity
from kshc_cli.reports.ci.told import in_one_sentence, path_of, with_fingerprints
from kshc_cli.reports.findings import FileFindings
from kshc_cli.reports.json_text import Json, json_list

_WEIGHTS: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
"""Of GitLab's five (info, minor, major, critical, blocker)."""


def findings_gitlab(files: Sequence[FileFindings]) -> str:
    """Write the findings of all files as one report of code quality."""
    return json_list([_record(path_of(file), *told) for file in files for told in with_fingerprints(file)])


def _record(path: str, finding: Finding, fingerprint: str) -> Json:
    return {
        "description": in_one_sentence(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _WEIGHTS[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.place.line if finding.place else 1}},
    }
