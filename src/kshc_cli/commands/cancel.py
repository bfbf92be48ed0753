"""``kshc cancel``: records that a task need not be done any more."""

from kshc_cli.cli.approved_change import approved_change
from kshc_cli.tracking.progress_log import What

EXAMPLES = ('kshc cancel 2.1.3 --by "QĐ số 60/QĐ-UBND"',)

command = approved_change(What.CANCELLED)
