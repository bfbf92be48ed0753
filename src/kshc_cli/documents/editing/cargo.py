"""What an edited file carries along, as words that every program keeps: packed, so that a plan needs little room."""

import zlib
from base64 import b64decode, b64encode

from kshc_cli.documents.word.package import LARGEST


def packed_words(data: bytes) -> str:
    """Return data as words of plain letters."""
    return b64encode(zlib.compress(data, 9)).decode()


def unpacked_words(words: str) -> bytes:
    """Return the data of such words. Raises ValueError where they are damaged, or hold more than any file may."""
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(b64decode(words.encode(), validate=False), LARGEST)
    except zlib.error as fault:
        raise ValueError from fault
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise ValueError
    return data
