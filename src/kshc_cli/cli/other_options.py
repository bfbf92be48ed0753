"""What is said of an option that a command does not have: those that are spelt nearly so, else all that it has."""

from collections.abc import Collection, Sequence
from itertools import chain
from typing import Final

from kshc_cli.messages import _
from kshc_cli.near import near
from kshc_cli.patterns import lazy_pattern

_ALIKE: Final = 0.7
"""How much of two names must be the same, without their dashes: less is chance."""

_TELLING: Final = 2
"""Letters by which a name that was cut off, or that goes on, is known."""

_HELP: Final = "--help"
_LOOKS_SO: Final = lazy_pattern(r"--[a-z][a-z-]*(=.*)?")
"""What looks like an option, of whatever command."""


def hint(typed: str, command: str, own: Sequence[str], everywhere: Sequence[str]) -> str:
    """Say which option was meant, or which there are: of the command, and beside them those of every command."""
    names = {name.lstrip("-"): name for name in chain((_HELP,), everywhere, own)}
    word = typed.lstrip("-").lower()
    meant = [names[one] for one in names if _begins(one, word) or _begins(word, one)]
    meant = meant or [names[one] for one in near(word, names, most=2, cutoff=_ALIKE)]
    if meant:
        return _("Did you mean {names}?").format(names=", ".join(f"“{name}”" for name in meant))
    said = _("“{command}” takes {options}.").format(command=command, options=", ".join(own)) if own else ""
    more = _("Every command takes {options}.").format(options=", ".join(everywhere)) if everywhere else ""
    return f"{said} {more}".strip()


def misread(
    words: Sequence[str], names: Collection[str], valued: Collection[str], *, anywhere: bool
) -> tuple[str, str | None] | None:
    """Return the first of the words that stands for another option than it would be read as; None where none does.

    That is a long name behind one dash, which would be a short name with its value, and what looks like an option in
    the place of the value that one of those ``valued`` takes: then both. Options stand ``anywhere`` or come first.
    """
    place = 0
    while place < len(words) and (anywhere or words[place].startswith("-")) and words[place] != "--":
        word = words[place]
        if _is_long(word.partition("=")[0], names):
            return word.partition("=")[0], None
        value = words[place + 1] if word in valued and place + 1 < len(words) else None
        if value is not None and (value.partition("=")[0] in names or _LOOKS_SO.fullmatch(value)):
            return word, value
        place += 1 if value is None else 2
    return None


def _is_long(word: str, names: Collection[str]) -> bool:
    """Tell whether a word of several letters behind one dash is no group of short options."""
    is_word = len(word) > _TELLING and word[0] == "-" and word[1].isalpha()
    return is_word and (f"-{word}" in names or word[:2] not in names)


def _begins(longer: str, shorter: str) -> bool:
    return len(shorter) >= _TELLING and longer.startswith(shorter)
