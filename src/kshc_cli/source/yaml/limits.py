"""How much a file may cost to read."""

from typing import Final

from kshc_cli.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may cost: sizes beyond these end in a finding before they cost time or memory."""

    bytes: int = 32 * 1024 * 1024
    nodes: int = 1_000_000
    depth: int = 64
    aliases: int = 1_000
    alias_nodes: int = 100_000
    """How many nodes all aliases together may stand for."""
    per_rule: int = 20
    """How many findings of one rule about the text are shown; the others are counted."""
    mistakes: int = 10_000
    """The same for findings about the plan, of all rules together."""


DEFAULT_LIMITS: Final = Limits()
