"""The documentation's site: strictly built, whole without a network, with an address for each id of a finding."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import Browser

from kshc_cli.documents.layout.catalogue import DEFAULT_PROFILE, PROFILES
from kshc_cli.messages import speaking
from kshc_cli.reports.explained import explained
from kshc_cli.reports.rule_table import RULES as EXPLAINED
from kshc_cli.reports.rule_table import SITE
from kshc_cli.rules.catalogue import RULES
from kshc_cli.rules.progress import LOG_RULES
from tests.conftest import ROOT
from tests.outputs.browser import browser, looking_at
from tools.site import OUT, Page, dead_links, pages, vietnamese_pages

__all__ = ["browser"]

MAKERS = {"Finding", "Problem", "error", "warning", "fault", "_fault", "finding", "finding_on_key", "_finding", "_add"}
"""What makes findings in the code, from an id among its first two arguments."""
ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built as ``make site`` does for an address."""
    out = tmp_path_factory.mktemp("site") / "built"
    environment = os.environ | {"SITE_URL": "https://example.org/kshc"}
    subprocess.run([sys.executable, "-m", "tools.site", out], cwd=ROOT, env=environment, check=True)
    return out


def ids_in_code() -> Iterator[str]:
    """Yield the ids that the code gives to findings, beside those that rules have of their names."""
    for path in (ROOT / "src" / "kshc_cli").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        constants = {name: value for node in ast.walk(tree) for name, value in constant(node)}
        yield from (value for name, value in constants.items() if name == "rule")
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and last_name(node.func) in MAKERS:
                said = [
                    one.value if isinstance(one, ast.Constant) else constants.get(getattr(one, "id", ""))
                    for one in node.args
                ]
                yield from [one for one in said[:2] if isinstance(one, str) and ID.fullmatch(one)][-1:]


def constant(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the name and text of a constant, where a statement makes one."""
    if isinstance(node, ast.Assign | ast.AnnAssign) and isinstance(node.value, ast.Constant):
        named = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(node.value.value, str):
            yield last_name(named), node.value.value


def last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def test_every_id_of_a_finding_has_its_address(site: Path) -> None:
    anchors = {path.name: Page(path.read_text(encoding="utf-8")).anchors for path in site.glob("*.html")}
    for language in ("vi", "en"):
        with speaking(language):
            told = (explained(one, "https://example.org") for one in EXPLAINED)
            addresses = [urlsplit(one.address) for one in told if one]
        assert len(addresses) == len(EXPLAINED)
        assert [one for one in addresses if one.fragment not in anchors[one.path[1:]]] == []
        assert {one.path[1:].replace(".html", ".md") in vietnamese_pages() for one in addresses} == {language == "vi"}
    layout = {rule.id for rule in PROFILES[DEFAULT_PROFILE]}
    found = [
        line.split("\t")[1] for line in (ROOT / "tests/examples/findings.tsv").read_text("utf-8").splitlines() if line
    ]
    known = {rule.id for rule in RULES} | {rule.id for rule in LOG_RULES} | layout | {*found, *ids_in_code()}
    assert sorted(known - EXPLAINED.keys()) == []


def test_pages_say_their_language(site: Path) -> None:
    spoken = {path.name: re.search(r'<html lang="(\w+)"', path.read_text("utf-8")) for path in site.glob("*.html")}
    said = {name: found[1] for name, found in spoken.items() if found}
    assert {f"{name[:-5]}.md" for name, language in said.items() if language == "vi"} == vietnamese_pages() | {"404.md"}
    assert len(said) == len(pages()) + 1
    assert "Tìm kiếm" in (site / "index.html").read_text("utf-8")


def test_links_that_lead_nowhere_and_what_asks_another_host_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="b.html#y"></a><a href="c.html"></a><script src="//x.org/s.js"></script>')
    (tmp_path / "b.html").write_text('<p id="x"></p><a href="a.html#"></a><a href="https://x.org/"></a>')
    assert [*dead_links(tmp_path)] == [
        "a.html: asks another host for //x.org/s.js",
        "a.html: b.html#y names no place of that page",
        "a.html: c.html leads nowhere",
    ]


def test_a_phone_a_file_and_a_search_without_marks(site: Path, browser: Browser) -> None:
    for name in ("index", "rules", "quy-tac", "quy-tac-the-thuc", "commands", "huong-dan"):
        with looking_at(browser, site / f"{name}.html", width=390) as page:
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    for words in ("quá hạn", "qua han"):
        with looking_at(browser, site / "index.html") as page:
            page.keyboard.press("Control+k")
            page.locator("input[placeholder=Search]").fill(words)
            page.get_by_text("A. Hằng ngày").first.wait_for()


def test_the_workflow_publishes_what_make_builds() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/site.yml").read_text("utf-8"))
    steps = workflow["jobs"]["build"]["steps"]
    assert [step["run"] for step in steps if "run" in step] == ["make site"]
    assert ROOT / steps[-1]["with"]["path"] == OUT
    recipe = (ROOT / "Makefile").read_text("utf-8").partition("\nsite:")[2].splitlines()[1]
    assert recipe == "\t$(BIN)/python -m tools.site"
    checks = (ROOT / ".github/workflows/checks.yml").read_text("utf-8")
    shared = [
        step["uses"] for step in steps if step.get("uses", "").startswith(("actions/checkout", "actions/setup-python"))
    ]
    assert [one for one in shared if one not in checks] == []


def test_the_address_is_the_one_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project.get("urls", {}).get("Documentation", "").rstrip("/") == SITE
