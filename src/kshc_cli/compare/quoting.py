"""Duties that quote the words of their paragraph: what they quote of the words that it says now."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from kshc_cli.compare.edited import NotTaken
from kshc_cli.compare.marks import exact_marks
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.lines import quotes
from kshc_cli.reading.folding import composed

_QUOTING: Final = ("content", "lead", "coop", "result", "time")


def with_quotes(
    values: Mapping[Path, str | None],
    data: Any,  # noqa: ANN401  plain data
) -> tuple[dict[Path, str | None], list[NotTaken]]:
    """Return new words of the plan ``data`` with those of the quotes in them; without those that leave one unclear."""
    found, not_taken = dict[Path, str | None](), list[NotTaken]()
    for path, words in values.items():
        own: dict[Path, str | None] = {path: words}
        for at, quote, text in _quotes_of(path, data):
            new = None if words is None else requoted(quote, text, composed(words))
            if new is None:
                reason = _("a duty quotes “{words}”, and it is not clear what it quotes now: change it in plan.yaml")
                not_taken.append(NotTaken(reason.format(words=" ".join(quote.split())), words or text))
                own = {}
                break
            if new != quote:
                own[at] = new
        found |= own
    return found, not_taken


def _quotes_of(path: Path, data: Any) -> Iterator[tuple[Path, str, str]]:  # noqa: ANN401  plain data
    """Yield the quotes of the words at a path, each with the way to it, and these words."""
    if len(path) < 3 or path[-1] != "text" or path[-3] not in {"paragraphs", "items"}:
        return
    record = data
    for step in path[:-1]:
        record = record[step]
    text = composed(record["text"])
    duties = record.get("duties") or ()
    quoting = [(path[:-1], record), *(((*path[:-1], "duties", n), duty) for n, duty in enumerate(duties))]
    for way, one in quoting:
        for name in _QUOTING:
            value = one.get(name)
            words = value.get("text") if isinstance(value, Mapping) else value
            if isinstance(words, str) and words and quotes(composed(words), text):
                yield (*way, name, *(("text",) if isinstance(value, Mapping) else ())), composed(words), text


def requoted(quote: str, old: str, new: str) -> str | None:
    """Return what words of an old text are in a new one; None where the change goes beyond where they begin or end."""
    if quotes(quote, new):
        return quote
    if old.count(quote) != 1:
        return None
    places: dict[int, int] = {-1: -1, len(old): len(new)}
    here = there = 0
    for mark in exact_marks(old, new):
        if mark.sign == "=":
            places |= {here + step: there + step for step in range(len(mark.words))}
        here += len(mark.words) if mark.sign != "+" else 0
        there += len(mark.words) if mark.sign != "-" else 0
    first = old.index(quote)
    last = first + len(quote)
    starts = {places[at] + by for at, by in ((first - 1, 1), (first, 0)) if at in places}
    ends = {places[at] + by for at, by in ((last - 1, 1), (last, 0)) if at in places}
    if len(starts) != 1 or len(ends) != 1:
        return None
    found = new[starts.pop() : ends.pop()].strip()
    return found if found and quotes(found, new) else None
