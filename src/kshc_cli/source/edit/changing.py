"""Changes values and lists in the text of a YAML file, and leaves every other character as it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from kshc_cli.compare.edited import Item, Kept, New
from kshc_cli.compare.order import kept_in_order
from kshc_cli.findings import Path
from kshc_cli.source.edit.chunks import Chunk, chunks_of, shifted
from kshc_cli.source.edit.marks import CannotPlaceError, broken, is_flow, line_end, mark_at, read_text
from kshc_cli.source.edit.plan_yaml import item_lines
from kshc_cli.source.edit.value_edits import inserted, value_edits
from kshc_cli.source.yaml.edits import Edit, Edited
from kshc_cli.source.yaml.scalars import in_line
from kshc_cli.source.yaml.tree import Data, Mark

_RULE: Final = "edit"
_COMMENT: Final = re.compile(r"(?:^|\s)#")


def changed(text: str, values: Mapping[Path, str | None], lists: Mapping[Path, Sequence[Item]]) -> str:
    """Return a YAML text with new values and lists. Raises CannotPlaceError."""
    text = _with_values(text, values)
    moved = _chunks(text, lists)
    for path in sorted(lists, key=len, reverse=True):
        text = _with_list(text, path, lists[path], moved)
    return text


def changed_data(data: Any, values: Mapping[Path, str | None], lists: Mapping[Path, Sequence[Item]]) -> Any:  # noqa: ANN401  plain data
    """Return what is read of the text that ``changed`` makes of one that holds ``data``."""
    from copy import deepcopy  # noqa: PLC0415  a plan is rarely changed

    new = deepcopy(data)
    for path, words in values.items():
        parent = new
        for step in path[:-1]:
            parent = parent.setdefault(step, {}) if isinstance(parent, dict) else parent[step]
        if words is not None or (isinstance(parent, dict) and path[-1] in parent):
            parent[path[-1]] = words
        if words is None and path[-1] == "text":
            _at(new, path[:-2])[path[-2]] = None
    nodes = {
        item.path: _at(new, item.path) for items in lists.values() for item in _all(items) if isinstance(item, Kept)
    }
    for path in sorted(lists, key=len, reverse=True):
        _at(new, path[:-1])[path[-1]] = [_node(item, nodes) for item in lists[path]]
    return new


def _node(item: Item, nodes: Mapping[Path, Any]) -> Any:  # noqa: ANN401  plain data
    if isinstance(item, Kept):
        return nodes[item.path]
    data = _as_read(item.data)
    return {**data, "tasks": [_node(one, nodes) for one in item.tasks]} if item.tasks else data


def _as_read(value: Any) -> Any:  # noqa: ANN401  plain data
    """Return a value as it is read: numbers are words."""
    if isinstance(value, dict):
        return {key: _as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_as_read(one) for one in value]
    return value if value is None or isinstance(value, bool) else str(value)


def _all(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        yield item
        yield from item.tasks if isinstance(item, New) else ()


def _at(data: Any, path: Path) -> Any:  # noqa: ANN401  plain data
    for step in path:
        data = data[step]
    return data


def _with_values(text: str, values: Mapping[Path, str | None]) -> str:
    _read_text, marks = read_text(text)
    absent: dict[Path, dict[str, Data]] = {}
    edits = list[Edit]()
    for path, words in values.items():
        if words is not None and mark_at(marks, path[:-1]) is None:
            absent.setdefault(path[:-1], {})[str(path[-1])] = words
        else:
            edits += value_edits(text, marks, path, words)
    edits += (inserted(text, marks, path, new) for path, new in absent.items())
    edits.sort(key=lambda one: one.start)
    if any(one.end > other.start for one, other in pairwise(edits)):
        raise CannotPlaceError
    return Edited(text, edits).text


def _chunks(text: str, lists: Mapping[Path, Sequence[Item]]) -> dict[Path, Chunk]:
    """Return the text of items that leave their lists."""
    wanted = {
        one.path: path
        for path, items in lists.items()
        for item in items
        for one in (item, *(item.tasks if isinstance(item, New) else ()))
        if isinstance(one, Kept) and (one.path[:-1] != path or one is not item)
    }
    if not wanted:
        return {}
    _read_text, marks = read_text(text)
    found: dict[Path, Chunk] = {}
    for path in {one[:-1] for one in wanted}:
        mark = mark_at(marks, path)
        if mark is None or is_flow(text, mark):
            raise CannotPlaceError
        found |= {(*path, n): chunk for n, chunk in enumerate(chunks_of(text, mark))}
    return found


def _with_list(text: str, path: Path, items: Sequence[Item], moved: Mapping[Path, Chunk]) -> str:
    _read_text, marks = read_text(text)
    mark = mark_at(marks, path)
    if mark is None or not (isinstance(mark[2], list) and mark[2]):
        if not all(isinstance(item, New) and not item.tasks for item in items):
            raise CannotPlaceError
        words: list[Data] = [item.data for item in items if isinstance(item, New)]
        if mark is None:
            return Edited(text, [inserted(text, marks, path, words)]).text
        if text[mark[0] : mark[1]] != "[]":
            raise CannotPlaceError
        return Edited(text, [Edit(_RULE, mark[0], mark[1], in_line(words))]).text
    if is_flow(text, mark):
        return Edited(text, [_flow_list(text, mark, path, items)]).text
    return Edited(text, [_block_list(text, mark, path, items, moved)]).text


def _flow_list(text: str, mark: Mark, path: Path, items: Sequence[Item]) -> Edit:
    parts = mark[2]
    start, end = mark[0], mark[1]
    if not isinstance(parts, list) or _COMMENT.search(text, start, end):
        raise CannotPlaceError
    pieces = []
    for item in items:
        if isinstance(item, Kept):
            if item.path[:-1] != path:
                raise CannotPlaceError
            one = parts[int(item.path[-1])]
            pieces.append(text[one[0] : one[1]])
        else:
            pieces.append(in_line(_data(item)))
    return Edit(_RULE, start, end, f"[{', '.join(pieces)}]")


def _data(item: New) -> Data:
    if item.tasks:
        raise CannotPlaceError
    data: Data = item.data
    return data


def _block_list(text: str, mark: Mark, path: Path, items: Sequence[Item], moved: Mapping[Path, Chunk]) -> Edit:
    own = chunks_of(text, mark)
    start = own[0].start
    end = own[-1].start + len(own[-1].text)
    if not items:
        at = len(text[:start].rstrip())
        return Edit(_RULE, at, line_end(text, end - 1), " []")
    gaps = [chunk.gap for chunk in own[1:]]
    is_apart = 2 * sum(gap.startswith(("\n", "\r\n")) for gap in gaps) > len(gaps)
    apart = ("\r\n" if "\r\n" in text else "\n") if is_apart else ""
    numbers = [int(item.path[-1]) for item in items if isinstance(item, Kept) and item.path[:-1] == path]
    staying = {numbers[index] for index in kept_in_order(numbers)}
    gone = [n for n in range(len(own)) if n not in numbers and (*path, n) not in moved]
    pieces: list[str] = []
    for item in items:
        number = int(item.path[-1]) if isinstance(item, Kept) and item.path[:-1] == path else None
        if number is not None and number in staying:
            while gone and gone[0] < number:
                pieces.append(own[gone.pop(0)].remarks)
        gap, body = (
            _piece(text, item, own, apart, moved) if number is None else (apart + own[number].remarks, own[number].text)
        )
        if number is not None and number in staying and number:
            gap = own[number].gap
        pieces += (gap if pieces else gap.lstrip("\r\n"), _ended(text, body))
    made = "".join((*pieces, *(own[n].remarks for n in gone)))
    return Edit(_RULE, start, end, made if own[-1].text.endswith("\n") else made.rstrip("\r\n"))


def _piece(text: str, item: Item, own: Sequence[Chunk], apart: str, moved: Mapping[Path, Chunk]) -> tuple[str, str]:
    """Return what stands before an item that comes from elsewhere or is new, and its lines; in one where others are."""
    indent = own[0].indent
    if isinstance(item, Kept):
        chunk = moved[item.path]
        return apart + shifted(chunk.remarks, indent - chunk.indent), chunk.at(indent)
    in_one = all(one.text.lstrip(" -").startswith("{") for one in own)
    return apart, _new_text(text, item, indent, moved, in_one=in_one)


def _ended(text: str, body: str) -> str:
    return body if body.endswith("\n") else body + broken(text, ["", ""])


def _new_text(text: str, item: New, indent: int, moved: Mapping[Path, Chunk], *, in_one: bool = False) -> str:
    """Return the lines of a new item; of a new group with its rows, those that stood elsewhere as they are."""
    lines = list(item_lines(item.data, indent, compact=in_one))
    if not item.tasks:
        return broken(text, [*lines, ""])
    lines += (f"{' ' * indent}  tasks:", "")
    rows = (
        moved[one.path].at(indent + 4) if isinstance(one, Kept) else _new_text(text, one, indent + 4, moved)
        for one in item.tasks
    )
    return broken(text, lines) + broken(text, ["", ""]).join(_ended(text, row) for row in rows)
