"""The wheel carries templates, schemas and catalogues: installed into an empty environment it works anywhere."""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", folder, ROOT], check=True)
    wheel = next(folder.glob("*.whl"))
    names = zipfile.ZipFile(wheel).namelist()
    assert "kshc_cli/templates/quyet-dinh-ke-hoach.docx" in names
    assert "kshc_cli/templates/trich-ke-hoach.docx" in names
    assert "kshc_cli/schemas/plan.schema.json" in names
    assert "kshc_cli/locale/vi/LC_MESSAGES/kshc.mo" in names
    venv.create(folder / "env", with_pip=True)
    subprocess.run(
        [folder / "env" / "bin" / "python", "-m", "pip", "--quiet", "--disable-pip-version-check", "install", wheel],
        check=True,
    )
    return folder / "env" / "bin" / "kshc"


def test_installed_wheel_works_outside_the_repository(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("KSHC", "PYTHON"))}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [installed, *arguments],
            cwd=tmp_path,
            env=environment | {"KSHC_LANG": "vi"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    assert run("validate").returncode == 0
    assert "30/06/2024" in run("due", "--month", "6").stdout
    assert run("schema").stdout == (ROOT / "schemas" / "plan.schema.json").read_text(encoding="utf-8")
    written = run("render", "docx", "--out", "ke-hoach.docx")
    assert written.returncode == 0, written.stderr
    assert (tmp_path / "ke-hoach.docx").read_bytes()[:2] == b"PK"
    assert "Đã ghi" in written.stderr
