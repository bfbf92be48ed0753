"""The small plan that the tests vary."""

from pathlib import Path
from typing import Final

EXAMPLES: Final = Path(__file__).parents[1] / "examples" / "structure"
SMALL_FILE: Final = Path(__file__).with_name("small.yaml")
SMALL: Final = SMALL_FILE.read_text(encoding="utf-8")


def small_with(old: str, new: str) -> bytes:
    """Return the small plan with ``old``, which stands in it once, replaced."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new).encode()
