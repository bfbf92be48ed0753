"""What may be typed next: keys with what they are called, ids, values, and the names of the registry's bodies."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from kshc_cli.editor.fields import Fields, Known
from kshc_cli.editor.names import IdKind, declared, id_kind
from kshc_cli.editor.texts import Span, Texts, encoded, value_at
from kshc_cli.findings import Path
from kshc_cli.messages import on_one_line
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml.scalars import scalar
from kshc_cli.source.yaml.text import YamlText, read_yaml
from kshc_cli.source.yaml.tree import Data

_HERE: Final = "kshc-types-here"
"""What stands in place of what is being typed, so that the text can be read."""
_LINE: Final = lazy_pattern(r"[ ]*(?:- +)*(?P<key>[A-Za-z_]*)")
"""A line on which a key is being typed, and nothing else yet."""
_TOKEN: Final = lazy_pattern(r"[^\s,;:\[\]{}\"'#]*\Z")
_REST: Final = lazy_pattern(r"\A[^\s,;:\[\]{}\"'#]*")
_BODY: Final = lazy_pattern(r"[^,;:\[\]{}\"'#\n]*\Z")
"""What is typed of a body's name: it has several words."""


class Choice(NamedTuple):
    """Something that may stand in place of the characters of ``span``."""

    label: str
    new: str
    span: Span
    detail: str = ""
    explanation: str = ""
    is_key: bool = False


class _Typed(NamedTuple):
    """Where somebody is typing, in a text that was made readable."""

    yaml: YamlText
    path: Path
    is_key: bool


def completions(texts: Texts, fields: Fields, offset: int, *, of_log: bool) -> list[Choice]:
    """Return what may be typed at an offset, also where the text cannot be read as it is."""
    text = (texts.log or "") if of_log else texts.plan
    before = text[text.rfind("\n", 0, offset) + 1 : offset]
    for typed in _typed(text, offset, before):
        found = list(_choices(texts, fields, typed, before, offset, of_log=of_log))
        if found:
            return found
    return []


def _choices(
    texts: Texts, fields: Fields, typed: _Typed, before: str, offset: int, *, of_log: bool
) -> Iterator[Choice]:
    """Yield what may stand where somebody is typing."""
    span = _begun(before, _TOKEN, offset)
    if typed.is_key:
        yield from _keys(fields, typed, span)
        return
    known = [*_ids(texts, typed, of_log=of_log), *fields.values(typed.yaml.data, typed.path)]
    yield from (Choice(one.name, scalar(one.name, flow=True), span, one.title, one.explanation) for one in known)
    if not known and not of_log:
        yield from _bodies(typed, _begun(before, _BODY, offset))


def _typed(text: str, offset: int, before: str) -> Iterator[_Typed]:
    """Yield where somebody may be typing: behind a key, in a list, or at a key, first of all on a line of its own.

    The rest of the line is left out where a key is being typed.
    """
    begin = offset - len(_match(_TOKEN, before))
    end = offset + len(_match(_REST, text[offset:]))
    line_end = text.find("\n", offset)
    rest = text[line_end:] if line_end >= 0 else ""
    tries = [text[:begin] + _HERE + text[end:]]
    if _LINE.fullmatch(before):
        tries = [text[:begin] + f"{_HERE}: x" + rest, text[:begin] + _HERE + rest]
    elif not before[-1:].isalnum():
        tries.append(text[:offset] + f" {_HERE}" + text[end:])
    for each in tries:
        yaml = read_yaml(encoded(each))
        if yaml.marks is not None and (found := _found(yaml.data, ())) is not None:
            yield _Typed(yaml, *found)


def _found(data: Data, path: Path) -> tuple[Path, bool] | None:
    """Return the way to what is being typed, and whether it is a key."""
    if isinstance(data, str):
        return (path, False) if _HERE in data else None
    if isinstance(data, dict) and any(_HERE in key for key in data):
        return path, True
    parts: Iterable[tuple[str | int, Data]] = ()
    if isinstance(data, dict | list):
        parts = data.items() if isinstance(data, dict) else enumerate(data)
    return next(filter(None, (_found(value, (*path, step)) for step, value in parts)), None)


def _match(pattern: re.Pattern[str], before: str) -> str:
    found = pattern.search(before)
    return found[0] if found else ""


def _begun(before: str, pattern: re.Pattern[str], offset: int) -> Span:
    return Span(offset - len(_match(pattern, before).lstrip()), offset)


def _keys(fields: Fields, typed: _Typed, span: Span) -> Iterator[Choice]:
    """Yield the keys that the mapping does not have yet."""
    data = value_at(typed.yaml.data, typed.path)
    there = data if isinstance(data, dict) else {}
    for known in fields.keys(typed.yaml.data, typed.path):
        if known.name not in there:
            end = ":" if known.holds else ": "
            yield Choice(known.name, known.name + end, span, known.title, known.explanation, is_key=True)


def _ids(texts: Texts, typed: _Typed, *, of_log: bool) -> Iterator[Known]:
    """Yield the ids that may stand where somebody is typing, each with what it names."""
    kind = id_kind(typed.path, of_log=of_log)
    if kind is None or kind[1]:
        return
    in_log = kind[0] is IdKind.ENTRY
    data = typed.yaml.data if in_log is of_log else texts.yaml(of_log=in_log).data
    for name, record in declared(data, kind[0], of_log=in_log):
        words = next(filter(None, (_words(record.get(key)) for key in ("name", "content", "text", "date"))), "")
        yield Known(name, on_one_line(words))


def _bodies(typed: _Typed, span: Span) -> Iterator[Choice]:
    """Yield the names of the registry in a cell that says who does a task."""
    match typed.path:
        case (*_, "lead" | "coop") | (*_, "lead" | "coop", "text"):
            for name, record in declared(typed.yaml.data, IdKind.BODY, of_log=False):
                if words := _words(record.get("name")):
                    yield Choice(words, words, span, name)
        case _:
            return


def _words(value: Data) -> str:
    return value if isinstance(value, str) else ""
