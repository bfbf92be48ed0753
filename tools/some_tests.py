"""A plugin of pytest, ``-p tools.some_tests``: tests that ``CHOSEN_TESTS`` lists, in its order.

They are begun for ``SECONDS`` by the clock, for ``CPU_SECONDS`` of what they and their programs compute, which is the
same on a busy machine. A process that computes for ``MOST_CPU_SECONDS`` is ended. The name of a test that fails is
written into the file ``FAILED_TEST``.
"""

import os
import resource
import time
from pathlib import Path

import pytest

_ENDS = time.monotonic() + float(os.environ.get("SECONDS", "inf"))
_COMPUTED = float(os.environ.get("CPU_SECONDS", "inf"))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests that were chosen."""
    if file := os.environ.get("CHOSEN_TESTS"):
        places = {name: place for place, name in enumerate(Path(file).read_text(encoding="utf-8").split("\n"))}
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid not in places])
        items[:] = sorted((item for item in items if item.nodeid in places), key=lambda item: places[item.nodeid])


def pytest_sessionstart(session: pytest.Session) -> None:
    """Begin no more tests once the time is up, and call those content that were begun."""
    if most := os.environ.get("MOST_CPU_SECONDS"):
        resource.setrlimit(resource.RLIMIT_CPU, (int(most), int(most)))
    session.config.pluginmanager.register(_Budget(session))


def _is_up() -> bool:
    return time.monotonic() > _ENDS or sum(os.times()[:4]) > _COMPUTED


class _Budget:
    def __init__(self, session: pytest.Session) -> None:
        self.session = session

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and (file := os.environ.get("FAILED_TEST")):
            Path(file).write_text(report.nodeid, encoding="utf-8")
        if _is_up():
            self.session.shouldstop = "the time is up; make unit runs all tests"

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self) -> None:
        if _is_up() and not self.session.testsfailed:
            self.session.exitstatus = pytest.ExitCode.OK
