"""Makes small changes to kshc, a sample by seed, and counts those that a test notices.

``python -m tools.mutants`` works on ``WORKERS`` copies of the repository in ``build/mutants``. cosmic-ray knows the
changes; of each place that it can change one is drawn. The tests that run the changed function (tools.covering) are run
for ``SECONDS`` of computing, after those of them that are likeliest to notice; if all pass, nobody noticed. A test that
fails in a copy without any change notices nothing. ``SEED`` (1) and ``COUNT`` (100) choose the sample, ``ONLY`` the
modules with this in their paths. What was left unnoticed is printed with its lines; fewer than ``LEAST`` percent is
exit status 1.
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from pathlib import Path
from queue import SimpleQueue
from threading import Lock
from typing import Final

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from tools.covering import FOLDER, ROOT, Recording, chosen, git, record, recorded

COPIES = ROOT / "build" / "mutants"
NOTICERS = FOLDER / "noticers"
"""Module by module, the tests that noticed a change of it in earlier runs, the last ones first."""
_MOST_NOTICERS: Final = 30
UNCHANGED: Final = "unchanged"
"""The copy in which nothing is changed."""
_UNCHANGED: Final = Lock()
LEAST: Final = 95
"""Percent of the changes that the tests have to notice."""
SECONDS: Final = 90
"""How long tests are begun for, of computing; a change that they have not noticed by then goes for unnoticed."""
LONGEST: Final = 240
"""Seconds of computing after which a change is noticed because a test no longer ends; five times as many of waiting."""
CHEAP: Final = 0.3
"""Seconds of a test that is run before all that cost more, however near those are."""
MADE: Final = "made by ``make generate``"
"""What a module says that is made from others."""
FRESH: Final = "_is_fresh"
"""What the names of the tests say that make such modules again and compare."""
_TRIVIAL: Final = re.compile(
    r"core/(NoOp|ReplaceBinaryOperator_BitOr_\w+|ReplaceComparisonOperator_(Is_Eq|IsNot_NotEq|Eq_Is|NotEq_IsNot))"
)
"""Changes that mean nothing: none, that of ``X | None``, which fails as soon as the module is imported, and equal for
identical, which kshc asks of None, members of enumerations and its own constants only: they equal nothing else.

So does identical for equal: it is Python's matter which equal numbers and words are one.
"""
_CHECKED: Final = re.compile(
    r"@(dataclasses\.)?dataclass\(|.*(\(|, )\*, $|    \*,$|.*, strict=Tru$|if TYP$|.*\blru_cache\(maxsize=\d+$"
)
"""What nobody sees at run time: that a record is frozen, an argument given by name, that what is paired is as many.

So is what only mypy imports, and whether one result more or less is kept.
"""


@dataclass(frozen=True, order=True)
class Mutant:
    """One change: which module, where (line and column), which operator, the how manieth time that it fits there."""

    module: str
    line: int
    column: int
    operator: str
    occurrence: int

    def applied(self, code: str) -> str:
        """Return the module's code with the change."""
        return str(mutate_code(code, get_operator(self.operator)(), self.occurrence))


def mutants(module: Path) -> Iterator[Mutant]:
    """Yield every change of a module."""
    code = module.read_text(encoding="utf-8")
    nodes, lines = list(ast_nodes(get_ast(code))), code.splitlines()
    name = module.relative_to(ROOT).as_posix()
    for operator_name in operator_names():
        operator = get_operator(operator_name)
        if operator.arguments() or _TRIVIAL.fullmatch(operator_name):
            continue
        positions = operator().mutation_positions
        places = (start for node in nodes for start, _ in positions(node))
        for occurrence, (line, column) in enumerate(places):
            if not _CHECKED.match(lines[line - 1][: column + 3]):
                yield Mutant(name, line, column, operator_name, occurrence)


