"""Calls that are read without typer mean what typer reads of them; whatever typer would refuse is left to it."""

import shlex
from collections.abc import Callable, Iterator, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kshc_cli.cli.calls import COMPLETING, Call, module_of, plain_call
from kshc_cli.cli.declarations import REQUIRED, Parameter, ValueReader, parameters_of
from kshc_cli.cli.global_options import GlobalOption, global_options
from kshc_cli.cli.parsing import parsed
from kshc_cli.cli.session import Session
from kshc_cli.cli.table import CommandEntries, CommandEntry, commands
from kshc_cli.cli.values import Chosen
from kshc_cli.errors import KshcError


def named(entries: CommandEntries, *path: str) -> Iterator[tuple[tuple[str, ...], CommandEntry]]:
    for name, entry in entries.items():
        if entry.entries:
            yield from named(entry.entries(), *path, name)
        else:
            yield (*path, name), entry


COMMANDS = dict(named(commands()))
WORDS = [
    *("", " ", "-", "--", "-x", "--bogus", "1.2.1", "Phường 1", "json", "bảng", "csv", "lead", "chủ trì", "vi", "14"),
    *("plan.yaml", "auto", "luôn", "hằng tháng", "30/6/2024", "2024-06-30", "tháng sáu", "NaN", "=", "a=b"),
]


Option = Parameter | GlobalOption


def names_of(option: Option) -> list[str]:
    names = option.names if isinstance(option, GlobalOption) else option.declared.names
    return [half for name in names for half in name.split("/")]


def reader_of(option: Option) -> ValueReader | None:
    return option.reader if isinstance(option, GlobalOption) else option.declared.reader


def sound(option: Option) -> list[str]:
    """Values that a reader takes."""
    reader = reader_of(option)
    chosen = [*reader.values, *map(reader.words, reader.values.values())] if isinstance(reader, Chosen) else []
    return chosen or ["30/6/2024", "Phường 1", "a=b"]


def is_switch(option: Option) -> bool:
    return not option.metavar if isinstance(option, GlobalOption) else option.type is bool


def spelt(option: Option) -> st.SearchStrategy[list[str]]:
    """An option as it is to be given."""
    names, values = st.sampled_from(names_of(option)), st.sampled_from(sound(option))
    if is_switch(option):
        return names.map(lambda name: [name])
    return st.one_of(
        st.tuples(names, values).map(list), st.tuples(names, values).map(lambda both: [f"{both[0]}={both[1]}"])
    )


def strange(options: Sequence[Option]) -> st.SearchStrategy[list[str]]:
    names = st.sampled_from([*(name for one in options for name in names_of(one)), "--help", "--version", "--bogus"])
    word = st.sampled_from(WORDS)
    return st.one_of(
        word.map(lambda value: [value]),
        names.map(lambda name: [name]),
        st.tuples(names, word).map(list),
        st.tuples(names, word).map(lambda both: ["".join(both)]),
    )


def some(options: Sequence[Option], *, most: int) -> st.SearchStrategy[list[list[str]]]:
    """Some options, seldom a strange one."""
    one = st.sampled_from(options).flatmap(spelt)
    return st.lists(st.integers(0, 15).flatmap(lambda dice: strange(options) if not dice else one), max_size=most)


@st.composite
def calls(draw: st.DrawFn) -> list[str]:
    """Arguments as people, scripts and aliases give them, some as nobody should."""
    everywhere = global_options()
    path = draw(st.sampled_from([*COMMANDS, *COMMANDS, (), ("render",), ("nothing",)]))
    entry = COMMANDS.get(path)
    parameters = parameters_of(module_of(entry.module).command) if entry else ()
    own = [one for one in parameters if one.declared.names]
    needed = [draw(spelt(one)) for one in own if one.default is REQUIRED]
    arguments = [[draw(st.sampled_from(sound(one)))] for one in parameters if not one.declared.names]
    more = draw(some([*everywhere, *own, *own], most=3))
    behind = draw(st.permutations([*needed, *arguments, *more])) if path else []
    return [word for part in (*draw(some(everywhere, most=2)), path, *behind) for word in part]


@given(calls())
@example(["-q", "--plan", "a.yaml", "list", "-q", "--plan", "b.yaml", "--plan=c.yaml", "--format", "bảng"])
@example(["check", "docx", "--draft", "a.docx", "b.docx", "--final"])
@example(["done", "1.1", "1.2", "-u", "Phường 1", "--unit=x", "--color", "luôn"])
@example(["--color", "auto", "--color", "never"])
def test_a_plain_call_is_what_typer_reads(arguments: list[str]) -> None:
    plain = plain_call(arguments)
    if plain is None:
        return
    assert outcome(lambda session: kept(plain, session)) == outcome(lambda session: parsed(arguments, session))


def kept(plain: Call, session: Session) -> Call:
    for option, value in plain.kept:
        option.keep(session, value)
    return plain._replace(kept=())


def outcome(read: Callable[[Session], Call | int]) -> object:
    """What is asked for and what it leaves in the session, or why it cannot be."""
    session = Session()
    try:
        return read(session), session
    except KshcError as problem:
        return problem.told()


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_examples_are_plain(path: tuple[str, ...]) -> None:
    """The help page of a command, which only typer writes, shows calls that do without it; typer alone reads sizes."""
    lines = [line for line in module_of(COMMANDS[path].module).EXAMPLES if not {"<", ">", "--size"} & {*line.split()}]
    read = [plain_call(shlex.split(line)[1:]) for line in lines]
    assert [one.command for one in read if one] == [module_of(COMMANDS[path].module).command] * len(lines)


@pytest.mark.parametrize(
    "arguments",
    [
        ["lst"], ["list", "--help"], ["list", "-h"], ["--version"], ["render"], ["check", "a.docx"], ["list", "x"],
        ["list", "--agency"], ["list", "--agency", "-x"], ["list", "-fjson"], ["list", "-f=json"], ["list", "--"],
        ["list", "--format", "jsno"], ["list", "--format", "csv", "--format", "json"], ["list", "--bom=1"], ["show"],
        ["show", "1", "2"], ["--plan", "", "list"], ["list", "--plan="], ["list", "--sect", "1"], ["-qv", "list"],
        ["template", "new", "--out", "a.docx", "--size", "12"],
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_is_to_be_explained_or_refused_is_typers(arguments: list[str]) -> None:
    assert plain_call(arguments) is None


def test_completion_is_typers(monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain_call(["list"])
    monkeypatch.setenv(COMPLETING, "complete_bash")
    assert plain_call(["list"]) is None


def test_who_enters_it_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_WHO", "Lan")
    for arguments, who in ((["note", "1", "xong"], "Lan"), (["note", "1", "xong", "--who", "Mai"], "Mai")):
        call = plain_call(arguments)
        assert isinstance(call, Call)
        assert call.values["who"] == who
        assert parsed(arguments, Session()) == call
    monkeypatch.setenv("KSHC_WHO", "")
    assert plain_call(["note", "1", "xong"]) == parsed(["note", "1", "xong"], Session())
