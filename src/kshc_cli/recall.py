"""Answers that kshc gave before, given again where everything that they came from is as it was.

This is the first module that runs, and for a remembered answer the last one: it imports only what Python has loaded by
then. ``disk.memory`` writes what it reads.
"""

import marshal
import os
import stat
import sys
import time
from _imp import source_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Content = Callable[[str, int, os.stat_result], bytes | None]

FORM = 4
"""Which form remembered answers have; another number forgets all older ones."""

SWITCH = "KSHC_CACHE"
"""The variable that turns remembering off with ``0``."""

COMPLETION = "_KSHC_COMPLETE"
"""The variable by which a shell asks how a command line could go on."""

VARIABLES = (
    "KSHC_",
    "LANG",
    "LC_",
    "NO_COLOR",
    "COLUMNS",
    "LINES",
    "TERM",
    "COLORTERM",
    "FORCE_COLOR",
    "TTY_",
    "UNICODE_VERSION",
    "TZ",
    "HOME",
    "XDG_CACHE_HOME",
    "PYTHON",
    "PYDANTIC_",
)
"""How the names of variables begin on which an answer may depend."""

_READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""How files are opened: a named pipe could be waited for in vain."""

_SIGNED = 8
"""Bytes before what is kept, by which it is known to be whole, and kept under its name."""

FOLDER, LINK = "/", "//"
"""What stands behind the names of folders, and of links, among the names in a folder."""

Question = tuple[int | str | tuple[int | str | tuple[str, str], ...] | None, ...]
"""A question with all that its answer depends on beside files: plain values that are compared as they are."""

Signature = tuple[int, int, int]
"""Time of change, size and number of a file: what changes when another version of a package is installed."""

Identity = tuple[int, int]
"""Disk and number of a file or folder: which one it is, whatever its names."""

Said = tuple[int, bytes, int]
"""What was written: where (1 stdout, 2 stderr), the words, and how many bytes they are where they are packed, or 0."""

State = tuple[int, int, int]
"""Size and both times of change of a file or folder, in nanoseconds: nothing can change it and leave all three."""

Seen = tuple[bytes, Identity | None, State | None]
"""What tells a file's bytes (a folder's names) from others; which one it was, where that counts; and its state.

