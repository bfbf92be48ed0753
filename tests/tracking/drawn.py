"""Logs drawn by chance, sensible or not: what stands against each entry, and which duties stand otherwise by it.

``make generate`` renews drawn.tsv, which keeps them: the difference is to be read.
A line is the day, the entries, what stands against them by number, and the duties that would stand otherwise without
the log: task, period, body, how it stands, and the last day that counts.
"""

import random
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from kshc_cli.messages import use_language
from kshc_cli.query.following import Following
from kshc_cli.rules.progress import check_log
from kshc_cli.tracking.happenings import happenings
from kshc_cli.tracking.progress_log import Entry
from tests.tracking.logs import entry, followed, following

COUNT: Final = 300
KEPT: Final = Path(__file__).parent / "drawn.tsv"
TASKS: Final = tuple(read.task.id for read in followed().tasks)
UNITS: Final = ("kinh-te", "van-hoa", "y-te", "van-phong")
PERIODS: Final = ("2026-03", "2026-06", "2026-05-06", "2026-03-31", "2026-13")
KINDS: Final = (
    *("done", "done", "partly_done", "event", "extended", "reassigned", "merged"),
    *("suspended", "suspended", "resumed", "resumed", "cancelled"),
)


def _day(chance: random.Random) -> date:
    return date(2026, 1, 1) + timedelta(days=chance.randrange(365))


@cache
def _duties(task: str) -> tuple[tuple[str | None, str | None], ...]:
    """Return the period and body of each duty of a task."""
    return tuple((one.occasion.key, one.unit) for one in following(date(2026, 12, 31), ()).standings(task))


def _entry(chance: random.Random, task: str, number: int) -> Entry:
    kind, own = chance.choice(KINDS), dict[str, Any]()
    period, unit = chance.choice(list(_duties(task)))
    if chance.random() < 0.5:
        own["unit"] = unit if chance.random() < 0.8 else chance.choice(UNITS)
    if chance.random() < 0.6:
        own["period"] = period if chance.random() < 0.8 else chance.choice(PERIODS)
    match kind:
        case "extended":
            own |= {"due": _day(chance), "by": "QĐ"}
        case "reassigned":
            own |= {"lead": chance.choice((*UNITS, "cac-phong", "nobody")), "by": "QĐ"}
        case "merged":
            own = {"into": chance.choice(TASKS), "by": "QĐ"}
        case "event":
            own = {"due": chance.choice((None, _day(chance)))}
        case "suspended" | "cancelled":
            own["by"] = "QĐ"
        case _:
            pass
    return entry(kind, f"{_day(chance):%m-%d}", task, id=f"e{number:05d}", **own)


def _spelt(one: Entry) -> str:
    fields = (one.unit, one.period, one.due, one.lead, one.into)
    return " ".join(map(str, (f"{one.date:%m-%d}", one.kind.value, one.task, *filter(None, fields))))


def _standings(view: Following) -> list[str]:
    return [
        f"{task} {one.occasion.key or '-'} {one.unit or '-'} {one.status.value} {one.due or '-'}"
        for task in TASKS
        for one in view.standings(task)
    ]


def told(number: int) -> str:
    """Return the line of the log of a number, always the same."""
    chance = random.Random(number)  # noqa: S311  no secret
    about = chance.sample(TASKS, 2)
    log = [_entry(chance, chance.choice(about), place) for place in range(chance.randint(2, 7))]
    day = chance.choice((_day(chance), date(2026, 12, 31), max(one.date for one in log)))
    view = following(day, log)
    findings = (
        f"{one.path[1]} {one.rule}: {one.message}" for one in check_log(tuple(log), followed(), happenings(log))
    )
    stands, before = _standings(view), set(_standings(following(day, ())))
    changed = [one for one in stands if one not in before]
    return "\t".join((day.isoformat(), "; ".join(map(_spelt, log)), " ".join(findings), "; ".join(changed)))


def files() -> dict[Path, bytes]:
    """Return the file that keeps the lines, as it is now."""
    use_language("en")
    return {KEPT: "".join(f"{told(number)}\n" for number in range(COUNT)).encode()}
