"""A plan with a duty of every kind, and logs about it."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from kshc_cli.query.following import Following
from kshc_cli.reading.tasks import ReadPlan, read_plan
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.office_calendar import office_calendar
from kshc_cli.tracking.progress_log import Entry, EntryRecord

FOLLOWED = Path(__file__).with_name("followed.yaml")
_ids = count(1)


@cache
def followed() -> ReadPlan:
    """Return the plan."""
    read = read_plan_file(FOLLOWED.read_bytes())
    assert read.findings == ()
    assert read.plan is not None
    return read_plan(read.plan)


def entry(what: str, day: str, task: str | None = None, **fields: Any) -> Entry:  # noqa: ANN401  any field
    """Make an entry of 2026; ``day`` is written 06-30."""
    given = {"task": task, "entered": "2026-12-31", "id": f"e{next(_ids):05d}", **fields}
    data = {"date": f"2026-{day}", "what": what, **{name: value for name, value in given.items() if value is not None}}
    return Entry.of(EntryRecord.model_validate(data))


def on(day: str, *entries: Entry) -> Following:
    """Return the plan as it stands on a day of 2026 after ``entries``."""
    return following(date.fromisoformat(f"2026-{day}"), entries)


def following(day: date, entries: Sequence[Entry]) -> Following:
    """Return the plan as it stands on a day after ``entries``."""
    plan = followed()
    return Following(plan, office_calendar(plan.plan), day, log=happenings(entries), is_kept=True)


def stands(view: Following, task: str) -> dict[tuple[str | None, str | None], str]:
    """Return how the duties of a task stand, by period and body."""
    return {(one.occasion.key, one.unit): one.status.value for one in view.standings(task)}
