"""What the progress log tells of tasks whose words became others, though nothing of it contradicts the new ones."""

from collections.abc import Collection, Iterator
from datetime import date

from kshc_cli.compare.printed import as_read
from kshc_cli.compare.task_pairs import content_of
from kshc_cli.compare.values import Effect, EffectKind, Recorded
from kshc_cli.plan.walk import Placed
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.tracking.happenings import Happenings
from kshc_cli.tracking.office_calendar import OfficeCalendar, office_calendar
from kshc_cli.tracking.standing import CLOSED, standings_of

_LEADING: frozenset[EffectKind] = frozenset((EffectKind.GAINS, EffectKind.LOSES))


def recorded(log: Happenings, old: ReadPlan, new: ReadPlan, meant: Collection[Effect]) -> Iterator[Recorded]:
    """Yield what a log tells of tasks that are in both plans with another content, lead or time.

    ``meant`` is what the differences mean: a task that others lead, by the same words, has another lead.
    """
    before = {one.task.id: one for one in old.tasks}
    told = {(one.task, one.kind in _LEADING) for one in meant if one.kind in {*_LEADING, EffectKind.LAST_DAY}}
    office = office_calendar(new.plan)
    for now in new.tasks:
        was, task = before.get(now.task.id), now.task.id
        entries = log.by_task.get(task, ())
        if was is None or not entries:
            continue
        has_content = contents(was.placed) != contents(now.placed)
        has_lead = (task, True) in told or _unread_lead(was) != _unread_lead(now)
        days = _extended(now, new, log, office) if (task, False) in told or was.time != now.time else ()
        if has_content or has_lead or days:
            yield Recorded(task, entries, has_content=has_content, has_lead=has_lead, days=days)


def contents(placed: Placed) -> str:
    """Return what a task says is to be done, whatever its spaces and line breaks."""
    return words_alone(content_of(placed))


def words_alone(words: str | None) -> str:
    """Return words as they are read back, with a single space between them."""
    return " ".join(as_read(words).split())


def _unread_lead(read: ReadTask) -> tuple[str, ...]:
    return tuple(map(words_alone, read.lead.unread))


def _extended(read: ReadTask, plan: ReadPlan, log: Happenings, office: OfficeCalendar) -> tuple[date, ...]:
    """Return the last days that count because duties of a task were extended, in order."""
    standings = standings_of(read, plan, log, office=office, day=date.max, soon=())
    return tuple(sorted({one.due for one in standings if one.extended and one.due and one.status not in CLOSED}))
