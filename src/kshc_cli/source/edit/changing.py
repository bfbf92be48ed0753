"""Changes values and lists in the text of a YAML file, and leaves every other character as it is."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, Final

from kshc_cli.compare.edited import Item, Kept, New
from kshc_cli.compare.order import kept_in_order
from kshc_cli.findings import Path
from kshc_cli.source.edit.chunks import Chunk, chunks_of, end_of, shifted
from kshc_cli.source.edit.plan_yaml import entry_lines, item_lines, scalar_lines
from kshc_cli.source.yaml.edits import Edit, Edited
from kshc_cli.source.yaml.scalars import in_line, scalar
from kshc_cli.source.yaml.text import YamlText, read_yaml
from kshc_cli.source.yaml.tree import Data, Mark

_RULE: Final = "edit"
_BLOCK: Final = re.compile(r"[|>][-+0-9]*")
_COMMENT: Final = re.compile(r"(?:^|\s)#")
_ORDER: Final = (
    "id",
    "number",
    "symbol",
    "date",
    "content",
    "text",
    "lead",
    "coop",
    "result",
    "time",
    "others",
    "heading",
    "columns",
    "paragraphs",
    "items",
    "tables",
)
"""Keys in the order in which they stand; one that is added stands behind those before it."""


class CannotPlaceError(ValueError):
    """Text in which a change cannot be made without touching something else."""


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


def _read(text: str) -> tuple[YamlText, Mark]:
    read = read_yaml(text.encode())
    if read.marks is None:
        raise CannotPlaceError
    return read, read.marks


def _mark(marks: Mark, path: Path) -> Mark | None:
    mark = marks
    for step in path:
        parts = mark[2]
        if isinstance(parts, dict) and isinstance(step, str) and step in parts:
            mark = parts[step][1]
        elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
            mark = parts[step]
        else:
            return None
    return mark


def _with_values(text: str, values: Mapping[Path, str | None]) -> str:
    _read_text, marks = _read(text)
    absent: dict[Path, dict[str, Data]] = {}
    edits = list[Edit]()
    for path, words in values.items():
        if words is not None and _mark(marks, path[:-1]) is None:
            absent.setdefault(path[:-1], {})[str(path[-1])] = words
        else:
            edits += _value_edits(text, marks, path, words)
    edits += (_inserted(text, marks, path, new) for path, new in absent.items())
    edits.sort(key=lambda one: one.start)
    if any(one.end > other.start for one, other in pairwise(edits)):
        raise CannotPlaceError
    return Edited(text, edits).text


def _value_edits(text: str, marks: Mark, path: Path, words: str | None) -> Iterator[Edit]:
    mark = _mark(marks, path)
    if words is None and path[-1] == "text":
        path, mark = path[:-1], _mark(marks, path[:-1])
    if mark is not None:
        in_flow = any(_is_flow(text, one) for n in range(len(path)) if (one := _mark(marks, path[:n])) is not None)
        yield _replaced(text, mark, words, in_flow=in_flow)
    elif words is not None:
        yield _inserted(text, marks, path, words)


def _is_flow(text: str, mark: Mark) -> bool:
    return mark[2] is not None and text[mark[0] : mark[0] + 1] in {"[", "{"}


def _replaced(text: str, mark: Mark, words: str | None, *, in_flow: bool) -> Edit:
    """Return the edit that writes words in place of a value, quoted as that was."""
    start, end = mark[0], end_of(text, mark)
    space = "" if start == 0 or text[start - 1] in " \n" else " "
    if words is None or in_flow:
        if words is not None and text[start : start + 1] == '"':
            return Edit(_RULE, start, end, space + in_quotes(words))
        return Edit(_RULE, start, end, space + ("null" if words is None else scalar(words, flow=True)))
    is_commented = bool(text[end:].partition("\n")[0].strip())
    old = text[start:end]
    if mark[2] is None and old[:1] in {"|", ">"} and (block := _block(text, start, end, words)):
        return Edit(_RULE, start, end, block)
    if old[:1] in {'"', "'"} and "\n" not in words and not (old[:1] == "'" and not _is_plain_quotable(words)):
        quoted = in_quotes(words) if old[:1] == '"' else "'{}'".format(words.replace("'", "''"))
        return Edit(_RULE, start, end, space + quoted)
    if is_commented:
        return Edit(_RULE, start, end, space + scalar(words))
    line = text.rfind("\n", 0, start) + 1
    head = text[line:start].rstrip()
    first, *more = scalar_lines(head, words, _indent(text[line:start]) + 2)
    return Edit(_RULE, start, end, _broken(text, [space + first[len(head) + 1 :], *more]))


def in_quotes(words: str) -> str:
    """Return words in double quotes."""
    from json import dumps

    plain = scalar(words)
    return plain if plain[:1] == '"' else dumps(words, ensure_ascii=False)


def _is_plain_quotable(words: str) -> bool:
    return words.isprintable()


def _indent(head: str) -> int:
    """Return how deep the key stands that a line begins with, behind the dashes of lists."""
    return len(head) - len(head.lstrip(" -")) if head.strip(" -") else len(head.rstrip()) - 1


def _block(text: str, start: int, end: int, words: str) -> str:
    """Return words as a block scalar like the one that stood there; nothing where they cannot be one."""
    head, _break, body = text[start:end].partition("\n")
    found = _BLOCK.match(head)
    first = next((line for line in body.split("\n") if line.strip()), "")
    pad = len(first) - len(first.lstrip(" "))
    sign = ">" if head[0] == ">" and "\n" not in words else "|"
    lines = [*scalar_lines("x:", words, pad)]
    if found is None or not pad or any(sign in found[0] for sign in "123456789"):
        return ""
    if len(lines) == 1 or (sign == "|" and "\n" not in words):
        if words.strip() != words or not words.isprintable():
            return ""
        lines = ["", " " * pad + words]
    return _broken(text, [f"{sign}-{head[found.end() :].rstrip()}", *lines[1:]])


def _broken(text: str, lines: Sequence[str]) -> str:
    return ("\r\n" if "\r\n" in text else "\n").join(lines)


def _inserted(text: str, marks: Mark, path: Path, value: Data) -> Edit:
    """Return the edit that adds a key to a mapping, behind the keys that stand before it."""
    *parents, key = path
    mark = _mark(marks, tuple(parents))
    if mark is None:
        return _inserted(text, marks, tuple(parents), {str(key): value})
    parts = mark[2]
    if not isinstance(parts, dict) or not parts:
        if isinstance(value, str | dict) and text[mark[0] : end_of(text, mark)] in {"{}", "", "null", "~"}:
            space = "" if text[mark[0] - 1 : mark[0]] in {" ", ""} else " "
            return Edit(_RULE, mark[0], end_of(text, mark), space + in_line({str(key): value}))
        raise CannotPlaceError
    before = _ORDER[: _ORDER.index(str(key))] if key in _ORDER else tuple(parts)
    if key == "preamble":
        before = tuple(one for one in parts if one != "sections")
    known = [one for one in parts if one in before] or [next(iter(parts))]
    last = max(known, key=lambda one: parts[one][0])
    end = end_of(text, parts[last][1]) or parts[last][0]
    if _is_flow(text, mark):
        return Edit(_RULE, end, end, f", {scalar(str(key), flow=True)}: {in_line(value)}")
    at = _line_end(text, max(end, parts[last][0]))
    first = min(start for start, _part in parts.values())
    indent = first - text.rfind("\n", 0, first) - 1
    lines = entry_lines(str(key), value, indent)
    return Edit(_RULE, at, at, _broken(text, ["", *lines]))


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


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
    _read_text, marks = _read(text)
    found: dict[Path, Chunk] = {}
    for path in {one[:-1] for one in wanted}:
        mark = _mark(marks, path)
        if mark is None or _is_flow(text, mark):
            raise CannotPlaceError
        found |= {(*path, n): chunk for n, chunk in enumerate(chunks_of(text, mark))}
    return found


def _with_list(text: str, path: Path, items: Sequence[Item], moved: Mapping[Path, Chunk]) -> str:
    _read_text, marks = _read(text)
    mark = _mark(marks, path)
    if mark is None or not (isinstance(mark[2], list) and mark[2]):
        if not all(isinstance(item, New) and not item.tasks for item in items):
            raise CannotPlaceError
        words: list[Data] = [item.data for item in items if isinstance(item, New)]
        if mark is None:
            return Edited(text, [_inserted(text, marks, path, words)]).text
        if text[mark[0] : mark[1]] != "[]":
            raise CannotPlaceError
        return Edited(text, [Edit(_RULE, mark[0], mark[1], in_line(words))]).text
    if _is_flow(text, mark):
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
        return Edit(_RULE, at, _line_end(text, end - 1), " []")
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
    return body if body.endswith("\n") else body + _broken(text, ["", ""])


def _new_text(text: str, item: New, indent: int, moved: Mapping[Path, Chunk], *, in_one: bool = False) -> str:
    """Return the lines of a new item; of a new group with its rows, those that stood elsewhere as they are."""
    lines = list(item_lines(item.data, indent, compact=in_one))
    if not item.tasks:
        return _broken(text, [*lines, ""])
    lines += (f"{' ' * indent}  tasks:", "")
    rows = (
        moved[one.path].at(indent + 4) if isinstance(one, Kept) else _new_text(text, one, indent + 4, moved)
        for one in item.tasks
    )
    return _broken(text, lines) + _broken(text, ["", ""]).join(_ended(text, row) for row in rows)
