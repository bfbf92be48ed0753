"""Whatever stands in a plan, a log, a document or a template does nothing where it comes out, in every format."""

import csv
import io
import json
import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import click
import pytest
import yaml

from kshc_cli.cli.typed import Typed
from kshc_cli.cli.values import Chosen
from kshc_cli.documents.word.package import packed
from tests.commands.test_strangers import COMMANDS, STRANGE, harm, options, places
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.documents.word_file import parts

PRINTED = "\u202e<script>`[/]*|\\n%0A::error::forged\n::error::forged=1+1{{ x }}\x9b31m"
"""Words that XML can hold."""
HARMLESS = "=1+1 <b>`[/]` | [a](b) \\ {{ x }} %0A::error::forged"
"""Words that a plan may hold; what they could do is done where they come out."""
LOG = yaml.safe_load(
    """
schema: kshc-progress/1
entries:
- {date: 2026-03-10, what: done, task: 1.1.1, entered: 2026-03-20, id: a1, note: xong, who: Lan}
- {date: 2026-04-10, what: extended, task: II.1, due: 2026-12-15, by: bận, entered: 2026-04-10, id: a2}
- {date: 2026-04-11, what: note, task: 1.1.2, document: {number: 12/BC-VP, date: 2026-04-01, title: Báo cáo},
   note: nhắc, entered: 2026-04-11, id: a3}
"""
)
FORGED = "::error::forged\n ::error::forged"
"""What would begin a line of its own."""
ASKED = (
    *("list", "agencies", "agencies --used", "agencies --unread", "due --month 3", "overdue", "recurring", "status"),
    *("log", "show 1.1.1", "show II.1"),
)


def leaves(value: Any, *path: str | int) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401  any tree of YAML
    """Yield the paths of all texts and numbers of a tree."""
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    if not isinstance(value, dict | list):
        yield path
    for key, child in children:
        yield from leaves(child, *path, key)


def changed(tree: Any, path: tuple[str | int, ...], word: str, *, key: bool) -> bytes:  # noqa: ANN401  any tree
    """Return the tree with one value, or its key, changed; as YAML that spells every letter."""
    made = deepcopy(tree)
    inside = made
    for step in path[:-1]:
        inside = inside[step]
    if key and isinstance(inside, dict):
        inside[word] = inside.pop(path[-1])
    else:
        inside[path[-1]] = word
    return yaml.safe_dump(made, sort_keys=False).encode()


@cache
def plan() -> Any:  # noqa: ANN401  any tree of YAML
    return yaml.load((EXAMPLES / "sound.yaml").read_bytes(), yaml.BaseLoader)  # noqa: S506  texts only


def formats(command: click.Command) -> list[str]:
    """Return the formats in which a command answers."""
    found = (option for option in command.params if "--format" in option.opts)
    readers = [option.type.reader for option in found if isinstance(option.type, Typed)]
    return [str(value) for reader in readers if isinstance(reader, Chosen) for value in reader.values]


BY_NAME = {" ".join(path): command for path, command in COMMANDS}


