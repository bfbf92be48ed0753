"""``kshc undo``: retracts an entry of the log, which stays there."""

from typing import Annotated

from kshc_cli.cli.declarations import argument
from kshc_cli.cli.entry_options import DryRunOption, NoteOption, WhoOption
from kshc_cli.cli.recording import written_down
from kshc_cli.cli.session import Session
from kshc_cli.messages import _
from kshc_cli.reports.recorded import retracted_sentence
from kshc_cli.source.edit.progress_text import entry_line

EXAMPLES = ("kshc undo", 'kshc undo 1t4xk2n8z0q --note "nhầm cơ quan"')

EntryArgument = Annotated[
    str | None, argument(metavar=_("[ENTRY]"), help=_("An entry's id; the last one that counts if left out."))
]


def command(
    session: Session,
    entry: EntryArgument = None,
    *,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Retract an entry that was a mistake: it counts for no day any more; retracting that brings it back."""
    recorder, log = written_down(session, lambda one: (one.retraction(entry, note=note, who=who),), dry_run=dry_run)
    (retraction,) = log.new
    by_id = {one.id: one for one in log.entries}
    meant = by_id[retraction.entry or ""]
    session.say(retracted_sentence(meant, retraction, recorder.plan, by_id, dry_run=dry_run))
    session.say(entry_line(retraction), level=1)
    return 0
