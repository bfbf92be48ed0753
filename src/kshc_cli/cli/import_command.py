"""What the commands that make a plan of a file are asked for."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.values import FILLED, out_option
from kshc_cli.messages import _

OutOption = Annotated[
    str | None,
    out_option(_("The plan file to write; standard output if left out.")),
]
LikeOption = Annotated[
    str | None,
    option(
        "--like",
        reader=FILLED,
        metavar=_("PLAN"),
        help=_("An earlier plan: its ids, registry, columns and readings are kept where the words are the same."),
    ),
]
YearOption = Annotated[
    str | None,
    option("--year", metavar=_("YEAR"), help=_("The plan's year, where the document does not say.")),
]
ForceOption = Annotated[bool, option("--force", help=_("Replace the plan file if it is there."))]
