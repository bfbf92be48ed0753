"""What was put in place of what in a file, written for people."""

import unicodedata
from collections import Counter
from collections.abc import Sequence

from kshc_cli.findings import Finding, Repair
from kshc_cli.messages import _, ngettext, plain
from kshc_cli.reports.findings import word_place_words
from kshc_cli.reports.terminal import Terminal


def repairs_text(name: str, repairs: Sequence[Repair]) -> str:
    """Write repairs in order of place: file:line:column of the first of a line and rule, then what → what."""
    by_line: dict[tuple[int, str], list[Repair]] = {}
    for repair in repairs:
        by_line.setdefault((repair.place.line, repair.rule), []).append(repair)
    return "".join(_line(name, same) for same in by_line.values())


def layout_repairs_text(name: str, repaired: Sequence[Finding], terminal: Terminal, *, dry_run: bool) -> str:
    """Write what was repaired in a Word file, or would be: where, what was wrong, what was done."""
    done = _("to be repaired") if dry_run else _("repaired")
    fitted = terminal.fitted if terminal.interactive else str
    lines = []
    for one in repaired:
        place = f"{word_place_words(one.word_place)}: " if one.word_place else ""
        lines.append(fitted(f"{plain(name)}: {place}{done}: {plain(one.message)} [{one.rule}]"))
        lines.append(fitted(f"  {plain(one.remedy)}"))
    return "".join(f"{line}\n" for line in lines)


def repaired_line(name: str, count: int, *, dry_run: bool) -> str:
    """Say in how many places something was repaired, or would be."""
    if not count:
        return _("{file}: nothing was repaired.").format(file=name)
    if dry_run:
        sentence = ngettext(
            "{file}: {n} place would be repaired; nothing was written.",
            "{file}: {n} places would be repaired; nothing was written.",
            count,
        )
    else:
        sentence = ngettext("{file}: {n} place repaired.", "{file}: {n} places repaired.", count)
    return sentence.format(file=name, n=count)


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
