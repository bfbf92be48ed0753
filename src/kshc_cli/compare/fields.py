"""What differs between two records of the same kind, field by field."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from kshc_cli.compare.values import Kind
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.record import Record, WordsRecord
from kshc_cli.reading.folding import composed

_PRINTED: Final = frozenset(
    (
        *("content", "text", "lead", "coop", "result", "time", "heading", "header", "title", "subject", "reference"),
        *("authority", "symbol", "name", "parent", "place"),
    )
)
"""Fields that a document prints, beside numbers."""


class FieldChange(NamedTuple):
    """A field that differs; None for nothing."""

    field: str
    """As YAML spells it: ``time.reading`` is what stands beside the words of the time."""
    kind: Kind
    old: str | None
    new: str | None


def field_changes(old: Record, new: Record, *, without: Collection[str] = ()) -> Iterator[FieldChange]:
    """Yield what differs between two records, but for some fields; what only one kind has is nothing in the other."""
    for name in dict.fromkeys((*type(old).fields, *type(new).fields)):
        before, after = getattr(old, name, None), getattr(new, name, None)
        if name not in without and before != after:
            yield from _changes(_key(new, name), before, after)


def _key(record: Record, name: str) -> str:
    field = type(record).fields.get(name)
    return (field.alias if field else None) or name


def _changes(name: str, old: object, new: object) -> Iterator[FieldChange]:
    if isinstance(old, WordsRecord) or isinstance(new, WordsRecord):
        yield from _words_changes(name, old, new)
    elif isinstance(old, Mapping) or isinstance(new, Mapping):
        yield from _keyed_changes(name, old or {}, new or {})
    else:
        before, after = stated(old), stated(new)
        is_number = name == "number"
        kind = Kind.RENUMBERED if is_number else change_of(before, after) if name in _PRINTED else Kind.RESTATED
        yield FieldChange(name, kind, before, after)


def _keyed_changes(name: str, old: Any, new: Any) -> Iterator[FieldChange]:  # noqa: ANN401  mappings of words
    """Yield what differs between words by keys; one that is left out is not the same as a blank one."""
    for key in dict.fromkeys((*old, *new)):
        before, after = stated(old.get(key)), stated(new.get(key))
        if before != after or (key in old) != (key in new):
            kind = Kind.RESTATED if before == after else change_of(before, after)
            yield FieldChange(f"{name}.{key}", kind, before, after)


def _words_changes(name: str, old: object, new: object) -> Iterator[FieldChange]:
    """Yield what differs between words that may have a meaning beside them."""
    before, after = (one if isinstance(one, WordsRecord) else None for one in (old, new))
    words, others = before.text if before else None, after.text if after else None
    if words != others:
        yield FieldChange(name, change_of(words, others), words, others)
    kinds = [type(one) for one in (before, after) if one is not None]
    for beside in dict.fromkeys(key for kind in kinds for key in kind.fields if key != "text"):
        meant, means = getattr(before, beside, None), getattr(after, beside, None)
        if meant != means:
            yield FieldChange(f"{name}.{beside}", Kind.RESTATED, stated(meant), stated(means))


def change_of(old: str | None, new: str | None) -> Kind:
    """Return what became of words that differ."""
    if old is None or new is None:
        return Kind.REWORDED
    plain, other = composed(old), composed(new)
    if plain == other:
        return Kind.RESPELT
    if plain.split() == other.split():
        return Kind.RESPACED
    line, another = line_of(plain, None), line_of(other, None)
    is_numbered = bool(line.mark or another.mark) and line.mark.split() != another.mark.split()
    return Kind.RENUMBERED if is_numbered and line.words.split() == another.words.split() else Kind.REWORDED


def stated(value: object) -> str | None:
    """Return a value as YAML spells it on one line; words as they are, None for nothing."""
    match value:
        case None | ():
            return None
        case bool():
            return "true" if value else "false"
        case date():
            return value.isoformat()
        case tuple():
            return "; ".join(filter(None, map(stated, value)))
        case Record():
            return _flow(value)
        case _:
            return str(value)


def _flow(record: Record) -> str:
    """Return a record as YAML's flow style spells it: only what is stated."""
    told = ((_key(record, name), stated(getattr(record, name))) for name in type(record).fields)
    return "{" + ", ".join(f"{name}: {words}" for name, words in told if words is not None) + "}"