def harm_in_formats(kshc: Kshc, *lines: str) -> list[object]:
    """Return the harm that lines of the command do, in every format."""
    return [
        each
        for line in lines
        for form in (None, *formats(BY_NAME[line.split(maxsplit=1)[0]]))
        for each in harm(kshc, *line.split(), *(("--format", form) if form else ()))
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with a sound plan."""
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "sound.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_TODAY", "2026-06-30")
    return tmp_path


def test_every_command_that_answers_in_formats_tells_them() -> None:
    assert set(formats(BY_NAME["validate"])) >= {"text", "json", "github"}
    assert set(formats(BY_NAME["list"])) >= {"table", "json", "csv", "markdown"}


@pytest.mark.parametrize("key", [False, True], ids=["value", "key"])
@pytest.mark.parametrize("path", [*leaves(plan())], ids=lambda path: ".".join(map(str, path)))
def test_fields_of_the_plan(kshc: Kshc, folder: Path, path: tuple[str | int, ...], *, key: bool) -> None:
    (folder / "plan.yaml").write_bytes(changed(plan(), path, STRANGE, key=key))
    assert not harm_in_formats(kshc, "validate")
    assert not harm(kshc, "list")
    assert not harm(kshc, "fix", "plan.yaml")


@pytest.mark.parametrize("key", [False, True], ids=["value", "key"])
@pytest.mark.parametrize("path", [*leaves(LOG)], ids=lambda path: ".".join(map(str, path)))
def test_fields_of_the_log(kshc: Kshc, folder: Path, path: tuple[str | int, ...], *, key: bool) -> None:
    (folder / "progress.yaml").write_bytes(changed(LOG, path, STRANGE, key=key))
    assert not harm_in_formats(kshc, "validate")
    assert not harm(kshc, "log")
    assert not harm(kshc, "note", "1.1.2", "x")


def free_words(tree: Any) -> Iterator[tuple[str | int, ...]]:  # noqa: ANN401  any tree of YAML
    """Yield the paths of what may be any words."""
    fixed = {"schema", "year", "id", "number", "date", "role", "width", "members", "what", "task", "entered", "due"}
    fixed |= {"symbol", "articles", "reference", "duties"}
    return (path for path in leaves(tree) if not fixed & set(path))


def with_words(tree: Any, words: str = HARMLESS) -> str:  # noqa: ANN401  any tree of YAML
    """Return the tree with some words before all that may be any words."""
    made = deepcopy(tree)
    for *way, last in free_words(tree):
        inside = made
        for step in way:
            inside = inside[step]
        inside[last] = f"{words} {inside[last]}"
    return yaml.safe_dump(made, allow_unicode=True, sort_keys=False)


def acting_words(form: str, text: str) -> list[str]:
    """Return the words that are more than words to what reads a format."""
    if form == "csv":
        return [cell for row in csv.reader(io.StringIO(text)) for cell in row if cell.startswith(("=", "+", "-", "@"))]
    if form == "markdown":
        rows = [line for line in text.splitlines() if line.startswith("|")]
        uneven = rows if len({len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}) > 1 else []
        return uneven + re.findall(r"(?<!\\)<b>|(?<!\\)\[a\]\(", text)
    return []


def test_words_that_a_plan_may_hold_come_out_as_words(kshc: Kshc, folder: Path) -> None:
    (folder / "plan.yaml").write_text(with_words(plan()), "utf-8")
    (folder / "progress.yaml").write_text(with_words(LOG), "utf-8")
    assert not harm_in_formats(kshc, "validate", *ASKED)
    for line in ASKED:
        for form in formats(BY_NAME[line.split()[0]]):
            text = kshc(*line.split(), "--format", form).out
            assert text or form != "csv"
            assert not acting_words(form, text)
            assert form != "json" or json.loads(text)
    for words in ("1.1.2", "II.1"):
        assert not harm(kshc, "done", words, "--document", HARMLESS, "--note", HARMLESS, "--dry-run")
    assert not harm(kshc, "render", "docx", "--out", "out.docx")
    assert not harm(kshc, "render", "extract", "--all", "--out", "out")
    assert not harm(kshc, "render", "reminder", "--all", "--draft", "--out", "letters")
    assert not harm(kshc, "render", "report", "--year", "--draft", "--today", "2027-01-05", "--out", "report.docx")


@pytest.mark.parametrize("words", [STRANGE, FORGED], ids=["strange", "forged"])
def test_strange_words_of_plan_and_log_in_every_format(kshc: Kshc, folder: Path, words: str) -> None:
    tree = deepcopy(plan())
    tree["agencies"][0]["aliases"] = ["VP"]
    (folder / "progress.yaml").write_text(with_words(LOG), "utf-8")
    (folder / "plan.yaml").write_text(with_words(tree, words), "utf-8")
    assert not harm_in_formats(kshc, "validate", *ASKED)
    (folder / "progress.yaml").write_text(with_words(LOG, words), "utf-8")
    (folder / "plan.yaml").write_text(with_words(tree), "utf-8")
    assert not harm_in_formats(kshc, "validate", *ASKED)


def strange_word(data: bytes, find: str, words: str) -> bytes:
    """Return a Word file whose parts have other words where a pattern finds some."""

    def put(part: bytes) -> bytes:
        return re.sub(find, lambda _found: words, part.decode()).encode()

    return packed({name: put(part) if name.endswith("xml") else part for name, part in parts(data).items()})


WORDS = escape(PRINTED, {'"': "&quot;"})
DOCUMENTS = {
    "words": (r">[^<>]+(?=</w:t>)", f">{WORDS}"),
    "words beside others": (r"(?=</w:t>)", WORDS),
    "fonts": (r'(?<=w:hAnsi=")[^"]*', WORDS),
    "colours": (r"(?<=<w:rPr>)", f'<w:color w:val="{WORDS}"/>'),
    "styles": (r'(?<=<w:name w:val=")[^"]*', WORDS),
    "values": (r'(?<= w:val=")[^"]*', WORDS),
    "properties": (r"(?<=<dc:creator>)[^<]*", WORDS),
    "tags": (r"(?<=\{\{ )[^{}]*", f"plan.{WORDS.replace('{{ x }}', '')}"),
    "broken": (r"</w:body>", f"</{WORDS}>"),
}
"""What is found in the parts of a Word file, and what is put in its place."""


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("name", ["tests/examples/layout/mistakes.docx", "templates/quyet-dinh-ke-hoach.docx"])
def test_words_of_documents_and_templates(kshc: Kshc, folder: Path, kind: str, name: str) -> None:
    (folder / "a.docx").write_bytes(strange_word((ROOT / name).read_bytes(), *DOCUMENTS[kind]))
    for line in ("check docx a.docx", "check docx --final -v a.docx", "template check a.docx"):
        for form in formats(BY_NAME[" ".join(line.split()[:2])]):
            assert not harm(kshc, *line.split(), "--format", form)
    assert not harm(kshc, "import", "docx", "a.docx", "--year", "2026")
    assert not harm(kshc, "render", "docx", "--template", "a.docx", "--out", "b.docx")


@pytest.mark.parametrize("data", [b"<!DOCTYPE a><a/>", b"<", b"%!PS"])
def test_names_of_parts(kshc: Kshc, folder: Path, data: bytes) -> None:
    sound = parts((ROOT / "templates" / "quyet-dinh-ke-hoach.docx").read_bytes())
    (folder / "a.docx").write_bytes(packed({**sound, f"word/{PRINTED}.xml": data}))
    for line in ("check docx a.docx", "template check a.docx", "import docx a.docx"):
        assert not harm(kshc, *line.split())


@pytest.mark.parametrize("path", [path for path in BY_NAME if "--plan" in options(BY_NAME[path])])
def test_a_plan_that_names_strange_things_answers_every_command(kshc: Kshc, folder: Path, path: str) -> None:
    tree = deepcopy(plan())
    tree["agencies"][0]["name"] = STRANGE
    (folder / "plan.yaml").write_bytes(yaml.safe_dump(tree).encode())
    assert not harm(kshc, *path.split(), *places(BY_NAME[path], "1.1.1"))
