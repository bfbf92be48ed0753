"""What is said of an option that a command does not have: those that are spelt nearly so, else all that it has."""

from collections.abc import Sequence
from itertools import chain
from typing import Final

from kshc_cli.messages import _
from kshc_cli.near import near

_ALIKE: Final = 0.7
"""How much of two names must be the same, without their dashes: less is chance."""

_TELLING: Final = 2
"""Letters by which a name that was cut off, or that goes on, is known."""


def hint(typed: str, command: str, own: Sequence[str], everywhere: Sequence[str]) -> str:
    """Say which option was meant, or which there are: of the command, and beside them those of every command."""
    names = {name.lstrip("-"): name for name in chain(everywhere, own)}
    word = typed.lstrip("-").lower()
    meant = [names[one] for one in names if _begins(one, word) or _begins(word, one)]
    meant = meant or [names[one] for one in near(word, names, most=2, cutoff=_ALIKE)]
    if meant:
        return _("Did you mean {names}?").format(names=", ".join(f"“{name}”" for name in meant))
    said = _("“{command}” takes {options}.").format(command=command, options=", ".join(own)) if own else ""
    more = _("Every command takes {options}.").format(options=", ".join(everywhere)) if everywhere else ""
    return f"{said} {more}".strip()


def _begins(longer: str, shorter: str) -> bool:
    return len(shorter) >= _TELLING and longer.startswith(shorter)
