"""``kshc help``: what kshc does, or one command."""

from typing import Annotated

import click
import typer

from kshc_cli.cli.session import session_of
from kshc_cli.messages import _

EXAMPLES = ("kshc help due", "kshc help render docx")

NamesArgument = Annotated[
    list[str] | None, typer.Argument(metavar=_("[COMMAND]..."), help=_("The command to explain."))
]


def command(context: typer.Context, names: NamesArgument = None) -> int:
    """Print the help page of kshc, or of one command."""
    inner = context.find_root()
    for name in names or ():
        group = inner.command
        found = group.get_command(inner, name) if isinstance(group, click.Group) else None
        if found is None:
            inner.fail(_("There is no command “{name}”.").format(name=name))
        inner = click.Context(found, info_name=name, parent=inner)
    session_of(context).write(inner.get_help() + "\n")
    return 0
