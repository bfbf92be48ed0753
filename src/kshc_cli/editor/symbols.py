"""The outline of a plan: its sections with their tables, groups, tasks and duties; of a log its entries."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from kshc_cli.editor.texts import Span, Texts, value_at
from kshc_cli.findings import Path
from kshc_cli.messages import _, on_one_line
from kshc_cli.source.places import spot_of
from kshc_cli.source.yaml.text import YamlText
from kshc_cli.source.yaml.tree import Data

_NAMED = 80
"""Characters of a name in an outline."""


class SymbolKind(Enum):
    """What stands in an outline."""

    PART = auto()
    TASK = auto()
    BODY = auto()


class Symbol(NamedTuple):
    """A part of a file: what it is called, its characters, and the parts in it."""

    name: str
    detail: str
    kind: SymbolKind
    span: Span
    children: tuple["Symbol", ...] = ()


def symbols(texts: Texts, *, of_log: bool) -> tuple[Symbol, ...]:
    """Return the outline of the plan, or of its log; nothing of what cannot be read."""
    yaml = texts.yaml(of_log=of_log)
    if yaml.marks is None or not isinstance(yaml.data, dict):
        return ()
    outline = _Outline(yaml)
    if of_log:
        return tuple(outline.rows("entries", (), "task", "what"))
    agencies = tuple(outline.rows("agencies", (), "name", "id", SymbolKind.BODY))
    bodies = outline.symbol(_("Agencies"), "", SymbolKind.PART, ("agencies",), agencies)
    return (*((bodies,) if agencies else ()), *outline.sections())


class _Outline:
    def __init__(self, yaml: YamlText) -> None:
        self._yaml = yaml

    def symbol(self, name: str, detail: str, kind: SymbolKind, path: Path, children: tuple[Symbol, ...] = ()) -> Symbol:
        """Return what stands at ``path``."""
        mark = spot_of(self._yaml.marks, path).mark if self._yaml.marks is not None else (0, 0, None)
        end = len(self._yaml.lines.text[: mark[1]].rstrip())
        return Symbol(_short(name) or "–", _short(detail), kind, Span(mark[0], max(mark[0], end)), children)

    def rows(
        self, key: str, path: Path, name: str, detail: str, kind: SymbolKind = SymbolKind.TASK
    ) -> Iterator[Symbol]:
        """Yield the records of the list that stands below ``key`` of what ``path`` leads to."""
        for place, record in self._records((*path, key)):
            yield self.symbol(_words(record.get(name)), _words(record.get(detail)), kind, (*path, key, place))

    def sections(self) -> Iterator[Symbol]:
        """Yield the sections of a plan."""
        path: Path = ("plan", "sections")
        for place, section in self._records(path):
            at: Path = (*path, place)
            yield self.symbol(_words(section.get("heading")), "", SymbolKind.PART, at, tuple(self._parts(at)))

    def _parts(self, path: Path) -> Iterator[Symbol]:
        for place, _paragraph in self._records((*path, "paragraphs")):
            yield from self.rows("duties", (*path, "paragraphs", place), "content", "id")
        yield from self.rows("items", path, "text", "id")
        for place, table in self._records((*path, "tables")):
            at: Path = (*path, "tables", place)
            groups = (
                self.symbol(
                    _words(group.get("heading")), "", SymbolKind.PART, (*at, "groups", number),
                    tuple(self.rows("tasks", (*at, "groups", number), "content", "id")),
                )
                for number, group in self._records((*at, "groups"))
            )  # fmt: skip
            inner = (*groups, *self.rows("tasks", at, "content", "id"))
            heading = _words(table.get("heading"))
            yield from (self.symbol(heading, "", SymbolKind.PART, at, inner),) if heading else inner

    def _records(self, path: Path) -> Iterator[tuple[int, dict[str, Data]]]:
        data = value_at(self._yaml.data, path)
        for place, record in enumerate(data if isinstance(data, list) else ()):
            if isinstance(record, dict):
                yield place, record


def _words(value: Data) -> str:
    if isinstance(value, dict):
        value = value.get("text")
    return value if isinstance(value, str) else ""


def _short(words: str) -> str:
    line = on_one_line(words)
    return line if len(line) <= _NAMED else line[: _NAMED - 1].rstrip() + "…"
