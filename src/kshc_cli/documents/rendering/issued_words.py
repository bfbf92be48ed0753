"""What a letter or report about a plan takes from it: who issues it, from which place, who signs, and its stamp.

What nobody has stated stays blank, as in a draft of the plan itself.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.wording import date_words
from kshc_cli.documents.rendering.words import (
    NO_BREAK_SPACE,
    Printed,
    PrintedIssuance,
    PrintedSignature,
    shown,
)
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import BLANK

_SPACE: Final = NO_BREAK_SPACE
_DRAFT: Final = "DỰ THẢO: kế hoạch hoặc nhật ký theo dõi còn lỗi, nội dung dưới đây có thể sai"
_AS_NAMED: Final = re.compile(r"như (?:điều|trên|kính gửi)\b", re.IGNORECASE)
"""How a recipient begins who is named elsewhere in the plan's own document."""
_ARCHIVE: Final = re.compile(r"lưu\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What somebody has stated of a document that is to be issued: its number and its day, each as far as known."""

    number: str | None = None
    """The number, alone or with its symbol (12, 12/UBND-VP)."""
    day: date | None = None
    year: int | None = None
    """The year that stands beside blanks for a day that is not known; without it that of what is told."""
    draft: bool = False
    """Whether it is made of a plan or log with errors."""


@dataclass(frozen=True, slots=True)
class PrintedSource:
    """``plan``: the plan that the document is about; ``reference`` is its line in brackets with number and date."""

    title: str
    """The kind of document, in capitals."""
    subject: str
    """What the plan is about."""
    reference: str
    """The line in brackets that names what the plan was issued by, with number and date."""
    act: str
    """What the plan was issued by, with number and date: the decision, or the plan itself."""
    year: str
    """The year of the plan."""


@dataclass(frozen=True, slots=True)
class PrintedBody:
    """``agency``: the body that the document is for."""

    name: str
    """Its name, as the plan's list of bodies has it."""


def source_of(words: Printed, year: int) -> PrintedSource:
    """Return how another document names a plan, of which ``words`` are printed."""
    plan = words.plan
    act = _act(words)
    return PrintedSource(plan.title, plan.subject, plan.reference or f"({act})", act, str(year))


def _act(words: Printed) -> str:
    """Return kind, number and date of what is signed."""
    if words.decision:
        return f"{words.decision.title.capitalize()} số {words.decision.number} {words.decision.date}"
    stamp = words.issuance
    return f"{words.plan.title.capitalize()} số {stamp.number} {stamp.date}" if stamp else ""


def issued(plan: Plan, stamp: Stamp, *, kind: str, year: int, recipients: tuple[str, ...]) -> PrintedIssuance:
    """Return number, day, recipients and signature of a document; ``kind`` is the abbreviation before its symbol.

    A letter has none. The symbol is the plan's own behind its kind; ``year`` is that of what is told.
    """
    number = _number(plan, stamp.number, kind)
    blank = f"ngày{5 * _SPACE}tháng{5 * _SPACE}năm {stamp.year or year}"
    return PrintedIssuance(
        number=number,
        number_line=f"Số: {number}" if stamp.number else f"Số:{number}",
        date=date_words(stamp.day) if stamp.day else blank,
        recipients=recipients,
        signature=_signature(plan),
    )


def draft_words(stamp: Stamp) -> str:
    """Return what stands above a document that is made of a plan or log with errors."""
    return _DRAFT if stamp.draft else ""


def _number(plan: Plan, stated: str | None, kind: str) -> str:
    number, _slash, symbol = (stated or "").partition("/")
    own = shown(plan.act.symbol).partition("-")[2] or BLANK
    number = number.strip()
    padded = f"0{number}" if number.isdecimal() and len(number) == 1 else number
    return f"{padded or 8 * _SPACE}/{symbol.strip() or '-'.join(filter(None, (kind, own)))}"


def _signature(plan: Plan) -> PrintedSignature:
    signature = plan.act.signature
    return PrintedSignature(tuple(shown(line) for line in signature.lines), shown(signature.name))


def archived(plan: Plan) -> str:
    """Return the last line of the recipients, where the document is kept; as the decree words it if the plan has none.

    Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.
    """
    return next((line for line in _recipients(plan) if _ARCHIVE.match(line)), "Lưu: VT.")


def informed(plan: Plan) -> tuple[str, ...]:
    """Return the recipients of the plan whom it names itself, without who keeps it and whom its articles name."""
    return tuple(line for line in _recipients(plan) if not _AS_NAMED.match(line) and not _ARCHIVE.match(line))


def _recipients(plan: Plan) -> Iterator[str]:
    return (shown(line) for line in plan.act.recipients)
