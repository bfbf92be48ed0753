"""``kshc suspend``: records that a task rests until it is resumed."""

from kshc_cli.cli.recording_command import recording_command
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc suspend 2.1.3 --by "CV số 12/UBND-VP"',)

command = recording_command(What.SUSPENDED)
