"""Tells English words from Vietnamese ones, as the catalogue has them."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.cli.table import commands
from kshc_cli.reading.values import Kind, Role
from kshc_cli.tracking.progress_log import What
from kshc_cli.tracking.standing import Status
from tools.catalogues import committed, forms
from tools.schemas import KINDS

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


_KEYS: Final = {
    key
    for made in KINDS.values()
    for part in (made(), *made()["definitions"].values())
    for key in part["properties"]
    if key not in {"text", "time", "plan", "plans", "number"}  # Vietnamese words, or found by the other way
}
_CODES: Final = "|".join({*Kind, *Status, *What, *Role, *_KEYS, "unread"})
_RAW: Final = re.compile(
    rf"\b(?:{_CODES})\b|FREQ=|\bBY[A-Z]{{3,}}|\b\d{{4}}-(?:W\d\d|Q\d|H\d|\d\d)\b|\d{{4}}-\d\d-\d\d|[dmyDMY]{{2}}/[mM]{{2}}"
)
_COMMANDS: Final = "|".join(commands())
_TYPED: Final = re.compile(
    r"`[^`]*`"
    r"|\bkshc(?:(?: --?[a-z-]+)*(?: (?:-|[a-z]+(?= |$)|'[^']*'|\"[^\"]*\"|\S*[\d/.]\S*))+)?"  # a command
    rf"|“(?:{_COMMANDS})”"  # the name of one
    r"|(?<!\w)--?[a-z][a-z-]*"  # an option
    r"|\b[a-z_]+ \([^()]+\)|\[mặc định: [a-z0-9-]+\]"  # a value of an option, with its words
    r"|(?<=\w) \([a-z_]+\)"  # a key behind its words
    r"|(?:\b[a-z_]+: )?\{[a-z_]+: .*\}|\b[a-z_]+: (?:\[.*\]|[A-Z]+=\S+)"  # YAML
    r"|^ +\d+ \|.*"  # a line of a file
    r"|\[[a-z][a-z0-9.-]+\]$|\b(?:nd30|practice)\.\S+"  # a rule
    r"|\b[\w./-]+\.(?:yaml|docx|md)\b|U\+[0-9A-F]{4}(?:,? \(?[A-Z -]+\)?)"  # a file, a character
)
"""What is typed as it is."""


def english(text: str) -> Iterator[str]:
    """Yield the lines that hold something that is no Vietnamese, with what that is."""
    for line in text.splitlines():
        told = _TYPED.sub(" ", line)
        if found := {*_RAW.findall(told), *english_words(told)}:
            yield f"{sorted(found)}: {line}"
