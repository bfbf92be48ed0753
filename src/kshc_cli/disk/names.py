"""Names that Windows gives to no file: of devices, with signs that it keeps for itself, or with an end that it drops.

Microsoft, Naming Files, Paths, and Namespaces. What is written to ``NUL`` is lost, to ``plan.yaml:1`` hidden.
"""

import re
import sys
from pathlib import Path
from typing import Final

from kshc_cli.patterns import lazy_pattern

_RESERVED: Final = lazy_pattern(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?|.*[<>:\"|?*\x00-\x1f].*|.*[ .]",
    re.IGNORECASE | re.DOTALL,
)


def is_reserved(path: Path) -> bool:
    """Tell whether Windows keeps a part of a path for itself and kshc runs on Windows; elsewhere any name will do."""
    platform: str = sys.platform
    parts = path.parts[1:] if path.anchor else path.parts
    return platform == "win32" and any(_RESERVED.fullmatch(part) for part in parts if part not in {".", ".."})
