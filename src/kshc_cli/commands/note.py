"""``kshc note``: records what is worth knowing of a task and changes nothing."""

from typing import Annotated

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.recording_command import recording_command
from kshc_cli.messages import _
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc note 1.2.2 "Đã gửi dự thảo lấy ý kiến"',)

WordsArgument = Annotated[str, argument(metavar=_("WORDS"), help=_("What is worth knowing."))]

command = recording_command(What.NOTE, note=WordsArgument)
