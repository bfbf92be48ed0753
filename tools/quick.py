"""Checks what one changed, in under a minute: lint of the changed files, types, layers, the tests that concern them.

Those are the tests that run a changed function, as last recorded (``make covering``), those of changed test modules,
and those beside changed files of examples. They stop after ``SECONDS``. What changed is told from ``BASE``, the last
commit unless it is set.
"""

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

import pytest

from tools.covering import ROOT, Recording, chosen, git, recorded

SECONDS: Final = 30
"""How long tests are begun for."""
_HUNK: Final = re.compile(r"^@@ -(\d+)(?:,(\d+))? ", re.MULTILINE)


def changed() -> list[str]:
    """Return the files that differ from BASE, new ones too."""
    base = os.environ.get("BASE", "HEAD")
    found = git("diff", "--name-only", "-z", "--diff-filter=d", base) + git(
        "ls-files", "-z", "-o", "--exclude-standard"
    )
    return list(filter(None, found.split("\0")))


def concerned(modules: Iterable[str]) -> list[str]:
    """Return the tests that run what changed in modules of kshc since the recording, the cheapest first."""
    state = recorded()
    if state is None:
        print("which tests run the changed code is not known: make covering, once")
        return []
    recording = Recording()
    found: set[str] = set()
    for module in modules:
        if git("ls-tree", state, module):
            hunks = _HUNK.findall(git("diff", "-U0", state, "--", module))
            lines = [int(first) + at for first, count in hunks for at in range(max(int(count or 1), 1))]
            found |= recording.tests_of(module, git("show", f"{state}:{module}"), lines)
    return recording.cheapest_first(found)


def run(*command: str) -> bool:
    """Run a tool of the environment; tell whether it is content."""
    return (
        subprocess.run([Path(sys.executable).parent / command[0], *command[1:]], cwd=ROOT, check=False).returncode == 0
    )


def passes(options: Iterable[str], settings: dict[str, str] | None = None) -> bool:
    """Run tests within the time; tell whether none of those that ran failed."""
    command = [sys.executable, "-m", "pytest", "-q", "-n", os.environ.get("WORKERS", "2"), "-p", "tools.some_tests"]
    environment = os.environ | {"SECONDS": str(SECONDS)} | (settings or {})
    done = subprocess.run([*command, *options], cwd=ROOT, env=environment, check=False)
    return done.returncode in {pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED}


def main() -> None:
    """Check, cheapest first; stop at the first that fails."""
    files = changed()
    code = [name for name in files if name.endswith(".py")]
    modules = [name for name in code if name.startswith("src/")]
    folders = {Path(name).parent for name in files if name.startswith("tests/") and not name.endswith(".py")}
    whole = [name for name in code if Path(name).name.startswith("test_")]
    whole += [str(folder) for folder in sorted(folders) if any((ROOT / folder).glob("test_*.py"))]
    content = (not code or (run("ruff", "check", *code) and run("ruff", "format", "--check", *code))) and (
        run("mypy") and run("lint-imports") and (not whole or passes(whole))
    )
    if content and (tests := concerned(modules)):
        content = passes(*chosen(tests))
    sys.exit(not content)


if __name__ == "__main__":
    main()
