"""A plugin of pytest, ``-p tools.timed_tests``: writes the seconds of each test that passed to ``TIMED_TESTS``."""

import json
import os
from collections import defaultdict
from pathlib import Path

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Time where the reports of all tests come together."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Times(Path(os.environ["TIMED_TESTS"])))


class _Times:
    def __init__(self, file: Path) -> None:
        self.file = file
        self.seconds: dict[str, float] = defaultdict(float)
        self.failed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.seconds[report.nodeid] += report.duration
        if not report.passed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        passed = {name: round(spent, 3) for name, spent in self.seconds.items() if name not in self.failed}
        self.file.write_text(json.dumps(passed, ensure_ascii=False, indent=0), encoding="utf-8")
