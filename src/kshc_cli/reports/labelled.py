"""Texts beside their labels: the shape of answers about one thing."""

from collections.abc import Sequence
from textwrap import wrap

from kshc_cli.messages import plain
from kshc_cli.reports.terminal import Terminal


def labelled_text(lines: Sequence[tuple[str, str]], terminal: Terminal) -> str:
    """Write texts beside their labels, wrapped where somebody looks at them; what has no text is left out."""
    lines = [(label, text) for label, text in lines if text]
    indent = max((len(label) for label, _text in lines), default=0) + 2
    width = terminal.width - indent if terminal.is_read else None
    return "".join(_labelled(label, text, indent, width) for label, text in lines)


def _labelled(label: str, text: str, indent: int, width: int | None) -> str:
    """Write a text beside its label, in lines of ``width`` or, without one, as they are."""
    lines = [plain(line) for line in text.split("\n")]
    if width is not None:
        lines = [part for line in lines for part in wrap(line, width, break_on_hyphens=False) or [""]]
    first, *more = lines
    return f"{label:<{indent}}{first}\n" + "".join(f"{'':<{indent}}{line}\n" for line in more)
