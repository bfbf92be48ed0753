"""Freezes what pydantic makes of the records into Python modules, so that no run needs to load pydantic."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import FunctionType
from typing import Any, Final

from kshc_cli.plan.model import Plan
from kshc_cli.plan.modelled import schema_of
from kshc_cli.plan.record import Record
from kshc_cli.source.mistakes.fields import records_in
from kshc_cli.tracking.progress_log import ProgressLog

ROOT: Final = Path(__file__).parents[1]
_ROOTS: Final[Mapping[str, tuple[type[Record], ...]]] = {
    "kshc_cli.plan.frozen": (Plan,),
    "kshc_cli.tracking.frozen": (ProgressLog,),
}
"""The modules, and the records with whose parts they begin."""
_FOR_OTHERS: Final = ("metadata", "ref")
"""Parts of a schema that only pydantic itself reads, or that nothing refers to any more."""

Names = dict[str, set[str]]
"""Names to import, by their modules."""


def files() -> dict[Path, bytes]:
    """Return the modules by their paths."""
    return {ROOT / "src" / f"{name.replace('.', '/')}.py": _module(roots).encode() for name, roots in _ROOTS.items()}


def _module(roots: tuple[type[Record], ...]) -> str:
    records = list(dict.fromkeys(record for root in roots for record in _reachable(root)))
    first = '"""What pydantic makes of the records: made by ``make generate``, a function a record."""'
    return "\n".join((first, "# mypy: ignore-errors", "", *map(_function, records)))


def _reachable(record: type[Record]) -> Iterator[type[Record]]:
    yield record
    for field in record.fields.values():
        for part in records_in(field.annotation):
            yield from _reachable(part)


def _function(record: type[Record]) -> str:
    names: Names = {}
    schema: Any = schema_of(record)
    whole = schema["schema"] if schema["type"] == "definitions" else schema
    if whole["type"] == "definition-ref":
        whole = next(one for one in schema["definitions"] if one["ref"] == whole["schema_ref"])
    literal = _whole(whole, names)
    imports = [f"    from {module} import {', '.join(sorted(some))}" for module, some in sorted(names.items())]
    return "\n".join((f"def {record.__name__}():", *imports, f"    return {literal}", "", ""))


def _whole(schema: dict[str, Any], names: Names) -> str:
    """Write the schema of a record itself: that of the model, and what is checked behind it."""
    parts = {key: part for key, part in schema.items() if key not in _FOR_OTHERS}
    if parts["type"] == "function-after":
        model = _parts(parts.pop("schema"), names)
        return f"{_parts(parts, names)[:-1]}, 'schema': {model}}}"
    return _parts(parts, names)


def _parts(value: dict[str, Any], names: Names) -> str:
    items = (f"{key!r}: {_literal(part, names)}" for key, part in value.items() if key not in _FOR_OTHERS)
    return f"{{{', '.join(items)}}}"


def _record_in(value: dict[str, Any]) -> str | None:
    """Return the name of the record that a part of a schema is about, which has a function of its own."""
    match value:
        case {"type": "definition-ref", "schema_ref": str(name)}:
            return name
        case {"type": "model", "cls": record} | {"type": "function-after", "schema": {"type": "model", "cls": record}}:
            return str(record.__name__)
        case _:
            return None


def _literal(value: Any, names: Names) -> str:  # noqa: ANN401  anything in a schema
    match value:
        case dict():
            record = _record_in(value)
            return f"{record}()" if record else _parts(value, names)
        case list():
            return f"[{', '.join(_literal(part, names) for part in value)}]"
        case tuple():
            return f"({''.join(_literal(part, names) + ', ' for part in value)})"
        case type() | FunctionType():
            names.setdefault(value.__module__, set()).add(value.__qualname__.split(".")[0])
            return value.__qualname__
        case None | bool() | int() | str():
            return repr(value)
        case _:
            raise TypeError(value)
