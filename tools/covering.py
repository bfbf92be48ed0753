"""Which test runs which lines of kshc: recorded once by ``python -m tools.covering``, used by quick and mutants.

The recording lies in ``build/covering``: coverage's data with a context for each test, and the commit (of the work
tree, changes included) that the lines are counted in.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "covering"
DATA, COMMIT, SETTINGS = (FOLDER / name for name in ("data", "commit", "settings"))
CHOSEN = FOLDER / f"chosen-{os.getpid()}"
PUBLISHED = "--ignore=tests/test_package.py"
"""Not recorded: what is installed elsewhere, minutes each."""


def git(*arguments: str) -> str:
    """Return what git says."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def record() -> None:
    """Run all tests, or those that ``TESTS`` names, and record what each runs."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    SETTINGS.write_text(f"[run]\nsource = kshc_cli\nparallel = true\ndata_file = {DATA}\n", encoding="utf-8")
    state = git("stash", "create").strip() or git("rev-parse", "HEAD").strip()
    options = ("--cov", "--cov-context=test", f"--cov-config={SETTINGS}", "--cov-report=", PUBLISHED)
    command = [sys.executable, "-m", "pytest", "-q", "-n", os.environ.get("WORKERS", "2"), *options]
    subprocess.run([*command, *os.environ.get("TESTS", "tests").split()], cwd=ROOT, check=True)
    COMMIT.write_text(state, encoding="utf-8")


def recorded() -> str | None:
    """Return the commit of the recording; None where there is none."""
    return COMMIT.read_text(encoding="utf-8") if COMMIT.exists() and DATA.exists() else None


class Recording:
    """What was recorded."""

    def __init__(self) -> None:
        self._data = CoverageData(str(DATA))
        self._data.read()

    def tests_of(self, module: str, code: str, lines: Iterable[int]) -> set[str]:
        """Return the tests that run a function in which one of the lines stands, for others any line of the module.

        ``module`` is a path in the repository, ``code`` its text when it was recorded.
        """
        known = self._data.contexts_by_lineno(str(ROOT / module))
        functions = list(_functions(code))
        found: set[str] = set()
        for line in lines:
            inner = max((each for each in functions if line in each), key=lambda each: each.start, default=None)
            places = known.keys() if inner is None else known.keys() & set(inner)
            found.update(context.rpartition("|")[0] for place in places for context in known[place] if context)
        return found


def _functions(code: str) -> Iterator[range]:
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef):
            yield range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)


def chosen(tests: Iterable[str]) -> tuple[list[str], dict[str, str]]:
    """Return the options of pytest, and the settings of its environment, that run just these tests."""
    names = sorted(tests)
    FOLDER.mkdir(parents=True, exist_ok=True)
    CHOSEN.write_text("\n".join(names), encoding="utf-8")
    return ["-p", "tools.some_tests", *sorted({name.partition("::")[0] for name in names})], {
        "CHOSEN_TESTS": str(CHOSEN)
    }


if __name__ == "__main__":
    record()
