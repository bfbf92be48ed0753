"""Words of an earlier plan in place of equal ones that were read: with their line breaks and their meanings."""

from collections import deque
from collections.abc import Sequence
from typing import TypeVar

from kshc_cli.compare.printed import as_read, text_of
from kshc_cli.plan.record import WordsRecord

Item = TypeVar("Item", bound=str | WordsRecord)
"""Words, or words with what they mean."""


def kept(new: Item | None, old: Item | None) -> Item | None:
    """Return ``old`` if it prints the words of ``new``, else ``new``."""
    return old if as_read(text_of(old)) == text_of(new) else new


def kept_words(new: str, old: str) -> str:
    """Return ``old`` if it prints the words of ``new``, else ``new``."""
    return old if as_read(old) == new else new


def kept_lines(new: Sequence[Item], old: Sequence[Item]) -> tuple[Item, ...]:
    """Return ``old`` if it prints the lines of ``new``; else ``new`` with those items of ``old`` that print some of it.

    An item of several lines is printed as as many paragraphs, and these are read as items of their own.
    """
    printed = [as_read(text_of(item)) for item in old]
    if "\n".join(filter(None, printed)) == "\n".join(map(text_of, new)):
        return tuple(old)
    waiting: dict[str, deque[tuple[str, Item]]] = {}
    for words, item in zip(printed, old, strict=True):
        waiting.setdefault(words.partition("\n")[0], deque()).append((words, item))
    return tuple(_matched([text_of(item) for item in new], new, waiting))


def _matched(words: Sequence[str], new: Sequence[Item], waiting: dict[str, deque[tuple[str, Item]]]) -> list[Item]:
    found: list[Item] = []
    place = 0
    while place < len(new):
        candidates = waiting.get(words[place].partition("\n")[0])
        length = _length(words, place, candidates[0][0]) if candidates else 0
        if candidates and length:
            found.append(candidates.popleft()[1])
        else:
            found.append(new[place])
        place += length or 1
    return found


def _length(words: Sequence[str], place: int, wanted: str) -> int:
    """Return how many items from ``place`` on say together what is wanted; 0 where they do not."""
    said = ""
    for end in range(place, len(words)):
        said = f"{said}\n{words[end]}" if said else words[end]
        if said == wanted:
            return end + 1 - place
        if not wanted.startswith(f"{said}\n"):
            break
    return 0
