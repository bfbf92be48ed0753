"""A group behind whose name its members are listed: it means these alone. UBND các xã, phường: Phường 1, Phường 2."""

from collections.abc import Mapping, Sequence

from kshc_cli.reading.agencies.cell import BodySpan, Sense

Members = Mapping[str, frozenset[str]]
"""The bodies that a group stands for, by the group's id."""


def narrowed(text: str, spans: Sequence[BodySpan], members: Members) -> tuple[BodySpan, ...]:
    """Return the spans of a cell without the names of groups whose members stand behind a colon or in brackets.

    Nothing but members may stand there, up to the end of the brackets or of the line.
    """
    named = {place for place, span in enumerate(spans) if span.agency in members and span.sense is Sense.NAME}
    gone = {place for place in named if _lists(text, spans, place, members[spans[place].agency])}
    return tuple(span for place, span in enumerate(spans) if place not in gone)


def _lists(text: str, spans: Sequence[BodySpan], place: int, members: frozenset[str]) -> bool:
    """Tell whether behind a group's name nothing but some of its members stand, in brackets or behind a colon."""
    group, rest = spans[place], spans[place + 1 :]
    opening = text[group.end : rest[0].start].strip() if rest else ""
    if opening not in {":", "("}:
        return False
    listed = 0
    before = group
    for span in rest:
        between = text[before.end : span.start]
        if listed and any(mark in between for mark in (")" if opening == "(" else ";\n")):
            break
        if span.sense is not Sense.NAME or span.agency not in members:
            return False
        listed += 1
        before = span
    return listed > 0
