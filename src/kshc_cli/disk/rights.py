"""Who may do what with a file: kept when it is replaced, given when it is new and several people write it."""

import os
import shutil
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Final

if sys.platform != "win32":
    import pwd

_ACCESS_LIST: Final = "system.posix_acl_access"


def take_over(new: Path, old: Path) -> bool:
    """Give a new file the owner, group, rights, access list and attributes of an old one, as far as the system lets us.

    Tell whether the owner of the old one can still write, as far as is known: only root gives files away.
    """
    was = old.stat()
    if hasattr(os, "chown"):
        _give(new, was.st_uid, was.st_gid)
    shutil.copystat(old, new)  # with it the access list, which is an attribute
    if _ACCESS_LIST in _attributes(new) - _attributes(old):
        os.removexattr(new, _ACCESS_LIST)  # from the folder's default, which is for new files
        new.chmod(stat.S_IMODE(was.st_mode))
    os.utime(new)
    now = new.stat()
    writes = bool(was.st_mode & stat.S_IWGRP) and _ACCESS_LIST not in _attributes(old)
    by_group = now.st_gid == was.st_gid and writes
    return now.st_uid == was.st_uid or bool(was.st_mode & stat.S_IWOTH) or (by_group and _is_member(was))


def share(new: Path) -> None:
    """Let all write a new file who may write in its folder: they could replace it anyway.

    In a folder where nobody may replace what another one owns (sticky, as /tmp), it stays its maker's.
    """
    folder, made = new.parent.stat(), new.stat()
    if hasattr(os, "chown") and not folder.st_mode & stat.S_ISVTX:
        _give(new, folder.st_uid, folder.st_gid)
        writers = folder.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
        new.chmod(stat.S_IMODE(made.st_mode) | writers | writers << 1)


def hand_down(new: Path, folder: Path | None = None) -> None:
    """Give the group of a folder that hands its group down (setgid) the rights in it to what is new there, too.

    Elsewhere, and where nobody may replace what another one owns, the rights are those of the umask.
    """
    above = (folder or new.parent).stat()
    if above.st_mode & stat.S_ISGID and not above.st_mode & stat.S_ISVTX:
        given = above.st_mode & (stat.S_IRGRP | stat.S_IWGRP)
        made = new.stat()
        _give(new, made.st_uid, above.st_gid)
        if stat.S_ISDIR(made.st_mode):
            given |= above.st_mode & stat.S_IXGRP
        new.chmod(stat.S_IMODE(new.stat().st_mode) | given)


def _give(path: Path, owner: int, group: int) -> None:
    found = path.stat()
    if (found.st_uid, found.st_gid) == (owner, group):
        return
    try:
        os.chown(path, owner, group)
    except OSError:
        with suppress(OSError):
            os.chown(path, -1, group)


def _is_member(seen: os.stat_result) -> bool:
    """Tell whether the owner of a file is known to be in its group; a folder's group need not be that of its owner."""
    if sys.platform == "win32":
        return True
    try:
        owner = pwd.getpwuid(seen.st_uid)
        return seen.st_gid in os.getgrouplist(owner.pw_name, owner.pw_gid)
    except (KeyError, OSError):
        return False


def _attributes(path: Path) -> set[str]:
    """Return the names of the extended attributes of a file; none where the system has no such thing."""
    if hasattr(os, "listxattr"):
        with suppress(OSError):
            return set(os.listxattr(path))
    return set()
