"""Replacing files as a whole: written beside them, flushed to disk, then put in their places."""

import errno
import os
import stat
import tempfile
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

from kshc_cli.disk.exchange import exchanged
from kshc_cli.disk.names import is_reserved
from kshc_cli.disk.reading import LARGEST
from kshc_cli.disk.reasons import changed_meanwhile, has_other_names, not_ordinary, refused, reserved, unwritten
from kshc_cli.disk.rights import hand_down, share, take_over
from kshc_cli.disk.witness import witness

UNFINISHED: Final = r"\.kshc-[0-9a-f]{16}\.tmp"
"""How the names of files end that are being written."""
_LONGEST_NAME: Final = 200
"""How much of a file's name stands in that of the unfinished one, in bytes; systems allow 255 for all."""


Content = bytes | Iterable[bytes]
"""What a file holds, at once or piece by piece, as it is made."""

_Check = Callable[[bytes | None], bool]
"""Tells whether a file may be replaced that holds these bytes; None where there is none."""


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two names lead to one file, through links too."""
    try:
        return one.samefile(other)
    except (OSError, ValueError):
        return False


def real(path: Path) -> Path:
    """Return where links lead; those that go round in a circle stay, and are found when the file is opened."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def unfinished(name: str) -> str:
    """Return how the name of a file begins that will be called ``name``; it ends as ``UNFINISHED`` says."""
    return "." + os.fsencode(name)[:_LONGEST_NAME].decode(errors="ignore")


def write_bytes(path: Path, data: Content, *, instead_of: bytes | None = None, shared: bool = False) -> None:
    """Replace a file as a whole; its owner, group, rights, access list and extended attributes stay.

    Only where the owner could not be kept and not write any more is the old file itself written over. A new file that
    is ``shared`` can be written by all who may write in its folder. Only where the file still holds what the run has
    read of it, or is still not there, if it has looked for it; with ``instead_of``, only where it holds these bytes
    (none: is not there) and has no other name. After an error the old file is as it was. Raises UnreadableFileError.
    """
    target, is_as_read = real(path), _check(path, instead_of)
    try:
        exists = _is_replaceable(target)
        if exists and instead_of is not None and (names := target.stat().st_nlink) > 1:
            raise has_other_names(names)
        new = target.with_name(f"{unfinished(target.name)}.kshc-{token_hex(8)}.tmp")
        try:
            with new.open("xb") as stream:
                stays_writable = take_over(new, target) if exists else True
                if not exists:
                    (share if shared else hand_down)(new)
                _fill(stream, data)
            if not stays_writable:
                _write_over(target, new.read_bytes(), is_as_read)
            elif exists:
                _take_place(new, target, is_as_read)
            else:
                _take_name(new, target, is_as_read)
            _settle(path, target.parent)
        finally:
            new.unlink(missing_ok=True)
    except (OSError, ValueError) as problem:
        raise unwritten(path if target.parent == path.parent else target, problem) from problem


def _check(path: Path, instead_of: bytes | None = None) -> _Check | None:
    """Return what tells whether a file still is what the run knows of it; None where it knows nothing."""
    if instead_of is not None:
        return lambda data: (data or b"") == instead_of
    seen = witness()
    return partial(seen.is_as_read, path) if seen.knows(path) else None


def refuse_unwritable(path: Path) -> None:
    """Raise UnreadableFileError where ``write_bytes`` could not write a file, as far as that can be known before."""
    target = real(path)
    try:
        _is_replaceable(target)
        tried = target.with_name(f"{unfinished(target.name)}.kshc-{token_hex(8)}.tmp")
        try:
            tried.open("xb").close()
        finally:
            tried.unlink(missing_ok=True)
    except (OSError, ValueError) as problem:
        raise unwritten(path if target.parent == path.parent else target, problem) from problem


