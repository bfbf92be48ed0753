"""Rules of set phrases: what the recipients refer to, how a subject ends (mục II, 5 and 9)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import ENACTING, Model
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import without_sign
from kshc_cli.documents.layout.rule import LayoutFault, component, rule
from kshc_cli.documents.layout.stamps import plain_lines
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_AS_ABOVE: Final = re.compile(r"-?\s*như (?:trên|kính gửi)\b")
_AS_ARTICLE: Final = re.compile(r"-?\s*như điều\b")
_ARTICLE: Final = re.compile(r"điều (\d{1,3})\b")
_STOP: Final = re.compile(r"(?<![.…])\.\s*$")
_ABBREVIATED: Final = re.compile(r"\bv\.v\.$")


@rule("nd30.I.II.9-as-above", component("recipients"), models=ENACTING | {Model.LETTER})
def as_above(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A decision goes to whom its article names (“Như Điều 3”), a letter to whom it is addressed (“Như trên”)."""
    is_letter = act.kind is ActKind.LETTER
    if is_letter and not act.addressees:
        return
    lines = [(line, each) for each in act.recipients for line in plain_lines(each)]
    if is_letter and not any(_AS_ABOVE.match(canonical(line)) for line, _each in lines):
        message = _("The recipients of a letter begin with “Như trên”: whom it is addressed to.")
        yield LayoutFault(message, _("Write “- Như trên;” in a letter."), act.recipients[0])
    yield from _absent(act, lines)
    wrong = _AS_ARTICLE if is_letter else _AS_ABOVE
    for line, paragraph in lines:
        if wrong.match(canonical(line)):
            yield LayoutFault(
                _("The recipients say “{words}”, but nobody is named there.").format(words=line.strip(" -;.")),
                _("Write “- Như trên;” in a letter.") if is_letter else _("Write “- Như Điều …;” in a decision."),
                paragraph,
            )


def _absent(act: Act, lines: list[tuple[str, Paragraph]]) -> Iterator[LayoutFault]:
    """Yield each recipient who should be named in an article that the decision doesn't have."""
    articles = [int(found[1]) for each in act.content if isinstance(each, Paragraph) and (found := _article(each))]
    for line, paragraph in lines:
        named = _ARTICLE.match(canonical(line).removeprefix("-").strip().removeprefix("như "))
        if named and articles and int(named[1]) > max(articles):
            yield LayoutFault(
                _("The recipients name Điều {number}, but the decision has no such article.").format(number=named[1]),
                _("Name the article that says who carries the decision out."),
                paragraph,
            )


def _article(paragraph: Paragraph) -> re.Match[str] | None:
    return _ARTICLE.match(canonical(paragraph.printed))


@rule("practice.subject-stop", component("subject"), Severity.WARNING)
def subject_stop(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """No full stop stands behind a subject (trích yếu)."""
    last = act.subject[-1]
    words = last.printed.strip()
    if _STOP.search(words) and not _ABBREVIATED.search(words):
        message = _("A full stop stands behind the subject.")
        yield LayoutFault(message, _("Delete the full stop."), last, without_sign(last))
