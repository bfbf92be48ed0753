"""Renames the periods of a log's entries where they stand, and proves by reading again that nothing else changed."""

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


class Renamed(NamedTuple):
    """A log whose periods were renamed."""

    data: bytes
    repairs: tuple[Repair, ...]


def with_periods(log: LogText, periods: Mapping[int, str | None]) -> Renamed | None:
    """Return a log with other periods in the entries at some places, None for none at all.

    Every other byte stays. None where that cannot be done in the file as it is laid out.
    """
    text, marks = log.yaml.lines.text, log.yaml.marks
    match marks[2] if marks else None:
        case {"entries": (_, (_, _, [*entries]))}:
            edits = sorted(_edits(text, entries, periods), key=lambda one: one.start)
        case _:
            return None
    after = Edited(text, edits).text.encode()
    mark = log.data[: len(log.data) - len(text.encode())]
    read = read_yaml(after, LOG_LIMITS).data
    if mark + text.encode() != log.data or _said_in(read, periods) != (periods, _said_in(log.yaml.data, periods)[1]):
        return None
    repairs = (Repair(_RULE, log.yaml.lines.place(one.start), _said(text, one), one.new) for one in edits)
    return Renamed(mark + after, tuple(repairs))


def _edits(text: str, entries: list[Mark], periods: Mapping[int, str | None]) -> Iterator[Edit]:
    for place, period in periods.items():
        start, _end, parts = entries[place]
        if isinstance(parts, dict):
            yield _edit(text, parts, period, in_flow=text[start : start + 1] == "{")


def _edit(text: str, parts: Mapping[str, tuple[int, Mark]], period: str | None, *, in_flow: bool) -> Edit:
    key, value = parts[_FIELD]
    start, end = value[0], end_of(text, value)
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
