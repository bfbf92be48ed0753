"""Rules of set phrases: what the recipients refer to, how a subject ends (mục II, 5 and 9)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import ENACTING, Model
from kshc_cli.documents.layout.ending import plain_lines
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import Fault, component, rule
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_AS_ABOVE: Final = re.compile(r"-?\s*như (?:trên|kính gửi)\b")
_AS_ARTICLE: Final = re.compile(r"-?\s*như điều\b")
_STOP: Final = re.compile(r"(?<![.…])\.\s*$")
_ABBREVIATED: Final = re.compile(r"\bv\.v\.$")


@rule("nd30.I.II.9-as-above", component("recipients"), models=ENACTING | {Model.LETTER})
def as_above(act: Act, _document: Inspected) -> Iterator[Fault]:
    """A decision goes to whom its article names ("Như Điều 3"), a letter to whom it is addressed ("Như trên")."""
    is_letter = act.kind is ActKind.LETTER
    if is_letter and not act.addressees:
        return
    wrong = _AS_ARTICLE if is_letter else _AS_ABOVE
    for paragraph in act.recipients:
        for line in plain_lines(paragraph):
            if wrong.match(canonical(line)):
                yield Fault(
                    _('The recipients say "{words}", but nobody is named there.').format(words=line.strip(" -;.")),
                    _('Write "- Như trên;" in a letter.') if is_letter else _('Write "- Như Điều …;" in a decision.'),
                    paragraph,
                )


@rule("practice.subject-stop", component("subject"), Severity.WARNING)
def subject_stop(act: Act, _document: Inspected) -> Iterator[Fault]:
    """No full stop stands behind a subject (trích yếu)."""
    last = act.subject[-1]
    words = last.printed.strip()
    if _STOP.search(words) and not _ABBREVIATED.search(words):
        yield Fault(_("A full stop stands behind the subject."), _("Delete the full stop."), last)
