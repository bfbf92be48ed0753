"""Fills the samples in the documentation with what kshc really prints.

A sample is a fenced block of kind ``console`` whose first line is ``$ kshc …``; what follows is replaced by the
command's output on a terminal of 80 columns, in English in README.md and in Vietnamese in docs/huong-dan.md.

Behind a line ``<!-- today: 2024-06-03 -->`` the samples follow a copy of the plan on that day: what one of them records
the next ones see, up to a line ``<!-- today:  -->``. The ids of their entries are numbered, for they are other ones in
every run.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from kshc_cli.app import main as kshc

ROOT = Path(__file__).parents[1]
PAGES = {"README.md": "en", "docs/huong-dan.md": "vi"}
_SAMPLE = re.compile(r"```console\n\$ kshc ([^\n]*)\n.*?```", re.DOTALL)
_TODAY = re.compile(r"<!-- today: (\d{4}-\d{2}-\d{2})? -->")
_PIECE = re.compile(rf"({_SAMPLE.pattern.replace('([^', '(?:[^', 1)}|<!-- today: [\d-]* -->)", re.DOTALL)
_ID = re.compile(r"\b1[0-9a-hjkmnp-tv-z]{11}\b")
_COLOR = re.compile(r"\x1b\[[\d;]*m")
LONGEST = 24
"""Of a longer output the first lines are shown, an ellipsis, and the closing line, which takes two at most."""


def filled(page: str, language: str) -> str:
    """Return a page with the output of every sample's command, run one after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder, own, ids = Path(name), {"KSHC_PLAN": "plan.yaml"}, dict[str, str]()
        settings = own
        pieces = []
        for piece in _PIECE.split(page):
            if day := _TODAY.fullmatch(piece):
                followed = {"KSHC_PLAN": str(_followed(folder)), "KSHC_TODAY": day[1] or "", "KSHC_WHO": "Lan"}
                settings = followed if day[1] else own
            sample = _SAMPLE.fullmatch(piece)
            text = f"```console\n$ kshc {sample[1]}\n{output(sample[1], language, settings)}```" if sample else piece
            pieces.append(_ID.sub(lambda found: ids.setdefault(found[0], f"1hzv4{len(ids) + 1:07}"), text))
        return "".join(pieces)


def _followed(folder: Path) -> Path:
    """Return the plan that is followed: a copy of the project's, with a log of its own."""
    plan = folder / "plan.yaml"
    if not plan.exists():
        shutil.copy(ROOT / "plan.yaml", plan)
    return plan


def output(command: str, language: str, settings: Mapping[str, str]) -> str:
    """Run a command line as on a terminal of 80 columns and return what it prints, data and talk."""
    stream = io.StringIO()
    kept = dict(os.environ)
    os.environ.update({"KSHC_LANG": language, "COLUMNS": "80", **settings})
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