def sample(count: int, seed: int, only: str) -> list[Mutant]:
    """Draw ``count`` places, and one change for each: a sum, which can become ten other things, is no likelier."""
    places: dict[tuple[str, int, int], list[Mutant]] = {}
    for module in sorted((ROOT / "src" / "kshc_cli").rglob("*.py")):
        for each in mutants(module) if only in module.as_posix() else ():
            places.setdefault((each.module, each.line, each.column), []).append(each)
    chance = random.Random(seed)  # noqa: S311  no secret
    return [chance.choice(places[place]) for place in chance.sample(sorted(places), min(count, len(places)))]


def copied(name: str) -> Path:
    """Copy what git knows of, or would take; return where to."""
    copy = COPIES / name
    for file in filter(None, git("ls-files", "-z", "-co", "--exclude-standard").split("\0")):
        if (ROOT / file).is_file():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / file, copy / file)
    return copy


def noticers() -> dict[str, list[str]]:
    """Return the tests that noticed changes of a module."""
    found: dict[str, list[str]] = json.loads(NOTICERS.read_text(encoding="utf-8")) if NOTICERS.exists() else {}
    return found


def remember(module: str, test: str) -> None:
    """Keep which test noticed a change of a module: it is run first when that is changed again."""
    known = noticers()
    known[module] = [test, *(one for one in known.get(module, ()) if one != test)][:_MOST_NOTICERS]
    NOTICERS.write_text(json.dumps(known, ensure_ascii=False, indent=0), encoding="utf-8")


def likeliest_first(mutant: Mutant, recording: Recording) -> tuple[list[str], list[str], list[str]]:
    """Return the tests that a change concerns: those that noticed one, those near its module, and the others.

    Cheap ones stand first in the last two. A module that holds only what runs when it is imported, or what only other
    programs run, concerns all; what ``make generate`` made concerns also the tests that read it and say whether it is
    fresh.
    """
    code = (ROOT / mutant.module).read_text(encoding="utf-8")
    reading = {test for test in recording.seconds if MADE in code and FRESH in test}
    concerned = reading | (recording.tests_of(mutant.module, code, [mutant.line]) or recording.seconds.keys())
    nearness = {test: 9 if test in reading else near(test.partition("::")[0], mutant.module) for test in concerned}
    tests = sorted(
        recording.cheapest_first(concerned),
        key=lambda test: (not nearness[test], recording.seconds[test] > CHEAP, -nearness[test]),
    )
    cut = sum(map(bool, nearness.values()))
    first = [test for test in noticers().get(mutant.module, ()) if test in concerned]
    near_ones, others = ([test for test in some if test not in first] for some in (tests[:cut], tests[cut:]))
    return first, near_ones, others


@cache
def near(test: str, module: str) -> int:
    """Tell how near a module of tests is: how many of its rooms mirror those of the module, more if it imports that."""
    path = Path(module).with_suffix("")
    name, home = path.name, ".".join(path.parent.parts[1:])
    rooms = {*path.parts} & {*Path(test.replace("/test_", "/")).with_suffix("").parts}
    imports = re.search(rf"from {home} import .*\b{name}\b|{home}\.{name}\b", (ROOT / test).read_text(encoding="utf-8"))
    return len(rooms) + 2 * bool(imports)


def failing(tests: list[str], copy: Path) -> str | None:
    """Return the first of these tests that fails in a changed copy and not in one without any change, as below."""
    while tests:
        test = first_failing(tests, copy)
        if not test or not fails_anyway(test):
            return test
        tests = tests[tests.index(test) + 1 :] if test in tests else []
    return None


@cache
def fails_anyway(test: str) -> bool:
    """Tell whether a test fails in a copy without any change, perhaps for where that lies: it notices nothing."""
    with _UNCHANGED:
        fails = first_failing([test], COPIES / UNCHANGED) is not None
    if fails:
        print(f"fails without any change: {test}", flush=True)
    return fails


