"""Reasons of the system, told in the user's language."""

import errno

import pytest

from kshc_cli.disk.reasons import reason
from kshc_cli.messages import speaking

CODES = (
    *(errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EISDIR, errno.ENOSPC, errno.EDQUOT, errno.EROFS),
    *(errno.EIO, errno.ENXIO, errno.ENODEV, errno.ELOOP, errno.ENAMETOOLONG),
)


@pytest.mark.parametrize("code", CODES)
def test_a_reason_is_told_in_vietnamese(code: int) -> None:
    with speaking("vi"):
        told = reason(OSError(code, "as the system says it"))
    assert told != "as the system says it"
    assert not told.isascii()


def test_a_reason_without_a_sentence_of_its_own_is_the_systems() -> None:
    assert reason(OSError(errno.EMFILE, "Too many open files")) == "Too many open files"
