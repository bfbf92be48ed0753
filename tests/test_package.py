"""What is published works: installed into an empty environment, outside the repository, it does the main job."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

CARRIED = (
    "templates/quyet-dinh-ke-hoach.docx",
    "templates/bao-cao-thuc-hien.docx",
    "templates/cong-van-don-doc.docx",
    "templates/trich-ke-hoach.docx",
    "schemas/plan.schema.json",
    "schemas/progress.schema.json",
    "schemas/en/plan.schema.json",
    "schemas/en/progress.schema.json",
    "locale/vi/LC_MESSAGES/kshc.mo",
    "py.typed",
)


def uv(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, "-m", "uv", *arguments, "--quiet"], cwd=ROOT, check=True)


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("published")
    uv("build", "--out-dir", folder)
    return folder


def test_wheel_and_sdist_carry_what_kshc_needs(published: Path) -> None:
    inside = zipfile.ZipFile(next(published.glob("*.whl"))).namelist()
    with tarfile.open(next(published.glob("*.tar.gz"))) as archive:
        source = {name.partition("/")[2] for name in archive.getnames()}
    assert [name for name in CARRIED if f"kshc_cli/{name}" not in inside] == []
    wanted = (
        "pyproject.toml",
        "uv.lock",
        "Makefile",
        "README.md",
        "LICENSE",
        "plan.yaml",
        "tests/conftest.py",
        "tools/generate.py",
    )
    assert [name for name in wanted if name not in source] == []


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_what_is_installed_works_outside_the_repository(published: Path, kind: str, tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    uv("venv", environment, "--python", sys.executable)
    uv("pip", "install", "--python", environment, next(published.glob(kind)))
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("KSHC", "PYTHON", "VIRTUAL"))}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [environment / "bin" / "kshc", *arguments],
            cwd=tmp_path,
            env=settings | {"KSHC_LANG": "vi"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    assert run("validate").returncode == 0
    assert "30/06/2024" in run("due", "--month", "6").stdout
    assert "1.2.2" in run("list", "--agency", "van phong").stdout
    assert run("schema").stdout == (ROOT / "schemas" / "plan.schema.json").read_text(encoding="utf-8")
    written = run("render", "docx", "--out", "ke-hoach.docx")
    assert written.returncode == 0, written.stderr
    assert "ke-hoach.docx" in written.stderr
    assert run("check", "docx", "ke-hoach.docx").returncode == 0
    assert run("import", "docx", "ke-hoach.docx", "--out", "lai.yaml").returncode == 0
    assert run("--plan", "lai.yaml", "due", "--month", "6").stdout == run("due", "--month", "6").stdout
