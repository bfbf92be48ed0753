"""What is asked for on the command line; and calls that are plain enough to be read without typer.

A call is plain where it names a command and gives each option by a whole name of it, with a sound value. All else is
read, refused or explained by typer, which knows the same declarations. A test compares the two.
"""

import importlib
import os
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from kshc_cli.cli.declarations import REQUIRED, Command, Parameter, ValueReader, parameters_of
from kshc_cli.cli.global_options import GlobalOption, global_options
from kshc_cli.cli.session import Session
from kshc_cli.cli.table import commands
from kshc_cli.cli.values import WrongValueError

COMPLETING: Final = "_KSHC_COMPLETE"
"""The environment variable by which a shell asks how a call may go on."""


class Call(NamedTuple):
    """A command with the values of its parameters, and of the options for every command."""

    command: Command
    is_question: bool
    """Whether what it says may be said again."""
    values: Mapping[str, Any] = {}
    kept: Sequence[tuple[GlobalOption, Any]] = ()

    def answer(self, session: Session) -> int:
        """Run the command and return its exit status."""
        for option, value in self.kept:
            option.keep(session, value)
        status = self.command(session, **self.values)
        session.is_answered = self.is_question
        return status


def module_of(name: str) -> Any:  # noqa: ANN401  a module
    """Load the module of a command."""
    return importlib.import_module(f"kshc_cli.commands.{name}")


def beginning() -> Call:
    """Return the call of ``kshc`` alone."""
    return Call(module_of("beginning").command, is_question=True)


def plain_call(arguments: Sequence[str]) -> Call | None:
    """Return what is asked for; None where typer is to read it."""
    if COMPLETING in os.environ:
        return None
    try:
        return _read(deque(arguments))
    except (_NotPlainError, WrongValueError):
        return None


class _NotPlainError(ValueError):
    """Words that typer is to read."""


class _Name(NamedTuple):
    """A name of an option, and how what it stands for is given."""

    option: GlobalOption | str
    """One for every command, or the name of the parameter."""
    is_many: bool = False
    reader: ValueReader | None = None
    switched: object = None
    """The value that the name alone gives; None where one follows it."""


def _read(words: deque[str]) -> Call:
    """Return what is asked for. Raises _NotPlainError, WrongValueError."""
    everywhere = list(_global_names(global_options()))
    kept = _options(words, dict(everywhere))
    if not words:
        return beginning()._replace(kept=tuple(kept.items()))
    entry = commands().get(words.popleft())
    while entry and entry.entries:
        entry = entry.entries().get(words.popleft()) if words else None
    if entry is None:
        raise _NotPlainError
    command = module_of(entry.module).command
    parameters = parameters_of(command)
    loose: list[str] = []
    given = _options(words, dict((*everywhere, *_own_names(parameters))), loose)
    values = {one.name: given.pop(one.name, _default(one)) for one in parameters}
    values |= _arguments([one for one in parameters if not one.declared.names], loose)
    if REQUIRED in values.values():
        raise _NotPlainError
    return Call(command, entry.is_question, values, (*kept.items(), *given.items()))


def _options(words: deque[str], names: Mapping[str, _Name], loose: list[str] | None = None) -> dict[Any, Any]:
    """Take the options from ``words``, and return their values by what they are options of.

    Words that belong to none are put into ``loose``; where there is no such list, the first of them ends it.
    """
    given: dict[Any, Any] = {}
    while words and (loose is not None or _is_option(words[0])):
        word = words.popleft()
        if loose is not None and not _is_option(word):
            loose.append(word)
            continue
        spelling, equals, value = word.partition("=")
        name = names.get(spelling)
        if name is None or (equals and not spelling.startswith("--")):
            raise _NotPlainError
        read = _value(name, value if equals else None, words)
        if name.option in given and not name.is_many and isinstance(name.option, str):
            raise _NotPlainError
        given[name.option] = [*given.get(name.option, ()), read] if name.is_many else read
    return given


def _is_option(word: str) -> bool:
    return len(word) > 1 and word[0] == "-"


def _value(name: _Name, value: str | None, words: deque[str]) -> object:
    """Return the value of an option: what stands behind its name, or follows it."""
    if name.switched is not None:
        if value is not None:
            raise _NotPlainError
        return name.switched
    if value is None:
        if not words or _is_option(words[0]):
            raise _NotPlainError
        value = words.popleft()
    return _read_by(name.reader, value)


def _read_by(reader: ValueReader | None, words: str) -> object:
    return reader.read(words) if reader else words


def _global_names(options: Sequence[GlobalOption]) -> Iterator[tuple[str, _Name]]:
    for one in options:
        for spelling in one.names:
            yield spelling, _Name(one, one.is_many, one.reader, None if one.metavar else True)


def _own_names(parameters: Sequence[Parameter]) -> Iterator[tuple[str, _Name]]:
    """Yield the names of options; values that only typer reads have none."""
    for one in parameters:
        for spelling in one.declared.names:
            if one.type is bool:
                on, _slash, off = spelling.partition("/")
                yield from ((name, _Name(one.name, switched=way)) for name, way in ((on, True), (off, False)) if name)
            elif one.type is str or one.declared.reader:
                yield spelling, _Name(one.name, one.is_many, one.declared.reader)


def _default(parameter: Parameter) -> object:
    """Return the value of a parameter that is not given: of its variable, where it has one."""
    variable = parameter.declared.settings.get("envvar")
    return (os.environ.get(variable) if variable else None) or parameter.default


def _arguments(parameters: Sequence[Parameter], words: Sequence[str]) -> dict[str, object]:
    """Return the values of arguments. Raises _NotPlainError where there are too few or too many words."""
    rest, values = deque(words), dict[str, object]()
    for one in parameters:
        if one.type is not str and not one.declared.reader:
            raise _NotPlainError
        if one.is_many:
            read = [_read_by(one.declared.reader, rest.popleft()) for _word in range(len(rest))]
            values |= {one.name: read} if read else {}
        elif rest:
            values[one.name] = _read_by(one.declared.reader, rest.popleft())
    if rest:
        raise _NotPlainError
    return values
