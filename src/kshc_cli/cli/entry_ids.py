"""Ids of new entries."""

import secrets
import time
from typing import Final

_SIGNS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's base 32: no i, l, o, u, which are misread."""

_RANDOM: Final = 3
"""Signs that tell apart what two people enter in the same thousandth of a second."""


def new_id() -> str:
    """Return an id that nobody else has: the moment, so that ids sort as they were entered, then random signs."""
    return _spelt(time.time_ns() // 1_000_000) + "".join(secrets.choice(_SIGNS) for _sign in range(_RANDOM))


def _spelt(number: int) -> str:
    signs = ""
    while number:
        number, rest = divmod(number, len(_SIGNS))
        signs = _SIGNS[rest] + signs
    return signs
