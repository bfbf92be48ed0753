"""What files say that were made of a plan with errors."""

from kshc_cli.messages import _


def draft_title(title: str, *, draft: bool) -> str:
    """Return what a file is called: first of all a draft, where it is one."""
    return _("DRAFT: {title}").format(title=title) if draft else title


def draft_words() -> str:
    """Say why it is a draft."""
    return _("Draft: the plan or its log has errors.")
