"""What is remembered keeps within its bounds: the older half goes where one is passed."""

import os
import zlib
from pathlib import Path

import pytest

from kshc_cli.disk.memory import LARGEST, Memory
from kshc_cli.recall import unpacked

MOST_BYTES = 256 * 1024 * 1024


@pytest.fixture
def memory(tmp_path: Path) -> Memory:
    folder = tmp_path / "kshc"
    folder.mkdir(mode=0o700)
    return Memory(folder)


def test_the_older_half_goes_where_the_bytes_are_too_many(memory: Memory) -> None:
    files = [memory.folder / f"{number}.answer" for number in range(4)]
    for number, file in enumerate(files):
        file.touch()
        os.truncate(file, MOST_BYTES // 4)  # no byte of it is written
        os.utime(file, (number, number))
    memory.tidy()
    assert all(file.exists() for file in files)
    os.truncate(files[0], MOST_BYTES // 4 + 1)
    os.utime(files[0], (0, 0))
    memory.tidy()
    assert [file.exists() for file in files] == [False, False, False, True]


def test_what_is_too_large_is_not_remembered(memory: Memory) -> None:
    memory.remember("a.answer", b"x" * LARGEST)
    memory.remember("b.answer", b"x" * (LARGEST + 1))
    assert [memory.recall(name) is not None for name in ("a.answer", "b.answer")] == [True, False]
    assert LARGEST == MOST_BYTES // 16


def test_packed_words_that_are_not_whole_are_none() -> None:
    words = "Báo cáo kết quả\n".encode() * 100
    packed = zlib.compress(words)
    assert unpacked(packed, len(words)) == words
    for held, size in ((packed, len(words) + 1), (packed[:-1], len(words)), (words, len(words)), (b"", 1)):
        with pytest.raises(ValueError, match=r".*"):
            unpacked(held, size)
