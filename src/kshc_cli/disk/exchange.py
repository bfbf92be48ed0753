"""Putting a new file in the place of another one, and getting the other one for it: no change between is lost."""

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

_HERE: Final = -100
"""Names count from the current folder: AT_FDCWD of Linux."""
_SWAP: Final = 2
"""RENAME_EXCHANGE of Linux's renameat2(2), and RENAME_SWAP of renamex_np(2) on macOS."""

Rename = Callable[[bytes, bytes], int]


def exchanged(one: Path, other: Path) -> bool:
    """Let two files change their names in one step; tell whether the system can do that here."""
    rename = _rename(sys.platform)
    return rename is not None and rename(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _rename(platform: str) -> Rename | None:
    if os.name != "posix":
        return None
    library = ctypes.CDLL(None)
    if platform == "darwin" and hasattr(library, "renamex_np"):
        return lambda one, other: int(library.renamex_np(one, other, _SWAP))
    if platform == "linux" and hasattr(library, "renameat2"):
        return lambda one, other: int(library.renameat2(_HERE, one, _HERE, other, _SWAP))
    return None
