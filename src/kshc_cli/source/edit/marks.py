"""Where the values of a YAML text stand, and how its lines end."""

from collections.abc import Sequence

from kshc_cli.findings import Path
from kshc_cli.source.yaml.text import YamlText, read_yaml
from kshc_cli.source.yaml.tree import Mark


class CannotPlaceError(ValueError):
    """Text in which a change cannot be made without touching something else."""


def read_text(text: str) -> tuple[YamlText, Mark]:
    """Read a YAML text, with where each value stands. Raises CannotPlaceError where it is none."""
    read = read_yaml(text.encode())
    if read.marks is None:
        raise CannotPlaceError
    return read, read.marks


def mark_at(marks: Mark, path: Path) -> Mark | None:
    """Return where a value stands; None where there is none."""
    mark = marks
    for step in path:
        parts = mark[2]
        if isinstance(parts, dict) and isinstance(step, str) and step in parts:
            mark = parts[step][1]
        elif isinstance(parts, list) and isinstance(step, int) and step < len(parts):
            mark = parts[step]
        else:
            return None
    return mark


def is_flow(text: str, mark: Mark) -> bool:
    """Tell whether a list or mapping is written in brackets."""
    return mark[2] is not None and text[mark[0] : mark[0] + 1] in {"[", "{"}


def line_end(text: str, offset: int) -> int:
    """Return where the line of a character ends, before its break."""
    found = text.find("\n", offset)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def broken(text: str, lines: Sequence[str]) -> str:
    """Return lines with the breaks of a text between them."""
    return ("\r\n" if "\r\n" in text else "\n").join(lines)
