"""LibreOffice, which makes files of one kind of those of another: the only module that runs it."""

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from kshc_cli.disk.reasons import reason as reason_of
from kshc_cli.errors import FileError, KshcError
from kshc_cli.messages import _

LONGEST: Final = 600
"""Seconds that LibreOffice may take; a plan of 34 tasks takes 2, one of 10,000 some minutes."""

_PROGRAMS: Final = (
    *("soffice", "libreoffice"),
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
"""Names on PATH, then the places where macOS and Windows install it."""


class MissingLibreOfficeError(KshcError):
    """LibreOffice is not where it is looked for; ``named`` is what the user named, if anything."""

    def __init__(self, named: str | None) -> None:
        super().__init__(named)
        self.named = named

    def sentence(self) -> str:
        """Say what to install, or that the named program is none."""
        if self.named:
            return _("KSHC_SOFFICE names {program}, which is no program that can be run.").format(program=self.named)
        return _(
            "A PDF needs LibreOffice: install libreoffice-writer-nogui or libreoffice-writer (Debian, Ubuntu), "
            "LibreOffice (other systems), or name its program soffice in KSHC_SOFFICE."
        )


class ConversionError(FileError):
    """LibreOffice made no file of the kind that was asked for; ``reason`` is a translated clause."""

    def __init__(self, reason: str, target: str = "pdf") -> None:
        super().__init__(reason, target)
        self.reason = reason
        self.target = target
        """What the name of a file of that kind ends in."""

    def sentence(self) -> str:
        """Say why there is no such file."""
        made = _("LibreOffice made no {kind}: {reason}.")
        return made.format(kind=self.target.upper() if self.target == "pdf" else f".{self.target}", reason=self.reason)


def find_libreoffice(named: str | None) -> str:
    """Return the program ``named``, or the first that is installed. Raises MissingLibreOfficeError."""
    found = installed_libreoffice(named)
    if found is None:
        raise MissingLibreOfficeError(named)
    return found


def installed_libreoffice(named: str | None) -> str | None:
    """Return the program ``named``, or the first that is installed, if there is one."""
    found = next(filter(None, map(shutil.which, [named] if named else _PROGRAMS)), None)
    return None if found is None else str(Path(found).absolute())  # it runs in another folder


def pdf_of(document: bytes, program: str, *, seconds: float = LONGEST) -> bytes:
    """Let LibreOffice make a PDF of the Word file ``document``. Raises ConversionError."""
    return converted(document, program, ("docx", "pdf"), seconds=seconds)


def converted(document: bytes, program: str, endings: tuple[str, str], *, seconds: float = LONGEST) -> bytes:
    """Let LibreOffice make a file of another kind of ``document``; it leaves neither files nor processes behind.

    ``endings`` are those of the names of files of these kinds: of which, and of what. Raises ConversionError.
    """
    source, target = endings
    with tempfile.TemporaryDirectory(prefix="kshc-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / f"document.{source}").write_bytes(document)
        # A profile of its own: a running LibreOffice would take the order over and keep its own settings.
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        quiet = ("--headless", "--norestore", "--nolockcheck")
        said = _run([program, profile, *quiet, "--convert-to", target, f"document.{source}"], folder, target, seconds)
        made = folder / f"document.{target}"
        if not made.is_file():
            reason = _("it said “{words}”").format(words=said) if said else _("it ended without a word")
            raise ConversionError(reason, target)
        return made.read_bytes()


def _run(command: list[str], folder: Path, target: str, seconds: float) -> str:
    """Run a command to its end and return the last line that it said."""
    said = folder / "said.txt"
    with said.open("wb") as stream:
        try:
            process = subprocess.Popen(  # noqa: S603  the program is the user's own, and no shell reads the words
                command,
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=stream,
                stderr=subprocess.STDOUT,
                env=os.environ | {"TZ": "UTC"},
                start_new_session=True,
            )
        except OSError as problem:
            raise ConversionError(reason_of(problem), target) from problem
        _wait(process, target, seconds)
    return "".join(said.read_text("utf-8", "replace").splitlines()[-1:])


def _wait(process: subprocess.Popen[bytes], target: str, seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired as problem:
        raise ConversionError(
            _("it did not end within {seconds:g} seconds").format(seconds=seconds), target
        ) from problem
    finally:
        if process.poll() is None:
            _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program with all that it started: soffice is a script, and the work is done by its grandchild."""
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()
