"""What ``kshc export`` writes: one registry of files that other programs read, and of what makes them of an answer."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from kshc_cli.desk.answers import Answer
from kshc_cli.outputs.ics import ics_bytes, is_ics_of_kshc


class Export(NamedTuple):
    """A kind of files."""

    write: Callable[[Answer], bytes]
    """Makes a file of the answer of one plan."""
    is_own: Callable[[bytes], bool]
    """Tells whether kshc wrote a file, so that it may be written anew."""


EXPORTS: Final[Mapping[str, Export]] = {
    "ics": Export(ics_bytes, is_ics_of_kshc),
}
"""By the names of the commands. A new kind is one more line, and a command that asks its question."""
