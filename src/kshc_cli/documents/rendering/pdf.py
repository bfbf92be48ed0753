"""A PDF that LibreOffice made of a document: its dates and marks settled, its fonts named."""

import re
from datetime import date
from hashlib import md5
from typing import Final

_MOMENT: Final = re.compile(rb"(/(?:Creation|Mod)Date\s*\(D:)\d{14}")
_MARK: Final = re.compile(rb"(?<=[</])[0-9A-F]{32}(?=[>\s])")
_FONT: Final = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()-]+)")
_MAKER: Final = re.compile(r"(?:PS)?(?:MT)?$")
"""What Monotype adds to the names of its fonts: TimesNewRomanPSMT."""

_CAPITAL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def settled(pdf: bytes, day: date) -> bytes:
    """Return the PDF dated ``day``, with marks (/ID, checksum) made from its content: the same content, the same bytes.

    No byte moves, so that the places in its table of objects stay right.
    """
    dated = _MOMENT.sub(rb"\g<1>" + f"{day:%Y%m%d}000000".encode(), pdf)
    return _MARK.sub(_mark_of(dated), dated)


def is_settled(pdf: bytes) -> bool:
    """Tell whether a PDF bears marks made from its content: kshc wrote it, nobody has changed or signed it."""
    return set(_MARK.findall(pdf)) == {_mark_of(pdf)}


def _mark_of(pdf: bytes) -> bytes:
    return md5(_MARK.sub(bytes(32), pdf), usedforsecurity=False).hexdigest().upper().encode()


def font_names(pdf: bytes) -> tuple[str, ...]:
    """Return the families of the fonts in a PDF, sorted: "Liberation Serif"."""
    names = (_MAKER.sub("", found.decode("latin-1")) for found in _FONT.findall(pdf))
    return tuple(sorted({_CAPITAL.sub(" ", name) for name in names}))
