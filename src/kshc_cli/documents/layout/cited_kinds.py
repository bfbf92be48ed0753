"""A text that is cited is called by the kind that its symbol says (Phụ lục I, phần I, mục II, 3 and 6)."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kshc_cli.documents.layout.capitals import CITING
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, rule
from kshc_cli.documents.layout.stamps import plain
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _

_BEGINNINGS: Final[Mapping[str, str]] = {
    "QĐ": "quyết định", "NQ": "nghị quyết", "NĐ": "nghị định", "TT": "thông tư", "KH": "kế hoạch", "BC": "báo cáo",
    "TTr": "tờ trình", "TB": "thông báo", "CTr": "chương trình",
}  # fmt: skip
"""Abbreviations that no body's name could be."""
_AS_THEY_WRITE_IT: Final = ("tờ trình", "TT")
"""Many bodies give their submissions this symbol; who cites one has to copy it."""
_CITED: Final = re.compile(
    rf"\b({'|'.join(_BEGINNINGS.values())}) số:? ?\d+/(?:\d{{4}}/)?({'|'.join(_BEGINNINGS)})(?=-)", re.IGNORECASE
)


@rule("nd30.I.II.6-cited-kinds", CITING)
def cited_kinds(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """A text that is cited is called by the kind that its symbol says: Quyết định số …/QĐ-…, Kế hoạch số …/KH-…."""
    for found in _CITED.finditer(plain(paragraph.printed)):
        said, kind = found[1].lower(), _BEGINNINGS.get(found[2], "")
        if kind and said != kind and (said, found[2]) != _AS_THEY_WRITE_IT:
            yield LayoutFault(
                _("“{words}” calls it a {said}, but its symbol is that of a {kind}.").format(
                    words=found[0], said=said, kind=kind
                ),
                _("Correct the kind or the symbol of the text that is cited."),
                paragraph,
            )
