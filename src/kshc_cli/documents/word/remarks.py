"""Findings as they are told in a Word file: in comments beside the words."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kshc_cli.documents.word.commenting import Remark
from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _, plain

_QUOTED: Final = re.compile("“([^”]+)”")


def remarks_of(findings: Iterable[Finding], source: Callable[[str], str] = lambda _rule: "") -> Iterator[Remark]:
    """Yield a remark for each finding: how much it weighs, its rule, what is wrong, what to do.

    ``source`` says of a rule where its demand is written, if anywhere.
    """
    for one in findings:
        severity = _("error") if one.severity is Severity.ERROR else _("warning")
        heading = f"{severity.capitalize()} · {one.rule}"
        lines = heading, plain(one.message), plain(one.remedy), source(one.rule)
        yield Remark(tuple(filter(None, lines)), one.word_place, tuple(_QUOTED.findall(one.message)))
