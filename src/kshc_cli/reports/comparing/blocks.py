"""What differs, a block for each thing: what became of it, its old and new words, and what that means."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, takewhile
from typing import Final, NamedTuple

from kshc_cli.compare.order import are_alike
from kshc_cli.compare.values import Comparison, Difference, Effect, EffectKind, Kind, Recorded, Side, Subject
from kshc_cli.days import written
from kshc_cli.messages import _, listed, ngettext
from kshc_cli.patterns import lazy_pattern
from kshc_cli.reports.comparing.names import became_words, field_words, matched_words, titled
from kshc_cli.reports.comparing.recorded import recorded_lines
from kshc_cli.reports.entries import what_words

_DAY: Final = lazy_pattern(r"(?<![\w-])\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?![\w-])")
_NAMED: Final = 6
"""Days or bodies that a line names."""
_LEAST: Final = 3
"""From so many on, tasks of which the id alone differs stand in one line."""
_BESIDE: Final = frozenset((Kind.RENAMED, Kind.MOVED, Kind.REORDERED))
_BODIES: Final = frozenset(("members", "succeeded_by", "lead.agencies", "coop.agencies"))
"""Fields that hold ids of bodies."""
_WHOLE: Final = frozenset((Kind.ADDED, Kind.REMOVED))
_ANEW: Final = frozenset((Kind.ADDED, Kind.RENAMED))
"""What became of a task whose id may be that of another one in the old plan."""
_Task = tuple[str, bool]
"""The id of a task, and whether it is the one of the old plan that is gone while another one has its id."""


class Line(NamedTuple):
    """Something of a block: what it is called, and its old and new words; None for nothing."""

    label: str
    kind: Kind
    old: str | None
    new: str | None

    @property
    def is_beside(self) -> bool:
        """Whether old and new are told beside each other: no sentence, and no longer list of which a part differs."""
        return self.kind in _BESIDE or (self.kind is Kind.RESTATED and not are_alike(self.old or "", self.new or ""))


class Block(NamedTuple):
    """All that differs of one thing."""

    title: str
    told: str
    """What became of it, and by what it is known again."""
    place: tuple[str, ...]
    """The headings above it, in the new plan where it is there."""
    lines: tuple[Line, ...]
    effects: tuple[str, ...] = ()


def blocks(found: Comparison) -> Iterator[Block]:
    """Yield what differs, thing by thing in order; what a task means that does not differ itself comes last."""
    given_anew = {one.id for one in found.differences if one.subject is Subject.TASK and one.kind in _ANEW}
    meant: dict[_Task, list[Effect | Recorded]] = {}
    for effect in found.effects:
        meant.setdefault((effect.task, effect.is_gone and effect.task in given_anew), []).append(effect)
    for told in found.recorded:
        meant.setdefault((told.task, False), []).append(told)
    renamed = set(_renamed_alone(found.differences))
    if len(renamed) >= _LEAST:
        yield _of_ids([one for one in found.differences if _thing(one) in renamed])
    else:
        renamed = set()
    left = (one for one in found.differences if _thing(one) not in renamed)
    for _key, group in groupby(left, key=_thing):
        several = [*group]
        first = several[0]
        task = first.id or "", first.kind is Kind.REMOVED and first.id in given_anew
        yield _block(several, meant.pop(task, ()) if first.subject is Subject.TASK else (), found)
    yield from _of_the_same(meant, found)


def _of_the_same(meant: Mapping[_Task, Sequence[Effect | Recorded]], found: Comparison) -> Iterator[Block]:
    """Yield what is meant by tasks that do not differ themselves: those of which the same is said together."""
    alike: dict[tuple[str, ...], list[_Task]] = {}
    for task, effects in meant.items():
        alike.setdefault(_effects(effects, found), []).append(task)
    for said, tasks in alike.items():
        title = ngettext("Task {ids}", "Tasks {ids}", len(tasks)).format(
            ids=", ".join(task for task, _is_gone in tasks)
        )
        recorded = (line for task in tasks for line in _recorded(meant[task]))
        yield Block(title, _("the same words, with another meaning") if said else "", (), (), (*said, *recorded))


def _thing(one: Difference) -> object:
    """Return what a difference is told with: of tasks not that which is gone with the one that has its id now."""
    if one.id is not None:
        return one.subject, one.id, one.subject is Subject.TASK and one.kind is Kind.REMOVED
    side = one.new or one.old
    path = side.path if side else ()
    if one.subject in {Subject.PLAN, Subject.DECISION, Subject.CALENDAR}:
        return one.subject
    return one.subject, path if one.field is None else path[:-1]


def _renamed_alone(differences: Iterable[Difference]) -> Iterator[object]:
    """Yield the tasks that differ in nothing but their ids."""
    kinds: dict[object, set[Kind]] = {}
    for one in differences:
        if one.subject is Subject.TASK and one.id is not None:
            kinds.setdefault(_thing(one), set()).add(one.kind)
    return (task for task, told in kinds.items() if told == {Kind.RENAMED})


def _of_ids(differences: Sequence[Difference]) -> Block:
    title = ngettext("{n} task has another id", "{n} tasks have other ids", len(differences))
    lines = tuple(_line(one, "") for one in differences)
    return Block(title.format(n=len(differences)), _("all else of them is the same"), (), lines)


def _block(several: Sequence[Difference], meant: Sequence[Effect | Recorded], found: Comparison) -> Block:
    first = several[0]
    side = first.new or first.old
    known = matched_words(first.matched)
    told = [*dict.fromkeys(map(became_words, several))]
    if known:
        told.append(_("known again: {reason}").format(reason=known))
    lines = tuple(line for one in several for line in _lines(_with_names(one, found)))
    effects = (*_effects(meant, found), *_recorded(meant))
    return Block(titled(first), ", ".join(told), side.place if side else (), lines, effects)


def _with_names(one: Difference, found: Comparison) -> Difference:
    """Return a difference with the names of bodies in place of their ids, where it is a list of these."""
    if one.field not in _BODIES:
        return one
    old, new = (
        side and side._replace(words="; ".join(found.names.get(body, body) for body in (side.words or "").split("; ")))
        for side in (one.old, one.new)
    )
    return one._replace(old=old, new=new)


def _lines(one: Difference) -> Iterator[Line]:
    if one.kind is Kind.MOVED and one.old and one.new:
        yield Line(_("where"), one.kind, *_where(one.old.place, one.new.place))
        if one.id is None:
            yield Line("", one.kind, one.new.words, one.new.words)
    elif one.kind is Kind.REORDERED and one.old and one.new:
        yield Line(_("place in order"), one.kind, str(one.old.position), str(one.new.position))
        if one.id is None:
            yield Line("", one.kind, one.new.words, one.new.words)
    else:
        if (own := _line(one, field_words(one.field))).old or own.new:
            yield own
        for field, words in (one.new or one.old or Side((), None)).cells if one.kind in _WHOLE else ():
            yield Line(field_words(field), one.kind, *((None, words) if one.kind is Kind.ADDED else (words, None)))


def _line(one: Difference, label: str) -> Line:
    words = one.old.words if one.old else None, one.new.words if one.new else None
    return Line(label, one.kind, *(map(_in_words, words) if one.kind is Kind.RESTATED else words))


def _in_words(stated: str | None) -> str | None:
    """Return what is stated with its days as offices write them."""
    return stated and _DAY.sub(_day_in_words, stated)


def _day_in_words(found: re.Match[str]) -> str:
    try:
        return written(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def _where(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the headings above something in both plans, without the upper ones that are the same."""
    same = sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    for place in (old, new):
        yield " › ".join(place[min(same, len(place) - 1) :] if place else ()) or _("outside sections")


