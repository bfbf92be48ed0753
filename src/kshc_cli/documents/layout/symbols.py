"""The symbol of a document goes with its kind (Phụ lục I, phần I, mục II, 3; the abbreviations of Phụ lục III)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import ABBREVIATIONS, OWN
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import stamp_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.messages import _
from kshc_cli.reading.folding import fold

_TOGETHER: Final = frozenset({"", "LT"})
"""What may stand behind the abbreviation of a kind: liên tịch, of several bodies."""
_OF_NO_LETTER: Final = frozenset({*ABBREVIATIONS.values(), "CV"})
"""What the symbol of a letter begins with by mistake; CV for công văn stands in no list."""
_ETH: Final = str.maketrans("Ðð", "Đđ")
"""The Icelandic letter that some keyboards write for Đ; nobody can tell them apart by sight."""
_JOINED_BY_POINT: Final = re.compile(r"\w\.(?:UBND|HĐND|VP)\b")
"""What stands in place of the hyphen between groups of letters; within the name of a unit a point is its own matter."""
_BEGINNING: Final = 4
"""Paragraphs of a letter's text among which the title of a kind that the decree does not name would stand."""


def _signed(document: Inspected) -> Iterator[Act]:
    return (
        act for act in document.acts if act.number and _symbol(act) and (act.name in ABBREVIATIONS or _is_letter(act))
    )


SYMBOLS: Final = Subjects(_signed, lambda: _("no symbol stands over a kind that has an abbreviation"))


def _symbol(act: Act) -> list[str]:
    """Return the parts of the symbol; none where it is blank."""
    symbol = stamp_of(act.number[0].printed.translate(_ETH)).symbol
    parts = re.split(r"[-.&]", symbol)
    return parts if parts[0] and "…" not in parts[0] else []


def _is_letter(act: Act) -> bool:
    """Tell whether it is a letter for certain: nothing that could be a title stands over its text."""
    begun = [each for each in act.content[:_BEGINNING] if isinstance(each, Paragraph)]
    return act.kind is ActKind.LETTER and not act.title and not any(map(wording.in_capitals, (*begun, *act.others)))


@rule("nd30.I.II.3-symbol", SYMBOLS, models=OWN)
def symbol(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """The symbol begins with the abbreviation of the kind: KH of a plan, TTr of a submission, none of a letter.

    It stands in capitals, its groups are joined by hyphens.
    """
    parts = _symbol(act)
    wanted = "" if act.kind is ActKind.LETTER else ABBREVIATIONS[act.name]
    if not wanted and _names_a_kind(parts, act):
        yield LayoutFault(
            _("The symbol of a letter begins with “{symbol}”, as if it were of a named kind.").format(symbol=parts[0]),
            _("Write no kind in the symbol of a letter: “Số: 12/UBND-VX”."),
            act.number[0],
        )
    elif small := next((part for part in parts[1:] if part.islower() and len(part) > 1), ""):
        yield LayoutFault(
            _("“{symbol}” stands in small letters in the symbol.").format(symbol=small),
            _("Write the symbol in capitals."),
            act.number[0],
        )
    elif _JOINED_BY_POINT.search(stamp_of(act.number[0].printed.translate(_ETH)).symbol):
        yield LayoutFault(
            _("The abbreviations in the symbol are joined by a full stop."),
            _("Join them by a hyphen: “Số: 05/CT-UBND”."),
            act.number[0],
        )
    elif wanted and _goes_against(parts[0], wanted):
        yield LayoutFault(
            _("The symbol begins with “{symbol}”, but the document is a {kind}: “{wanted}”.").format(
                symbol=parts[0], kind=act.name, wanted=wanted
            ),
            _("Begin the symbol with “{wanted}”.").format(wanted=wanted),
            act.number[0],
        )


def _goes_against(written: str, wanted: str) -> bool:
    """Tell whether an abbreviation is another one; decisions of courts have further letters (QĐST)."""
    if written in ABBREVIATIONS.values():
        return written != wanted
    more = written.removeprefix(wanted)
    return not written.startswith(wanted) or not (more in _TOGETHER or (wanted == "QĐ" and more.isupper()))


def _names_a_kind(parts: list[str], act: Act) -> bool:
    """Tell whether the symbol of a letter begins with a kind, for the body that issues it stands behind that."""
    if len(parts) < 2 or parts[0] not in _OF_NO_LETTER:
        return False
    words = re.findall(r"\w+", " ".join(each.printed for each in act.issuer))
    initials = "".join(fold(word)[0] for word in words)
    issuer = fold(parts[1])
    return not initials.startswith(fold(parts[0])) and (
        (len(issuer) > 1 and initials.startswith(issuer)) or issuer in map(fold, words)
    )
