"""Fills the samples in the documentation with what kshc really prints.

A sample is a fenced block of kind ``console`` whose first line is ``$ kshc …``; what follows is replaced by the
command's output on a terminal of 80 columns, in English in README.md and in Vietnamese in docs/huong-dan.md.
"""

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

from kshc_cli.app import main as kshc

ROOT = Path(__file__).parents[1]
PAGES = {"README.md": "en", "docs/huong-dan.md": "vi"}
_SAMPLE = re.compile(r"```console\n\$ kshc ([^\n]*)\n.*?```", re.DOTALL)
_COLOR = re.compile(r"\x1b\[[\d;]*m")
LONGEST = 24
"""Of a longer output the first lines are shown, an ellipsis, and the closing line, which takes two at most."""


def filled(page: str, language: str) -> str:
    """Return a page with the output of every sample's command."""
    return _SAMPLE.sub(lambda match: f"```console\n$ kshc {match[1]}\n{output(match[1], language)}```", page)


def output(command: str, language: str) -> str:
    """Run a command line as on a terminal of 80 columns and return what it prints, data and talk."""
    stream = io.StringIO()
    kept = dict(os.environ)
    os.environ.update({"KSHC_LANG": language, "COLUMNS": "80", "KSHC_PLAN": "plan.yaml"})
    try:
        with contextlib.chdir(ROOT), contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            kshc(["--color", "always", *shlex.split(command)])
    finally:
        os.environ.clear()
        os.environ.update(kept)
    lines = [line.rstrip() for line in _COLOR.sub("", stream.getvalue()).splitlines()]
    shown = lines if len(lines) <= LONGEST else [*lines[: LONGEST - 3], "…", *lines[-2:]]
    return "".join(f"{line}\n" for line in shown)


def main() -> None:
    """Fill both pages."""
    for name, language in PAGES.items():
        path = ROOT / name
        path.write_text(filled(path.read_text(encoding="utf-8"), language), encoding="utf-8")
        print(name)


if __name__ == "__main__":
    main()
