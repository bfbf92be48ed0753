"""The place in the heading: its words begin with capitals (Phụ lục I, phần I, mục II, 4)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import OWN
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import plain
from kshc_cli.messages import _
from kshc_cli.reading.folding import fold

_BEFORE_DATE: Final = re.compile(r",?\s*\bngày\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_LEVELS: Final = frozenset(["phố", "trấn", "xã", "phường", "thị", "tỉnh", "huyện", "quận", "khu", "đặc", "thành"])
"""Words of levels that may be small inside a name: Thành phố Hồ Chí Minh."""
_ROMAN: Final = re.compile(r"[IVXLC]+")


def _named(document: Inspected) -> Iterator[Act]:
    return (act for act in document.acts if act.place_date and _words(act))


PLACES: Final = Subjects(_named, lambda: _("no heading names a place"))


def _words(act: Act) -> list[str]:
    """Return the words of the place; none where it is blank or a pattern to fill in."""
    place = _BEFORE_DATE.split(plain(act.place_date[0].printed), maxsplit=1)[0]
    return [] if set(place) & set("[]/()…_") or ".." in place else _WORD.findall(place)


@rule("nd30.I.II.4-place", PLACES, models=OWN)
def place(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The words of the place begin with capitals and go on in small letters: “Sa Đéc”."""
    words = _words(act)
    small = words[0][0].islower() or any(word[0].islower() and word not in _LEVELS for word in words)
    if small or any(map(_shouts, words)):
        yield LayoutFault(
            _("The place is written “{words}”.").format(words=" ".join(words)),
            _("Begin each word of the place with a capital and go on in small letters, as in “Sa Đéc”."),
            act.place_date[0],
        )


def _shouts(word: str) -> bool:
    """Tell whether a word stands in capitals; abbreviations have no vowels (TP, HCM), Roman figures are none."""
    spoken = any(sign in "aeiouy" for sign in fold(word))
    return len(word) > 1 and word.isupper() and spoken and not _ROMAN.fullmatch(word)
