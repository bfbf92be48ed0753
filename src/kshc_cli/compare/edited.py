"""What somebody wants changed in a plan, by the ways to its values: plain values."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from kshc_cli.findings import Path


class Kept(NamedTuple):
    """An item that stays, or comes from elsewhere: where it stood in the plan that was edited."""

    path: Path


class New(NamedTuple):
    """An item that was added."""

    data: Any
    """Words, or the fields of a task or group."""
    tasks: tuple["Kept | New", ...] = ()
    """The rows of a new group."""


Item = Kept | New


class NotTaken(NamedTuple):
    """What was changed and cannot be taken over: why, and its words."""

    sentence: str
    words: str


class Wish(NamedTuple):
    """All that is to be changed."""

    values: Mapping[Path, str | None]
    """New words by the way to the old ones; None for none."""
    lists: Mapping[Path, tuple[Item, ...]]
    """What lists hold that lost, got or moved items."""
    not_taken: tuple[NotTaken, ...] = ()
    told: tuple[str, ...] = ()
    """What is to be said of how it was read."""
