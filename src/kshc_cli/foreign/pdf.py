"""Whether a PDF file has words, or only pictures of pages: told by whether it names a font, and pictures."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

_FONT: Final = re.compile(rb"/(?:Font|BaseFont|FontDescriptor)\b")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_PACKED: Final = re.compile(rb"/ObjStm\b[^\0]{0,300}?stream\r?\n")
_MOST: Final = 4_000_000
"""Bytes that are unpacked of one stream."""
_STREAMS: Final = 50
"""Streams of objects that are looked into; fonts are in the first ones or in none."""


def is_scanned(data: bytes) -> bool:
    """Tell whether a PDF file (ISO 32000-1) has pictures and no font, openly or in its streams of objects (7.5.7).

    One that is encrypted may have words: what its streams hold is not seen.
    """
    if _FONT.search(data) or b"/Encrypt" in data or not _PICTURE.search(data):
        return False
    return not any(_FONT.search(objects) for objects in _objects(data))


def _objects(data: bytes) -> Iterator[bytes]:
    """Yield what streams of objects hold, as far as it can be unpacked."""
    for place, found in enumerate(_PACKED.finditer(data)):
        if place >= _STREAMS:
            return
        try:
            yield zlib.decompressobj().decompress(data[found.end() : found.end() + _MOST], _MOST)
        except zlib.error:
            continue
