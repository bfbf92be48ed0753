"""Where what stood in one plan stands in another one, which came of it."""

from collections.abc import Iterator, Mapping, Sequence

from kshc_cli.compare.part_pairs import part_pairs, parts_of
from kshc_cli.compare.printed import as_read
from kshc_cli.compare.prose import Paragraphs
from kshc_cli.compare.task_pairs import task_pairs
from kshc_cli.compare.texts import paired_texts
from kshc_cli.findings import Path
from kshc_cli.plan.model import Column, Plan
from kshc_cli.plan.walk import placed_tasks

Places = Mapping[Path, Path | None]
"""The ways to parts and items of lists in the other plan, by those in the first; None for what is not there."""


def places_in(old: Plan, new: Plan) -> Places:
    """Return where the sections, tables, groups, tasks and paragraphs of one plan stand in another."""
    tasks = task_pairs(tuple(placed_tasks(old)), tuple(placed_tasks(new)))
    parts = part_pairs(tuple(parts_of(old)), tuple(parts_of(new)), tasks.same)
    found: dict[Path, Path | None] = {one.path: None for one in parts.gone}
    found |= {one.old.path: one.new.path for one in parts.same}
    texts = Paragraphs(old, new, parts).where
    for number, section in enumerate(old.plan.sections):
        ways = [("plan", "sections", number, "paragraphs", n) for n in range(len(section.paragraphs))]
        found |= {path: texts.get(path) for path in ways}
    found |= {one.path: None for one in tasks.gone}
    found |= {one.old.path: one.new.path for one in tasks.same}
    others = dict(_lists(new))
    for path, words in _lists(old):
        pairs = paired_texts(words, others.get(path, ()))
        found |= {(*path, a): None if b is None else (*path, b) for a, b in pairs if a is not None}
    return found


def _lists(plan: Plan) -> Iterator[tuple[Path, Sequence[str]]]:
    """Yield the words of the lists that stand at the same place in every plan."""
    yield ("plan", "preamble"), [as_read(one) for one in plan.plan.preamble]
    yield ("plan", "columns"), _headers(plan.plan.columns)
    for name in ("decision", "issuance"):
        act = getattr(plan, name)
        for key in ("bases", "articles", "recipients"):
            yield (name, key), [as_read(one) for one in getattr(act, key, ())]
        if act is not None:
            yield (name, "signature", "lines"), [as_read(one) for one in act.signature.lines]


def _headers(columns: Sequence[Column] | None) -> list[str]:
    return [as_read(one.header) for one in columns or ()]


def place_in(places: Places, path: Path) -> Path | None:
    """Return where a value stands in the other plan, by the last part or item on the way to it."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            at = places[path[:length]]
            return None if at is None else (*at, *path[length:])
    return path
