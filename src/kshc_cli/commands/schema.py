"""``kshc schema``: the JSON Schemas of plan files and progress logs."""

from enum import StrEnum
from typing import Annotated

import typer

from kshc_cli.commands.session import session_of
from kshc_cli.commands.values import Chosen
from kshc_cli.messages import _, language_in_use
from kshc_cli.workspace import schema_bytes

EXAMPLES = ("kshc schema > plan.schema.json", "kshc schema progress > progress.schema.json")


class FileKind(StrEnum):
    """A kind of files."""

    PLAN = "plan"
    PROGRESS = "progress"


def kind_words(kind: FileKind) -> str:
    """Return what a kind of files is called."""
    return {FileKind.PLAN: _("plan"), FileKind.PROGRESS: _("log")}[kind]


KindArgument = Annotated[
    FileKind,
    typer.Argument(
        click_type=Chosen(FileKind, kind_words),
        metavar=_("[KIND]"),
        help=_("The kind of files; plan if left out."),
        show_default=False,
    ),
]


def command(context: typer.Context, kind: KindArgument = FileKind.PLAN) -> int:
    """Print the JSON Schema that editors use to complete and explain a plan file, or a progress log."""
    session_of(context).write(schema_bytes(kind.value, language_in_use()).decode())
    return 0
