"""Which test runs which lines of kshc: recorded once by ``python -m tools.covering``, used by quick and mutants.

The recording lies in ``build/covering``: coverage's data with a context for each test, the commit (of the work tree,
changes included) that the lines are counted in, and the seconds of each test. One that fails is told and left out.
"""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest
from coverage import CoverageData

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "covering"
DATA, COMMIT, SETTINGS, SECONDS = (FOLDER / name for name in ("data", "commit", "settings", "seconds"))
CHOSEN = FOLDER / f"chosen-{os.getpid()}"
PUBLISHED = "--ignore=tests/test_package.py"
"""Not recorded: what is installed elsewhere, minutes each."""


def git(*arguments: str) -> str:
    """Return what git says."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def record(tests: Sequence[str] = ()) -> None:
    """Run all tests and record what each runs; or only some, beside what was recorded of the others."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    SETTINGS.write_text(f"[run]\nsource = kshc_cli\nparallel = true\ndata_file = {DATA}\n", encoding="utf-8")
    state = git("stash", "create").strip() or git("rev-parse", "HEAD").strip()
    others = seconds() if tests else {}
    options = ["--cov", "--cov-context=test", f"--cov-config={SETTINGS}", "--cov-report=", PUBLISHED]
    options += ["--cov-append"] if tests else []
    command = [sys.executable, "-m", "pytest", "-q", "-n", os.environ.get("WORKERS", "2"), *options]
    environment = os.environ | {"TIMED_TESTS": str(SECONDS)}
    done = subprocess.run(
        [*command, "-p", "tools.timed_tests", *(tests or ["tests"])], cwd=ROOT, env=environment, check=False
    )
    if done.returncode not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        sys.exit(done.returncode)
    SECONDS.write_text(json.dumps(others | seconds(), ensure_ascii=False, indent=0), encoding="utf-8")
    COMMIT.write_text(state, encoding="utf-8")
    if done.returncode:
        print("recorded, but for the tests that failed")


def seconds() -> dict[str, float]:
    """Return how long each recorded test took."""
    found: dict[str, float] = json.loads(SECONDS.read_text(encoding="utf-8")) if SECONDS.exists() else {}
    return found


def recorded() -> str | None:
    """Return the commit of the recording; None where there is none."""
    return COMMIT.read_text(encoding="utf-8") if COMMIT.exists() and DATA.exists() else None


class Recording:
    """What was recorded."""

    def __init__(self) -> None:
        self._data = CoverageData(str(DATA))
        self._data.read()
        self.seconds: Final = seconds()

    def cheapest_first(self, tests: Iterable[str]) -> list[str]:
        """Return the tests in the order of what they cost."""
        return sorted(tests, key=lambda test: (self.seconds[test], test))

    def tests_of(self, module: str, code: str, lines: Iterable[int]) -> set[str]:
        """Return the tests that run a function in which one of the lines stands, for others any function of the module.

        What stands outside of functions runs once, when the first test imports the module: that test means nothing.
        With one case of a test all of its cases: what the first computes may be kept for the others. So may what runs
        before a test, for all tests of its room, the folder in ``tests``. ``module`` is a path in the repository,
        ``code`` its text when it was recorded.
        """
        known = self._data.contexts_by_lineno(str(ROOT / module))
        functions = list(_functions(code))
        found: set[str] = set()
        rooms: set[str] = set()
        for line in lines:
            inner = max((each for each in functions if line in each), key=lambda each: each.start, default=None)
            places = known.keys() & {place for each in ([inner] if inner else functions) for place in each}
            for context in {context for place in places for context in known[place] if context}:
                test, _, phase = context.rpartition("|")
                found.add(test.partition("[")[0])
                rooms |= {_room(test)} if phase == "setup" else set()
        return {test for test in self.seconds if test.partition("[")[0] in found or _room(test) in rooms}


def _room(test: str) -> str:
    """Return the folder in ``tests`` of a test; a module that stands in none is its own."""
    return "/".join(test.partition("::")[0].split("/")[:2])


def _functions(code: str) -> Iterator[range]:
    """Yield the lines of each function but those that run once, for whichever test comes first."""
    for node in ast.walk(ast.parse(code)):
        once = {"cache", "lru_cache"}.intersection(
            ast.unparse(each).partition("(")[0] for each in getattr(node, "decorator_list", ())
        )
        if isinstance(node, ast.FunctionDef) and not once:
            yield range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)


def chosen(tests: Iterable[str], file: Path = CHOSEN) -> tuple[list[str], dict[str, str]]:
    """Return the options of pytest, and the settings of its environment, that run just these tests in this order.

    They are listed in ``file``.
    """
    names = list(tests)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(names), encoding="utf-8")
    return ["-p", "tools.some_tests", *sorted({name.partition("::")[0] for name in names})], {"CHOSEN_TESTS": str(file)}


if __name__ == "__main__":
    record(os.environ.get("TESTS", "").split())
