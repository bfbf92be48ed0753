"""Runs what the documentation shows, and fills its samples with what kshc really prints.

A sample is a fenced block of kind ``console`` whose first line is ``$ kshc …``; what follows is replaced by the
command's output on a terminal of 80 columns, in the language of the page. The commands of blocks of kind ``sh``, and
those that stand in a sentence or a table, are run in their places too.

A page's commands follow each other in a folder with the project's plan and the files of `_FILES`. Behind a line
``<!-- folder: new -->`` that is a folder without a plan, behind ``<!-- today: 2024-06-03 -->`` one where the plan is
followed on that day, each up to a line ``<!-- folder: plan -->``: what one command writes or records the next ones
see. The ids of their entries are numbered, for they are other ones in every run. A fence ```` ```console 12 ```` shows
no more than twelve lines.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kshc_cli.app import main as kshc

ROOT = Path(__file__).parents[1]
_ENGLISH: Final = (
    "asking", "checking", "ci", "commands", "counting-days", "diff", "editing", "excel", "exporting", "following",
    "importing", "json", "laws", "next-year", "page", "plan-file", "rendering", "templates",
)  # fmt: skip
PAGES: Final = {
    "README.md": "en",
    "docs/huong-dan.md": "vi",
    "docs/moi-nam.md": "vi",
    "docs/cai-dat.md": "vi",
    **{f"docs/{name}.md": "en" for name in _ENGLISH},
}
"""The pages whose commands are run, and the language in which kshc answers there."""
LONGEST = 24
"""Of a longer output, or one longer than its fence says, the first lines are shown, an ellipsis, and the last two."""

_PIECE = re.compile(
    r"```console(?: (?P<longest>\d+))?\n\$ (?P<sample>kshc [^\n]*)\n.*?```"
    r"|```sh\n(?P<block>.*?)```"
    r"|```\w.*?```"
    r"|`(?P<inline>kshc(?: [^`\n]*)?)`"
    r"|<!-- (?P<kind>folder|today): (?P<value>\S+) -->",
    re.DOTALL,
)
_ID = re.compile(r"\b1[0-9a-hjkmnp-tv-z]{11}\b")
_COLOR = re.compile(r"\x1b\[[\d;]*m")
_FILES: Final = {
    "du-thao.docx": "tests/examples/layout/mistakes.docx",
    "da-sua.docx": "tests/examples/editing/da-sua.docx",
    "tests": "tests",
    "schemas": "schemas",
}
"""Files and folders of the project that a page's commands name, beside the plan."""
_DAY: Final = "2024-06-24"
"""The day where no mark names one, so that nothing goes by the clock."""


@dataclass(slots=True)
class Ran:
    """A page whose commands were run: its text with their output, and how each of them ended."""

    text: str = ""
    statuses: list[tuple[str, int]] = field(default_factory=list)


def ran(page: str, language: str) -> Ran:
    """Run the commands of a page, one after the other."""
    result, ids, end = Ran(), dict[str, str](), 0
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(Path(name), language)
        for piece in _PIECE.finditer(page):
            if piece["kind"]:
                desk.turn(piece["kind"], piece["value"])
            text = piece[0]
            for command in commands_of(piece):
                shown, status = desk.run(command)
                result.statuses.append((command, status))
                if piece["sample"]:
                    text = f"{text.splitlines()[0]}\n$ {command}\n{_shortened(shown, piece['longest'])}```"
            result.text += page[end : piece.start()] + _ID.sub(
                lambda found: ids.setdefault(found[0], f"1hzv4{len(ids) + 1:07}"), text
            )
            end = piece.end()
    result.text += page[end:]
    return result


def commands_of(piece: re.Match[str]) -> Iterator[str]:
    """Yield the commands of kshc that a sample, a block or words in a sentence show, but no synopsis of one."""
    if piece["block"]:
        yield from (line for line in piece["block"].splitlines() if line.startswith("kshc "))
    elif command := piece["sample"] or piece["inline"]:
        yield from () if piece["inline"] and _is_synopsis(command) else (command,)


