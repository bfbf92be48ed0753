"""What a run has looked at, so that its answer can be given again while all of that stays as it is."""

import os
from _imp import source_hash
from dataclasses import field
from pathlib import Path

from kshc_cli.dataclass import dataclass
from kshc_cli.recall import is_there


@dataclass(slots=True)
class Witness:
    """The files that a run has read, by what tells their bytes from others, and those that it has missed."""

    salt: int = field(default_factory=lambda: int.from_bytes(os.urandom(7)))
    files: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    is_sure: bool = True
    """Whether all that was looked at can be looked at once more."""

    def saw(self, path: Path, data: bytes) -> None:
        """Keep what was read from a file; one that was read before must not have changed."""
        if not self.is_sure:
            return
        mark = source_hash(self.salt, data)
        self.is_sure = self.files.setdefault(str(path), mark) == mark

    def missed(self, path: Path) -> None:
        """Keep that there was no such file; anything else of this name leaves the witness unsure."""
        self.gone.add(str(path))
        self.is_sure = self.is_sure and not is_there(str(path))

    def doubt(self) -> None:
        """Keep that the run has asked what nobody can look at again: a pipe, the system."""
        self.is_sure = False


_witness = Witness()


def witness() -> Witness:
    """Return the witness of this run."""
    return _witness


def new_witness() -> Witness:
    """Begin a run, which has looked at nothing."""
    global _witness  # noqa: PLW0603  one run at a time: the command line begins it
    _witness = Witness()
    return _witness
