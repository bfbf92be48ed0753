"""Runs the tests with other packages and on other Pythons, and writes what kshc was seen to run on.

``python -m tools.support lowest``: the oldest direct dependencies that pyproject.toml allows; ``newest``: today's;
``pythons``: what uv.lock names, on every Python at hand (those of pyenv and those on the PATH). Each gets its own
environment in ``build/``. ``--write`` keeps the results in ``docs/support.tsv``, in place of earlier ones of the same
packages and Python; the tables of README and ``docs/support.md`` are made from it.
``TESTS`` names the tests to run, all if it is not set.
"""

import csv
import datetime as dt
import io
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path

from tools import tables

ROOT = Path(__file__).parents[1]
RESULTS = ROOT / "docs" / "support.tsv"
PYTHONS = range(11, 20)
"""Minor versions of Python 3 that are looked for."""


@dataclass(frozen=True)
class Run:
    """One run of the tests: with which packages, on which Python, what came of it, and when."""

    packages: str
    python: str
    versions: str
    passed: str
    failed: str
    day: str


def uv(*arguments: str | Path, environment: Path | None = None) -> None:
    """Run the locked uv, for an environment if one is given."""
    settings = os.environ | ({"UV_PROJECT_ENVIRONMENT": str(environment)} if environment else {})
    subprocess.run([sys.executable, "-m", "uv", *arguments, "--quiet"], cwd=ROOT, env=settings, check=True)


def pythons() -> Iterator[str]:
    """Yield one interpreter of every minor version from 3.11 on that is at hand."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in PYTHONS:
        others = (shutil.which(f"python3.{minor}"), sys.executable if sys.version_info[1] == minor else None)
        for each in (*sorted(map(str, pyenv.glob(f"3.{minor}.*/bin/python3.{minor}"))), *others):
            if each and subprocess.run([each, "--version"], capture_output=True, check=False).returncode == 0:
                yield each
                break


def environments(wanted: Sequence[str]) -> Iterator[tuple[str, Path]]:
    """Build the environments asked for, one at a time; yield what each is called and where it lies."""
    for name in wanted:
        match name:
            case "lowest" | "newest":
                folder = ROOT / "build" / name
                rule = ["--resolution", "lowest-direct"] if name == "lowest" else ["--upgrade"]
                uv("venv", "--clear", folder, "--python", sys.executable)
                uv("pip", "install", "--python", folder, *rule, "--editable", ".", "--group", "dev")
                yield name, folder
            case "pythons":
                for python in pythons():
                    folder = ROOT / "build" / Path(python).name
                    uv("sync", "--frozen", "--python", python, environment=folder)
                    yield "locked", folder
            case _:
                sys.exit(f"lowest, newest or pythons, not {name}")


def versions(python: Path) -> str:
    """Return the Python's version and those of kshc's direct dependencies, as ``name version`` joined by commas."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [re.split(r"[<>=~!\[; ]", each)[0] for each in project["dependencies"]]
    code = (
        "import platform, sys; from importlib.metadata import version; "
        "print(platform.python_version()); print(', '.join(f'{n} {version(n)}' for n in sys.argv[1:]))"
    )
    return subprocess.run([python, "-c", code, *names], capture_output=True, text=True, check=True).stdout.strip()


def tested(name: str, folder: Path) -> Run:
    """Run the tests in an environment, show their last lines, and return what came of it."""
    python = folder / "bin" / "python"
    number, packages = versions(python).splitlines()
    print(f"{name}, Python {number}: {packages}", flush=True)
    asked = os.environ.get("TESTS", "tests").split()
    done = subprocess.run(
        [python, "-m", "pytest", "-q", "-n", os.environ.get("WORKERS", "2"), "-p", "no:cacheprovider", *asked],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    lines = done.stdout.splitlines()
    print("\n".join([line for line in lines if line.startswith(("FAILED", "ERROR"))][:40] + lines[-1:]), flush=True)
    counts = {word: count for count, word in re.findall(r"(\d+) (passed|failed|errors?)", lines[-1] if lines else "")}
    failed = int(counts.get("failed", 0)) + int(counts.get("error", counts.get("errors", 0)))
    if done.returncode and not failed:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    today = dt.datetime.now(tz=dt.UTC).date()
    return Run(name, number, packages, counts.get("passed", "0"), str(failed), today.isoformat())


def kept() -> list[Run]:
    """Return the results that were written last; none at first."""
    if not RESULTS.exists():
        return []
    with RESULTS.open(encoding="utf-8", newline="") as stream:
        return [Run(*row) for row in list(csv.reader(stream, delimiter="\t"))[1:]]


def together(earlier: Sequence[Run], runs: Sequence[Run]) -> list[Run]:
    """Return the results with those of ``runs`` in place of earlier ones of the same packages and Python."""
    by_place = {(run.packages, *run.python.split(".")[:2]): run for run in (*earlier, *runs)}
    return sorted(by_place.values(), key=lambda run: (run.packages, [int(part) for part in run.python.split(".")]))


def write(runs: Sequence[Run]) -> None:
    """Keep the results of runs."""
    stream = io.StringIO()
    table = csv.writer(stream, delimiter="\t", lineterminator="\n")
    table.writerows([[field.name for field in fields(Run)], *map(astuple, runs)])
    RESULTS.write_text(stream.getvalue(), encoding="utf-8")


def main() -> None:
    """Run what the command line asks for; a failed test is exit status 1."""
    runs = [tested(*each) for each in environments([word for word in sys.argv[1:] if word != "--write"])]
    if "--write" in sys.argv:
        write(together(kept(), runs))
        tables.renew()
    sys.exit(any(int(run.failed) for run in runs))


if __name__ == "__main__":
    main()
