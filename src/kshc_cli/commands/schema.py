"""``kshc schema``: the JSON Schema of plan files."""

import typer

from kshc_cli.commands.session import session_of
from kshc_cli.workspace import schema_bytes

EXAMPLES = ("kshc schema > plan.schema.json",)


def command(context: typer.Context) -> int:
    """Print the JSON Schema that editors use to complete and explain a plan file."""
    session_of(context).write(schema_bytes().decode())
    return 0
