"""Legal texts of the register, for people and for programs; what is not known is said to be unknown."""

from collections.abc import Iterable, Sequence
from datetime import date

from kshc_cli.days import written
from kshc_cli.messages import _, plain
from kshc_cli.reading.laws.register import Register
from kshc_cli.reading.laws.text import LegalText
from kshc_cli.reports.json_text import Json
from kshc_cli.reports.labelled import labelled_text
from kshc_cli.reports.terminal import Terminal


def laws_text(texts: Sequence[LegalText], register: Register, day: date, terminal: Terminal) -> str:
    """Write one text under another, each with all that is known; addresses stand on lines of their own, unbroken."""
    return "\n".join(labelled_text(_lines(text, register, day), terminal) + _sources(text) for text in texts)


def _sources(text: LegalText) -> str:
    return "".join(f"{line}\n" for line in (_("Source"), *(f"  {plain(one)}" for one in text.source.split(" ; "))))


def _lines(text: LegalText, register: Register, day: date) -> list[tuple[str, str]]:
    unknown, ends, successor = _("unknown"), register.ended(text), register.successor(text)
    by = successor.name if successor else text.replaced_by
    if successor and successor.is_law and successor.number:
        by = f"{successor.name} ({successor.number})"
    return [
        (_("Text number"), text.number or unknown),
        (_("Kind of text"), text.kind),
        (_("Title"), text.title or unknown),
        (_("Issued by"), text.issuer or unknown),
        (_("Day"), written(text.date) if text.date else unknown),
        (_("In force from"), written(text.in_force_from) if text.in_force_from else unknown),
        (_("Ends"), written(ends) if ends else unknown),
        (_("Replaced by"), by or unknown),
        (_("On {day}").format(day=written(day)), _standing(text, ends, day)),
    ]


def _standing(text: LegalText, ends: date | None, day: date) -> str:
    match is_in_force(text, ends, day):
        case True:
            return _("in force")
        case False if ends is not None and ends <= day:
            return _("no longer in force")
        case False:
            return _("not yet in force")
        case None if text.in_force_from is not None:
            return _("unknown: it has been in force, and whether it has ended is not known")
        case None:
            return _("unknown")


def is_in_force(text: LegalText, ends: date | None, day: date) -> bool | None:
    """Tell whether a text is in force on a day, as far as is known; None where that is not known."""
    if ends is not None and ends <= day:
        return False
    begins = text.in_force_from or text.date
    if begins is not None and day < begins:
        return False
    return True if text.in_force_from is not None and ends is not None else None


def laws_record(texts: Iterable[LegalText], register: Register, day: date) -> Json:
    """Return the object of JSON: a day that is not known is null, other fields are empty."""
    return {
        "schema": "kshc.laws/1",
        "on": day.isoformat(),
        "texts": [_record(text, register.ended(text), day) for text in texts],
    }


def _record(text: LegalText, ends: date | None, day: date) -> Json:
    days = {"date": text.date, "in_force_from": text.in_force_from, "ends": ends}
    told = {name: value.isoformat() if isinstance(value, date) else value for name, value in text._asdict().items()}
    return {
        **told,
        **{name: value.isoformat() if value else None for name, value in days.items()},
        "in_force": is_in_force(text, ends, day),
    }
