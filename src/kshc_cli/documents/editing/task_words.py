"""The words of tasks in paragraphs, held against each other."""

from collections import Counter
from collections.abc import Sequence

from kshc_cli.documents.editing.lines import BaseLine, label_of
from kshc_cli.documents.editing.shown import Line


def title_of(words: str) -> str:
    """Return words without the number that they begin with."""
    return " ".join(words.removeprefix(label_of(words)).split())


def bare_words(lines: Sequence[Line | BaseLine], places: Sequence[int]) -> list[str]:
    """Return the words of the paragraphs of a task without its number."""
    return [title_of(lines[places[0]].words), *(lines[place].words for place in places[1:])]


def counted(words: str) -> Counter[str]:
    """Return the words of a text, and how often each stands there."""
    return Counter(words.split())


def holds(words: str, others: str) -> bool:
    """Tell whether a text holds at least half of the words of another one."""
    sought = counted(others)
    return 2 * (sought & counted(words)).total() >= sought.total()
