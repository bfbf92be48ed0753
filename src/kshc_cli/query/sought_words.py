"""Words that a person types to find a task or a body: with their marks where they were typed, else without."""

from functools import lru_cache
from typing import Final, NamedTuple

from kshc_cli.reading.agencies.registry import name_key
from kshc_cli.reading.folding import fold

_bare: Final = lru_cache(maxsize=4096)(fold)


class SoughtWords(NamedTuple):
    """Words in their order; a word that was typed with marks is found with these, one without whatever it bears.

    "phương án" is found in "PHƯƠNG ÁN" and not in "phường An Hòa", "phuong an" in both. Capitals, signs between words
    and the place of a tone mark (hòa, hoà) make no difference.
    """

    words: tuple[str, ...]
    """In their canonical spelling."""

    def begin_in(self, text: str) -> bool:
        """Tell whether the words stand in ``text`` one after another, the last perhaps only begun."""
        return self._stand(_words(text), begun=True)

    def stand_in(self, text: str) -> bool:
        """Tell whether the words stand in ``text`` one after another, the last one whole, too."""
        return self._stand(_words(text), begun=False)

    def are(self, text: str) -> bool:
        """Tell whether ``text`` has these words and no others."""
        words = _words(text)
        return len(words) == len(self.words) and self._stand(words, begun=False)

    def _stand(self, words: tuple[str, ...], *, begun: bool) -> bool:
        if not self.words:
            return False
        *first, last = self.words
        return any(
            _is(last, word, begun=begun) and all(map(_is, first, words[end - len(first) : end]))
            for end, word in enumerate(words[len(first) :], len(first))
        )


def sought_words(wish: str) -> SoughtWords:
    """Return the words of what was typed; of signs alone there are none."""
    return SoughtWords(_words(wish))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in name_key(text).split() if any(map(str.isalnum, word)))


def _is(sought: str, word: str, *, begun: bool = False) -> bool:
    spellings = (word, _bare(word)) if _bare(sought) == sought else (word,)
    return any(spelling.startswith(sought) if begun else spelling == sought for spelling in spellings)
