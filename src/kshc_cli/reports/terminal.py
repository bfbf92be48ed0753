"""What the place that text goes to can show."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where text goes. Not ``interactive``: no wrapping, stable columns."""

    width: int = 80
    color: bool = False
    interactive: bool = False


def plain(text: str) -> str:
    """Return ``text`` fit for one line of a terminal: control characters and line breaks become spaces."""
    if text.isprintable():
        return text
    return " ".join(
        "".join(" " if unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else sign for sign in text).split()
    )
