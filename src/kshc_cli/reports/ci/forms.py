"""The forms of findings that programs around a merge request read, by name."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from kshc_cli.reports.ci.annotations import findings_github
from kshc_cli.reports.ci.code_quality import findings_gitlab
from kshc_cli.reports.ci.sarif import findings_sarif
from kshc_cli.reports.ci.test_report import findings_junit
from kshc_cli.reports.findings import FileFindings

FORMS: Final[Mapping[str, Callable[[Sequence[FileFindings], bool, str], str]]] = {
    "github": lambda files, _strict, _site: findings_github(files),
    "gitlab": lambda files, _strict, _site: findings_gitlab(files),
    "junit": lambda files, strict, _site: findings_junit(files, strict=strict),
    "sarif": lambda files, _strict, site: findings_sarif(files, site),
}
"""What writes the findings of all files in each form; the second argument is whether warnings fail, too,
the third where the documentation is published, if not where kshc knows."""
