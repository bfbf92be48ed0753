"""How CSV is asked for."""

from collections.abc import Callable, Mapping

from kshc_cli.dataclass import dataclass

Said = Mapping[str, Callable[[str], str]]
"""How the cell of a field is said, by the fields of JSON that hold codes or ids of agencies."""


@dataclass(frozen=True, slots=True)
class CsvForm:
    """How CSV is written."""

    bom: bool = False
    """Whether a byte order mark stands before it, by which Excel knows UTF-8."""
    keys: bool = False
    """Whether headings and codes are spelt as in JSON, whatever the language."""
