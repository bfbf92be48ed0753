"""Whatever strangers name (arguments, files, the environment) does nothing: no cursor moves, no line is forged.

Which kinds of places a stranger's word comes from, and the test that walks all of each kind; what is walked is found in
the code, so that a command, an option, a field or a variable that is new is walked, too:

| kind of place | test |
|---|---|
| arguments, options of each command, names of options | test_arguments_and_options |
| options for every command, before and behind it; names of commands, of what ``help`` explains | test_the_whole_line |
| names of files: plans, logs, documents, templates, outputs | test_names_of_files |
| names of folders, of many plans, patterns and lists of plans | test_many_plans |
| variables of the environment | test_the_environment |
| what shells ask to be completed, and what a plan offers | test_completion |
| standard input | test_standard_input |
| what LibreOffice says | test_what_another_program_says |
| in test_strange_fields: fields and keys of a plan | test_fields_of_the_plan |
| fields and keys of a log | test_fields_of_the_log |
| words that plan and log may hold, in every format | test_words_that_a_plan_may_hold_come_out_as_words |
| words that they may not hold, in answers | test_strange_words_of_plan_and_log_in_every_format |
| what a sound plan names, in every command | test_a_plan_that_names_strange_things_answers_every_command |
| words, fonts, styles, values, properties, tags, XML of Word files | test_words_of_documents_and_templates |
| names of the parts of Word files | test_names_of_parts |

kshc reads no file of settings.
"""

import io
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from kshc_cli.cli.parsing import command_line
from kshc_cli.cli.values import FILLED
from tests.conftest import EXAMPLES, ROOT, Kshc

STRANGE = "x\x1b[31mred\x9b\u202eturned\u2066\x07\x85\u2028\r\n::error::forged"
"""A name that would colour a terminal, turn what follows, ring, and write a line for GitHub."""
ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]|^\\s*::error::forged", re.MULTILINE
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


def harm(kshc: Kshc, *arguments: str | Path) -> list[object]:
    """Return what a line of the command did that no words may do, and what it said; nothing where it did no harm."""
    result = kshc(*arguments)
    acting = ACTING.search((result.out + result.err).replace("\r\n", "\n"))  # as CSV ends its lines
    crash = "Traceback" in result.err or result.status not in {0, 1, 2, 3}
    return [arguments, acting, result] if acting or crash else []


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
    assert not harm(kshc, *path, *places(command, STRANGE))
    assert not harm(kshc, *path, *places(command, "1.1.1"), STRANGE)
    assert not harm(kshc, *path, f"--{STRANGE}")
    for name in options(command):
        assert not harm(kshc, *path, *places(command, "1.1.1"), name, STRANGE)


@pytest.mark.parametrize("content", ["schema: kshc/1\na: [", "hello", "\x00\x01\x02" * 500, None], ids=str)
def test_names_of_files(kshc: Kshc, folder: Path, content: str | None) -> None:
    name = STRANGE.replace("/", "") + ".yaml"
    (folder / name).write_text((folder / "plan.yaml").read_text("utf-8") if content is None else content, "utf-8")
    for path, command in COMMANDS:
        assert not harm(kshc, *path, *places(command, name))
        for option in set(options(command)) & {"--plan", "--template", "--like", "--out"}:
            for form in ("text", "table", "json", "csv", "markdown", "github", "gitlab", "sarif", "junit"):
                shape = ("--format", form) if "--format" in options(command) else ()
                assert not harm(kshc, *path, *places(command, "1.1.1"), option, name, *shape)
                if not shape:
                    break


@pytest.mark.usefixtures("folder")
def test_the_whole_line(kshc: Kshc) -> None:
    whole = command_line()
    for option in options(whole):
        assert not harm(kshc, option, STRANGE, "list")
        assert not harm(kshc, "list", option, STRANGE)
    for line in ([STRANGE], ["help", STRANGE], ["help", "render", STRANGE], ["render", STRANGE], ["--", STRANGE]):
        assert not harm(kshc, *line)


