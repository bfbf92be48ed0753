"""Tells English words from Vietnamese ones, as the catalogue has them."""

import re
from typing import Final

from tools.catalogues import committed, forms

_CODE: Final = re.compile(r"`[^`]*`|\{[^{}]*\}|%\(\w+\)\w|<[^<>]*>")
_WORD: Final = re.compile(r"(?<![\w./@-])[a-z]{2,}(?:'[a-z]+)?(?![\w/@-]|\.\w)", re.IGNORECASE)


def words(text: str) -> set[str]:
    """Return the words of a text in small letters: what stands by itself, no part of a name, path or option."""
    return {word.lower() for word in _WORD.findall(_CODE.sub(" ", text))}


def _english_only() -> frozenset[str]:
    messages = [message for message in committed() if message.id]
    english = {word for each in messages for text in _texts(each.id) for word in words(text)}
    return frozenset(english - {word for each in messages for text in forms(each) for word in words(text)})


def _texts(sentence: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (sentence,) if isinstance(sentence, str) else tuple(sentence)


ENGLISH: Final = _english_only()
"""The words of kshc's English sentences that no Vietnamese one has."""


def english_words(text: str) -> set[str]:
    """Return the English words that stand in what should be Vietnamese."""
    return words(text) & ENGLISH