def _is_synopsis(command: str) -> bool:
    """Tell whether words say what a command takes: with brackets, or names in capitals."""
    return bool(re.search(r"[\[|…]", command)) or any(
        word.isalpha() and word.isupper() for word in shlex.split(command)
    )


@dataclass(slots=True)
class Desk:
    """Where a page's commands run: folders above which nothing lies, and what a reader has set."""

    above: Path
    language: str
    kind: str = "plan"
    today: str = _DAY

    def turn(self, kind: str, value: str) -> None:
        """Go on as a mark in the page says."""
        self.kind, self.today = ("followed", value) if kind == "today" else (value, _DAY)

    def run(self, command: str) -> tuple[list[str], int]:
        """Run a command line as on a terminal of 80 columns: the lines of data and talk, and its exit status."""
        settings = {"COLUMNS": "80", "KSHC_LANG": self.language, "KSHC_TODAY": self.today, "KSHC_WHO": "Lan"}
        return output(command, self._folder(), settings)

    def _folder(self) -> Path:
        """Return the folder with the project's plan, or, ``new``, with its Word document in place of it."""
        folder = self.above / self.kind
        if not folder.exists():
            folder.mkdir()
            for name, source in _FILES.items():
                (folder / name).symlink_to(ROOT / source)
            shutil.copy(ROOT / "plan.yaml", folder)
            (folder / "plan-cu.yaml").write_text(earlier_plan(), encoding="utf-8")
            for name in ("ke-hoach.docx", "ke-hoach-sua.docx"):
                output(f"kshc render docx --out {name}", folder, {"KSHC_LANG": self.language})
            if self.kind == "new":
                (folder / "plan.yaml").unlink()
                (folder / "schemas").unlink()
        return folder


def earlier_plan() -> str:
    """Return the project's plan as it might have been before: another time, a task less, other articles."""
    text = (ROOT / "plan.yaml").read_text(encoding="utf-8")
    changes = (
        ("Từ tháng 02 đến tháng 6 năm 2024", "Từ tháng 02 đến tháng 5 năm 2024"),
        ("id: 1.2.3\n", "id: 1.2.9\n"),
        ("Trong tháng 7 năm 2024", "Quý IV năm 2024"),
        ("      - phuong-4\n", ""),
    )
    for new, old in changes:
        if new not in text:
            raise ValueError(new)
        text = text.replace(new, old, 1)
    return text


def output(command: str, folder: Path, settings: Mapping[str, str], *, painted: bool = False) -> tuple[list[str], int]:
    """Run a command line in a folder, with settings of the environment: the lines that it shows, its exit status.

    ``painted``: with its colours, the control character that begins them as a picture of it.
    """
    line, _, target = command.partition(" > ")
    stream = io.StringIO()
    kept, stdin = dict(os.environ), sys.stdin
    sys.stdin = io.TextIOWrapper(io.BytesIO())
    os.environ.update({"KSHC_CACHE": "0", **settings})
    try:
        with contextlib.chdir(folder), contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
            status = kshc(["--color", "always", *shlex.split(line, comments=True)[1:]])
    finally:
        os.environ.clear()
        os.environ.update(kept)
        sys.stdin = stdin
    if target:
        (folder / target).write_text(stream.getvalue(), encoding="utf-8")
    shown = stream.getvalue().replace("\x1b", "␛") if painted else _COLOR.sub("", stream.getvalue())
    return [line.rstrip() for line in shown.splitlines()], status


def _shortened(lines: list[str], longest: str | None) -> str:
    most = int(longest or LONGEST)
    shown = lines if len(lines) <= most else [*lines[: most - 3], "…", *lines[-2:]]
    return "".join(f"{line}\n" for line in shown)


def files(page: str) -> dict[Path, bytes]:
    """Return a page with what kshc prints, by its path."""
    path = ROOT / page
    return {path: ran(path.read_text(encoding="utf-8"), PAGES[page]).text.encode()}
