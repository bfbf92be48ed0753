"""What is generated is fresh: run ``make generate`` where one of these fails."""

import re
from functools import partial
from pathlib import Path

import pytest

from kshc_cli.cli.table import commands
from kshc_cli.documents.word.package import opened
from kshc_cli.errors import EXIT_FINDINGS
from tests.conftest import ROOT
from tools import schemas, screens
from tools.generate import STEPS, renew
from tools.samples import PAGES, ran

MADE = sorted(STEPS.keys() - {"catalogues", *PAGES, *screens.STEPS, "changes of layout", "changes of imports"})
"""What is made from the code alone: catalogues go by the installed click too, pages and screens have own tests."""


@pytest.mark.parametrize("step", MADE)
def test_what_is_made_is_fresh(step: str) -> None:
    for path, content in STEPS[step]().items():
        found = path.read_bytes()
        assert opened(found) == opened(content) if path.suffix == ".docx" else found == content, path


def test_no_other_schema_lies_beside_those_that_are_made() -> None:
    assert set(schemas.FOLDER.rglob("*.json")) == set(schemas.files())


def test_only_what_changed_is_made(tmp_path: Path) -> None:
    ground, first, second = (tmp_path / name for name in ("ground", "first", "second"))
    ground.write_bytes(b"1")
    taken: list[str] = []

    def step(path: Path, source: Path) -> dict[Path, bytes]:
        taken.append(path.name)
        return {path: source.read_bytes()}

    steps = {"one": partial(step, first, ground), "two": partial(step, second, first)}

    def renewed(pattern: str = "ground") -> tuple[list[str], list[Path]]:
        taken.clear()
        written = renew(tmp_path, steps, [pattern])
        return list(taken), written

    assert renewed() == (["first", "second"], [first, second])
    assert renewed() == ([], [])
    second.write_bytes(b"by hand")
    assert renewed() == (["second"], [second])
    ground.write_bytes(b"2")
    assert renewed() == (["first", "second"], [first, second])
    ground.touch()
    assert renewed() == ([], [])
    first.unlink()
    assert renewed() == (["first"], [first])
    assert renewed("[gf]*") == (["first", "second"], [])
    first.write_bytes(b"by hand")
    assert renewed("[gf]*") == (["first"], [first])


@pytest.mark.parametrize("page", PAGES)
def test_samples_are_what_kshc_prints(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = ran(text, PAGES[page])
    assert found.statuses
    assert found.text == text
    refused = [command for command, status in found.statuses if status > EXIT_FINDINGS]
    needing = ("kshc render pdf", "kshc lsp")  # LibreOffice, an editor
    assert [command for command in refused if not command.startswith(needing)] == []


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