def first_failing(tests: list[str], copy: Path) -> str | None:
    """Return the one of these tests that fails first in a copy, "" where that is not known, None if all pass.

    Without an end they do not pass.
    """
    failed = copy.with_suffix(".failed")
    failed.unlink(missing_ok=True)
    options, settings = chosen(tests, copy.with_suffix(".tests"))
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-n0", "--hypothesis-seed=0", *options]
    settings |= {"PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    settings |= {"FAILED_TEST": str(failed), "CPU_SECONDS": str(SECONDS), "MOST_CPU_SECONDS": str(LONGEST)}
    try:
        done = subprocess.run(
            command, cwd=copy, env=os.environ | settings, capture_output=True, timeout=5 * LONGEST, check=False
        )
    except subprocess.TimeoutExpired:
        return ""
    name = failed.read_text(encoding="utf-8") if failed.exists() else ""
    return name if done.returncode else None


def noticing(mutant: Mutant, tests: tuple[list[str], ...], copy: Path) -> str | None:
    """Return the test that notices a change made in a copy, as ``failing`` does; print the change if none does."""
    path = copy / mutant.module
    code = path.read_text(encoding="utf-8")
    changed = mutant.applied(code)
    try:
        path.write_text(changed, encoding="utf-8")
        found = (failing(some, copy) for some in tests if some)
        failed = next((test for test in found if test is not None), None)
    finally:
        path.write_text(code, encoding="utf-8")
    if failed is None:
        lines = list(unified_diff(code.splitlines(), changed.splitlines(), lineterm="", n=0))[3:]
        told = f"{mutant.module}:{mutant.line} {mutant.operator}, {sum(map(len, tests))} tests"
        print("\n    ".join((told, *lines)), flush=True)
    return failed


def bring_up_to_date() -> None:
    """Record all tests where kshc or what tests share has changed since, else the test modules that have.

    So have those that name a changed file of examples. What came since is used by no test that was recorded before,
    but perhaps by a changed one.
    """
    state = recorded()
    told = git("diff", "--name-status", "--no-renames", state, "--", "src", "tests") if state else "M\tsrc"
    modules: dict[str, None] = {}
    for kind, file in (line.split("\t") for line in told.splitlines()):
        if file.startswith("tests/") and kind == "A" and not Path(file).name.startswith("test_"):
            continue
        users = using(file) if kind != "D" else []
        if not users:
            record()
            return
        modules |= dict.fromkeys(users)
    if modules:
        record(list(modules))


def using(file: str) -> list[str]:
    """Return the test modules that a file's change concerns: itself, or those that name it; none for other code."""
    if Path(file).name.startswith("test_"):
        return [file]
    modules = (
        sorted((ROOT / "tests").rglob("test_*.py")) if file.startswith("tests/") and not file.endswith(".py") else []
    )
    found = [each for each in modules if Path(file).name in each.read_text(encoding="utf-8")]
    return [each.relative_to(ROOT).as_posix() for each in found]


def main() -> None:
    """Draw the sample, try each change, report the share."""
    count, seed = int(os.environ.get("COUNT", "100")), int(os.environ.get("SEED", "1"))
    bring_up_to_date()
    shutil.rmtree(COPIES, ignore_errors=True)
    copies: SimpleQueue[Path] = SimpleQueue()
    workers = int(os.environ.get("WORKERS", "2"))
    for number in range(workers):
        copies.put(copied(str(number)))
    copied(UNCHANGED)
    drawn, recording = sample(count, seed, os.environ.get("ONLY", "")), Recording()
    concerned = [likeliest_first(each, recording) for each in drawn]

    def tried(mutant: Mutant, tests: tuple[list[str], ...]) -> str | None:
        copy = copies.get()
        try:
            return noticing(mutant, tests, copy)
        finally:
            copies.put(copy)

    noticed = 0
    with ThreadPoolExecutor(workers) as pool:
        for mutant, test in zip(drawn, pool.map(tried, drawn, concerned), strict=True):
            noticed += test is not None
            if test:
                remember(mutant.module, test)
    print(f"noticed: {noticed} of {len(drawn)} ({100 * noticed / len(drawn):.0f} %), seed {seed}")
    sys.exit(100 * noticed < LEAST * len(drawn))


if __name__ == "__main__":
    main()
