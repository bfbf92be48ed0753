"""Phrases of words, to be found in running words."""

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from kshc_cli.dataclass import dataclass, field
from kshc_cli.reading.folding import Token, words_of

V = TypeVar("V")


@dataclass(slots=True)
class _Node(Generic[V]):
    """A point in the trie: the words that may follow, and the value of the phrase that ends here."""

    after: "dict[str, _Node[V]]" = field(default_factory=dict)
    value: V | None = None


class Trie(Generic[V]):
    """Phrases, each with a value; the first claim of a phrase stands.

    Looking one up costs no more than the longest phrase has words, however many phrases there are.
    """

    def __init__(self) -> None:
        self._root: _Node[V] = _Node()

    @classmethod
    def of(cls, lists: Mapping[str, V]) -> "Trie[V]":
        """Return lists of phrases between bars or new lines, each with its value; of equal ones the first counts.

        The phrases are kshc's own, in their canonical spelling: those of letters alone are cut at their spaces.
        """
        found = cls()
        for phrases, value in lists.items():
            for phrase in phrases.strip().replace("\n", "|").split("|"):
                words = phrase.split()
                found.add_words(words if "".join(words).isalpha() else (one.word for one in words_of(phrase)), value)
        return found

    def add(self, phrase: str, value: V) -> None:
        """Add a phrase; case, the place of tone marks, dashes and spaces do not matter."""
        self.add_words((one.word for one in words_of(phrase)), value)

    def add_words(self, words: Iterable[str], value: V) -> None:
        """Add a phrase of canonical words."""
        node = self._root
        for word in words:
            if (below := node.after.get(word)) is None:
                below = node.after[word] = _Node()
            node = below
        if node is not self._root and node.value is None:
            node.value = value

    def longest(self, tokens: Sequence[Token], place: int) -> tuple[V | None, int]:
        """Return the value and the number of words of the longest phrase that begins at ``place``, else None and 1."""
        best, length = None, 1
        node = self._root.after.get(tokens[place].word) if place < len(tokens) else None
        index = place
        while node is not None:
            if node.value is not None:
                best, length = node.value, index - place + 1
            index += 1
            node = node.after.get(tokens[index].word) if index < len(tokens) else None
        return best, length

    @property
    def firsts(self) -> Container[str]:
        """The words that phrases begin with."""
        return self._root.after.keys()


class Phrases:
    """Phrases between bars or new lines, in any case, that all mean the same; sorted in when first looked for."""

    def __init__(self, phrases: str) -> None:
        self._phrases = phrases
        self._trie: Trie[bool] | None = None

    def length(self, tokens: Sequence[Token], place: int) -> int:
        """Return how many tokens the longest phrase takes that begins at ``place``; 0 if none does."""
        if self._trie is None:
            self._trie = Trie.of({self._phrases: True})
        found, length = self._trie.longest(tokens, place)
        return length if found else 0
