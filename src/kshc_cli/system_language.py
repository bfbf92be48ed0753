"""The language that a system speaks to its user where no environment variable says so: on Windows and macOS.

Windows sets neither LC_ALL nor LANG, and macOS not for programs begun outside a terminal.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_PRIMARY: Final = 0x3FF
"""The bits of a Windows language identifier (LANGID) that name the language, not the region."""

_WINDOWS: Final[Mapping[int, str]] = {0x09: "en", 0x2A: "vi"}
"""Languages by the primary identifiers of Windows ([MS-LCID])."""

_PREFERENCES: Final = Path("Library/Preferences/.GlobalPreferences.plist")
"""Where macOS keeps a user's languages, below the home folder."""


def system_language() -> str | None:
    """Return the language of the user's interface as a locale name, or None where the system keeps none apart."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  other systems need none

        return windows_language(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    return mac_language(Path.home() / _PREFERENCES) if sys.platform == "darwin" else None


def windows_language(identifier: int) -> str | None:
    """Return the language of a Windows language identifier: ``0x042A`` is Vietnamese."""
    return _WINDOWS.get(identifier & _PRIMARY)


def mac_language(preferences: Path) -> str | None:
    """Return the first of the languages that a user of macOS prefers, such as ``vi-VN``."""
    import plistlib  # noqa: PLC0415  other systems need none

    try:
        settings = plistlib.loads(preferences.read_bytes())
    except (OSError, ValueError):
        return None
    languages = settings.get("AppleLanguages") if isinstance(settings, dict) else None
    return str(languages[0]) if isinstance(languages, list) and languages else None
