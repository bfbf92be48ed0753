"""Which test runs which functions of kshc: recorded once by ``python -m tools.covering``, used by quick and mutants.

The recording lies in ``build/covering``: the functions that each test ran (tools.ran_functions), the commit (of the
work tree, changes included) that their lines are counted in, and the seconds of each test. One that fails is told and
left out. It is made on the newest Python at hand, 3.12 at least: before that nobody can watch all tests for little.
"""

import ast
import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import pytest

from tools import support

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "build" / "covering"
DATA, COMMIT, SECONDS = (FOLDER / name for name in ("data", "commit", "seconds"))
ENVIRONMENT = ROOT / "build" / "recording"
CHOSEN = FOLDER / f"chosen-{os.getpid()}"
PACKAGE = "src/kshc_cli/"
PUBLISHED = "--ignore=tests/test_package.py"
"""Not recorded: what is installed elsewhere, minutes each."""
_OLDEST: Final = 12


Ran = Sequence[Sequence[str]]
"""The functions that a test ran, as ``module:first line``, and those that ran before it."""


def git(*arguments: str) -> str:
    """Return what git says."""
    done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def record(tests: Sequence[str] = ()) -> None:
    """Run all tests and record what each runs; or only some, beside what was recorded of the others."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    state = git("stash", "create").strip() or git("rev-parse", "HEAD").strip()
    others = (seconds(), _read(DATA)) if tests else ({}, {})
    parts = FOLDER / "part"
    for old in FOLDER.glob("part.*"):
        old.unlink()
    command = [_python(), "-m", "pytest", "-q", "-n", os.environ.get("WORKERS", "2"), "--no-cov", PUBLISHED]
    environment = os.environ | {"TIMED_TESTS": str(SECONDS), "RAN_FUNCTIONS": str(parts)}
    plugins = ["-p", "tools.timed_tests", "-p", "tools.ran_functions"]
    done = subprocess.run([*command, *plugins, *(tests or ["tests"])], cwd=ROOT, env=environment, check=False)
    if done.returncode not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        sys.exit(done.returncode)
    found = {test: ran for part in FOLDER.glob("part.*") for test, ran in _parts(part)}
    DATA.write_text(json.dumps(others[1] | found, ensure_ascii=False), encoding="utf-8")
    SECONDS.write_text(json.dumps(others[0] | seconds(), ensure_ascii=False, indent=0), encoding="utf-8")
    COMMIT.write_text(state, encoding="utf-8")
    if done.returncode:
        print("recorded, but for the tests that failed")


def _python() -> str:
    """Return the newest Python at hand in an environment with all that tests need."""
    newest = list(support.pythons())[-1]
    if int(newest.rpartition(".")[2]) < _OLDEST:
        sys.exit(f"a recording needs Python 3.{_OLDEST}")
    support.uv("sync", "--frozen", "--python", newest, environment=ENVIRONMENT)
    return str(ENVIRONMENT / "bin" / "python")


def _parts(part: Path) -> Iterator[tuple[str, Ran]]:
    """Yield what one process of the tests recorded, with the places of functions in place of their numbers."""
    places: dict[str, str] = {}
    with part.open(encoding="utf-8") as stream:
        for line in stream:
            test, during, before, new = json.loads(line)
            places |= {number: f"{module}:{first}" for number, (module, first) in new.items()}
            yield test, tuple([places[str(number)] for number in some] for some in (during, before))
    part.unlink()


def _read(file: Path) -> dict[str, Ran]:
    found: dict[str, Ran] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return found


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
        self.seconds: Final = seconds()
        self._during: dict[str, set[str]] = defaultdict(set)
        self._before: dict[str, set[str]] = defaultdict(set)
        for test, kinds in _read(DATA).items():
            for by_function, functions in zip((self._during, self._before), kinds, strict=True):
                for function in functions:
                    by_function[function].add(test)

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
        functions = dict(_functions(code))
        found: set[str] = set()
        rooms: set[str] = set()
        for line in lines:
            inner = max((each for each in functions if line in functions[each]), default=None)
            for first in [inner] if inner else functions:
                place = f"{module.removeprefix(PACKAGE)}:{first}"
                found |= {test.partition("[")[0] for test in self._during[place] | self._before[place]}
                rooms |= {_room(test) for test in self._before[place]}
        return {test for test in self.seconds if test.partition("[")[0] in found or _room(test) in rooms}


def _room(test: str) -> str:
    """Return the folder in ``tests`` of a test; a module that stands in none is its own."""
    return "/".join(test.partition("::")[0].split("/")[:2])


def _functions(code: str) -> Iterator[tuple[int, range]]:
    """Yield the first line of each function, and its lines, but of those that run once, for whichever test is first."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FunctionDef):
            once = {"cache", "lru_cache"}.intersection(
                ast.unparse(each).partition("(")[0] for each in node.decorator_list
            )
            first = min((each.lineno for each in node.decorator_list), default=node.lineno)
            if not once:
                yield first, range(node.body[0].lineno, (node.end_lineno or node.lineno) + 1)


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
