"""A rule of good practice: who and what is named in a document exists at its date (districts ended on 01/7/2025)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act, Paragraphs
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import stamp_of
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.agencies.district import BODY, LEVEL
from kshc_cli.reading.folding import canonical, composed

_ABOLISHED: Final = (2025, 7)
"""The year and month from which there are no districts."""
_PLACE: Final = re.compile(rf"{LEVEL}")
_OF_A_CITY: Final = re.compile(r"\b(?:thành phố|tp\.?)\s")
_CITY: Final = re.compile(r"\b(?:[Tt]hành phố|TP\.?)\s+(?=(\S?))")
_DATED: Final = re.compile(
    r"\b\d{1,2}(?:\s+tháng\s+|[/.-])(\d{1,2})(?:\s+năm\s+|[/.-])((?:19|20)\d\d)\b|/((?:19|20)\d\d)/"
)
_PAST: Final = re.compile(
    r"\((?:cũ|trước đây)\)|\bcũ\b|trước (?:đây|khi|ngày)|sáp nhập|sắp xếp|giải thể|chấm dứt|kết thúc"
)


def _dated(document: Inspected) -> Iterator[Act]:
    return (act for act in document.acts if _issued(act) >= _ABOLISHED)


def _issued(act: Act) -> tuple[int, int]:
    stamp = stamp_of(" ".join(each.printed for each in act.place_date))
    return int(stamp.year or 0), int(stamp.month or 0)


DATED: Final = Subjects(_dated, lambda: _("no text is dated from 01/7/2025 on"))


@rule("practice.district-level", DATED, Severity.WARNING)
def district_level(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A document dated from 01/7/2025 on goes to no body of the district level, cites none, is given in no district.

    What is cited with a date before that day, or named as what was, may have been of that level.
    """
    if act.place_date and _PLACE.match(canonical(act.place_date[0].printed.strip())):
        yield LayoutFault(
            _("The place is one of the district level, which ended on 01/7/2025."),
            _("Name the place where the body that issues is now."),
            act.place_date[0],
        )
    own = canonical(" ".join(each.printed for each in (*act.parent, *act.issuer)))
    yield from _bodies((*act.authority, *act.bases, *act.addressees, *act.position, *act.recipients), own)


def _bodies(paragraphs: Paragraphs, own: str) -> Iterator[LayoutFault]:
    """Yield bodies of the level; in a document of a central city "thành phố" alone is that city (``own``)."""
    for paragraph in paragraphs:
        said = composed(paragraph.printed)
        words = canonical(_CITY.sub(_named_city, said) if _OF_A_CITY.search(own) else said)
        if BODY.search(words) and not _PAST.search(words) and not _is_old(words):
            yield LayoutFault(
                _("A body of the district level is named, which ended on 01/7/2025."),
                _("Name the body that has its duties now."),
                paragraph,
            )


def _named_city(found: re.Match[str]) -> str:
    """Return a city with its name as it is, and nothing for one without."""
    return found[0] if found[1].isupper() else ""


def _is_old(words: str) -> bool:
    """Tell whether a text is cited that is older than the end of the level."""
    dates = [(int(year or alone), int(month or 1)) for month, year, alone in _DATED.findall(words)]
    return any(date < _ABOLISHED for date in dates)
