"""A plugin of pytest, ``-p tools.ran_functions``: which functions of kshc each test runs, by Python's own monitoring.

It needs Python 3.12. A line of the file ``RAN_FUNCTIONS`` (each process of the tests has one, its number behind the
name) is a test that passed, as JSON: its name, the functions that it ran, those that ran before it. A function is a
number, which stands with its module and first line in the first line that names it.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import CodeType
from typing import IO, Any, Final

import pytest

MONITORING: Final[Any] = vars(sys)["monitoring"]
SOURCE: Final = str(Path(__file__).parents[1] / "src" / "kshc_cli") + os.sep


class _Ran:
    """What is running: the functions of the present test by their phases."""

    def __init__(self, stream: IO[str]) -> None:
        self.stream = stream
        self.ran: dict[int, CodeType] = {}
        self.phases: dict[str, dict[int, CodeType]] = {}
        self.numbers: dict[int, int] = {}
        self.known: dict[int, CodeType] = {}
        """Kept, so that no other function gets the same number."""

    def began(self, code: CodeType, _offset: int) -> object:
        """Note a function of kshc; be told of no other one again."""
        if code.co_filename.startswith(SOURCE):
            self.ran[id(code)] = code
            return None
        return MONITORING.DISABLE

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(self, call: "pytest.CallInfo[None]") -> Iterator[None]:
        """Part what ran before a test from what it ran."""
        self.phases[call.when], self.ran = self.ran, {}
        return (yield)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        """Write what a test ran; it is none of the next one's matter."""
        before, during = self.phases.get("setup", {}), self.phases.get("call", {})
        new = {key: code for key, code in (before | during).items() if key not in self.numbers}
        self.numbers |= {key: number for number, key in enumerate(new, len(self.numbers))}
        places = {self.numbers[key]: (new[key].co_filename[len(SOURCE) :], new[key].co_firstlineno) for key in new}
        names = [sorted(self.numbers[key] for key in some) for some in (during, before)]
        self.known |= new
        self.stream.write(json.dumps([nodeid, *names, places], ensure_ascii=False) + "\n")
        self.phases = {}


def pytest_configure(config: pytest.Config) -> None:
    """Watch every process that runs tests."""
    workers: Any = getattr(config.option, "numprocesses", None)
    if hasattr(config, "workerinput") or not workers:
        stream = Path(f"{os.environ['RAN_FUNCTIONS']}.{os.getpid()}").open("w", encoding="utf-8")  # noqa: SIM115
        config.add_cleanup(stream.close)
        ran = _Ran(stream)
        tool, start = MONITORING.COVERAGE_ID, MONITORING.events.PY_START
        MONITORING.use_tool_id(tool, "kshc")
        MONITORING.register_callback(tool, start, ran.began)
        MONITORING.set_events(tool, start)
        config.add_cleanup(lambda: MONITORING.set_events(tool, 0))
        config.pluginmanager.register(ran)
