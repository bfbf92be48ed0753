"""The files of a plan that a command takes: those that are named, else the plan in use and its log."""

import os
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.opening import one_plan
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED
from kshc_cli.messages import _
from kshc_cli.workspace import progress_path

FilesArgument = Annotated[
    list[str] | None,
    argument(
        reader=FILLED,
        metavar=_("[FILE]..."),
        help=_("Plans or progress logs; the plan in use and its log if left out."),
    ),
]


def files_in_use(session: Session) -> list[Path]:
    """Return the plan in use, and its log if there is one."""
    plan = one_plan(session)
    log = progress_path(plan)
    return [plan, log] if os.path.lexists(log) else [plan]
