"""The tables of pages that are made from kept measurements: ``docs/support.tsv`` and ``docs/speed.tsv``.

A table stands between the lines ``<!-- support -->`` and ``<!-- /support -->``, and so on.
"""

import csv
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FOLDER: Final = ROOT / "docs"
PAGES: Final = ("README.md", "docs/support.md")

Table = tuple[Sequence[str], list[list[str]]]
"""Headings and rows."""


def kept(name: str) -> list[dict[str, str]]:
    """Return the measurements of ``docs/<name>.tsv``."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))


def support() -> Table:
    """Return what kshc was seen to run on."""
    return ("packages", "Python", "tests passed", "on"), [
        [run["packages"], run["python"], _passed(run), run["day"]] for run in kept("support")
    ]


def versions() -> Table:
    """Return the same with the versions of the packages that kshc needs itself, one run a column."""
    runs = kept("support")
    packages = [dict(each.split(" ") for each in run["versions"].split(", ")) for run in runs]
    rows = [["Python", *(run["python"] for run in runs)]]
    rows += [[name, *(each[name] for each in packages)] for name in packages[0]]
    rows += [["tests passed", *map(_passed, runs)], ["on", *(run["day"] for run in runs)]]
    return ("", *(run["packages"] for run in runs)), rows


def speed() -> Table:
    """Return how many starts of a bare Python each command takes, one plan a row."""
    measured = kept("speed")
    commands = list(dict.fromkeys(each["command"] for each in measured))
    plans = dict.fromkeys(each["plan"] for each in measured)
    starts = {(each["plan"], each["command"]): f"{float(each['starts']):.3g}" for each in measured}
    return ("", *(f"`{command}`" for command in commands)), [
        [plan, *(starts.get((plan, command), "–") for command in commands)] for plan in plans
    ]


TABLES: Final[Mapping[str, Callable[[], Table]]] = {"support": support, "versions": versions, "speed": speed}
_PLACE: Final = re.compile(rf"(?<=<!-- )({'|'.join(TABLES)}) -->\n.*?(?=<!-- /\1 -->)", re.DOTALL)


def filled(text: str) -> str:
    """Return a page with its tables."""
    return _PLACE.sub(lambda place: f"{place[1]} -->\n{_markdown(*TABLES[place[1]]())}", text)


def _markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(line)} |\n" for line in (headings, ["---"] * len(headings), *rows))


def files() -> dict[Path, bytes]:
    """Return the pages with such tables, by their paths."""
    return {ROOT / name: filled((ROOT / name).read_text(encoding="utf-8")).encode() for name in PAGES}


def renew() -> None:
    """Write them."""
    for path, content in files().items():
        path.write_bytes(content)


def _passed(run: Mapping[str, str]) -> str:
    return f"{run['passed']} of {int(run['passed']) + int(run['failed'])}"
