"""Why a tag cannot be read or filled, in the user's language: Jinja and Python say it in English."""

import re
from typing import Final

from kshc_cli.messages import _

LONGEST: Final = 80
"""How many letters of a template a message quotes."""

_QUOTED: Final = re.compile(r"'([^']+)'")


def shortened(words: str) -> str:
    """Return what a message quotes of a template: its beginning, where it is long."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"


def cause(fault: Exception) -> str:
    """Return why a tag cannot be read or filled, as a clause."""
    from jinja2 import TemplateRuntimeError, TemplateSyntaxError

    match fault:
        case TemplateSyntaxError() | TemplateRuntimeError():  # of a filter in a condition it is told when it runs
            return _misspelling(str(fault.message))
        case RecursionError():
            return _("its brackets or signs are nested too deep, or it calls itself")
        case ZeroDivisionError():
            return _("it divides by zero")
        case TypeError() if "loader" in str(fault):
            return _("it takes in another file, which a template cannot")
        case TypeError() if "not callable" in str(fault):
            return _("it calls what is no function")
        case _:
            return _("it asks of words, numbers or lists what they cannot do")


def _misspelling(said: str) -> str:
    """Return what is wrong with the spelling of a tag: the name or the sign at fault, as far as Jinja names it."""
    lowered, quoted = said.lower(), [shortened(name) for name in _QUOTED.findall(said)]
    first, last = (quoted[0], quoted[-1]) if quoted else ("", "")
    if lowered.startswith("no filter"):
        return _("there is no filter “{name}”").format(name=first)
    if lowered.startswith("no test"):
        return _("there is no test “{name}”").format(name=first)
    if "unknown tag" in lowered:
        return _("there is no command “{word}”").format(word=first)
    if "end of template" in lowered or "missing end" in lowered:
        return _("a loop, a condition or a bracket is not closed")
    if last and lowered.startswith(("expected token", "unexpected")) and " of " not in last:
        return _("“{sign}” cannot stand there").format(sign=last)
    return _("something is missing, is too much or stands in the wrong place")
