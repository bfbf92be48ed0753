"""What the kinds of time are called."""

from kshc_cli.messages import _


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
        "unread": _("unread"),
    }
    return names[kind]
