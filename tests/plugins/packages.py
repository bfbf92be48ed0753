"""Packages that are made for a test, as an installer leaves them."""

from pathlib import Path
from textwrap import dedent

import pytest


class Packages:
    """A folder in which Python looks for packages."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        folder.mkdir()
        monkeypatch.syspath_prepend(str(folder))
        self._prefix = f"added_{abs(hash(str(folder)))}"

    def add(self, kind: str, code: str, *, name: str = "it", package: str = "office", version: str = "1.2") -> None:
        """Install a package whose module has ``code``, in which ``it`` is what it adds."""
        module = f"{self._prefix}_{package}"
        (self.folder / f"{module}.py").write_text(dedent(code), encoding="utf-8")
        place = self.folder / f"{package}-{version}.dist-info"
        place.mkdir()
        (place / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: {version}\n")
        (place / "entry_points.txt").write_text(f"[kshc.{kind}]\n{name} = {module}:it\n")
