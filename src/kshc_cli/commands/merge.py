"""``kshc merge``: records that a task is done as a part of another."""

from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.options import complete_task
from kshc_cli.cli.recording_command import recording_command
from kshc_cli.messages import _
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc merge 1.2.3 --into 1.2.2 --by "QĐ số 60/QĐ-UBND"',)

IntoOption = Annotated[
    str, option("--into", metavar=_("TASK"), help=_("The other task's id."), completion=complete_task)
]

command = recording_command(What.MERGED, into=IntoOption)
