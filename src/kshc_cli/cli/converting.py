"""Files of other office programs, which LibreOffice, where it is, makes Word or Excel files of before they are read."""

import os
from typing import Literal

from kshc_cli.errors import FileError
from kshc_cli.foreign.kinds import FileKind, kind_of_file
from kshc_cli.libreoffice import converted, find_libreoffice, installed_libreoffice
from kshc_cli.messages import _


class UnconvertedError(FileError):
    """A file of another office program where there is no LibreOffice to make one of Word or Excel of it."""

    def __init__(self, kind: FileKind, target: str) -> None:
        super().__init__(kind, target)
        self.kind = kind
        self.target = target

    def sentence(self) -> str:
        """Say what the file is, and the two ways to go on."""
        return _(
            "It is {kind}: save it as .{target} in the program that it is from, or install LibreOffice, "
            "with which kshc does it."
        ).format(kind=self.kind.name, target=self.target)


def made_readable(data: bytes, target: Literal["docx", "xlsx"]) -> tuple[bytes, tuple[str, ...]]:
    """Return a file as one of Word or Excel, and what is to be said of it; one of any other kind as it is.

    Raises UnconvertedError, MissingLibreOfficeError where KSHC_SOFFICE names no program, and ConversionError.
    """
    kind = kind_of_file(data)
    if kind is None or not kind.convertible or kind.is_workbook != (target == "xlsx"):
        return data, ()
    named = os.environ.get("KSHC_SOFFICE")
    if not named and installed_libreoffice(None) is None:
        raise UnconvertedError(kind, target)
    made = converted(data, find_libreoffice(named), (kind.convertible, target))
    if target == "docx":
        told = _("It is {kind}; LibreOffice made a .{target} of it first, with pages of its own.")
    else:
        told = _("It is {kind}; LibreOffice made a .{target} of it first.")
    return made, (told.format(kind=kind.name, target=target),)
