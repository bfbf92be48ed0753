"""``kshc schema``: the JSON Schemas of plan files, progress logs, ``kshc export json`` and ``kshc diff``."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import Chosen, out_option
from kshc_cli.disk.reading import bytes_if_there
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, language_in_use
from kshc_cli.workspace import schema_bytes

EXAMPLES = ("kshc schema --out plan.schema.json", "kshc schema progress > progress.schema.json")

_MARK: Final = b'"$schema"'
_HEAD: Final = 200
"""The bytes at the beginning of a file in which a JSON Schema says that it is one."""


class SchemaKind(StrEnum):
    """A kind of files."""

    PLAN = "plan"
    PROGRESS = "progress"
    DUTIES = "duties"
    DIFF = "diff"


def kind_words(kind: SchemaKind) -> str:
    """Return what a kind of files is called."""
    return {
        SchemaKind.PLAN: _("plan"),
        SchemaKind.PROGRESS: _("log"),
        SchemaKind.DUTIES: _("duties"),
        SchemaKind.DIFF: _("differences"),
    }[kind]


KindArgument = Annotated[
    SchemaKind,
    argument(
        reader=Chosen(SchemaKind, kind_words),
        metavar=_("[KIND]"),
        help=_("The kind of files; plan if left out."),
        show_default=False,
    ),
]


OutOption = Annotated[
    str | None,
    out_option(_("The file to write; standard output if left out.")),
]


def command(session: Session, kind: KindArgument = SchemaKind.PLAN, *, out: OutOption = None) -> int:
    """Print the JSON Schema that editors use to complete and explain a plan file, or a progress log.

    A shell that writes what is printed into a file may do so in letters of its own (PowerShell: UTF-16), ``--out`` not.
    """
    schema = schema_bytes(kind.value, language_in_use())
    if out is None or out == "-":
        session.write(schema.decode(), is_exact=True)
        return 0
    target = Path(out)
    if (there := bytes_if_there(target)) and _MARK not in there[:_HEAD]:
        sentence = _("{file} was not written by this command; name another file, or take it away.")
        raise WrongArgumentError(sentence.format(file=target))
    write_bytes(target, schema)
    session.say(_("Written: {file}").format(file=out))
    return 0
