"""Merging: what was changed in the Word or Excel file of a plan becomes changes of its text, at just those places."""

import codecs
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Final, NamedTuple

from kshc_cli.compare.edit_places import places_in
from kshc_cli.compare.edited import Item, Kept, New, NotTaken, Wish
from kshc_cli.compare.quoting import with_quotes
from kshc_cli.compare.recorded import contents
from kshc_cli.compare.task_pairs import task_pairs
from kshc_cli.compare.three_way import Conflict, Joined, joined
from kshc_cli.desk.edited_words import numbers_taken, stated_for_others
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.editing.duties import duties_told
from kshc_cli.documents.editing.edited_file import EditedFile, damaged
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.source.edit.changing import changed, changed_data
from kshc_cli.source.edit.marks import CannotPlaceError
from kshc_cli.source.plan_text import PlanText, read_plan_file
from kshc_cli.source.yaml.text import YamlText

_ID: Final = lazy_pattern(rb"\bid:\s*[\"']?([^\s\"',}]+)")
"""An id in the text of a plan."""


class OtherPlanError(WordFileError):
    """The file of another plan."""


class Merged(NamedTuple):
    """What becomes of a plan by what was changed in its file."""

    plan: bytes | None
    """The new text; None where it cannot be had."""
    not_taken: tuple[NotTaken, ...]
    """What was changed and is not in it."""
    conflicts: tuple[Conflict, ...]
    """What both have changed, each otherwise."""
    recorded: tuple[str, ...]
    """Tasks that are gone from the file and of which the log tells something."""
    unplaced: bool = False
    """Whether the text of the plan is such that the changes cannot be written without touching anything else."""
    has_moved_on: bool = False
    """Whether the plan was changed since the file was written."""
    base: Any = None
    """The data of the plan that the file was written of."""
    told: tuple[str, ...] = ()
    """What is to be said of how the file was read."""
    doubtful: tuple[str, ...] = ()
    """What was stated for other words than those that it now stands beside."""


def merged(file: EditedFile, now: Opened, earlier: Callable[[], bytes] = bytes) -> Merged:
    """Return a plan with what was changed in its file; new tasks get no id that stands in ``earlier`` words of it.

    Raises ``WordFileError`` where the file was not written of this plan, FormError of the plan and its log.
    """
    old = read_plan_file(file.plan)
    if old.plan is None or old.text.marks is None:
        raise damaged(file.form)
    _refuse_others(old.plan, now.plan)
    wish = file.wish(old.plan, frozenset(_logged(old.plan, now)))
    has_moved_on = old.text.lines.text != now.text.text.lines.text
    places = places_in(old.plan, now.plan) if has_moved_on else {}
    data: Any = now.text.text.data
    found = joined(wish, old.text.data, data, places)
    if has_moved_on and _is_there(wish, old.text.data, data):
        found = Joined({}, {}, [])
    values, unquoted = with_quotes(found.values, data)
    ids = _Ids((old.plan, now.plan), [one.task for one in now.entries], earlier)
    lists = {path: tuple(_with_ids(items, path, data, ids)) for path, items in found.lists.items()}
    expected = changed_data(data, values, lists)
    left = Counter(_all_ids(expected["plan"]))
    recorded = tuple(_recorded(now, [one for one in _all_ids(data["plan"]) if one not in left]))
    told = Merged(
        None,
        (*wish.not_taken, *unquoted),
        tuple(found.conflicts),
        recorded,
        has_moved_on=has_moved_on,
        base=old.text.data,
        told=wish.told,
    )
    if found.conflicts or recorded:
        return told
    is_doubled = any(left[one] > count for one, count in Counter(_all_ids(data["plan"])).items())
    text = None if is_doubled else _proven(now.text, values, lists, expected)
    new = None if text is None else read_plan_file(text).plan
    if new is None:
        return told._replace(unplaced=True)
    said = (*wish.told, *duties_told(now.plan, new), *numbers_taken(now.plan, new))
    return told._replace(plan=text, told=said, doubtful=tuple(stated_for_others(now.plan, new)))


