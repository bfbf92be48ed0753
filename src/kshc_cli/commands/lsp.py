"""``kshc lsp``: what an editor starts, and then asks while somebody writes a plan."""

import os
import sys
from importlib.util import find_spec
from typing import BinaryIO, cast

from kshc_cli import __version__
from kshc_cli.cli.session import Session
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _

EXAMPLES = ("kshc lsp",)
_NO_SHUTDOWN = 1
"""The status that the protocol asks for where an editor leaves without ``shutdown``."""


def command(session: Session) -> int:
    """Answer an editor by the Language Server Protocol, on standard input and output, until it leaves.

    It shows findings while one types, how words are read, what may stand where, and where a name is used.
    """
    if find_spec("pygls") is None:
        sentence = _(
            "The language server needs {package}, which is not installed: pipx inject kshc-cli {package}, "
            "or pip install {package}"
        )
        raise WrongArgumentError(sentence.format(package="pygls"))
    from kshc_cli.editor.protocol import Incoming  # noqa: PLC0415  only this command needs it
    from kshc_cli.editor.server import make_server  # noqa: PLC0415  as above

    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as replies:  # that it closes is not what kshc speaks on
        server = make_server(__version__, session.day)
        server.start_io(cast("BinaryIO", Incoming(sys.stdin.buffer)), replies)
    return _NO_SHUTDOWN if server.protocol.is_left_early else 0
