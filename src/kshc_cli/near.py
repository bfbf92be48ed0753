"""Words near to what was typed: what kshc asks back where it knows no such name."""

from collections.abc import Iterable

_COMPARED = 60
"""Letters of a word that are compared; nobody misspells a longer one, and the time grows with the square."""


def near(typed: str, known: Iterable[str], *, most: int = 1, cutoff: float = 0.6) -> list[str]:
    """Return the ``most`` of ``known`` that ``typed`` is likeliest a slip for, the nearest first.

    ``cutoff`` is how like they are at least, from 0 to 1.
    """
    from difflib import get_close_matches

    return get_close_matches(typed[:_COMPARED], list(known), n=most, cutoff=cutoff)


def nearest(typed: str, known: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """Return the one of ``known`` that ``typed`` is likeliest a slip for."""
    return next(iter(near(typed, known, cutoff=cutoff)), None)