def _logged(old: Plan, now: Opened) -> Iterator[str]:
    """Yield the tasks of which the log tells something, and whose content is as it was when the file was written."""
    before = {one.task.id: contents(one) for one in placed_tasks(old)}
    log = now.happenings.by_task
    return (
        one.task.id for one in placed_tasks(now.plan) if one.task.id in log and before.get(one.task.id) == contents(one)
    )


def _is_there(wish: Wish, base: Any, now: Any) -> bool:  # noqa: ANN401  plain data
    """Tell whether a plan is just what a wish makes of the one that was edited, whatever ids new tasks have."""
    found = joined(wish, base, base, {})
    wished = changed_data(base, with_quotes(found.values, base)[0], found.lists)
    return not found.conflicts and bool(_without_ids(wished) == _without_ids(now))


def _without_ids(value: Any) -> Any:  # noqa: ANN401  plain data
    if isinstance(value, dict):
        return {key: _without_ids(one) for key, one in value.items() if key != "id"}
    return [_without_ids(one) for one in value] if isinstance(value, list) else value


def _refuse_others(old: Plan, now: Plan) -> None:
    """Raise OtherPlanError where a plan is not what became of another one."""
    tasks = [*placed_tasks(old)]
    if old.year != now.year or 2 * len(task_pairs(tasks, [*placed_tasks(now)]).same) < len(tasks):
        raise OtherPlanError(
            _("it was written of another plan: {subject} ({year})").format(subject=old.plan.subject, year=old.year),
            _("Name that plan with --into."),
        )


def _proven(
    now: PlanText,
    values: Mapping[Path, str | None],
    lists: Mapping[Path, Sequence[Item]],
    expected: Any,  # noqa: ANN401  plain data
) -> bytes | None:
    """Return the changed text of a plan; None where it would not hold just that."""
    before: YamlText = now.text
    text = before.lines.text
    try:
        new = changed(text, values, lists)
    except CannotPlaceError:
        return None
    data = new.encode()
    after = read_plan_file(data)
    if after.plan is None or after.text.data != expected:
        return None
    return data


def with_mark(data: bytes, like: bytes) -> bytes:
    """Return the bytes of a text behind the mark that another one begins with, if it does."""
    return codecs.BOM_UTF8 + data if like.startswith(codecs.BOM_UTF8) else data


class _Ids:
    """Gives ids that nothing has, and nothing had."""

    def __init__(self, plans: Sequence[Plan], logged: Sequence[str | None], earlier: Callable[[], bytes]) -> None:
        self._plans, self._logged, self._earlier = plans, logged, earlier

    @cached_property
    def _taken(self) -> set[str | None]:
        known = {*self._logged, *(one.task.id for plan in self._plans for one in placed_tasks(plan))}
        return known | {one.decode(errors="replace") for one in _ID.findall(self._earlier())}

    def beside(self, others: Sequence[str], otherwise: str) -> str:
        """Return an id for a task among others: the next number behind theirs."""
        prefixes = [one.rpartition(".") for one in others]
        prefix = next((before for before, _dot, last in reversed(prefixes) if before and last.isdigit()), otherwise)
        numbers = [int(last) for before, _dot, last in prefixes if before == prefix and last.isdigit()]
        number = max(numbers, default=0) + 1
        while f"{prefix}.{number}" in self._taken:
            number += 1
        self._taken.add(f"{prefix}.{number}")
        return f"{prefix}.{number}"

    def of_group(self, groups: Sequence[Item], data: Any, otherwise: str) -> str:  # noqa: ANN401  plain data
        """Return how the ids of a new group among others begin: the next number behind what theirs do."""
        kept = [each for one in groups if isinstance(one, Kept) for each in _all_ids(_at(data, one.path))]
        self._taken |= {one.rpartition(".")[0] for one in self._taken if one}
        return self.beside([one.rpartition(".")[0] for one in kept], otherwise)

    def of_table(self) -> str:
        """Return how the ids of a new table begin: the next number behind those of all tables."""
        firsts = (one.partition(".")[0] for one in self._taken if one)
        number = str(max((int(one) for one in firsts if one.isascii() and one.isdigit()), default=0) + 1)
        self._taken.add(number)
        return number


