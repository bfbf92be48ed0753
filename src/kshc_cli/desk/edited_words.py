"""What is to be looked at again where an edited file changed words: what was stated of the old ones."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.compare.printed import text_of
from kshc_cli.compare.recorded import words_alone
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import AgencyWords, Plan, TimeWords
from kshc_cli.plan.walk import Placed, placed_tasks

_STATED: Final = ("lead", "coop", "time")
"""The fields that may state what their words mean."""


def stated_for_others(old: Plan, new: Plan) -> Iterator[str]:
    """Say which words are others now beside a reading or bodies that were stated for the old ones."""
    said = _("{id}: “{key}: {stated}” was stated for “{old}” and stands now beside “{new}”: check it in plan.yaml.")
    for before, after in _both(old, new):
        for name in _STATED:
            was, now = (getattr(one.task, name, None) for one in (before, after))
            key, stated = _stated(now)
            words, others = words_alone(text_of(was)), words_alone(text_of(now))
            if stated and _stated(was)[1] == stated and words != others:
                yield said.format(id=after.task.id, key=key, stated=stated, old=words, new=others)


def numbers_taken(old: Plan, new: Plan) -> Iterator[str]:
    """Say which new rows bear the printed number of another row under the same heading."""
    said = _("The new task {id} has the number “{number}” of {other}: number it anew, unless one number is for both.")
    known = {one.task.id for one in placed_tasks(old)}
    owners: dict[tuple[Path, str], list[str]] = {}
    for one in placed_tasks(new):
        number = getattr(one.task, "number", None)
        if isinstance(number, str) and number.strip():
            owners.setdefault((one.path[:-1], number.strip()), []).append(one.task.id)
    for (_where, number), ids in owners.items():
        for name in ids:
            other = next((each for each in ids if each != name), None)
            if other is not None and name not in known:
                yield said.format(id=name, number=number, other=other)


def _both(old: Plan, new: Plan) -> Iterator[tuple[Placed, Placed]]:
    before = {one.task.id: one for one in placed_tasks(old)}
    for one in placed_tasks(new):
        if one.task.id in before:
            yield before[one.task.id], one


def _stated(words: AgencyWords | TimeWords | None) -> tuple[str, str]:
    """Return the key of what is stated beside words, and the stated as a plan writes it."""
    if isinstance(words, TimeWords):
        readings = (one.model_dump(mode="json", exclude_defaults=True) for one in words.reading or ())
        return "reading", "; ".join(", ".join(f"{key} {value}" for key, value in one.items()) for one in readings)
    return "agencies", ", ".join((words and words.agencies) or ())
