"""``kshc extend``: records that a deadline was moved."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.recording_command import recording_command
from kshc_cli.messages import _
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc extend 1.2.2 --due 15/7/2024 --by "QĐ số 45/QĐ-UBND"',)

DueOption = Annotated[str, option("--due", metavar=_("DATE"), help=_("The new last day."))]

command = recording_command(What.EXTENDED, due=DueOption)
