"""The forms of findings that programs around a merge request read, by name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kshc_cli.reports.ci.annotations import findings_github
from kshc_cli.reports.ci.code_quality import findings_gitlab
from kshc_cli.reports.ci.sarif import findings_sarif
from kshc_cli.reports.ci.test_report import findings_junit
from kshc_cli.reports.findings import FileFindings

FORMS: Final[Mapping[str, Callable[[Sequence[FileFindings]], str]]] = {
    "github": findings_github,
    "gitlab": findings_gitlab,
    "junit": findings_junit,
    "sarif": findings_sarif,
}
"""What writes the findings of all files in each form."""
