"""What the place that text goes to can show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where text goes. Not ``interactive``: no wrapping, stable columns."""

    width: int = 80
    color: bool = False
    interactive: bool = False
