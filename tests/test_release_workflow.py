"""The workflow that publishes on a tag: what its linter and schema ask for, and its own steps run here."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import ROOT

WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"
pytestmark = pytest.mark.skipif(not WORKFLOW.exists(), reason="stands in the repository alone")


def job(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"][name]
    return found


def script(name: str, step: str) -> str:
    (found,) = [one["run"] for one in job(name)["steps"] if one.get("name") == step]
    return str(found)


def run(words: str, folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", words]
    return subprocess.run(
        command, cwd=folder, env={"PATH": os.environ["PATH"]} | settings,
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository of version 1.2.0, and what was built of it."""
    (tmp_path / "src" / "kshc_cli").mkdir(parents=True)
    (tmp_path / "src" / "kshc_cli" / "__init__.py").write_text('__version__ = "1.2.0"\n', encoding="utf-8")
    (tmp_path / "CHANGELOG.md").write_text(
        "# Changelog\n\n## Unreleased\n\n- next\n\n## 1.2.0 (2026-12-01)\n\n### Added\n- new\n\n## 1.1.0\n- old\n",
        encoding="utf-8",
    )
    dist = tmp_path / "dist"
    dist.mkdir()
    for name in ("kshc_cli-1.2.0-py3-none-any.whl", "kshc_cli-1.2.0.tar.gz", "kshc.pyz"):
        (dist / name).write_text(name, encoding="utf-8")
    assert run("cd dist && sha256sum * > SHA256SUMS", tmp_path).returncode == 0
    return tmp_path


def test_its_linter_and_its_schema_find_nothing() -> None:
    binaries = Path(sys.prefix) / "bin"
    if not (binaries / "zizmor").exists():
        assert os.environ.get("CI") != "true", "CI must have zizmor"
        pytest.skip("what lints workflows is installed by uv.lock alone")
    config = ROOT / ".github" / "zizmor.yml"
    schema = ["--builtin-schema", "vendor.github-workflows"]
    for command in (["zizmor", "--offline", "--quiet", "--config", str(config)], ["check-jsonschema", *schema]):
        found = subprocess.run([binaries / command[0], *command[1:], WORKFLOW], capture_output=True, check=False)
        assert found.returncode == 0, found.stdout.decode()


@pytest.mark.parametrize(("tag", "status"), [("v1.2.0", 0), ("v1.2.1", 1), ("v1.1.0", 1), ("1.2.0", 1)])
def test_only_the_tag_of_the_version_is_published(folder: Path, tag: str, status: int) -> None:
    words = script("build", "The tag is the version, and the changelog tells of it")
    assert run(words, folder, TAG=tag).returncode == status


def test_a_version_of_which_the_changelog_does_not_tell_is_not_published(folder: Path) -> None:
    (folder / "CHANGELOG.md").write_text("# Changelog\n\n## Unreleased\n", encoding="utf-8")
    done = run(script("build", "The tag is the version, and the changelog tells of it"), folder, TAG="v1.2.0")
    assert done.returncode == 1
    assert "::error::CHANGELOG.md has no section ## 1.2.0." in done.stdout


def test_pypi_gets_wheel_and_sdist_and_nothing_that_was_changed(folder: Path) -> None:
    words = script("pypi", "Only wheel and sdist")
    assert run(words, folder).returncode == 0
    names = ["kshc_cli-1.2.0-py3-none-any.whl", "kshc_cli-1.2.0.tar.gz"]
    assert sorted(path.name for path in (folder / "packages").iterdir()) == names
    (folder / "dist" / "kshc.pyz").write_text("another", encoding="utf-8")
    (folder / "packages").rename(folder / "before")
    assert run(words, folder).returncode == 1
    assert list((folder / "packages").iterdir()) == []


def test_the_release_has_all_files_and_its_part_of_the_changelog(folder: Path) -> None:
    program = folder / "bin" / "gh"
    program.parent.mkdir()
    program.write_text('#!/bin/sh\necho "$@" > told\n', encoding="utf-8")
    program.chmod(0o755)
    path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
    words = script("github", "Publish the files with their part of the changelog")
    done = run(words, folder, PATH=path, TAG="v1.2.0", RUNNER_TEMP=str(folder))
    assert done.returncode == 0, done.stderr
    told = (folder / "told").read_text(encoding="utf-8")
    assert told.startswith("release create v1.2.0 dist/SHA256SUMS dist/kshc.pyz dist/kshc_cli-1.2.0")
    assert (folder / "notes.md").read_text(encoding="utf-8").strip() == "### Added\n- new"


def test_rights_are_given_where_they_are_needed() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {}
    jobs = workflow["jobs"].items()
    writing = {name: {right for right, how in one["permissions"].items() if how == "write"} for name, one in jobs}
    assert writing == {
        "build": set(),
        "attest": {"id-token", "attestations"},
        "pypi": {"id-token"},
        "image": {"packages", "id-token", "attestations"},
        "github": {"contents"},
    }