def test_many_plans(kshc: Kshc, folder: Path) -> None:
    name = STRANGE.replace("/", "")
    inside = folder / "many" / name
    inside.mkdir(parents=True)
    (inside / "plan.yaml").write_bytes((folder / "plan.yaml").read_bytes())
    (inside / f"{name}.yaml").write_text("schema: kshc/1\na: [", "utf-8")
    (folder / "list.txt").write_text(f"many/{name}/plan.yaml\n{STRANGE}\nplan.yaml\n", "utf-8")
    for wish in ("many", inside, "many/**/*.yaml", f"many/{name}/*", "@list.txt", f"@{STRANGE}", "@plan.yaml"):
        for form in ("table", "json", "csv", "markdown"):
            assert not harm(kshc, "due", "--month", "3", "--format", form, "--plan", wish, "--plan", "plan.yaml")
            assert not harm(kshc, "fleet", wish, "plan.yaml", "--format", form)
        assert not harm(kshc, "status", "--plan", wish, "--plan", "plan.yaml")
        assert not harm(kshc, "done", "1.1.1", "--plan", wish, "--plan", "plan.yaml")
    assert not harm(kshc, "validate", *sorted(inside.iterdir()), "--format", "github")


SOURCES = "".join(path.read_text("utf-8") for path in (ROOT / "src" / "kshc_cli").rglob("*.py"))
VARIABLES = sorted(
    {"COLUMNS", "LC_ALL", "LC_MESSAGES", "TERM", "TZ", "HOME"}
    | set(re.findall(r'"(KSHC_[A-Z]+)"', SOURCES))
    | set(re.findall(r'environ(?:ment)?(?:\.get\(|\[)"(\w+)"', SOURCES))
)
"""Those that kshc asks for, and those that what it stands on asks for."""


def test_variables_are_found_in_the_sources() -> None:
    assert {"KSHC_PLAN", "KSHC_TODAY", "KSHC_LANG", "KSHC_WHO", "KSHC_SOFFICE", "KSHC_CACHE"} <= {*VARIABLES}
    assert {"LANG", "NO_COLOR", "SHELL", "COMP_WORD", "COMP_WORDS", "XDG_CACHE_HOME"} <= {*VARIABLES}


@pytest.mark.parametrize("name", VARIABLES)
@pytest.mark.usefixtures("folder")
def test_the_environment(kshc: Kshc, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    for value in (STRANGE, f"/{STRANGE}", f"tcp://{STRANGE}"):
        monkeypatch.setenv(name, value)
        for arguments in (("list",), ("validate",), ("note", "1.1.1", "x"), ("log",), ("render", "pdf"), ("status",)):
            assert not harm(kshc, *arguments)
        assert not harm(kshc, "--show-completion")


@pytest.mark.usefixtures("folder")
def test_standard_input(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    for typed in (STRANGE, f"{STRANGE}\t{STRANGE}", "\x00\x1b]0;x\x07\t20x5"):
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        assert not harm(kshc, "read", "-")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion(folder: Path, shell: str) -> None:
    plan, name = (folder / "plan.yaml").read_text("utf-8"), r'name: "Văn phòng \e[31m\r\n::error::forged"'
    (folder / "plan.yaml").write_text(plan.replace("name: Văn phòng", name, 1), "utf-8")
    for words in ("kshc list --agency ", f"kshc list --plan '{STRANGE}' --agency ", f"kshc '{STRANGE}", "kshc show "):
        asked = {"COMP_WORDS": words, "COMP_CWORD": str(len(words.split())), "COMP_WORD": words.split(" ")[-1]}
        answer = subprocess.run(
            [sys.executable, "-m", "kshc_cli"], capture_output=True, text=True, encoding="utf-8", check=False,
            env={**os.environ, "_KSHC_COMPLETE": f"{shell}_complete", **asked},
        )  # fmt: skip
        assert not ACTING.search(answer.stdout + answer.stderr), (words, answer)
        assert "Traceback" not in answer.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_no_shell_speaks_when_its_completion_is_shown(shell: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "kshc_cli", "--show-completion"], capture_output=True, text=True, check=False,
        env={**os.environ, "LC_ALL": "a\n::error::forged", "SHELL": f"/bin/{shell}", "KSHC_CACHE": "0"},
    )  # fmt: skip
    assert (answer.returncode, answer.stderr) == (0, "")
    assert "kshc" in answer.stdout


@pytest.mark.skipif(os.name != "posix", reason="a script of the shell")
def test_what_another_program_says(kshc: Kshc, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\ncat <<'END'\n{STRANGE} ::error::forged\x1b[2J\nEND\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("KSHC_SOFFICE", str(program))
    assert not harm(kshc, "render", "pdf")


def test_every_option_and_argument_for_a_file_refuses_empty_words() -> None:
    places = [
        (path, one)
        for path, command in COMMANDS
        for one in command.params
        if re.fullmatch(r"\[?(FILE|PLAN)\]?(\.\.\.)?", str(vars(one).get("metavar")))
    ]
    assert len(places) > 15 + len(COMMANDS)  # --plan is an option of each
    assert not [(path, one.name) for path, one in places if getattr(one.type, "reader", None) is not FILLED]
