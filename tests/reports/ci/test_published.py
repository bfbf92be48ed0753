"""What a CI is told fits the schemas that others publish for it, in each language."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema.validators import validator_for  # type: ignore[import-untyped]
from lxml import etree

from tests.conftest import Kshc
from tests.reports.ci.test_code_quality import read

PUBLISHED = Path("tests/reports/ci/published")
RULES = "tests/examples/rules"
ASKED: dict[str, tuple[str, ...]] = {
    "none": ("validate", "tests/examples/sound.yaml"),
    "one": ("validate", f"{RULES}/article-order/skipped.yaml"),
    "many": ("validate", *(str(path) for path in sorted(Path(RULES).glob("[a-m]*/*.yaml")))),
    "no plan": ("validate", "README.md"),
    "a Word file": ("check", "docx", "examples/directive/chi-thi.docx"),
    "Word files": ("check", "docx", *(str(path) for path in sorted(Path("examples").rglob("*.docx"))[:4])),
}


@cache
def sarif_schema() -> dict[str, Any]:
    """Return the schema of SARIF 2.1.0."""
    schema: dict[str, Any] = json.loads((PUBLISHED / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    return schema


@cache
def junit_schema() -> etree.XMLSchema:
    """Return the schema that Jenkins has for reports of tests."""
    return etree.XMLSchema(etree.parse(PUBLISHED / "junit-10.xsd"))


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_what_is_found_fits_the_published_schemas(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], language: str
) -> None:
    monkeypatch.setenv("KSHC_LANG", language)
    monkeypatch.setenv("KSHC_DOCS", "https://example.org/kshc")
    log = json.loads(kshc(*asked, "--format", "sarif").out)
    wrong = validator_for(sarif_schema())(sarif_schema()).iter_errors(log)
    assert [f"{'/'.join(map(str, one.path))}: {one.message}" for one in wrong] == []
    report = etree.fromstring(kshc(*asked, "--format", "junit").out.encode())
    junit_schema().validate(report)
    assert [str(one) for one in junit_schema().error_log] == []
    assert len(read(kshc(*asked, "--format", "gitlab").out)) == len(log["runs"][0]["results"])


def test_the_schemas_refuse_what_is_wrong() -> None:
    log = {"version": "2.1.0", "runs": [{"tool": {"driver": {}}}]}
    assert [one.message for one in validator_for(sarif_schema())(sarif_schema()).iter_errors(log)]
    assert not junit_schema().validate(etree.fromstring("<testsuites><testsuite name='x'/></testsuites>"))
