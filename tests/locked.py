"""What was made with the versions of uv.lock, and can be compared with these only."""

import tomllib
from importlib.metadata import version

import pytest

from tests.conftest import ROOT


def made_with(package: str) -> pytest.MarkDecorator:
    """Skip a test where another version of ``package`` is installed than what it looks at was made with."""
    locked = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
    (own,) = (one["version"] for one in locked if one["name"] == package)
    return pytest.mark.skipif(version(package) != own, reason=f"made with {package} {own}")
