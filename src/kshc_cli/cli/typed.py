"""The values of options and arguments as click reads, refuses and completes them."""

from typing import Any

import click
from click.shell_completion import CompletionItem

from kshc_cli.cli.declarations import ValueReader
from kshc_cli.cli.values import Chosen, WrongValueError


class Typed(click.ParamType):  # type: ignore[type-arg]  # none in older releases of click
    """What a reader makes of words."""

    name = "value"

    def __init__(self, reader: ValueReader) -> None:
        self.reader = reader

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  click's signature
        """Return the value that was typed; else a usage error says why it is none."""
        try:
            return self.reader.read(str(value))
        except WrongValueError as problem:
            self.fail(str(problem), param, ctx)

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002  click's signature
        """Offer the values that begin so."""
        begun = self.reader.begun(incomplete) if isinstance(self.reader, Chosen) else ()
        return [CompletionItem(value, help=words) for value, words in begun]
