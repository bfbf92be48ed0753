"""What the texts of a plan are, as far as a year matters to them: by their paths."""

from enum import StrEnum
from typing import Final

from kshc_cli.findings import Path


class Kind(StrEnum):
    """What a text is."""

    TIME = "time"
    WORDS = "words"
    GIVEN = "given"
    """A day of a reading that the plan states beside its words."""
    WORK_BY = "work_by"
    STAMP = "stamp"
    """Number or day of what the plan is issued by."""
    DAY_OFF = "day_off"
    YEAR = "year"


_WORDS: Final = frozenset(
    (
        *("title", "subject", "reference", "preamble", "heading", "header", "content", "result", "text"),
        *("bases", "articles", "paragraphs", "others"),
    )
)
_BODIES: Final = frozenset(("lead", "coop"))
_STAMPS: Final = frozenset(("number", "date", "month"))
_GIVEN: Final = frozenset(("start", "end", "due", "until", "anchor"))
_ACTS: Final = frozenset(("decision", "issuance"))
_UNIT_LISTS: Final = frozenset(("tasks", "items", "paragraphs"))


def kind_of(path: Path) -> Kind | None:
    """Return what a text is; None where a year is nothing to it."""
    keys = [step for step in path if isinstance(step, str)]
    last = keys[-1] if keys else ""
    if path == ("year",):
        return Kind.YEAR
    if keys[0] in _ACTS and len(keys) == 2 and last in _STAMPS:
        return Kind.STAMP
    if keys[0] == "calendar":
        return Kind.DAY_OFF if last in {"days_off", "worked_days"} else None
    if last == "work_by":
        return Kind.WORK_BY
    if "reading" in keys:
        return Kind.GIVEN if last in _GIVEN else None
    if last == "time" or keys[-2:] == ["time", "text"]:
        return Kind.TIME
    return _kind_of_words(keys, last)


def _kind_of_words(keys: list[str], last: str) -> Kind | None:
    parent = keys[-2] if len(keys) > 1 else ""
    if parent in _BODIES or last in _BODIES or keys[0] == "agencies":
        return None
    return Kind.WORDS if last in _WORDS or parent == "others" else None


def unit_of(path: Path) -> Path:
    """Return the path of the task or paragraph of a text, which moves or stays as a whole; else its own."""
    for place in range(len(path) - 1):
        if path[place] in _UNIT_LISTS and isinstance(path[place + 1], int):
            return path[: place + 2]
    return path


def cell_of(path: Path) -> Path:
    """Return the path of the cell to which a text of it belongs: time.text and the days of its reading are of time."""
    for place, step in enumerate(path):
        if step == "time":
            return path[: place + 1]
    return path
