"""What the sheets of a workbook are called: a sheet's name has few letters, and no two are alike."""

from typing import Final

from kshc_cli.patterns import lazy_pattern

_LONGEST: Final = 31
_FORBIDDEN: Final = lazy_pattern(r"[\[\]:*?/\\\x00-\x1f]+")
_TAKEN_BY_EXCEL: Final = frozenset({"history"})


def sheet_name(wish: str, taken: set[str]) -> str:
    """Return a name for a sheet that is none of those ``taken``, in small letters, and take it."""
    bare = " ".join(_FORBIDDEN.sub(" ", wish).split()).strip("'") or "–"
    name, number = _cut(bare, ""), 1
    while name.lower() in taken | _TAKEN_BY_EXCEL:
        number += 1
        name = _cut(bare, f" ({number})")
    taken.add(name.lower())
    return name


def _cut(name: str, behind: str) -> str:
    room = _LONGEST - len(behind)
    return (name if len(name) <= room else f"{name[: room - 1].rstrip()}…").strip("'") + behind
