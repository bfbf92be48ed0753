"""Values of options that are chosen from a few: spelt as in JSON, or in words, with or without diacritics."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

from kshc_cli.cli.declarations import option
from kshc_cli.messages import LANGUAGES, _, language_in_use, plain, speaking
from kshc_cli.near import nearest
from kshc_cli.reading.folding import squeezed

Value = TypeVar("Value", bound=StrEnum)

Words = Callable[[Value], str]
Names = Callable[[Value], tuple[str, ...]]

_LONGEST: Final = 60
"""Characters of a wrong value that are quoted."""


class WrongValueError(ValueError):
    """Words that are no value of an option or argument; it bears the sentence that says why."""


def _none(_value: StrEnum) -> tuple[str, ...]:
    return ()


class Chosen(Generic[Value]):
    """One of the values of enumerations, named by its spelling or by its words in any language of kshc."""

    def __init__(self, values: Iterable[Value], words: Words[Value], also: Names[Value] = _none) -> None:
        self.values = {one.value: one for one in values}
        self.words = words
        self.also = also
        """Other names, which are taken and not told."""

    def read(self, words: str) -> Value:
        """Return the value that was typed. Raises WrongValueError, which tells all of them, and the nearest."""
        if words in self.values:
            return self.values[words]
        called = {squeezed(name): one for name, one in self._names()}
        typed = squeezed(words)
        if typed not in called:
            raise WrongValueError(self._refusal(words, typed, called))
        return called[typed]

    def told(self) -> str:
        """Return all values, each with its words in the language in use where those are other ones.

        What a reader of another language than that of the spellings types, comes first.
        """
        named = [(spelling, self.words(one)) for spelling, one in self.values.items()]
        if language_in_use() != "en":
            named = [(words, spelling) for spelling, words in named]
        return ", ".join(one if squeezed(one) == squeezed(other) else f"{one} ({other})" for one, other in named)

    def called(self, spelling: str) -> str:
        """Return the words of a value in the language in use; in that of the spellings, its spelling."""
        return spelling if language_in_use() == "en" else self.words(self.values[spelling])

    def begun(self, words: str) -> Iterator[tuple[str, str]]:
        """Yield the values whose spelling or words begin so, each spelling with its words."""
        begun = squeezed(words)
        named = [one for name, one in self._names() if squeezed(name).startswith(begun)]
        for one in dict.fromkeys(named):
            yield one.value, self.words(one)

    def _names(self) -> Iterator[tuple[str, Value]]:
        yield from self.values.items()
        for language in LANGUAGES:
            with speaking(language):
                named = [(name, one) for one in self.values.values() for name in (self.words(one), *self.also(one))]
            yield from named

    def _refusal(self, value: str, typed: str, called: dict[str, Value]) -> str:
        sentence = _("“{value}” is none of: {values}.").format(value=plain(value)[:_LONGEST], values=self.told())
        near = nearest(typed, called)
        return sentence + (" " + _("Did you mean “{match}”?").format(match=called[near]) if near else "")


class Filled:
    """Words of which there is at least one: what a variable of a script left empty names nothing."""

    def read(self, words: str) -> str:
        """Return the words that were typed. Raises WrongValueError where there are none."""
        if not words.strip():
            raise WrongValueError(_("Nothing stands there; leave it out, or say what is meant."))
        return words


FILLED: Final = Filled()


def out_option(words: str) -> Any:  # noqa: ANN401  it stands in Annotated
    """Declare the option that names what is written."""
    return option("--out", "-o", reader=FILLED, metavar=_("FILE"), help=words)


def choice(
    *names: str,
    values: Iterable[Value],
    words: Words[Value],
    also: Names[Value] = _none,
    metavar: str,
    help: str,  # noqa: A002  typer's name
) -> Any:  # noqa: ANN401  it stands in Annotated
    """Declare an option that takes a value of enumerations; its help page tells the values after ``help``."""
    return option(*names, reader=Chosen(values, words, also), metavar=metavar, help=help)
