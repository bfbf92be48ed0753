"""``kshc undo``: retracts an entry of the log, which stays there."""

from typing import Annotated

import typer

from kshc_cli.cli.entry_options import DryRunOption, NoteOption, WhoOption
from kshc_cli.cli.recording import made, recorder
from kshc_cli.cli.session import session_of
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.reports.recorded import retracted_sentence
from kshc_cli.source.edit.progress_text import entry_line
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.progress_log import Entry, What

EXAMPLES = ("kshc undo", 'kshc undo 1t4xk2n8z0q --note "nhầm cơ quan"')

EntryArgument = Annotated[
    str | None, typer.Argument(metavar=_("[ENTRY]"), help=_("An entry's id; the last one that counts if left out."))
]


def command(
    context: typer.Context,
    entry: EntryArgument = None,
    *,
    note: NoteOption = None,
    who: WhoOption = None,
    dry_run: DryRunOption = False,
) -> int:
    """Retract an entry that was a mistake: it counts for no day any more; retracting that brings it back."""
    session = session_of(context)
    log = recorder(session)
    today = session.day(year=log.plan.year)
    meant: list[Entry] = []

    def retraction(entries: tuple[Entry, ...]) -> Entry:
        meant.append(_only(_meant(entry, entries), entries))
        return made("retracted", date=today, entered=today, entry=meant[0].id, note=note, who=who)

    entries = log.record(retraction, dry_run=dry_run)
    by_id = {one.id: one for one in entries}
    session.say(retracted_sentence(meant[0], entries[-1], log.plan, by_id, dry_run=dry_run))
    session.say(entry_line(entries[-1]), level=1)
    return 0


def _only(meant: Entry, entries: tuple[Entry, ...]) -> Entry:
    """Return the entry unless others bear its id: all of them would be retracted with it."""
    if all(one == meant for one in entries if one.id == meant.id):
        return meant
    message = _("Several entries have the id “{id}”. Give each its own in the log; `kshc validate` shows where.")
    raise WrongArgumentError(message.format(id=meant.id))


def _meant(wish: str | None, entries: tuple[Entry, ...]) -> Entry:
    """Return the entry with an id or, without one, the one entered last that counts and is no retraction."""
    if wish is not None:
        found = next((one for one in entries if one.id == wish), None)
        if found is None:
            raise WrongArgumentError(_("No entry has the id “{id}”; `kshc log` shows them.").format(id=wish))
        return found
    retracted = happenings(entries).retracted
    counting = (one for one in entries if one.kind is not What.RETRACTED and one.id not in retracted)
    found = max(counting, key=lambda one: (one.entered, one.id), default=None)
    if found is None:
        raise WrongArgumentError(_("The log has no entry that could be retracted."))
    return found
