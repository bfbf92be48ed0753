"""One file to hand out: built here, run where kshc is not installed."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

BUILT = ROOT / "build" / "kshc.pyz"


@pytest.mark.skipif(Path(sys.prefix) != ROOT / ".venv", reason="is made of what uv.lock names")
def test_one_file_does_the_main_job(tmp_path: Path) -> None:
    subprocess.run(["make", "pyz"], cwd=ROOT, check=True)
    assert "site-packages/kshc_cli/templates/quyet-dinh-ke-hoach.docx" in zipfile.ZipFile(BUILT).namelist()
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KSHC", "PYTHON", "VIRTUAL"))}
    settings = kept | {"SHIV_ROOT": str(tmp_path / "unpacked"), "KSHC_LANG": "vi"}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-I", BUILT, *arguments],
            cwd=tmp_path, env=settings, capture_output=True, text=True, encoding="utf-8", check=True,
        )  # fmt: skip
        return done.stdout

    assert "30/06/2024" in run("due", "--month", "6")
    run("validate")
    run("render", "docx", "--out", "ke-hoach.docx")
    assert zipfile.is_zipfile(tmp_path / "ke-hoach.docx")
