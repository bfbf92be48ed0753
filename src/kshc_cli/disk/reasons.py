"""Why the system does not do what it is asked, in the user's language."""

import errno
import os
from pathlib import Path

from kshc_cli.errors import UnreadableFileError
from kshc_cli.messages import _

_OPEN_ELSEWHERE = {32, 33}
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows."""


def reason(problem: OSError | ValueError) -> str:
    """Return the reason that an error of the system stands for; one without a sentence here in the system's words."""
    if not isinstance(problem, OSError):
        return _("this is no file name")
    if getattr(problem, "winerror", 0) in _OPEN_ELSEWHERE:
        return _("another program has the file open; close it there")
    return _sentences().get(problem.errno or 0) or problem.strerror or str(problem)


def _sentences() -> dict[int, str]:
    denied, no_device = _("no permission"), _("there is no such device")
    return {
        errno.ENOENT: _("there is no such file or folder"),
        errno.ENOTDIR: _("a part of this path is a file and no folder"),
        errno.EACCES: denied,
        errno.EPERM: denied,
        errno.EISDIR: _("this is a folder, not a file"),
        errno.ENOSPC: _("the disk is full"),
        errno.EDQUOT: _("your share of the disk is used up"),
        errno.EROFS: _("this disk takes no changes"),
        errno.EIO: _("the disk or the network does not answer as it should"),
        errno.ENXIO: no_device,
        errno.ENODEV: no_device,
        errno.ELOOP: _("this link leads round in a circle"),
        errno.ENAMETOOLONG: _("this is no file name"),
    }


def unread(path: Path, problem: OSError | ValueError) -> UnreadableFileError:
    """Return the error for a file that could not be read, about what is to blame: the file, or the link to it."""
    told = reason(problem)
    if isinstance(problem, FileNotFoundError) and path.is_symlink():
        told = _("this link leads to {target}, and nothing is there").format(target=path.readlink())
    elif isinstance(problem, OSError) and problem.errno == errno.ENXIO and path.is_socket():
        told = str(not_ordinary().strerror)
    return UnreadableFileError(str(path), told)


def unwritten(path: Path, problem: OSError | ValueError) -> UnreadableFileError:
    """Return the error for a file that could not be written, about what is to blame: the file, or a folder above it."""
    folder = next((each for each in path.absolute().parents if os.path.lexists(each)), path)
    shown = next((each for each in path.parents if each.absolute() == folder and each.name), folder)
    match problem.errno if isinstance(problem, OSError) else None:
        case errno.ENOENT if not path.parent.exists():
            missing = next(each for each in (*reversed(path.parents), path.parent) if not os.path.lexists(each))
            return UnreadableFileError(str(missing), reason(problem))
        case errno.ENOTDIR:
            return UnreadableFileError(str(shown), _("this is a file and no folder"))
        case errno.EACCES | errno.EPERM if not os.access(folder, os.W_OK | os.X_OK):
            return UnreadableFileError(str(shown), _("there is no permission to write in this folder"))
        case _:
            return UnreadableFileError(str(path), reason(problem))


def refused(code: int) -> OSError:
    """Return the error that the system would raise for a code of ``errno``."""
    return OSError(code, os.strerror(code))


def not_ordinary() -> OSError:
    """Return the error for a named pipe, a device, a socket."""
    return OSError(errno.ENOTSUP, _("this is no ordinary file"))


def reserved() -> OSError:
    """Return the error for a name that Windows gives to no file."""
    return OSError(errno.EINVAL, _("Windows keeps this name or one of its signs for itself; choose another name"))


def has_other_names(count: int) -> OSError:
    """Return the error for a file that would be renewed under one of its names and stay old under the others."""
    sentence = _(
        "the file has {count} names (hard links), and only this one would get what is new; keep one of them and make "
        "symbolic links of the others (ln -s)"
    )
    return OSError(errno.EMLINK, sentence.format(count=count))


def changed_meanwhile() -> OSError:
    """Return the error for a file that no longer holds what was read."""
    return OSError(
        errno.EBUSY, _("another program has changed it meanwhile; nothing was written. Run the command again.")
    )
