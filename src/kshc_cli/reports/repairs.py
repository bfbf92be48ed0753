"""What was put in place of what in a file, written for people."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from kshc_cli.findings import Repair
from kshc_cli.messages import _


def repairs_text(name: str, repairs: Sequence[Repair]) -> str:
    """Write repairs in order of place: file:line:column of the first of a line and rule, then what → what."""
    by_line: dict[tuple[int, str], list[Repair]] = {}
    for repair in repairs:
        by_line.setdefault((repair.place.line, repair.rule), []).append(repair)
    return "".join(_line(name, same) for same in by_line.values())


def _line(name: str, same: Sequence[Repair]) -> str:
    kinds = Counter((_spelt(repair.old), _spelt(repair.new)) for repair in same)
    done = ", ".join(f"{old} → {new}" + (f" (× {n})" if n > 1 else "") for (old, new), n in kinds.items())
    return f"{name}:{same[0].place.line}:{same[0].place.column}: {done} [{same[0].rule}]\n"


def _spelt(text: str) -> str:
    """Return characters so that each can be told: those that show nothing of their own by their number."""
    signs = "".join(sign if _is_seen(sign) else f" U+{ord(sign):04X} " for sign in text)
    return " ".join(signs.split()) or _("nothing")


def _is_seen(sign: str) -> bool:
    return sign.isprintable() and sign != " " and not unicodedata.combining(sign)
