"""Programs run on a terminal."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

pty: ModuleType = pytest.importorskip("pty")
"""What only some systems have: who imports this module is skipped on others."""


def on_a_terminal(*command: str | Path, folder: Path, typed: str = "", status: int = 0) -> str:
    """Run a program where somebody typed something; return what the screen was told, with plain line ends."""
    master, slave = pty.openpty()
    settings = os.environ | {"TERM": "xterm", "COLUMNS": "80"}
    with subprocess.Popen(command, cwd=folder, stdin=slave, stdout=slave, stderr=slave, env=settings) as run:
        os.close(slave)
        os.write(master, typed.encode())
        screen = b"".join(_read(master)).decode().replace("\r\n", "\n")
        assert run.wait() == status, screen
    os.close(master)
    return screen


def _read(master: int) -> Iterator[bytes]:
    try:
        while data := os.read(master, 4096):
            yield data
    except OSError:  # Linux says so where the other side is closed
        return
