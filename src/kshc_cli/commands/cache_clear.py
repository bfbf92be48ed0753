"""``kshc cache clear``: forget the answers that are remembered."""

from kshc_cli.cli.session import Session
from kshc_cli.disk.memory import memory
from kshc_cli.errors import UnreadableFileError
from kshc_cli.messages import _

EXAMPLES = ("kshc cache clear",)


def command(session: Session) -> int:
    """Forget all answers; each is worked out anew when it is asked for. KSHC_CACHE=0 turns remembering off."""
    kept = memory()
    if kept is None:
        session.say(_("Nothing is remembered: neither XDG_CACHE_HOME nor HOME names a folder by its whole path."))
        return 0
    if kept.is_refused:
        sentence = _(
            "this is no folder of yours alone: nothing is remembered there, and nothing was removed; take it away, and "
            "kshc makes one"
        )
        raise UnreadableFileError(str(kept.folder), sentence)
    kilobytes = -(-kept.clear() // 1024)
    session.say(_("{folder}: {kilobytes} KB freed.").format(folder=kept.folder, kilobytes=kilobytes))
    return 0
