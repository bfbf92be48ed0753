"""What the kinds of time are called, and words that have none."""

from kshc_cli.messages import _
from kshc_cli.plan.record import is_illegible


def kind_name(kind: str) -> str:
    """Return what a kind of time is called."""
    names = {
        "window": _("within a period"),
        "deadline": _("deadline"),
        "recurring": _("recurring"),
        "on_event": _("on event"),
        "relative": _("after an event"),
        "continuous": _("continuous"),
        "reference": _("by another document"),
        "undated": _("no time"),
        "illegible": _("illegible"),
        "unread": _("unread"),
    }
    return names[kind]


def unread_name(words: str) -> str:
    """Return what words without a reading are called: nobody reads what is illegible, kshc does not read the others."""
    return kind_name("illegible" if is_illegible(words) else "unread")