def _with_ids(items: Sequence[Item], path: Path, data: Any, ids: _Ids) -> Iterator[Item]:  # noqa: ANN401  plain data
    """Yield the items of a list, new tasks with ids."""
    others = [*_ids_of(items, data)]
    numbers = [str(step + 1) for step in path if isinstance(step, int)]
    for item in items:
        if isinstance(item, Kept) or not isinstance(item.data, dict) or path[-1] == "columns":
            yield item
        elif path[-1] == "sections":
            yield New(_section_with_ids(item.data, data, ids))
        elif path[-1] == "tables":
            yield New(_table_with_ids(item.data, ids))
        elif "heading" in item.data:
            group = ids.of_group(items, data, ".".join(numbers))
            yield New(item.data, tuple(_numbered(item.tasks, [*_ids_of(item.tasks, data)], group, ids)))
        else:
            yield from _numbered((item,), others, ".".join(numbers), ids)


def _section_with_ids(section: Mapping[str, Any], data: Any, ids: _Ids) -> dict[str, Any]:  # noqa: ANN401  plain data
    """Return a new section, its tasks with ids."""
    others = [one["id"] for each in data["plan"]["sections"] for one in each.get("items") or ()]
    new = dict(section)
    if "items" in section:
        new["items"] = [{"id": ids.beside(others, "nv"), **one} for one in section["items"]]
    if "tables" in section:
        new["tables"] = [_table_with_ids(one, ids) for one in section["tables"]]
    return new


def _table_with_ids(table: Mapping[str, Any], ids: _Ids) -> dict[str, Any]:
    """Return a new table, its tasks with ids: those of the next table."""
    number = ids.of_table()
    new = {key: value for key, value in table.items() if key != "tasks"}
    if "groups" in table:
        new["groups"] = [
            {**group, "tasks": _counted(group["tasks"], f"{number}.{place}")}
            for place, group in enumerate(table["groups"], 1)
        ]
    return new | ({"tasks": _counted(table["tasks"], number)} if "tasks" in table else {})


def _counted(tasks: Sequence[Mapping[str, Any]], prefix: str) -> list[dict[str, Any]]:
    return [{"id": f"{prefix}.{place}", **task} for place, task in enumerate(tasks, 1)]


def _numbered(items: Sequence[Item], others: Sequence[str], otherwise: str, ids: _Ids) -> Iterator[Item]:
    for item in items:
        yield item if isinstance(item, Kept) else New({"id": ids.beside(others, otherwise), **item.data})


def _ids_of(items: Sequence[Item], data: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    for item in items:
        record = _at(data, item.path) if isinstance(item, Kept) else None
        if isinstance(record, dict) and isinstance(record.get("id"), str):
            yield record["id"]


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401  plain data
    for step in path:
        data = data[step]
    return data


def _recorded(now: Opened, gone: Sequence[str]) -> Iterator[str]:
    """Yield the tasks that are gone and of which the log tells something, unless they were cancelled as a whole."""
    log = now.happenings
    return (task for task in gone if log.by_task.get(task) and log.called_off(task) is None)


def _all_ids(value: Any) -> Iterator[str]:  # noqa: ANN401  plain data
    """Yield the ids of the tasks in a part of a plan."""
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"]
        for one in value.values():
            yield from _all_ids(one)
    elif isinstance(value, list):
        for one in value:
            yield from _all_ids(one)
