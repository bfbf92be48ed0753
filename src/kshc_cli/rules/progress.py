"""Rules about the progress log: ids, and entries that name what is not there or say what cannot be true."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kshc_cli.findings import Finding, also_at, error
from kshc_cli.messages import _
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.tracking.happenings import Happenings
from kshc_cli.tracking.objections import objections
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry


def check_log(entries: Sequence[Entry], plan: ReadPlan, log: Happenings | None = None) -> Iterator[Finding]:
    """Yield what is wrong with the entries of a log, with paths from the root of its file.

    ``log`` is what counts of the entries, where that is known already.
    """
    yield from _duplicate_entry_id(entries)
    places: dict[str, int] = {}
    for one in objections(entries, plan, office=office_calendar(plan.plan), log=log):
        places = places or {entry.id: place for place, entry in reversed(tuple(enumerate(entries)))}
        yield replace(one.finding, path=("entries", places[one.entry.id], *one.finding.path))


def _duplicate_entry_id(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Two entries share an id: a retraction could mean either. The same line twice is one entry."""
    first: dict[str, int] = {}
    for place, entry in enumerate(entries):
        if entry.id in first and entries[first[entry.id]] != entry:
            finding = error(
                "duplicate-entry-id",
                ("entries", place, "id"),
                _("The id “{id}” is taken already.").format(id=entry.id),
                _("Give this entry an id of its own."),
            )
            yield also_at(finding, ("entries", first[entry.id], "id"))
        first.setdefault(entry.id, place)
