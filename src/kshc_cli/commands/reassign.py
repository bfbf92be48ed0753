"""``kshc reassign``: records that another body took a task over."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.options import complete_agency
from kshc_cli.cli.recording_command import recording_command
from kshc_cli.messages import _
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc reassign 1.2.2 --to "phong tu phap" --by "QĐ số 45/QĐ-UBND"',)

ToOption = Annotated[
    str,
    option("--to", metavar=_("AGENCY"), help=_("The body that takes it over."), completion=complete_agency),
]

command = recording_command(What.REASSIGNED, lead=ToOption)
