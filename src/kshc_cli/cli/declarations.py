"""What commands take, declared once: typer makes its parser and the help pages of it, plain calls are read by it.

It loads neither typer nor click, which take three starts of Python.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple, Protocol, get_args, get_origin

from kshc_cli.dataclass import dataclass

if TYPE_CHECKING:
    from kshc_cli.cli.session import Session


class ValueReader(Protocol):
    """What makes a value of the words that were typed."""

    def read(self, words: str) -> Any:  # noqa: ANN401  each has a type of its own
        """Return the value. Raises WrongValueError."""
        ...


Completion = Callable[["Session", str], Iterable[str | tuple[str, str]]]
"""Offers values, each alone or with what explains it, for words that were begun."""

REQUIRED: Final = ...
"""The default of what must be given."""


class Declared(NamedTuple):
    """An option, or an argument, that has no names."""

    names: tuple[str, ...]
    reader: ValueReader | None
    completion: Completion | None
    settings: Mapping[str, Any]
    """All else, as typer calls it."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a command."""

    name: str
    hint: Any
    """Its type, with what is declared of it."""
    default: Any = REQUIRED

    @property
    def declared(self) -> Declared:
        """What is declared of it."""
        found = self.hint.__metadata__[0]
        if not isinstance(found, Declared):
            raise TypeError(found)
        return found

    @property
    def type(self) -> Any:  # noqa: ANN401  any type
        """The type of one value: without None, and that of the members of a list."""
        inner = self._bare
        return get_args(inner)[0] if get_origin(inner) is list else inner

    @property
    def is_many(self) -> bool:
        """Tell whether it takes several values."""
        return get_origin(self._bare) is list

    @property
    def _bare(self) -> Any:  # noqa: ANN401  any type
        hint = self.hint.__origin__
        if NoneType not in get_args(hint):
            return hint
        return next(one for one in get_args(hint) if one is not NoneType)


Command = Callable[..., int]
"""What takes the session and the values of its parameters by their names, and returns an exit status."""


def option(
    *names: str,
    reader: ValueReader | None = None,
    completion: Completion | None = None,
    **settings: Any,  # noqa: ANN401  typer's
) -> Any:  # noqa: ANN401  it stands in Annotated
    """Declare an option of a command, beside its type."""
    return Declared(names, reader, completion, settings)


def argument(*, reader: ValueReader | None = None, completion: Completion | None = None, **settings: Any) -> Any:  # noqa: ANN401  it stands in Annotated
    """Declare an argument of a command, beside its type."""
    return Declared((), reader, completion, settings)


def with_parameters(command: Command, parameters: Sequence[Parameter]) -> Command:
    """Return a command whose parameters do not stand in its signature."""
    vars(command)["parameters"] = parameters
    return command


def parameters_of(command: Command) -> Sequence[Parameter]:
    """Return the parameters of a command in their order, without the session."""
    if given := vars(command).get("parameters"):
        return tuple(given)
    code, hints = command.__code__, command.__annotations__
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    placed = command.__defaults__ or ()
    defaults = dict(zip(names[code.co_argcount - len(placed) : code.co_argcount], placed, strict=True))
    defaults |= command.__kwdefaults__ or {}
    return [Parameter(name, hints[name], defaults.get(name, REQUIRED)) for name in names if name != "session"]
