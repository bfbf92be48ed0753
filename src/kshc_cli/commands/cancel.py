"""``kshc cancel``: records that a task need not be done any more."""

from kshc_cli.cli.recording_command import recording_command
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc cancel 2.1.3 --by "QĐ số 60/QĐ-UBND"',)

command = recording_command(What.CANCELLED)
