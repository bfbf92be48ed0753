"""Findings as a report of tests in JUnit's XML, which every CI shows: a suite a file, a failed case an error.

Format: https://github.com/testmoapp/junitxml, what is common to the dialects of Ant, Jenkins and GitLab.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import plain
from kshc_cli.reports.ci.told import in_one_sentence, path_of
from kshc_cli.reports.findings import FileFindings


def findings_junit(files: Sequence[FileFindings], *, strict: bool = False) -> str:
    """Write the findings of all files as one report; a file without any is a case that passed.

    With ``strict`` warnings fail, too.
    """
    failing = frozenset(Severity) if strict else frozenset({Severity.ERROR})
    errors = sum(file.count(severity) for file in files for severity in failing)
    report = Element("testsuites", name="kshc", tests=str(sum(map(_cases, files))), failures=str(errors), errors="0")
    for file in files:
        _add_suite(report, file, failing)
    indent(report)
    written: bytes = tostring(report, encoding="utf-8", xml_declaration=True)
    return written.decode() + "\n"


def _cases(file: FileFindings) -> int:
    return len(file.findings) or 1


def _add_suite(report: Element, file: FileFindings, failing: AbstractSet[Severity]) -> None:
    path = _written(path_of(file))
    failures = str(sum(map(file.count, failing)))
    suite = SubElement(
        report, "testsuite", name=path, tests=str(_cases(file)), failures=failures, errors="0", skipped="0"
    )
    if not file.findings:
        SubElement(suite, "testcase", name="kshc", classname=path)
    for finding in file.findings:
        _add_case(suite, path, finding, is_failed=finding.severity in failing)


def _add_case(suite: Element, path: str, finding: Finding, *, is_failed: bool) -> None:
    """Add a case for a finding; what fails none stands in what it printed."""
    line = f":{finding.place.line}:{finding.place.column}" if finding.place else ""
    case = SubElement(suite, "testcase", name=finding.rule, classname=f"{path}{line}")
    words = _written(in_one_sentence(finding))
    if is_failed:
        failure = SubElement(case, "failure", message=words, type=finding.rule)
        failure.text = f"{path}{line}: {words}"
    else:
        SubElement(case, "system-out").text = f"{path}{line}: {words}"


def _written(words: str) -> str:
    """Return words without the signs that XML cannot hold."""
    return plain(words).encode(errors="replace").decode()
