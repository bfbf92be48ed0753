"""The translations in a gettext catalogue (.mo), each looked up where it lies in the file.

The standard library reads all of them before the first sentence is said: that took a start of Python, and an answer
says few dozens of 3,000. The file is laid out as the manual of GNU gettext says (10.3, The Format of GNU MO Files): a
length and a place for each sentence, sorted by their bytes, and the same for what they are translated by.
"""

from bisect import bisect_left
from functools import partial

_COUNT, _SENTENCES, _TRANSLATED = 8, 12, 16
"""Where the file says how many sentences it has, and where their lengths and places and those of the others begin."""


class Translations:
    """The translations into a language in which one thing and several are told alike."""

    def __init__(self, language: str, data: bytes) -> None:
        """``data``: a catalogue whose numbers begin with their lowest byte, as kshc's own has them."""
        self.language = language
        self._data = data
        self._known: dict[str, str] = {"": ""}

    def of(self, sentence: str) -> str:
        """Return what a sentence is translated by, the one for one thing where there are two; empty where it is not."""
        known = self._known.get(sentence)
        if known is None:
            known = self._known[sentence] = self._found(sentence.encode())
        return known

    def _found(self, sentence: bytes) -> str:
        count = self._number(_COUNT)
        place = bisect_left(range(count), sentence, key=partial(self._text, self._number(_SENTENCES)))
        if place == count or self._text(self._number(_SENTENCES), place) != sentence:
            return ""
        return self._text(self._number(_TRANSLATED), place).decode()

    def _text(self, table: int, place: int) -> bytes:
        """Return a text of a table, of those for one thing and for several the first."""
        length, start = self._number(table + 8 * place), self._number(table + 8 * place + 4)
        return self._data[start : start + length].partition(b"\0")[0]

    def _number(self, place: int) -> int:
        return int.from_bytes(self._data[place : place + 4], "little")
