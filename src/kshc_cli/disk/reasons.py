"""Why the system does not do what it is asked, in the user's language."""

import errno

from kshc_cli.messages import _

_OPEN_ELSEWHERE = {32, 33}
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows."""


def reason(problem: OSError | ValueError) -> str:
    """Return the reason that an error of the system stands for."""
    match problem:
        case FileNotFoundError():
            return _("there is no such file or folder")
        case NotADirectoryError():
            return _("a part of this path is a file and no folder")
        case PermissionError():
            return _("no permission")
        case IsADirectoryError():
            return _("this is a folder, not a file")
        case OSError(errno=errno.ENOSPC):
            return _("the disk is full")
        case OSError(errno=errno.EDQUOT):
            return _("your share of the disk is used up")
        case OSError(errno=errno.EROFS):
            return _("this disk takes no changes")
        case OSError(errno=errno.EIO):
            return _("the disk or the network does not answer as it should")
        case OSError(errno=errno.ENXIO | errno.ENODEV):
            return _("there is no such device")
        case OSError() if getattr(problem, "winerror", 0) in _OPEN_ELSEWHERE:
            return _("another program has the file open; close it there")
        case OSError(errno=errno.ELOOP):
            return _("this link leads round in a circle")
        case OSError() if problem.errno != errno.ENAMETOOLONG:
            return problem.strerror or str(problem)
        case _:
            return _("this is no file name")


def not_ordinary() -> OSError:
    """Return the error for a named pipe, a device, a socket."""
    return OSError(errno.ENOTSUP, _("this is no ordinary file"))


def changed_meanwhile() -> OSError:
    """Return the error for a file that no longer holds what was read."""
    return OSError(errno.EBUSY, _("another program has changed it meanwhile; nothing was written, run it again"))
