"""The names in a plan and its log: ids, and the words that mean a body; where each is declared and where it is used."""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum, auto
from typing import Final, NamedTuple

from kshc_cli.editor.texts import Span, Spot, Texts, spot_at, value_at
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Path
from kshc_cli.messages import _, plain
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import AgencyWords, Task
from kshc_cli.reading.agencies.cell import Sense
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.source.places import spot_of
from kshc_cli.source.yaml.scalars import scalar
from kshc_cli.source.yaml.text import YamlText
from kshc_cli.source.yaml.tree import Data, Mark

_ID: Final = lazy_pattern(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


class IdKind(Enum):
    """What an id names."""

    BODY = auto()
    TASK = auto()
    ENTRY = auto()


class Use(NamedTuple):
    """A place where an id or a body's name stands, in the log or in the plan; a declared one says what it names."""

    of_log: bool
    span: Span
    kind: IdKind
    name: str
    is_declared: bool = False


def names_at(texts: Texts, offset: int, *, of_log: bool) -> tuple[Use, ...]:
    """Return what stands at an offset: an id, or the bodies that the words there mean; nothing where no name stands."""
    yaml = texts.yaml(of_log=of_log)
    spot = spot_at(yaml.marks, yaml.lines, offset)
    if spot is None or spot.is_key:
        return ()
    value = value_at(yaml.data, spot.path)
    if (declared := id_kind(spot.path, of_log=of_log)) is not None and isinstance(value, str):
        return (Use(of_log, spot.span, declared[0], value, declared[1]),)
    return () if of_log else tuple(_bodies_at(texts, spot, offset, yaml))


def declarations(texts: Texts, use: Use) -> tuple[Use, ...]:
    """Return where what a name means is declared."""
    return tuple(one for one in uses(texts, use.kind, use.name) if one.is_declared)


def uses(texts: Texts, kind: IdKind, name: str) -> Iterator[Use]:
    """Yield every place of an id, in the plan and then in its log."""
    for of_log in (False, True):
        yaml = texts.yaml(of_log=of_log)
        if yaml.marks is None:
            continue
        for path, value, mark in _scalars(yaml.data, yaml.marks, ()):
            declared = id_kind(path, of_log=of_log)
            if value == name and declared is not None and declared[0] is kind:
                yield Use(of_log, Span(mark[0], mark[1]), kind, name, declared[1])


def declared(data: Data, kind: IdKind, *, of_log: bool) -> Iterator[tuple[str, Mapping[str, Data]]]:
    """Yield each id of a kind that a file's data declares, with its record, as far as both can be read."""
    for path, record in _records(data, ()):
        name = record.get("id")
        if isinstance(name, str) and id_kind((*path, "id"), of_log=of_log) == (kind, True):
            yield name, record


def declared_ids(texts: Texts, kind: IdKind) -> list[str]:
    """Return the ids of all bodies, tasks or entries, in order."""
    of_log = kind is IdKind.ENTRY
    return sorted({name for name, _record in declared(texts.yaml(of_log=of_log).data, kind, of_log=of_log)})


def _records(data: Data, path: Path) -> Iterator[tuple[Path, Mapping[str, Data]]]:
    """Yield the mappings of data, outer ones first."""
    parts: Iterable[tuple[str | int, Data]] = ()
    if isinstance(data, dict):
        yield path, data
        parts = data.items()
    elif isinstance(data, list):
        parts = enumerate(data)
    for step, value in parts:
        yield from _records(value, (*path, step))


def references(texts: Texts, use: Use) -> tuple[Use, ...]:
    """Return every place of an id, and of a body the cells, too, whose words mean it."""
    found = list(uses(texts, use.kind, use.name))
    if use.kind is IdKind.BODY and texts.opened.draft is not None:
        found += _cells_of(texts, use.name, texts.opened.draft)
    return tuple(sorted(set(found), key=lambda one: (one.of_log, one.span)))


def renamed(texts: Texts, use: Use, new: str) -> list[tuple[Use, str]]:
    """Return what stands in place of each use of an id once it is ``new``. Raises WrongArgumentError."""
    if not _ID.fullmatch(new):
        sentence = _("“{id}” is no id: Latin letters without diacritics, digits, dot and hyphen, 60 of them at most.")
        raise WrongArgumentError(sentence.format(id=plain(new)))
    if new != use.name and any(one.is_declared for one in uses(texts, use.kind, new)):
        raise WrongArgumentError(_("The id “{id}” is taken already.").format(id=new))
    return [(one, scalar(new, flow=True)) for one in uses(texts, use.kind, use.name)]


def task_at(plan: ReadPlan, path: Path) -> ReadTask | None:
    """Return the task in whose record a path leads."""
    return next((read for read in plan.tasks if path[: len(read.placed.path)] == read.placed.path), None)


def id_kind(path: Path, *, of_log: bool) -> tuple[IdKind, bool] | None:
    """Return what an id at ``path`` names, and whether that is declared there; None where no id stands."""
    match path:
        case ("entries", int(), "task" | "into") if of_log:
            return IdKind.TASK, False
        case ("entries", int(), "unit" | "lead") if of_log:
            return IdKind.BODY, False
        case ("entries", int(), "id" | "entry" as field) if of_log:
            return IdKind.ENTRY, field == "id"
        case ("agencies", int(), "id"):
            return IdKind.BODY, True
        case ("agencies", int(), "members" | "succeeded_by", int()) | (*_, "lead" | "coop", "agencies", int()):
            return IdKind.BODY, False
        case ("plan", *_, "id"):
            return IdKind.TASK, True
        case _:
            return None


def _scalars(data: Data, mark: Mark, path: Path) -> Iterator[tuple[Path, str, Mark]]:
    parts = mark[2]
    if isinstance(data, dict) and isinstance(parts, dict):
        for key, value in data.items():
            yield from _scalars(value, parts[key][1], (*path, key))
    elif isinstance(data, list) and isinstance(parts, list):
        for place, (value, part) in enumerate(zip(data, parts, strict=True)):
            yield from _scalars(value, part, (*path, place))
    elif isinstance(data, str):
        yield path, data, mark


def _bodies_at(texts: Texts, spot: Spot, offset: int, yaml: YamlText) -> Iterator[Use]:
    """Yield the bodies that the words around an offset name; in a cell where none stands there, all that it names."""
    plan, words = texts.opened.draft, value_at(yaml.data, spot.path)
    if plan is None or not isinstance(words, str):
        return
    begin = _begin_of(words, spot.span, yaml.lines.text)
    named = [
        (one.agency, Span(begin + one.start, begin + one.end))
        for one in (plan.registry.cut(words).spans if begin is not None else ())
        if one.sense is Sense.NAME and begin is not None and begin + one.start <= offset <= begin + one.end
    ]
    cell = cell_at(plan, spot.path)
    if not named and cell is not None:
        named = [(agency, spot.span) for agency in plan.registry.read_cell(cell).agencies]
    yield from (Use(of_log=False, span=span, kind=IdKind.BODY, name=agency) for agency, span in named)


def _begin_of(words: str, span: Span, text: str) -> int | None:
    """Return where words begin in their source; None where that writes them in another way."""
    for quote in (0, 1):
        if text[span.start + quote : span.end - quote] == words:
            return span.start + quote
    return None


def cell_at(plan: ReadPlan, path: Path) -> AgencyWords | None:
    """Return the cell of bodies that a path leads to or into."""
    read = task_at(plan, path)
    field = path[len(read.placed.path)] if read is not None and len(path) > len(read.placed.path) else None
    if read is None or field not in {"lead", "coop"}:
        return None
    task = read.task
    return task.lead if field == "lead" else task.coop if isinstance(task, Task) else None


def _cells_of(texts: Texts, body: str, plan: ReadPlan) -> Iterator[Use]:
    marks = texts.yaml(of_log=False).marks
    for read in plan.tasks if marks is not None else ():
        for field, cell in read.cells:
            if body in cell.agencies and marks is not None:
                mark = spot_of(marks, (*read.placed.path, field, "text")).mark
                if mark[2] is None:
                    yield Use(of_log=False, span=Span(mark[0], mark[1]), kind=IdKind.BODY, name=body)
