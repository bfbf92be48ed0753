"""The name of a body that a heading prints in capitals, as it is written elsewhere in the document."""

from collections import Counter
from collections.abc import Iterable, Sequence

from kshc_cli.compare.printed import held
from kshc_cli.reading.folding import canonical, words_of


def spelt(capitals: str, texts: Iterable[str]) -> str:
    """Return ``capitals`` in the small letters that ``texts`` write them with most often, else as they are.

    A spelling that begins with a capital goes before one in the midst of a sentence.
    """
    if not capitals or capitals.upper() != capitals:
        return capitals
    wanted = [token.word for token in words_of(capitals)]
    first = wanted[0]
    seen: Counter[str] = Counter()
    for text in texts:
        if first in canonical(text):
            seen.update(_spellings(wanted, held(text)))
    return max(seen, key=lambda name: (name[0].isupper(), seen[name]), default=capitals)


def _spellings(wanted: Sequence[str], text: str) -> Iterable[str]:
    tokens = words_of(text)
    words = [token.word for token in tokens]
    for place in range(len(words) - len(wanted) + 1):
        if words[place] == wanted[0] and words[place : place + len(wanted)] == list(wanted):
            name = text[tokens[place].start : tokens[place + len(wanted) - 1].end]
            if name.upper() != name and "\n" not in name:
                yield name
