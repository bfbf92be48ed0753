"""Findings as SARIF: read back by another library, at the places where they stand."""

from pathlib import Path
from urllib.parse import unquote

import pytest
from sarif_pydantic import Sarif  # type: ignore[import-untyped]
from sarif_pydantic.sarif import ReportingDescriptor, Result  # type: ignore[import-untyped]

from kshc_cli.findings import Finding, Place, Severity
from kshc_cli.reports.ci.sarif import findings_sarif
from kshc_cli.reports.findings import FileFindings
from tests.conftest import Kshc
from tests.reports.test_findings import IN_CELL

TWICE = "tests/examples/rules/article-order/skipped.yaml"


def results_of(text: str) -> list[Result]:
    """Read a log as its users do."""
    (run,) = Sarif.model_validate_json(text).runs
    rules = [rule.id for rule in run.tool.driver.rules or ()]
    found = run.results or []
    assert [rules[one.rule_index or 0] for one in found] == [one.rule_id for one in found]
    return found


def place_of(found: Result) -> tuple[str, int | None, int | None]:
    physical = (found.locations or [])[0].physical_location
    assert physical is not None
    assert physical.artifact_location is not None
    region = physical.region
    line, column = (region.start_line, region.start_column) if region else (None, None)
    return physical.artifact_location.uri or "", line, column


def test_what_is_found_stands_at_its_line_and_column(kshc: Kshc) -> None:
    answer = kshc("validate", TWICE, "--format", "sarif")
    (found,) = results_of(answer.out)
    assert (found.rule_id, found.level, place_of(found)) == ("article-order", "error", (TWICE, 18, 7))
    assert found.message.text == (
        "This article should begin with “Điều 2.” Number the articles 1, 2, 3 … without a gap, each with a full stop"
        " after its number."
    )
    assert (answer.status, "1 file, 1 error" in answer.err) == (1, True)


def test_sound_files_are_named_and_have_no_results(kshc: Kshc) -> None:
    out = kshc("validate", "tests/examples/sound.yaml", "--format", "sarif").out
    (run,) = Sarif.model_validate_json(out).runs
    assert [one.location.uri for one in run.artifacts or () if one.location] == ["tests/examples/sound.yaml"]
    assert run.results == []


def test_a_finding_is_the_same_one_where_lines_came_before_it(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = Path(TWICE).read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    prints = []
    for before in ("", "# one\n# two\n"):
        Path("plan.yaml").write_text(before + words, encoding="utf-8")
        (found,) = results_of(kshc("validate", "--format", "sarif").out)
        prints.append((found.partial_fingerprints, (place_of(found)[1] or 0) - before.count("\n")))
    assert prints[0] == prints[1]


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("kế hoạch 1.yaml", "k%E1%BA%BF%20ho%E1%BA%A1ch%201.yaml"),
        ("./a#b%.yaml", "a%23b%25.yaml"),
        ("/srv/p.yaml", "file:///srv/p.yaml"),
        ("C:\\Kế\\p.yaml", "file:///C:/K%E1%BA%BF/p.yaml"),
        ("a:b.yaml", "a%3Ab.yaml"),
    ],
)
def test_a_path_is_a_uri(name: str, uri: str) -> None:
    finding = Finding("r", Severity.WARNING, "Wrong.", "Repair it.", place=Place(3, 1), also=(Place(9, 2),))
    (found,) = results_of(findings_sarif([FileFindings(name, (finding,))]))
    assert (found.level, place_of(found)) == ("warning", (uri, 3, 1))
    assert name.replace("\\", "/").removeprefix("./") in unquote(uri)
    assert [one.physical_location.region.start_line for one in found.related_locations or ()] == [9]


def test_a_word_file_has_no_lines_and_names_its_place(kshc: Kshc) -> None:
    (found,) = results_of(findings_sarif([FileFindings("a.docx", (IN_CELL,))]))
    assert place_of(found) == ("a.docx", None, None)
    (place,) = (found.locations or [])[0].logical_locations or []
    assert place.fully_qualified_name == "page 2, paragraph 31, table 1, row 4, cell 2"
    assert results_of(kshc("check", "docx", "examples/directive/chi-thi.docx", "--format", "sarif").out)


def test_a_name_that_is_no_utf_8_is_the_bytes_of_the_disk() -> None:
    for name, uri in (("k\udcff.yaml", "k%FF.yaml"), ("k\ud800.yaml", "k%ED%A0%80.yaml")):
        finding = Finding("r", Severity.WARNING, "Strange.", "", place=Place(3, 1))
        assert f'"uri": "{uri}"' in findings_sarif([FileFindings(name, (finding,))])


def rule_of(text: str) -> ReportingDescriptor:
    """Read what a log says of the only id in it."""
    (run,) = Sarif.model_validate_json(text).runs
    return next(iter(run.tool.driver.rules or ()))


def test_an_id_says_what_it_means_and_leads_to_its_address(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_DOCS", "https://example.org/kshc/")
    rule = rule_of(kshc("validate", TWICE, "--format", "sarif").out)
    assert rule.help_uri == "https://example.org/kshc/rules.html#article-order"
    assert "Điều 1, Điều 2" in rule.short_description.text
    assert rule.help.text.startswith(rule.short_description.text)
    monkeypatch.setenv("KSHC_LANG", "vi")
    told = rule_of(kshc("validate", TWICE, "--format", "sarif").out)
    said = told.short_description.text
    assert said == "Các điều của quyết định bắt đầu bằng Điều 1, Điều 2, … liên tục, không bỏ cách."
    assert told.help.text.startswith(said)


@pytest.mark.parametrize(
    "site", ["javascript:alert(1)", "example.org", "https://", "https://a b", "https://a/\n", "file:///x", "http://[x"]
)
def test_what_is_no_address_counts_as_not_set(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, site: str) -> None:
    monkeypatch.delenv("KSHC_DOCS", raising=False)
    unset = kshc("validate", TWICE, "--format", "sarif").out
    monkeypatch.setenv("KSHC_DOCS", site)
    assert kshc("validate", TWICE, "--format", "sarif").out == unset


def test_an_id_of_another_package_is_only_named() -> None:
    finding = Finding("theirs", Severity.ERROR, "Wrong.")
    rule = rule_of(findings_sarif([FileFindings("a.yaml", (finding,))], "https://example.org"))
    assert (rule.id, rule.help_uri, rule.short_description) == ("theirs", None, None)
