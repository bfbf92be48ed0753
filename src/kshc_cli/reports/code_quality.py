"""Findings as a report of code quality, as GitLab shows them in a merge request.

Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, a part of Code Climate's.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256
from typing import Final

from kshc_cli.findings import Finding, Severity
from kshc_cli.reports.findings import FileFindings, place_and_words
from kshc_cli.reports.json_text import Json, json_list

_WEIGHTS: Final = {Severity.ERROR: "critical", Severity.WARNING: "minor"}
"""Of GitLab's five (info, minor, major, critical, blocker)."""


def findings_gitlab(files: Sequence[FileFindings]) -> str:
    """Write the findings of all files as one report of code quality."""
    return json_list([record for file in files for record in _records(file)])


def _records(file: FileFindings) -> list[Json]:
    seen: Counter[str] = Counter()
    records = []
    for finding in file.findings:
        key = "\0".join((finding.rule, *map(str, finding.path), place_and_words(finding)))
        seen[key] += 1
        records.append(_record(file.name, finding, f"{file.name}\0{key}\0{seen[key]}"))
    return records


def _record(name: str, finding: Finding, key: str) -> Json:
    """Return what GitLab wants to know; its fingerprint stays where other lines of the file change."""
    return {
        "description": f"{place_and_words(finding)} {finding.remedy}".strip(),
        "check_name": finding.rule,
        "fingerprint": sha256(key.encode(errors="surrogatepass")).hexdigest(),
        "severity": _WEIGHTS[finding.severity],
        "location": {
            "path": name.replace("\\", "/").removeprefix("./"),
            "lines": {"begin": finding.place.line if finding.place else 1},
        },
    }
