"""``kshc resume``: records that a suspended task goes on."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.recording_command import recording_command
from kshc_cli.messages import _
from kshc_cli.tracking.progress_log import What

EXAMPLES = ("kshc resume 2.1.3 --on 1/9/2024",)

ByOption = Annotated[
    str | None, option("--by", metavar=_("DOCUMENT"), help=_("The document that says so, if there is one."))
]

command = recording_command(What.RESUMED, by=ByOption)
