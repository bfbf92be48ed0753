"""What is generated is fresh: run ``make generate`` where one of these fails."""

import re
from pathlib import Path

import pytest

from kshc_cli.documents.word.package import opened
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.table import commands
from tests.conftest import ROOT
from tools import layout_example, schemas, tables
from tools.field_list import fields_page
from tools.layout_rule_list import layout_rules_page
from tools.rule_list import rules_page
from tools.samples import PAGES, ran


def test_the_schemas_are_fresh() -> None:
    assert {path: path.read_text(encoding="utf-8") for path in schemas.FOLDER.rglob("*.json")} == schemas.files()


def test_rule_list_is_fresh() -> None:
    assert (ROOT / "docs" / "rules.md").read_text(encoding="utf-8") == rules_page()
    assert (ROOT / "docs" / "layout-rules.md").read_text(encoding="utf-8") == layout_rules_page()


def test_layout_example_is_fresh() -> None:
    assert opened(layout_example.EXAMPLE.read_bytes()) == layout_example.parts(), "run `make generate`"


def test_field_list_is_fresh() -> None:
    assert (ROOT / "docs" / "template-fields.md").read_text(encoding="utf-8") == fields_page()


def test_tables_of_measurements_are_fresh() -> None:
    pages = dict(tables.renewed())
    assert {path: path.read_text(encoding="utf-8") for path in pages} == pages


@pytest.mark.parametrize("page", PAGES)
def test_samples_are_what_kshc_prints(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = ran(text, PAGES[page])
    assert found.statuses
    assert found.text == text
    refused = [command for command, status in found.statuses if status > EXIT_FINDINGS]
    assert [command for command in refused if not command.startswith("kshc render pdf")] == []  # needs LibreOffice


@pytest.mark.parametrize("page", ["README.md", "docs/commands.md"])
def test_every_command_is_named(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    assert [name for name in commands() if f"`kshc {name}" not in text] == []


def links(path: Path) -> set[str]:
    return set(re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")))


DOCS = sorted((ROOT / "docs").glob("*.md"))


@pytest.mark.parametrize("path", [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *DOCS], ids=lambda path: path.stem)
def test_links_lead_somewhere(path: Path) -> None:
    assert [target for target in links(path) if not (path.parent / target).exists()] == []


def test_readme_leads_to_every_page() -> None:
    assert {f"docs/{path.name}" for path in DOCS} <= links(ROOT / "README.md")


def test_readme_is_read_on_one_screen_after_another() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 150
    assert [line for line in lines if len(line) > 100 and not line.startswith("|")] == []
