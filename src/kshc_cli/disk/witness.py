"""What a run has looked at, so that its answer can be given again while all of that stays as it is."""

import os
import time
from _imp import source_hash
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from kshc_cli.dataclass import dataclass, field
from kshc_cli.recall import FOLDER, LINK, Seen, State, identity_of, is_there, names_in, state_of

_SETTLED: Final = 2_000_000_000
"""Nanoseconds for which something must have been as it is: times of change are coarse on some disks."""


_FEW: Final = 24
"""Files that are read anew faster than anybody notices."""


@dataclass(slots=True)
class Witness:
    """What a run has read, by what tells it from other bytes, what it has missed, and the folders it went through."""

    salt: int = field(default_factory=lambda: int.from_bytes(os.urandom(7)))
    files: dict[str, Seen] = field(default_factory=dict)
    folders: dict[str, Seen] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    code: set[str] = field(default_factory=set)
    """Files of code beside what this process has loaded."""
    tells_apart: bool = False
    """Whether it counts which files those are, of whatever name: one that is found twice is one plan."""
    is_sure: bool = True
    """Whether all that was looked at can be looked at once more."""
    is_lasting: bool = True
    """Whether the same would be found another day; not where something was stopped for the time that it took."""

    def saw(self, path: Path, data: bytes, seen: os.stat_result) -> None:
        """Keep what was read from a file that was so before; one that was read before must not have changed."""
        new = source_hash(self.salt, data), identity_of(seen), _settled(seen)
        self.is_sure = self.files.setdefault(str(path), new)[:2] == new[:2] and self.is_sure

    def knows(self, path: Path) -> bool:
        """Tell whether the run has read a file, or found that there is none."""
        return str(path) in self.files or str(path) in self.gone

    def is_as_read(self, path: Path, data: bytes | None) -> bool:
        """Tell whether a file that the run knows holds what it read of it; None where there is no such file."""
        if data is None or str(path) not in self.files:
            return data is None and str(path) not in self.files
        return self.files[str(path)][0] == source_hash(self.salt, data)

    def wrote(self, path: Path) -> None:
        """Forget what was read of a file that the run has written."""
        self.files.pop(str(path), None)
        self.gone.discard(str(path))
        self.doubt()

    def goes_below(self, folder: str, *, through_links: bool = False) -> None:
        """Keep the names in a folder and in those below it, before somebody looks for plans there.

        Hidden folders are looked into by nobody. Where links are, ``through_links`` leaves the witness unsure.
        """
        self.tells_apart = True
        waiting = [folder]
        while waiting and self.is_sure:
            place = waiting.pop()
            names = self._enter(place)
            if through_links and any(name.endswith(LINK) for name in names):
                self.doubt()
            below = (name for name in names if name.endswith(FOLDER) and not name.startswith("."))
            waiting += [os.path.join(place, name[:-1]) for name in below if not name.endswith(LINK)]  # noqa: PTH118

    def _enter(self, folder: str) -> list[str]:
        try:
            seen = os.stat(folder)  # noqa: PTH116  of thousands of folders, as text
            names = names_in(folder, 0, seen)
        except (OSError, ValueError):
            self.doubt()
            return []
        self.folders[folder] = source_hash(self.salt, names), identity_of(seen), _settled(seen)
        return names.decode(errors="surrogateescape").split("\0")

    def missed(self, path: Path) -> None:
        """Keep that there was no such file; anything else of this name leaves the witness unsure."""
        self.gone.add(str(path))
        self.is_sure = self.is_sure and not is_there(str(path))

    def doubt(self) -> None:
        """Keep that the run has asked what nobody can look at again: a pipe, the system."""
        self.is_sure = False

    def doubt_time(self) -> None:
        """Keep that something was stopped for the time that it took, on this computer as busy as it is."""
        self.is_lasting = False
        self.doubt()

    def hears(self, other: "Witness") -> None:
        """Take over what another process has looked at, which had the same salt."""
        self.is_sure = self.is_sure and other.is_sure
        self.is_lasting = self.is_lasting and other.is_lasting
        for name, seen in other.files.items():
            self.is_sure = self.files.setdefault(name, seen)[:2] == seen[:2] and self.is_sure
        self.gone |= other.gone

    def testimony(self) -> tuple[tuple[tuple[str, Seen], ...], tuple[tuple[str, Seen], ...], tuple[str, ...]]:
        """Return files, folders and what was missed, for ``recall``; few files are known by their bytes alone."""
        files: Iterable[tuple[str, Seen]] = self.files.items()
        if not self.tells_apart and len(self.files) <= _FEW:
            files = ((name, (mark, None, None)) for name, (mark, _identity, _state) in files)
        gone = (name for name in self.gone if os.path.dirname(name) not in self.folders)  # noqa: PTH120  as text
        return tuple(files), tuple(self.folders.items()), tuple(gone)


def _settled(seen: os.stat_result) -> State | None:
    """Return the state in which something was long enough to be known by it."""
    state = state_of(seen)
    return state if os.name == "posix" and max(state[1:]) < time.time_ns() - _SETTLED else None


_witness = Witness()


def witness() -> Witness:
    """Return the witness of this run."""
    return _witness


def new_witness(salt: int | None = None) -> Witness:
    """Begin a run, which has looked at nothing; where it is part of another one, with the other's ``salt``."""
    global _witness  # noqa: PLW0603  one run at a time: the command line begins it
    _witness = Witness() if salt is None else Witness(salt)
    return _witness