def write_folder(folder: Path, files: Iterable[tuple[str, Content]]) -> int:
    """Write files (name and content) into a folder, made where it is missing, as are those that names go through.

    Returns how many they are. All are written into a folder of their own before the first one takes its place: until
    then an error, in what makes them too, leaves everything as it was; so does a file that is no longer what the run
    has read of it. Raises UnreadableFileError.
    """
    target = real(folder)
    try:
        if target.exists() and not target.is_dir():
            raise refused(errno.ENOTDIR)
        _make(target.parent)
        place = target if target.exists() else target.parent  # on the same disk, so that moving in is renaming
        with tempfile.TemporaryDirectory(prefix=f"{unfinished(target.name)}.", suffix=".tmp", dir=place) as name:
            return _move_in(Path(name), _stage(Path(name), files), target)
    except (OSError, ValueError) as problem:
        raise unwritten(folder / "-" if folder.exists() else folder, problem) from problem


def _make(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing."""
    if not folder.is_dir():
        _make(folder.parent)
        folder.mkdir(exist_ok=True)
        hand_down(folder)


def _stage(folder: Path, files: Iterable[tuple[str, Content]]) -> list[str]:
    staged = []
    for name, data in files:
        staged.append(name)
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        with (folder / name).open("wb") as stream:
            _fill(stream, data)
    return staged


def _move_in(stage: Path, staged: list[str], folder: Path) -> int:
    replaced = [name for name in staged if _is_replaceable(folder / name)]
    for name in replaced:
        take_over(stage / name, folder / name)
    for name in staged:
        _make((folder / name).parent)
    for name in staged:
        _refuse_changed(folder / name)
    for name in staged:
        if name not in replaced:
            hand_down(stage / name, (folder / name).parent)
        (stage / name).replace(folder / name)
        witness().wrote(folder / name)
    return len(staged)


def _refuse_changed(path: Path) -> None:
    """Raise UnreadableFileError where a file is no longer what the run has read of it."""
    is_as_read = _check(path)
    if is_as_read is not None and not is_as_read(_held(path) if path.exists() else None):
        raise unwritten(path, changed_meanwhile())


def _held(path: Path) -> bytes:
    """Return what a file holds, as far as files are read."""
    with path.open("rb") as stream:
        return stream.read(LARGEST + 1)


def _is_replaceable(target: Path) -> bool:
    """Tell whether there is a file to be replaced. Raises OSError where it may not be."""
    if is_reserved(target):
        raise reserved()
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise refused(errno.EISDIR)
    if not stat.S_ISREG(mode):
        raise not_ordinary()
    if not os.access(target, os.W_OK):
        raise refused(errno.EACCES)
    return True


def _take_place(new: Path, target: Path, is_as_read: _Check | None) -> None:
    """Put a file in the place of an old one, whose bytes are looked at behind the last moment to change them."""
    if is_as_read is None:
        new.replace(target)
    elif exchanged(new, target):
        if not is_as_read(_held(new)):
            exchanged(new, target)
            raise changed_meanwhile()
    elif is_as_read(_held(target)):
        new.replace(target)
    else:
        raise changed_meanwhile()


def _take_name(new: Path, target: Path, is_as_read: _Check | None) -> None:
    """Give a file a name that is still free; it has to be where the run has looked for it."""
    if is_as_read is None:
        new.replace(target)
    elif not is_as_read(None):
        raise changed_meanwhile()
    else:
        try:
            os.link(new, target)
        except FileExistsError as problem:
            raise changed_meanwhile() from problem
        except OSError:  # a disk without links
            if target.exists():
                raise changed_meanwhile() from None
            new.replace(target)


def _write_over(target: Path, data: bytes, is_as_read: _Check | None) -> None:
    """Write a file over, and bring the old bytes back where that fails."""
    with target.open("r+b") as stream:
        old = stream.read()
        if is_as_read is not None and not is_as_read(old[: LARGEST + 1]):
            raise changed_meanwhile()
        with ExitStack() as undo:
            undo.callback(_refill, stream, old)
            _refill(stream, data)
            undo.pop_all()


def _refill(stream: BinaryIO, data: bytes) -> None:
    stream.seek(0)
    _fill(stream, data)
    stream.truncate(len(data))
    os.fsync(stream.fileno())


def _fill(stream: BinaryIO, data: Content) -> None:
    stream.writelines([data] if isinstance(data, bytes) else data)
    stream.flush()
    os.fsync(stream.fileno())


def _settle(path: Path, folder: Path) -> None:
    """Bring a new name to disk as well; where folders cannot be opened (Windows), the system does it itself."""
    witness().wrote(path)
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
