"""What every test may use: the command line as a function, and the project's own plan."""

import os
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import settings

from kshc_cli import commands
from kshc_cli.app import main
from kshc_cli.messages import use_language

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "tests" / "examples"

for _module in pkgutil.iter_modules(commands.__path__):
    import_module(f"{commands.__name__}.{_module.name}")  # a command's help speaks the language of when it was loaded

settings.register_profile("home", deadline=None)  # a busy machine fails no test
settings.register_profile("ci", deadline=None, derandomize=True)  # the same examples in every run
settings.load_profile("ci" if os.environ.get("CI") == "true" else "home")


@dataclass(frozen=True)
class Result:
    """What a run of kshc gave."""

    status: int
    out: str
    err: str


Kshc = Callable[..., Result]


def ran(kshc: Kshc, *arguments: str | Path, status: int = 0) -> Result:
    """Run kshc with arguments, and let it end with an exit status."""
    result = kshc(*arguments)
    assert result.status == status, result
    return result


@pytest.fixture(autouse=True)
def _quiet_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KSHC_PLAN", "KSHC_TODAY", "NO_COLOR", "COLUMNS", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KSHC_CACHE", "0")
    monkeypatch.setenv("KSHC_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")
    use_language("en")


@pytest.fixture
def kshc(capsys: pytest.CaptureFixture[str]) -> Kshc:
    """Run kshc with arguments; its exit status and what it wrote."""

    def run(*arguments: str | Path) -> Result:
        capsys.readouterr()
        status = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Result(status, captured.out, captured.err)

    return run


@pytest.fixture
def plan_file() -> Path:
    """The plan of Sa Đéc at the top of the repository."""
    return ROOT / "plan.yaml"
