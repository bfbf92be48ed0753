"""Findings as commands of a GitHub workflow, which become annotations at the lines of a merge request."""

from collections.abc import Sequence

from kshc_cli.findings import Finding
from kshc_cli.messages import plain
from kshc_cli.reports.ci.told import in_one_sentence
from kshc_cli.reports.findings import FileFindings


def findings_github(files: Sequence[FileFindings]) -> str:
    """Write the findings of all files as workflow commands."""
    return "".join(_annotation(file.name, finding) for file in files for finding in file.findings)


def _annotation(name: str, finding: Finding) -> str:
    properties = [f"file={_property(name)}"]
    if finding.place:
        properties += [f"line={finding.place.line}", f"col={finding.place.column}"]
    properties.append(f"title={_property(f'kshc {finding.rule}')}")
    return f"::{finding.severity.value} {','.join(properties)}::{_data(in_one_sentence(finding))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(plain(text)).replace(":", "%3A").replace(",", "%2C")
