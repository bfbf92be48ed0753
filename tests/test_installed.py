"""The last line of ``make demo`` is said in the language of its user."""

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("speaks", "said"),
    [
        ({"KSHC_LANG": "vi"}, "kshc đã được cài vào x/bin"),
        ({"LC_ALL": "vi_VN.UTF-8"}, "kshc đã được cài vào x/bin"),
        ({"LANG": "vi_VN.UTF-8", "KSHC_LANG": "en"}, "kshc is installed in x/bin"),
        ({"LANG": "C.UTF-8"}, "kshc is installed in x/bin"),
    ],
)
def test_the_demo_ends_in_the_language_of_its_user(speaks: dict[str, str], said: str) -> None:
    silent = {
        name: value for name, value in os.environ.items() if name not in {"KSHC_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}
    }
    told = subprocess.run(
        [sys.executable, "-m", "tools.installed", "x/bin"],
        capture_output=True, cwd=ROOT, env=silent | speaks, check=True,
    )  # fmt: skip
    assert told.stdout.decode("utf-8").startswith(said)
    assert told.stdout.decode("utf-8").endswith(". x/bin/activate\n")
    demo = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ndemo:")[2].partition("\n\n")[0]
    assert demo.splitlines()[-1] == "\t@$(BIN)/python -m tools.installed $(BIN)"
