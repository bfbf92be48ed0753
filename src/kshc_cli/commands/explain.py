"""``kshc help``: what kshc does, or one command."""

from typing import Annotated

import click

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.parsing import command_line, misused
from kshc_cli.cli.session import Session
from kshc_cli.messages import _

EXAMPLES = ("kshc help due", "kshc help render docx")

NamesArgument = Annotated[list[str] | None, argument(metavar=_("[COMMAND]..."), help=_("The command to explain."))]


def command(session: Session, names: NamesArgument = None) -> int:
    """Print the help page of kshc, or of one command."""
    whole = command_line()
    inner = click.Context(whole, info_name="kshc", obj=session, **whole.context_settings)
    try:
        for name in names or ():
            inner = _inside(inner, name)
    except click.UsageError as problem:
        return misused(problem, session)
    session.write(inner.get_help() + "\n")
    return 0


def _inside(context: click.Context, name: str) -> click.Context:
    """Return the context of a command inside another one. Raises click.UsageError where there is none."""
    group = context.command
    found = group.get_command(context, name) if isinstance(group, click.Group) else None
    if found is None:
        context.fail(_("There is no command “{name}”.").format(name=name))
    return click.Context(found, info_name=name, parent=context)
