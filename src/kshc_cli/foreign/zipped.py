"""The names of the parts in a zip, by which a file of an office program is told from an archive."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile


def part_names(data: bytes) -> list[str]:
    """Return the names of the parts in order; none where the list of them, at the file's end, cannot be read."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        return []
