"""``kshc cache clear``: forget the answers that are remembered."""

import typer

from kshc_cli.cli.session import session_of
from kshc_cli.disk.memory import memory
from kshc_cli.messages import _

EXAMPLES = ("kshc cache clear",)


def command(context: typer.Context) -> int:
    """Forget all answers; each is worked out anew when it is asked for. KSHC_CACHE=0 turns remembering off."""
    kept = memory()
    kilobytes = -(-kept.clear() // 1024)
    session_of(context).say(_("{folder}: {kilobytes} KB freed.").format(folder=kept.folder, kilobytes=kilobytes))
    return 0
