"""A plugin of pytest, ``-p tools.some_tests``: tests that ``CHOSEN_TESTS`` lists, in its order, for ``SECONDS``."""

import os
import time
from pathlib import Path

import pytest

_ENDS = time.monotonic() + float(os.environ.get("SECONDS", "inf"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests that were chosen."""
    if file := os.environ.get("CHOSEN_TESTS"):
        places = {name: place for place, name in enumerate(Path(file).read_text(encoding="utf-8").split("\n"))}
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in places])
        items[:] = sorted((item for item in items if item.nodeid in places), key=lambda item: places[item.nodeid])


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin no more tests once the time is up, and call those content that were begun."""
    session.config.pluginmanager.register(_Budget(session))


class _Budget:
    def __init__(self, session: pytest.Session) -> None:
        self.session = session

    def pytest_runtest_logreport(self) -> None:
        if time.monotonic() > _ENDS:
            self.session.shouldstop = "the time is up; make unit runs all tests"

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        if time.monotonic() > _ENDS and not self.session.testsfailed:
            self.session.exitstatus = pytest.ExitCode.OK