def _recorded(meant: Iterable[Effect | Recorded]) -> Iterator[str]:
    """Yield what the log tells of one task."""
    return (line for one in meant if isinstance(one, Recorded) for line in recorded_lines(one))


def _effects(meant: Iterable[Effect | Recorded], found: Comparison) -> tuple[str, ...]:
    """Say what differences of one task mean; bodies that gain or lose alike in one line."""
    bodies: dict[EffectKind, list[str]] = {}
    told: list[str] = []
    for one in meant:
        if isinstance(one, Recorded):
            continue
        if one.kind is EffectKind.LAST_DAY:
            told.append(_("last day: {old} → {new}").format(old=_days(one.old_days), new=_days(one.new_days)))
        elif one.entry is not None:
            said = _("recorded, and no longer fitting: {what} on {day}, entry {id}. {message}")
            what, day = what_words(one.entry.kind), written(one.entry.date)
            told.append(said.format(what=what, day=day, id=one.entry.id, message=one.message))
        else:
            bodies.setdefault(one.kind, []).append(found.names.get(one.body or "", one.body or ""))
    sentences = {
        EffectKind.GAINS: _("owes it now: {names}"),
        EffectKind.LOSES: _("owes it no more: {names}"),
        EffectKind.JOINS: _("takes part now: {names}"),
        EffectKind.LEAVES: _("takes part no more: {names}"),
    }
    gaining = (sentences[kind].format(names=listed(names, "; ", _NAMED)) for kind, names in bodies.items())
    return (*told, *gaining)


def _days(days: Sequence[date]) -> str:
    return listed(map(written, days), most=_NAMED) or _("none")


def summary(found: Comparison) -> str:
    """Say in one line how much of what differs."""
    counts: dict[str, dict[str, set[object]]] = {}
    for one in found.differences:
        became = counts.setdefault(titled(one._replace(id=None)), {}).setdefault(became_words(one), set())
        became.add((_thing(one), one.field if one.id is None else None))
    told = {subject: [f"{words} {len(things)}" for words, things in each.items()] for subject, each in counts.items()}
    return "; ".join(f"{subject}: {', '.join(kinds)}" for subject, kinds in told.items())
