"""Values of options that are chosen from a few: spelt as in JSON, or in words, with or without diacritics."""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Any, Final, Generic, TypeVar

import click
import typer
from click.shell_completion import CompletionItem

from kshc_cli.messages import LANGUAGES, _, plain, speaking
from kshc_cli.reading.folding import squeezed

Value = TypeVar("Value", bound=StrEnum)

_LONGEST: Final = 60
"""Characters of a wrong value that are quoted."""


class Chosen(click.ParamType, Generic[Value]):  # type: ignore[type-arg]  # none in older releases of click
    """One of the values of an enumeration, named by its spelling or by its words in any language of kshc."""

    name = "value"

    def __init__(self, values: type[Value], words: Callable[[Value], str]) -> None:
        self.values = values
        self.words = words

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Value:  # noqa: ANN401  click's signature
        """Return the value that was typed; else a usage error tells all of them, and the nearest."""
        if value in set(self.values):
            return self.values(value)
        called = {squeezed(name): one for name, one in self._names()}
        typed = squeezed(str(value))
        if typed not in called:
            self.fail(self._refusal(str(value), typed, called), param, ctx)
        return called[typed]

    def told(self) -> str:
        """Return all values, each with its Vietnamese words where those are other ones."""
        with speaking("vi"):
            named = [(one.value, self.words(one)) for one in self.values]
        return ", ".join(value if words == value else f"{value} ({words})" for value, words in named)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Offer the values whose spelling or words begin so."""
        begun = squeezed(incomplete)
        names = [one for name, one in self._names() if squeezed(name).startswith(begun)]
        return [CompletionItem(one.value, help=self.words(one)) for one in dict.fromkeys(names)]

    def _names(self) -> Iterator[tuple[str, Value]]:
        yield from ((one.value, one) for one in self.values)
        for language in LANGUAGES:
            with speaking(language):
                named = [(self.words(one), one) for one in self.values]
            yield from named

    def _refusal(self, value: str, typed: str, called: dict[str, Value]) -> str:
        from difflib import get_close_matches

        sentence = _("“{value}” is none of: {values}.").format(value=plain(value)[:_LONGEST], values=self.told())
        near = get_close_matches(typed[:_LONGEST], called, n=1)
        return sentence + (" " + _("Did you mean “{match}”?").format(match=called[near[0]]) if near else "")


def choice(*names: str, values: type[Value], words: Callable[[Value], str], metavar: str, help: str) -> Any:  # noqa: A002, ANN401  typer's name, typer's type
    """Describe an option that takes a value of an enumeration; its help page tells the values after ``help``."""
    return typer.Option(*names, click_type=Chosen(values, words), metavar=metavar, help=help)
