"""The legal bases of a decision: how they begin, how their dates are written, and when these were (mục II, 4 and 6)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from kshc_cli.days import written
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import ENACTING
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, component, rule
from kshc_cli.documents.layout.stamps import day_of, days_in, figure_faults, plain, signed_on
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _
from kshc_cli.reading.citations import begins_with_a_kind
from kshc_cli.reading.folding import canonical

_SHORT: Final = re.compile(r"ngày\s+\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}")
_OTHER_DAY: Final = re.compile(r"(?:từ|đến|tới|trước|sau|hết|vào|tính)\s*$")
"""Words before a date that is not the one of a text: có hiệu lực từ ngày …"""


def _dated(document: Inspected) -> Iterator[tuple[Paragraph, date]]:
    """Yield each basis of a text that has a day, with that day."""
    for act in document.acts:
        issued = signed_on(act)
        yield from ((paragraph, issued) for paragraph in act.bases if issued)


DATED: Final = Subjects(_dated, lambda: _("no text with legal bases has a day"))


@rule("nd30.I.II.6-bases-begin", component("enacting"), models=ENACTING)
def bases_begin(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A decision states its legal bases; each begins with the words “Căn cứ”."""
    if not any("căn cứ" in canonical(each.printed) or begins_with_a_kind(plain(each.printed)) for each in act.bases):
        message = _("No legal basis is stated.")
        yield LayoutFault(message, _("State the legal bases over “QUYẾT ĐỊNH:”."), act.enacting[0])
    before = (None, *act.bases)
    for previous, paragraph in pairwise(before):
        goes_on = previous is not None and not previous.printed.rstrip().endswith((";", ".", ","))
        if paragraph and not goes_on and _begins_wrongly(plain(paragraph.printed)):
            yield LayoutFault(
                _("This basis does not begin with “Căn cứ”."), _("Begin each legal basis with “Căn cứ”."), paragraph
            )


def _begins_wrongly(words: str) -> bool:
    listed = words.startswith(("-", "–", "+")) and canonical(words).lstrip("-+ ").startswith("căn cứ ")
    return listed or words.startswith("căn cứ ") or begins_with_a_kind(words)


@rule("nd30.I.II.6-bases-dates", component("bases"), models=ENACTING)
def bases_dates(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The dates in legal bases are written in full: ngày 08 tháng 6 năm 2010.

    A 0 before days below 10 and before months 1 and 2 only.
    """
    for paragraph in act.bases:
        words = plain(paragraph.printed)
        if short := _SHORT.search(words):
            yield LayoutFault(
                _("The basis has its date in short form: “{words}”.").format(words=short[0]),
                _("Write the date in full, as in “ngày 08 tháng 6 năm 2010”."),
                paragraph,
            )
        for found in days_in(words):
            if "tháng" in found[0]:
                yield from figure_faults([found[part].strip() for part in ("day", "month", "year")], paragraph)


@rule("nd30.I.II.6-bases-earlier", DATED, models=ENACTING)
def bases_earlier(dated: tuple[Paragraph, date], _document: Inspected) -> Iterator[LayoutFault]:
    """No legal basis is younger than the document."""
    paragraph, issued = dated
    words = plain(paragraph.printed)
    cited = (found for found in days_in(words) if not _OTHER_DAY.search(words, 0, found.start()))
    days = [day for day in map(day_of, cited) if day]
    if days and max(days) > issued:
        yield LayoutFault(
            _("The basis is of {later}, after the document's own day, {issued}.").format(
                later=written(max(days)), issued=written(issued)
            ),
            _("Correct one of the two dates."),
            paragraph,
        )
