"""What differs between two plans, as plain frozen values: each difference with its places, old and new words."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from kshc_cli.findings import Path
from kshc_cli.tracking.progress_log import Entry


class Kind(StrEnum):
    """What became of something, spelt as in JSON."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    RENUMBERED = "renumbered"
    """Only the number before or beside the words is another one."""
    RESPELT = "respelt"
    """The same letters, made of other characters: composed (NFC) or in parts (NFD)."""
    RESPACED = "respaced"
    """The same words with other blanks or line breaks."""
    RESTATED = "restated"
    """What the plan states beside printed words: a reading, a day, a policy."""
    MOVED = "moved"
    """It stands in another section, table or group."""
    REORDERED = "reordered"
    """It stands before or behind what it stood behind or before."""
    RENAMED = "renamed"
    """Its id is another one."""


class Subject(StrEnum):
    """What differs, spelt as in JSON."""

    PLAN = "plan"
    DECISION = "decision"
    SECTION = "section"
    TABLE = "table"
    GROUP = "group"
    COLUMN = "column"
    PARAGRAPH = "paragraph"
    TASK = "task"
    AGENCY = "agency"
    CALENDAR = "calendar"


class Matched(StrEnum):
    """By what a task is known again in the other plan, spelt as in JSON."""

    ID = "id"
    WORDS = "words"
    """All its words are the same."""
    CONTENT = "content"
    """Its content is the same."""
    BEGINNING = "beginning"
    """Its content begins with the same words."""
    PLACE = "place"
    """It stands between the same tasks, and has half of its words."""


class Side(NamedTuple):
    """Something in one of the two plans."""

    path: Path
    """The way to it: keys and indexes from the root of the plan."""
    words: str | None
    """The words that stand there, or what is stated as YAML spells it; None for nothing."""
    place: tuple[str, ...] = ()
    """The headings above it: section, table, group."""
    position: int | None = None
    """Of what is reordered: which among its like it is, from 1."""
    cells: tuple[tuple[str, str], ...] = ()
    """Of a task or body that was added or removed: its fields with their words."""


class Difference(NamedTuple):
    """One difference between two plans."""

    kind: Kind
    subject: Subject
    id: str | None
    """The id of the task or body, in the new plan where it is there."""
    field: str | None
    """The field that differs, as YAML spells it; None where the whole does."""
    old: Side | None
    new: Side | None
    matched: Matched | None = None
    """By what the task is known again, where it is none of its own plan alone."""
    number: str | None = None
    """The printed number of the task, in the new plan where it is there."""


class EffectKind(StrEnum):
    """What differences mean for who follows the plan, spelt as in JSON."""

    LAST_DAY = "last_day"
    GAINS = "gains_duty"
    LOSES = "loses_duty"
    JOINS = "takes_part"
    LEAVES = "no_longer_takes_part"
    RECORDED = "recorded"
    """An entry of the progress log no longer fits the plan."""


class Effect(NamedTuple):
    """What differences mean for one task, by the readings of both plans."""

    kind: EffectKind
    task: str
    """The task's id, in the new plan where it is there."""
    old_days: tuple[date, ...] = ()
    """The last days by the old plan, in order."""
    new_days: tuple[date, ...] = ()
    body: str | None = None
    """The id of the body whose duty it is."""
    entry: Entry | None = None
    """The entry of the log."""
    message: str = ""
    """What stands against that entry now."""
    is_gone: bool = False
    """Whether it is one of the old plan alone; another one may have its id in the new plan."""


class Recorded(NamedTuple):
    """What the progress log tells of a task that differs, and fits it as before."""

    task: str
    """The task's id, which both plans have."""
    entries: tuple[Entry, ...]
    """What counts of the log, in order."""
    has_content: bool
    """Whether the task has another content."""
    has_lead: bool
    """Whether others lead it, by its words or by what these mean."""
    days: tuple[date, ...]
    """Of a task with another time: the last days to which the log extends it, which count."""


class Comparison(NamedTuple):
    """What differs between two plans, in the order of the new one, what is gone behind what stood before it."""

    differences: tuple[Difference, ...]
    effects: tuple[Effect, ...] = ()
    known_by_ids: bool = True
    """Whether tasks are known by their ids; else by likeness, because ids say something else or nothing."""
    names: Mapping[str, str] = {}
    """The names of bodies by their ids."""
    recorded: tuple[Recorded, ...] = ()
    """What the log tells of tasks that differ, whether or not it fits."""