The state is None where the bytes are to be looked at: of one plan always, and where it had changed just before.
"""


def answer_again() -> OSError | None:
    """Give the answer to this command line once more and leave; return where it is not known any more.

    Also where stdout takes none of it; where it takes a part, why not more: who works it out anew would say it twice.
    """
    asked = question()
    place = folder()
    if asked is None or place is None:
        return None
    remembered = _remembered(os.path.join(place, name_of(asked)), asked)
    if remembered is None:
        return None
    status, said = remembered
    try:
        words = [(stream, unpacked(text, size) if size else text) for stream, text, size in said]
    except (ValueError, MemoryError):
        return None
    is_begun, problem = _told(words)
    if problem is None:
        os._exit(status)
    return problem if is_begun else None


def _told(said: list[tuple[int, bytes]]) -> tuple[bool, OSError | None]:
    """Write words, by stream; return whether any went out, and why stdout did not take them all.

    As in a run that works the answer out, what stderr does not take is not missed, nor what a reader leaves.
    """
    is_begun, problem = False, None
    closed = sys.stdout is None, sys.stderr is None
    for stream, text in said:
        if closed[stream - 1] or (stream == 1 and problem):
            continue
        rest = memoryview(text)  # a pipe may take it in small pieces
        try:
            while rest:
                rest = rest[os.write(stream, rest) :]
                is_begun = True
        except BrokenPipeError:
            continue
        except OSError as failed:
            problem = failed if stream == 1 else problem
            if problem and not is_begun:
                break
    return is_begun, problem


def question() -> Question | None:
    """Return all that an answer depends on beside files; None where nothing is to be remembered."""
    if os.environ.get(SWITCH) == "0" or COMPLETION in os.environ:
        return None
    variables = tuple(sorted(item for item in os.environ.items() if item[0].startswith(VARIABLES)))
    try:
        place = os.getcwd()
    except OSError:
        return None
    drawn = os.isatty(1), os.isatty(2)
    today = time.localtime()[:3]
    zone = time.timezone, time.altzone
    return FORM, sys.version, sys.executable, tuple(sys.argv[1:]), place, variables, drawn, _size(), today, zone


def _size() -> tuple[int, int] | None:
    try:
        width, height = os.get_terminal_size(1)
    except OSError:
        return None
    return width, height


def folder() -> str | None:
    """Return the folder of what is remembered if it is there and nobody else can get at it."""
    place = usual_folder()
    if place is None:
        return None
    try:
        seen = os.stat(place, follow_symlinks=False)
    except OSError:
        return None
    return place if is_ours(seen) else None


def usual_folder() -> str | None:
    """Return where things are remembered, as platformdirs has it; on Linux without loading it.

    None where the environment names none that is the same wherever kshc runs: XDG ignores what is not absolute.
    """
    if sys.platform != "linux":
        from platformdirs import user_cache_dir

        return user_cache_dir("kshc", appauthor=False)
    named = os.environ.get("XDG_CACHE_HOME", "")
    place = os.path.join(named if os.path.isabs(named) else os.path.expanduser("~/.cache"), "kshc")
    return place if os.path.isabs(place) else None


def is_ours(seen: os.stat_result) -> bool:
    """Tell whether a file or folder belongs to this user, and nobody else may read or change it."""
    return os.name != "posix" or (seen.st_uid == os.geteuid() and not seen.st_mode & 0o077)


def name_of(asked: Question) -> str:
    """Return the name of the file with the answer to a question."""
    digits = source_hash(FORM, repr(asked).encode(errors="backslashreplace")).hex()
    return f"{digits}.answer"


def kept(path: str) -> bytes | None:
    """Return what is kept in a file: None where there is none, or none of ours, or not what was kept under its name."""
    try:
        descriptor = os.open(path, _READING | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return None
    try:
        seen = os.fstat(descriptor)
        data = os.read(descriptor, seen.st_size) if is_ours(seen) else b""
    except OSError:
        return None
    finally:
        os.close(descriptor)
    held = data[_SIGNED:]
    return held if data == signed(os.path.basename(path), held) else None


def signed(name: str, data: bytes) -> bytes:
    """Return the bytes of the file of this name in which ``data`` is kept: under another name it is nothing."""
    return source_hash(FORM, name.encode() + b"/" + data) + data


def unpacked(packed: bytes, size: int) -> bytes:
    """Return so many bytes that ``disk.memory`` has packed. Raises ValueError where they are none."""
    import zlib

    try:
        text = zlib.decompress(packed, bufsize=size)
    except zlib.error as problem:
        raise ValueError(*problem.args) from problem
    if len(text) != size:
        raise ValueError(len(text))
    return text


def _remembered(path: str, asked: Question) -> tuple[int, list[Said]] | None:
    """Return exit status and words, by stream, if this was asked and its files are as they were."""
    data = kept(path)
    if data is None:
        return None
    try:
        return _answer_in(data, asked)
    except (EOFError, TypeError, ValueError, OverflowError):  # whole, but nothing that this kshc has written
        return None


def _answer_in(data: bytes, asked: Question) -> tuple[int, list[Said]] | None:
    same, salt, files, folders, gone, code, signature, status, said = marshal.loads(data)
    if same != asked or signature != signatures(code):
        return None
    for name in gone:
        if is_there(name):
            return None
    for name, seen in folders:
        if not _is_as_seen(name, seen, salt, names_in):
            return None
    for name, seen in files:
        if not _is_as_seen(name, seen, salt, _bytes_of):
            return None
    return status, said


def is_there(path: str) -> bool:
    """Tell whether there is anything of this name, were it a link that leads nowhere."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    return True


def _is_as_seen(path: str, seen: Seen, salt: int, content: "Content") -> bool:
    """Tell whether a file or folder is the one that was seen, and as it was."""
    mark, identity, state = seen
    try:
        descriptor = os.open(path, _READING)  # beside what stat knows of a disk elsewhere, opening asks how it is now
    except OSError:
        return False
    try:
        now = os.fstat(descriptor)
        if identity is not None and identity_of(now) != identity:
            return False
        if state is not None and state_of(now) == state:
            return True
        held = content(path, descriptor, now)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return held is not None and source_hash(salt, held) == mark


def identity_of(seen: os.stat_result) -> Identity:
    """Return which file or folder it is."""
    return seen.st_dev, seen.st_ino


def state_of(seen: os.stat_result) -> State:
    """Return the state of a file or folder."""
    return seen.st_size, seen.st_mtime_ns, seen.st_ctime_ns


def _bytes_of(_path: str, descriptor: int, seen: os.stat_result) -> bytes | None:
    """Return a file's bytes; None of what is no ordinary file."""
    return os.read(descriptor, seen.st_size) if stat.S_ISREG(seen.st_mode) else None


def names_in(path: str, _descriptor: int, _seen: os.stat_result) -> bytes:
    """Return the names in a folder, each with a zero behind it, and with what ``FOLDER`` or ``LINK`` it is.

    Raises OSError.
    """
    with os.scandir(path) as entries:
        names = [f"{one.name}{LINK if one.is_symlink() else FOLDER if one.is_dir() else ''}\0" for one in entries]
    return "".join(sorted(names)).encode(errors="surrogateescape")


def signatures(paths: tuple[str, ...]) -> tuple[Signature, ...] | None:
    """Return the signatures of files, as a package has them; None where one is not there."""
    try:
        seen = [os.stat(path) for path in paths]
    except OSError:
        return None
    return tuple((one.st_mtime_ns, one.st_size, one.st_ino) for one in seen)
