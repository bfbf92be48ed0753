"""Whatever strangers name (arguments, files, the environment) does nothing: no cursor moves, no line is forged."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from kshc_cli.app import command_line
from tests.conftest import EXAMPLES, Kshc

STRANGE = "x\x1b[31mred\x9b\u202eturned\u2066\x07\r\n::error::forged"
"""A name that would colour a terminal, turn what follows, ring, and write a line for GitHub."""
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]|^::error::forged", re.MULTILINE
)


def commands(group: click.Command, *path: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that name it."""
    if isinstance(group, click.Group):
        for name in group.list_commands(click.Context(group)):
            inner = group.get_command(click.Context(group), name)
            assert inner is not None
            yield from commands(inner, *path, name)
    else:
        yield path, group


COMMANDS = list(commands(command_line()))


def check(kshc: Kshc, *arguments: str | Path) -> None:
    result = kshc(*arguments)
    found = ACTING.search((result.out + result.err).replace("\r\n", "\n"))  # as CSV ends its lines
    assert not found, (arguments, found, result.out, result.err)
    assert "Traceback" not in result.err
    assert result.status in {0, 1, 2, 3}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder to work in, with a sound plan."""
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "sound.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KSHC_SOFFICE", "/nonexistent")
    return tmp_path


def options(command: click.Command) -> list[str]:
    return [option.opts[0] for option in command.params if isinstance(option, click.Option) and not option.is_flag]


def places(command: click.Command, value: str) -> Sequence[str]:
    return [value for parameter in command.params if isinstance(parameter, click.Argument)]


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _command in COMMANDS])
@pytest.mark.usefixtures("folder")
def test_arguments_and_options(kshc: Kshc, path: tuple[str, ...], command: click.Command) -> None:
    check(kshc, *path, *places(command, STRANGE))
    check(kshc, *path, *places(command, "1.1.1"), STRANGE)
    check(kshc, *path, f"--{STRANGE}")
    for name in options(command):
        check(kshc, *path, *places(command, "1.1.1"), name, STRANGE)


@pytest.mark.parametrize("content", ["schema: kshc/1\na: [", "hello", "\x00\x01\x02" * 500, None], ids=str)
def test_names_of_files(kshc: Kshc, folder: Path, content: str | None) -> None:
    name = STRANGE.replace("/", "") + ".yaml"
    (folder / name).write_text((folder / "plan.yaml").read_text("utf-8") if content is None else content, "utf-8")
    for path, command in COMMANDS:
        check(kshc, *path, *places(command, name))
        for option in set(options(command)) & {"--plan", "--template", "--like", "--out"}:
            for form in ("text", "table", "json", "csv", "markdown", "github"):
                shape = ("--format", form) if "--format" in options(command) else ()
                check(kshc, *path, *places(command, "1.1.1"), option, name, *shape)
                if not shape:
                    break


@pytest.mark.parametrize(
    "name", ["KSHC_PLAN", "KSHC_TODAY", "KSHC_LANG", "KSHC_WHO", "KSHC_SOFFICE", "LANG", "COLUMNS", "NO_COLOR"]
)
@pytest.mark.usefixtures("folder")
def test_the_environment(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, STRANGE)
    for arguments in (("list",), ("validate",), ("note", "1.1.1", "x"), ("log",), ("render", "pdf"), ("status",)):
        check(kshc, *arguments)
