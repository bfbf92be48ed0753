"""Findings of a Word file as they are told in it: in comments beside the words."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.layout.rule import source_of
from kshc_cli.documents.word.commenting import Remark
from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _, plain

_QUOTED: Final = re.compile("“([^”]+)”")


def remarks_of(findings: Iterable[Finding]) -> Iterator[Remark]:
    """Yield a remark for each finding: how much it weighs, its rule, what is wrong, what to do, where that is said."""
    for one in findings:
        severity = _("error") if one.severity is Severity.ERROR else _("warning")
        heading = f"{severity.capitalize()} · {one.rule}"
        lines = heading, plain(one.message), plain(one.remedy), source_of(one.rule)
        yield Remark(tuple(filter(None, lines)), one.word_place, tuple(_QUOTED.findall(one.message)))
