"""Findings as a report of tests: read back by another library."""

from junitparser import JUnitXml

from kshc_cli.findings import Finding, Place, Severity
from kshc_cli.reports.ci.test_report import findings_junit
from kshc_cli.reports.findings import FileFindings
from tests.conftest import Kshc

TWICE = "tests/examples/rules/article-order/skipped.yaml"
SOUND = "tests/examples/sound.yaml"


def test_an_error_is_a_failed_case_and_a_sound_file_a_case_that_passed(kshc: Kshc) -> None:
    answer = kshc("validate", TWICE, SOUND, "--format", "junit")
    report = JUnitXml.fromstring(answer.out.encode())
    assert (report.tests, report.failures, report.errors) == (2, 1, 0)
    wrong, sound = report
    assert [(suite.name, suite.tests, suite.failures) for suite in (wrong, sound)] == [(TWICE, 1, 1), (SOUND, 1, 0)]
    (case,) = wrong
    assert (case.name, case.classname) == ("article-order", f"{TWICE}:18:7")
    assert case.result[0].message.startswith("This article should begin with “Điều 2.”")
    assert [one.is_passed for one in sound] == [True]
    assert answer.status == 1


def test_a_warning_fails_nothing_and_no_sign_breaks_the_report() -> None:
    finding = Finding("r", Severity.WARNING, "“\x00<\ud800&” is strange.", "Repair it.", place=Place(3, 1))
    report = JUnitXml.fromstring(findings_junit([FileFindings("a\x1b<b>.yaml", (finding,))]).encode())
    assert (report.tests, report.failures) == (1, 0)
    ((case,),) = report
    assert case.is_passed
    assert "“ < &” is strange. Repair it." in (case.system_out or "").replace("?", " ").replace("  ", " ")


def test_a_warning_fails_where_the_command_says_so(kshc: Kshc) -> None:
    plan = "tests/examples/rules/unused-agency/extra.yaml"
    for words, failures, status in (((), 0, 0), (("--strict",), 1, 1)):
        answer = kshc("validate", plan, "--format", "junit", *words)
        report = JUnitXml.fromstring(answer.out.encode())
        assert (report.failures, [suite.failures for suite in report], answer.status) == (failures, [failures], status)


def test_word_files_are_judged_alike(kshc: Kshc) -> None:
    report = JUnitXml.fromstring(
        kshc("check", "docx", "examples/directive/chi-thi.docx", "--format", "junit").out.encode()
    )
    assert report.tests == sum(1 for suite in report for _case in suite)
