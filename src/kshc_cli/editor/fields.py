"""What may stand where in a plan or log, by its JSON Schema: keys and values, each with what it is called."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from kshc_cli.editor.texts import value_at
from kshc_cli.findings import Path
from kshc_cli.source.yaml.tree import Data

Node = Mapping[str, Any]
"""A schema, or a part of one."""


class Known(NamedTuple):
    """A key or value that may stand somewhere, what it is called and what it means."""

    name: str
    title: str = ""
    explanation: str = ""
    holds: str = ""
    """``object`` or ``array`` where what stands behind a key begins on the next line."""


class Fields:
    """The fields of a kind of files."""

    def __init__(self, schema: bytes) -> None:
        self._schema = schema

    @cached_property
    def _root(self) -> Node:
        import json

        root: Node = json.loads(self._schema)
        return root

    def keys(self, data: Data, path: Path) -> tuple[Known, ...]:
        """Return the keys that the mapping at ``path`` of the data may have; none where no mapping may stand."""
        found: dict[str, Known] = {}
        for node in self._at(data, path):
            for name, field in node.get("properties", {}).items():
                found.setdefault(name, self._known(name, field))
        return tuple(found.values())

    def about(self, data: Data, path: Path) -> Known | None:
        """Return what the schema says of the key that ends ``path``."""
        *above, name = path
        return next((known for known in self.keys(data, tuple(above)) if known.name == name), None)

    def values(self, data: Data, path: Path) -> tuple[Known, ...]:
        """Return the words of which one may stand at ``path``; none where any words may."""
        found: dict[str, Known] = {}
        for node in self._at(data, path):
            names = [node["const"]] if "const" in node else node.get("enum", ())
            told = node.get("description", "")
            if node.get("type") == "boolean":
                names = ("true", "false")
            found |= {str(name): Known(str(name), explanation=told) for name in names if isinstance(name, str)}
        return tuple(found.values())

    def _known(self, name: str, field: Node) -> Known:
        kinds = {node.get("type") for node in self._alternatives(field) if isinstance(node.get("type"), str)}
        holds = next(iter(kinds), "") if len(kinds) == 1 and kinds <= {"object", "array"} else ""
        return Known(name, field.get("title", ""), field.get("description", ""), holds or "")

    def _at(self, data: Data, path: Path) -> Sequence[Node]:
        """Return all that may stand at ``path``; of records of several kinds those that are of the data's kind."""
        nodes = list(self._of_kind(self._alternatives(self._root), data))
        for step in path:
            data = value_at(data, (step,))
            inner = [part for node in nodes for part in _parts(node, step)]
            nodes = [one for part in inner for one in self._of_kind(self._alternatives(part), data)]
        return nodes

    def _alternatives(self, node: Node) -> Iterator[Node]:
        """Yield what a schema says itself, then each schema that it names or is one of."""
        if node.keys() - {"$ref"}:
            yield node
        if "$ref" in node:
            yield from self._alternatives(self._root["definitions"][node["$ref"].rpartition("/")[2]])
        for one in (one for key in ("allOf", "anyOf", "oneOf") for one in node.get(key, ())):
            yield from self._alternatives(one)

    @staticmethod
    def _of_kind(nodes: Iterator[Node], data: Data) -> Iterator[Node]:
        kind = data.get("kind") if isinstance(data, dict) else None
        for node in nodes:
            own = node.get("properties", {}).get("kind", {}).get("const")
            if own is None or not isinstance(kind, str) or own == kind:
                yield node


def _parts(node: Node, step: str | int) -> Iterator[Node]:
    if isinstance(step, int):
        if "items" in node:
            yield node["items"]
    elif step in node.get("properties", {}):
        yield node["properties"][step]
    elif isinstance(node.get("additionalProperties"), dict):
        yield node["additionalProperties"]
