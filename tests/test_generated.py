"""What is generated is fresh: run ``make generate`` where one of these fails."""

import re

import pytest

from kshc_cli.documents.word.package import opened
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.table import commands
from tests.conftest import ROOT
from tools import layout_example, schemas
from tools.field_list import fields_page
from tools.layout_rule_list import layout_rules_page
from tools.readme_samples import PAGES, ran
from tools.rule_list import rules_page


def test_the_schemas_are_fresh() -> None:
    assert {path: path.read_text(encoding="utf-8") for path in schemas.FOLDER.rglob("*.json")} == schemas.files()


def test_rule_list_is_fresh() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_page()
    assert (ROOT / "docs" / "layout-rules.md").read_text(encoding="utf-8") == layout_rules_page()


def test_layout_example_is_fresh() -> None:
    assert opened(layout_example.EXAMPLE.read_bytes()) == layout_example.parts(), "run `make generate`"


def test_field_list_is_fresh() -> None:
    assert (ROOT / "docs" / "template-fields.md").read_text(encoding="utf-8") == fields_page()


@pytest.mark.parametrize("page", PAGES)
def test_samples_are_what_kshc_prints(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = ran(text, PAGES[page])
    assert found.statuses
    assert found.text == text
    refused = [command for command, status in found.statuses if status > EXIT_FINDINGS]
    assert [command for command in refused if not command.startswith("kshc render pdf")] == []  # needs LibreOffice


def test_readme_names_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in commands():
        assert f"`kshc {name}" in text


PROSE = (
    *("README.md", "CONTRIBUTING.md", "docs/huong-dan.md", "docs/cai-dat.md", "docs/architecture.md", "docs/rules.md"),
    *("docs/templates.md", "docs/template-fields.md", "docs/rendering.md"),
)


@pytest.mark.parametrize("page", PROSE)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
