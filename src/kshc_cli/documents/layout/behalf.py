"""Who signs on behalf of a body says so: TM. (Phụ lục I, phần I, mục II, 7; Điều 13, khoản 1)."""

import re
from collections.abc import Iterator
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.models import Model
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.layout.stamps import stamp_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.folding import canonical

_COMMITTEE: Final = re.compile(r"ủy ban nhân dân\b|ubnd\b")
_OF_THE_COMMITTEE: Final = frozenset({"kế hoạch", "báo cáo", "tờ trình", "chương trình", "đề án", "phương án"})
"""Kinds in which a committee may speak; a letter is often its chairman's."""
_CHAIR: Final = re.compile(r"(?:q\.? ?)?chủ tịch")
_DEPUTY: Final = re.compile(r"(?:kt\.? ?)chủ tịch")
_CLAUSE: Final = r"(?:^|[.,;:(–-]\s*)"
_CHAIR_SPEAKS: Final = re.compile(rf"{_CLAUSE}chủ tịch (?:ủy ban nhân dân|ubnd)\b|\bcủa chủ tịch\b.{{0,60}}$")
"""The chairman is the one who does something, somewhere in the text: then the document is his own."""
_COMMITTEE_SPEAKS: Final = re.compile(
    rf"{_CLAUSE}(?:ủy ban nhân dân|ubnd) (?:tỉnh|thành phố|xã|phường|đặc khu)\b[^,;.]{{0,30}}? "
    r"(?:báo cáo|kính|trân trọng|đề nghị|yêu cầu|trình|ban hành|xây dựng|thông báo|có ý kiến|nhận được|xin)\b"
)
"""The committee does; without that a text may be its chairman's."""


def behalf_faults(act: Act, lines: list[tuple[str, Paragraph]]) -> Iterator[LayoutFault]:
    """Yield what is wrong with TM., there or missing; ``lines`` are those of the position."""
    on_behalf = canonical(lines[0][0]).startswith("tm")
    decides = canonical(" ".join(each.printed for each in act.authority))
    if act.kind is ActKind.DECISION:
        if on_behalf and decides.startswith("chủ tịch"):
            yield LayoutFault(
                _("The chairman decides in his own name, but the signature says TM."),
                _("Leave the line with TM. away."),
                lines[0][1],
            )
        elif not on_behalf and _COMMITTEE.match(decides):
            yield _missing(_("A body decides, but the signature does not say TM."), lines[0][1])


def _committees(document: Inspected) -> Iterator[Act]:
    return (act for act in document.acts if act.position and _committee_speaks(act))


COMMITTEES: Final = Subjects(_committees, lambda: _("in no text does a People's Committee speak"))


@rule("practice.on-behalf", COMMITTEES, Severity.WARNING, models=frozenset({Model.NAMED}))
def on_behalf(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A plan, report or submission in which a People's Committee speaks is signed on its behalf (TM.)."""
    lines = [canonical(line).strip() for each in act.position for line in each.printed.split("\n")]
    if _chairman_signs([line for line in lines if line]):
        yield _missing(_("The committee issues it, but the signature does not say TM."), act.position[0])


def _missing(message: str, paragraph: Paragraph) -> LayoutFault:
    return LayoutFault(message, _("Write “TM.” and the body's name over the position."), paragraph)


def _committee_speaks(act: Act) -> bool:
    """Tell whether a text is the committee's own: under its symbol, and its chairman does nothing in it."""
    if act.name not in _OF_THE_COMMITTEE:
        return False
    issuer = canonical(" ".join(each.printed for each in act.issuer))
    symbol = stamp_of(" ".join(each.printed for each in act.number)).symbol.split("-")
    if not _COMMITTEE.match(issuer) or "UBND" not in symbol:
        return False
    blocks = (*act.subject, *act.bases, *act.content)
    said = [canonical(block.printed) for block in blocks if isinstance(block, Paragraph)]
    if any(map(_CHAIR_SPEAKS.search, said)):
        return False
    return any(map(_COMMITTEE_SPEAKS.search, said))


def _chairman_signs(lines: list[str]) -> bool:
    """Tell whether the chairman alone signs, or a deputy for him, and nobody besides."""
    match lines:
        case [one]:
            return _CHAIR.fullmatch(one) is not None
        case [one, other]:
            return _DEPUTY.fullmatch(one) is not None and other == "phó chủ tịch"
        case _:
            return False
