"""A rule of good practice: the commune of the body that issues is called the same everywhere in its document."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import OWN
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_BEHIND: Final = r"(?=$|[.;:)]| (?:năm|giai đoạn|đến|từ|trong)\b)"
"""What may follow the name of a commune that is whole."""
_LEVEL: Final = r"(?:xã|phường|thị trấn|đặc khu)"
_ISSUER: Final = re.compile(rf"(?:ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd) (?P<level>{_LEVEL}) (?P<name>\w.*)")
_PAST: Final = re.compile(r"\bcũ\b|trước (?:đây|khi)|sáp nhập|sắp xếp|hợp nhất|thành lập|giải thể|kết thúc")
"""Words of what a place was before."""


class _Commune(NamedTuple):
    """The text of a commune's body, with the level and the name that its heading gives that commune."""

    act: Act
    level: str
    name: str
    printed: str
    """Both as the heading prints them."""


def _communes(document: Inspected) -> Iterator[_Commune]:
    for act in document.acts:
        printed = " ".join(" ".join(each.printed for each in act.issuer).split())
        found = _ISSUER.fullmatch(canonical(printed))
        if found and not set(found["name"]) & set("[]…()"):
            yield _Commune(act, found["level"], found["name"], _words_at(printed, found, "level", "name"))


def _words_at(printed: str, found: re.Match[str], first: str | int, last: str | int) -> str:
    """Return as they are printed the words that were found in their canonical spelling."""
    begin, end = (found.string[:place].count(" ") for place in (found.start(first), found.end(last)))
    return " ".join(printed.split()[begin : end + 1]).strip(" ,;.:()")


COMMUNES: Final = Subjects(_communes, lambda: _("no text is issued by the body of a commune"))


@rule("practice.level-of-commune", COMMUNES, Severity.WARNING, models=OWN)
def level_of_commune(commune: _Commune, _document: Inspected) -> Iterator[LayoutFault]:
    """What a text is about, who decides and who signs call the commune of the body that issues it as the heading does.

    No phường where that says xã. Elsewhere in the text another commune of that name may be meant.
    """
    act = commune.act
    named = re.compile(rf"\b({_LEVEL}) {re.escape(commune.name)}{_BEHIND}")
    for paragraph in (*act.subject, *act.reference, *act.authority, *act.position):
        words = canonical(paragraph.printed)
        found = named.search(words)
        if found and found[1] != commune.level and not _PAST.search(words):
            yield LayoutFault(
                _("The heading says “{heading}”, this line “{line}”.").format(
                    heading=commune.printed, line=_words_at(paragraph.printed, found, 0, 0)
                ),
                _("Call the commune the same everywhere."),
                paragraph,
            )
            return
