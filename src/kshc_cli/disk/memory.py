"""What is remembered from one run to the next: bytes by name, in a folder that is this user's alone, within bounds.

Nothing in it is needed: what is not there, not whole or not to be written is worked out anew.
"""

import marshal
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.disk.witness import Witness
from kshc_cli.messages import CATALOGUES
from kshc_cli.recall import Question, Said, is_ours, kept, name_of, signatures, signed, usual_folder

LARGEST: Final = 16 * 1024 * 1024
"""What is larger, in bytes as it is kept, is not remembered."""
_LONG: Final = 1024 * 1024
"""Bytes from which on words are packed: it takes less time than to write and read them again."""
_LONGEST: Final = 256 * 1024 * 1024
"""Words of more bytes than that are not remembered, however small they can be packed."""
_MOST_BYTES: Final = 256 * 1024 * 1024
_MOST_FILES: Final = 50_000
"""The bounds of the folder; half is left where one is passed, the newest."""
_SETTLED: Final = 2_000_000_000
"""Nanoseconds for which code must have been as it is: times of change are coarse on some disks."""
_EVERY_SIXTEENTH: Final = "1"
"""Names, in hexadecimal digits, below which the folder is looked through: one of sixteen."""
_UNFINISHED: Final = ".tmp"
_ENDINGS: Final = (".answer", ".part", ".plan", _UNFINISHED)
"""How the names of remembered files end: nothing else in the folder is ever removed."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A folder of what is remembered."""

    folder: Path

    def recall(self, name: str) -> bytes | None:
        """Return what was remembered under a name, if it is whole."""
        return kept(str(self.folder / name)) if self._is_safe() else None

    def remember(self, name: str, data: bytes) -> None:
        """Remember bytes under a name, for the next run; where that cannot be, nothing happens."""
        if len(data) > LARGEST:
            return
        new = self.folder / f"{os.urandom(8).hex()}{_UNFINISHED}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._is_safe():
                return
            try:
                with open(new, "xb", opener=_private) as stream:
                    stream.write(signed(name, data))
                new.replace(self.folder / name)
            finally:
                new.unlink(missing_ok=True)
        except OSError:
            return

    def tidy(self) -> None:
        """Keep within bounds: where the folder is too full, the older half goes."""
        files = sorted(self._files(), key=lambda one: one[1].st_mtime_ns)
        size = sum(seen.st_size for _path, seen in files)
        if len(files) > _MOST_FILES or size > _MOST_BYTES:
            _remove(path for path, _seen in files[: len(files) // 2 + 1])

    def clear(self) -> int:
        """Forget everything; return how many bytes that frees: none in a folder that ``is_refused``."""
        return _remove(path for path, _seen in self._files())

    @property
    def is_refused(self) -> bool:
        """Whether there is something in the folder's place in which nothing is remembered."""
        return os.path.lexists(self.folder) and not self._is_safe()

    def _is_safe(self) -> bool:
        try:
            seen = self.folder.lstat()
        except OSError:
            return False
        return stat.S_ISDIR(seen.st_mode) and is_ours(seen)

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        """Yield what is remembered: behind a link, or where others may write, files are not ours to remove."""
        if not self._is_safe():
            return
        try:
            with os.scandir(self.folder) as entries:
                for entry in entries:
                    if entry.name.endswith(_ENDINGS) and entry.is_file(follow_symlinks=False):
                        yield Path(entry), entry.stat(follow_symlinks=False)
        except OSError:
            return


def memory() -> Memory | None:
    """Return this user's memory; None where there is no place for one."""
    place = usual_folder()
    return None if place is None else Memory(Path(place))


def remember_answer(
    asked: Question, seen: Witness, status: int, said: Sequence[tuple[int, str]], *, since: float
) -> None:
    """Remember what was said, by stream, in a run that began at ``since`` (seconds of the clock)."""
    code = tuple(sorted({*code_files(), *seen.code}))
    signature = signatures(code)
    is_settled = signature is not None and all(one[0] < since * 1e9 - _SETTLED for one in signature)
    if not seen.is_sure or not is_settled:
        return
    keeping = memory()
    if keeping is None or sum(len(text) for _stream, text in said) > _LONGEST:
        return
    words: list[Said] = [
        (stream, *_packed(text.replace("\n", os.linesep).encode(errors="backslashreplace"))) for stream, text in said
    ]
    held = asked, seen.salt, *seen.testimony(), code, signature, status, words
    keeping.remember(name_of(asked), marshal.dumps(held))
    if name_of(asked) < _EVERY_SIXTEENTH:
        keeping.tidy()


def _packed(words: bytes) -> tuple[bytes, int]:
    """Return words as they are kept, and how many bytes they are where they are packed; 0 where not."""
    if len(words) < _LONG:
        return words, 0
    from zlib import compress  # noqa: PLC0415  few answers are so long

    return compress(words, 1), len(words)


def code_files() -> tuple[str, ...]:
    """Return the files of all that is loaded beyond Python itself: kshc, what it stands on, its sentences."""
    python = os.path.dirname(os.__file__)  # noqa: PTH120  of hundreds of names, as text
    own = (getattr(module, "__file__", None) for module in list(sys.modules.values()))
    files = {file for file in own if file and (not file.startswith(python) or "-packages" in file)}
    return (*sorted(files), *(str(file) for file in sorted(CATALOGUES.glob("*/LC_MESSAGES/kshc.mo"))))


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _remove(paths: Iterable[Path]) -> int:
    """Remove files that may be gone meanwhile; return how many bytes that frees."""
    freed = 0
    for path in paths:
        with suppress(OSError):
            size = path.lstat().st_size
            path.unlink()
            freed += size
    return freed
