"""Renames the periods of a log's entries where they stand, and proves by reading again that nothing else changed."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from kshc_cli.findings import Repair
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.edit.chunks import end_of
from kshc_cli.source.edit.progress_text import LOG_LIMITS, LogText
from kshc_cli.source.yaml.edits import Edit, Edited
from kshc_cli.source.yaml.scalars import scalar
from kshc_cli.source.yaml.text import read_yaml
from kshc_cli.source.yaml.tree import Data, Mark

_RULE: Final = "older-period"
_FIELD: Final = "period"
_BEFORE: Final = lazy_pattern(r",\s*period\s*:\s*")
"""What stands before a period that is taken out of an entry in one line."""
_ANCHOR: Final = lazy_pattern(r"&[^\s,\[\]{}]+\s+")
"""What stands before a value that others repeat."""
_ALIAS: Final = lazy_pattern(rf"""["']?{_FIELD}["']?\s*:\s*(\*[^\s,\[\]{{}}]+)""")
"""A period that repeats another value: its mark is that one's."""


class Renamed(NamedTuple):
    """A log whose periods were renamed."""

    data: bytes
    repairs: tuple[Repair, ...]
    places: frozenset[int]
    """The entries that have other periods now."""


def with_periods(log: LogText, periods: Mapping[int, str | None]) -> Renamed | None:
    """Return a log with other periods in the entries at some places, None for none at all.

    Every other byte stays. An entry whose period others repeat (“&name”) keeps it where these would change, too. None
    where nothing can be done in the file as it is laid out.
    """
    match log.yaml.marks[2] if log.yaml.marks else None:
        case {"entries": (_, (_, _, [*entries]))}:
            whole = _renamed(log, entries, periods)
        case _:
            return None
    own = {place: one for place, one in periods.items() if not _is_repeated(log.yaml.lines.text, entries, place)}
    return whole or (_renamed(log, entries, own) if own else None)


def _is_repeated(text: str, entries: list[Mark], place: int) -> bool:
    """Tell whether others may repeat an entry or its period."""
    start, _end, parts = entries[place]
    value = parts[_FIELD][1][0] if isinstance(parts, dict) else start
    return any(text.startswith("&", one) for one in (start, value)) and not _alias(text, entries[place])


def _alias(text: str, entry: Mark) -> re.Match[str] | None:
    """Return the words by which an entry repeats another's period."""
    parts = entry[2]
    return _ALIAS.match(text, parts[_FIELD][0]) if isinstance(parts, dict) else None


def _renamed(log: LogText, entries: list[Mark], periods: Mapping[int, str | None]) -> Renamed | None:
    text = log.yaml.lines.text
    edits = sorted(set(_edits(text, entries, periods)), key=lambda one: one.start)
    after = Edited(text, edits).text.encode()
    mark = log.data[: len(log.data) - len(text.encode())]
    read = read_yaml(after, LOG_LIMITS).data
    if mark + text.encode() != log.data or _said_in(read, periods) != (periods, _said_in(log.yaml.data, periods)[1]):
        return None
    repairs = (Repair(_RULE, log.yaml.lines.place(one.start), _said(text, one), one.new) for one in edits)
    return Renamed(mark + after, tuple(repairs), frozenset(periods))


def _edits(text: str, entries: list[Mark], periods: Mapping[int, str | None]) -> Iterator[Edit]:
    for place, period in periods.items():
        start, _end, parts = entries[place]
        if isinstance(parts, dict):
            anchored = _ANCHOR.match(text, start)
            in_flow = text.startswith("{", anchored.end() if anchored else start)
            alias = _alias(text, entries[place])
            yield _edit(text, parts, period, in_flow=in_flow, alias=alias and alias.span(1))


def _edit(
    text: str,
    parts: Mapping[str, tuple[int, Mark]],
    period: str | None,
    *,
    in_flow: bool,
    alias: tuple[int, int] | None,
) -> Edit:
    key, value = parts[_FIELD]
    start, end = alias or (value[0], end_of(text, value))
    anchored = _ANCHOR.match(text, start)
    start = anchored.end() if anchored else start
    if period is not None:
        quote = text[start] if text[start] in "'\"" else ""
        return Edit(_RULE, start, end, f"{quote}{period}{quote}" if quote else scalar(period, flow=in_flow))
    before = max((end_of(text, one) for at, one in parts.values() if at < key), default=end)
    if in_flow and _BEFORE.fullmatch(text, before, start):
        return Edit(_RULE, before, end, "")
    return Edit(_RULE, start, end, "null")


def _said(text: str, edit: Edit) -> str:
    return _BEFORE.sub("", text[edit.start : edit.end])


def _said_in(data: Data, places: Mapping[int, str | None]) -> tuple[Mapping[int, Data], Data]:
    """Return the periods of the entries at some places, and all that stands in a log beside them."""
    entries = data["entries"] if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(entries, list):
        return {}, data
    periods = {place: one.get(_FIELD) for place in places if isinstance(one := entries[place], dict)}
    return periods, {**data, "entries": [_without(one) if n in places else one for n, one in enumerate(entries)]}


def _without(entry: Data) -> Data:
    return {name: value for name, value in entry.items() if name != _FIELD} if isinstance(entry, dict) else entry
