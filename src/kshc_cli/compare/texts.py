"""What differs between two lists of texts: lines that were added, taken out, reworded, or stand elsewhere."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kshc_cli.compare.fields import change_of
from kshc_cli.compare.order import beside, kept_in_order
from kshc_cli.compare.values import Kind
from kshc_cli.reading.folding import composed


class TextChange(NamedTuple):
    """A text that differs, with its places in the lists; None where it does not stand."""

    kind: Kind
    old: int | None
    new: int | None


def paired_texts(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Return which texts stand beside which, however their letters are composed."""
    return [*beside([*map(composed, old)], [*map(composed, new)])]


def text_changes(
    old: Sequence[str], new: Sequence[str], pairs: Sequence[tuple[int | None, int | None]]
) -> Iterator[TextChange]:
    """Yield what differs between two lists, ``pairs`` of which say what stands beside what."""
    both = [(one, other) for one, other in pairs if one is not None and other is not None]
    kept = kept_in_order([one for one, _other in both])
    moved = {pair for index, pair in enumerate(both) if index not in kept}
    for one, other in pairs:
        if one is None or other is None:
            yield TextChange(Kind.ADDED if one is None else Kind.REMOVED, one, other)
            continue
        if old[one] != new[other]:
            yield TextChange(change_of(old[one], new[other]), one, other)
        if (one, other) in moved:
            yield TextChange(Kind.REORDERED, one, other)
