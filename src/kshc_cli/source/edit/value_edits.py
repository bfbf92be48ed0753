"""The edits of a YAML text that write words in place of others, quoted as those were, or add a key."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.findings import Path
from kshc_cli.source.edit.chunks import end_of
from kshc_cli.source.edit.marks import CannotPlaceError, broken, is_flow, line_end, mark_at
from kshc_cli.source.edit.plan_yaml import entry_lines, scalar_lines
from kshc_cli.source.yaml.edits import Edit
from kshc_cli.source.yaml.scalars import in_line, scalar
from kshc_cli.source.yaml.tree import Data, Mark

_RULE: Final = "edit"
_BLOCK: Final = re.compile(r"[|>][-+0-9]*")
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


def value_edits(text: str, marks: Mark, path: Path, words: str | None) -> Iterator[Edit]:
    """Yield the edit that writes words in place of a value, or adds them; None for none."""
    mark = mark_at(marks, path)
    if words is None and path[-1] == "text":
        path, mark = path[:-1], mark_at(marks, path[:-1])
    if mark is not None:
        in_flow = any(is_flow(text, one) for n in range(len(path)) if (one := mark_at(marks, path[:n])) is not None)
        yield _replaced(text, mark, words, in_flow=in_flow)
    elif words is not None:
        yield inserted(text, marks, path, words)


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
    return Edit(_RULE, start, end, broken(text, [space + first[len(head) + 1 :], *more]))


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
    return broken(text, [f"{sign}-{head[found.end() :].rstrip()}", *lines[1:]])


def inserted(text: str, marks: Mark, path: Path, value: Data) -> Edit:
    """Return the edit that adds a key to a mapping, behind the keys that stand before it."""
    *parents, key = path
    mark = mark_at(marks, tuple(parents))
    if mark is None:
        return inserted(text, marks, tuple(parents), {str(key): value})
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
    if is_flow(text, mark):
        return Edit(_RULE, end, end, f", {scalar(str(key), flow=True)}: {in_line(value)}")
    at = line_end(text, max(end, parts[last][0]))
    first = min(start for start, _part in parts.values())
    indent = first - text.rfind("\n", 0, first) - 1
    lines = entry_lines(str(key), value, indent)
    return Edit(_RULE, at, at, broken(text, ["", *lines]))
