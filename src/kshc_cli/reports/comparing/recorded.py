"""What the progress log tells of a task whose words became others, as sentences."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.compare.values import Recorded
from kshc_cli.days import written
from kshc_cli.messages import _, listed
from kshc_cli.reports.entries import what_words

_LAST: Final = 3
"""So many entries or days are named."""


def recorded_lines(one: Recorded) -> Iterator[str]:
    """Say what is recorded, the last entries of it, and what is to be looked at."""
    told = [f"{what_words(each.kind)} {written(each.date)}" for each in one.entries]
    entries = "; ".join((*["…"][: len(told) > _LAST], *told[-_LAST:]))
    if one.has_content:
        said = _("The progress log tells of {id}: {entries}. Check that its new words still mean the same task.")
        yield said.format(id=one.task, entries=entries)
    if one.has_lead:
        said = _(
            "The progress log tells of {id}: {entries}. What names no body there counts for those who lead by the new "
            "words; where the task is only handed over, keep the old ones and record it (kshc reassign)."
        )
        yield said.format(id=one.task, entries=entries)
    if one.days:
        said = _(
            "The progress log has an extension of {id} to {days}, which counts, whatever the new words say; where "
            "these are to count, retract it (kshc undo)."
        )
        yield said.format(id=one.task, days=listed(map(written, one.days), most=_LAST))
