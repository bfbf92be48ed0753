"""The records and fields of a file by their place in it: which keys a mapping takes, what a field is called."""

from collections.abc import Iterator
from typing import Any, get_args

from kshc_cli.findings import Path
from kshc_cli.plan.record import Record


def record_at(path: Path, root: type[Record]) -> type[Record] | None:
    """Return the record expected at ``path`` of a ``root``; None where there is none, or one of several."""
    choices: tuple[type[Record], ...] = (root,)
    for step in path:
        if isinstance(step, str):
            choices = tuple(_below(choices, step))
    return choices[0] if len(choices) == 1 else None


def _below(choices: tuple[type[Record], ...], step: str) -> Iterator[type[Record]]:
    for record in choices:
        if len(choices) > 1 and _kind(record) == step:
            yield record
        elif len(choices) == 1 and step in record.keys:
            yield from records_in(record.keys[step].annotation)


def _kind(record: type[Record]) -> str | None:
    kind = record.keys.get("kind")
    return str(get_args(kind.annotation)[0]) if kind else None


def records_in(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401  any type that a field may have
    """Yield the records that a type is made of, each time that it names them."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for part in get_args(annotation):
        yield from records_in(part)
