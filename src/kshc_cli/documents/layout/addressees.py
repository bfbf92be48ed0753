"""Rules of the line Kính gửi (Phụ lục I, phần I, mục II, 9a)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import Model
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.looks import Setting, look_faults
from kshc_cli.documents.layout.rule import LayoutFault, component, rule
from kshc_cli.documents.layout.stamps import plain_lines
from kshc_cli.messages import _

_LETTERS: Final = Setting(13, 14)
_LABEL: Final = re.compile(r"Kính (?:gửi|trình|chuyển)\s?:")
_SEVERAL: Final = re.compile(
    r"[^\W\d_][;,] (?:Sở|Bộ|Phòng|Trung tâm|Cục|Chi cục|[UỦ][yỷ] ban nhân dân|Uỷ ban nhân dân) [^\W\d_]"
)
_PERSON: Final = re.compile(r"Kính gửi\s?: ?(?:Ông|Bà|Đồng chí|Anh|Chị)\b", re.IGNORECASE)
_MARKS: Final = ("-", "+")
_ADDRESSED: Final = frozenset({Model.LETTER, Model.NAMED})


@rule("nd30.I.II.9-addressees", component("addressees"), models=_ADDRESSED)
def addressees(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """The words “Kính gửi:” and the names behind them are set in small letters of 13–14 points, upright, not bold."""
    yield from look_faults("addressees", act.addressees, _LETTERS, document)
    first = act.addressees[0]
    if not _LABEL.match(" ".join(first.printed.split())):
        yield LayoutFault(_("The line does not begin with “Kính gửi:”."), _("Write “Kính gửi:” with a colon."), first)


@rule("nd30.I.II.9-addressees-list", component("addressees"), models=_ADDRESSED)
def addressees_list(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """Several addressees stand on lines of their own: a hyphen before each, “;” behind it, “.” behind the last."""
    lines = [(line, each) for each in act.addressees for line in plain_lines(each)]
    if not lines[0][0].endswith(":"):
        if len(lines) == 1 and _SEVERAL.search(lines[0][0]) and not _PERSON.match(lines[0][0]):
            message = _("Several addressees stand on one line.")
            yield LayoutFault(
                message, _("Give each addressee a line of its own, with a hyphen before it."), act.addressees[0]
            )
        return
    listed = lines[1:]
    remedy = _("End each addressee with “;”, the last one with “.”.")
    for place, (line, paragraph) in enumerate(listed):
        following = listed[place + 1][0] if place + 1 < len(listed) else ""
        if following.startswith(_MARKS) and not line.endswith((";", ":")):
            yield LayoutFault(_("This addressee does not end with “;”."), remedy, paragraph)
        elif not following and len(listed) > 1 and not line.endswith("."):
            yield LayoutFault(_("The last addressee does not end with “.”."), remedy, paragraph)
        if (
            not line.startswith(_MARKS)
            and (place == 0 or listed[place - 1][0].endswith((";", ".")))
            and len(listed) > 1
        ):
            message = _("This addressee has no hyphen before it.")
            yield LayoutFault(message, _("Put a hyphen before each addressee."), paragraph)
