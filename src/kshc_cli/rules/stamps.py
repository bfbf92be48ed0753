"""Rules about number, symbol and the line that repeats them: what is wrong there goes into the signed document."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Plan
from kshc_cli.plan.record import GAP
from kshc_cli.reading.folding import canonical, composed
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import ND30, Fault, plan_rule

PLACEHOLDERS: Final = ("number", "date")
"""What may stand in braces in the line that names the decision."""

_SYMBOL: Final = lazy_pattern(r"[^\W\d_][\w&.]*(?:-[\w&.]+)*")
_NUMBER: Final = lazy_pattern(r"(?!0+(?!\d))\d+[^\W\d_]?(?:/\d{4})?")
_OF_PARTY: Final = lazy_pattern(r"(?!0+(?!\d))\d+-[^\W\d_]{1,4}")
"""A number with the kind behind it, as the Party's documents have it: 12-TB/ĐU."""
_OF_STATE: Final = lazy_pattern(r"-|\b(?:UBND|HĐND)")
"""Parts of a symbol that no document of the Party has."""
_SINGLE: Final = lazy_pattern(r"[1-9](?!\d)")
"""A number below 10 without the 0 that the decree wants."""
_DECIDING: Final = "quyết định"
_DECISION: Final = lazy_pattern(r"QĐ\b")
"""What the symbol of a decision begins with (Phụ lục III)."""
_GAP: Final = "X"
"""What stands in place of a gap."""
_BRACES: Final = lazy_pattern(r"\{[^{}]*\}?|\}")


@plan_rule()
def unknown_placeholder(plan: ReadPlan) -> Iterator[Fault]:
    """The line that names the decision has braces that stand for nothing: the document would print them."""
    for found in _BRACES.finditer(plan.plan.plan.reference or ""):
        words = found.group()
        if words.strip("{}") not in PLACEHOLDERS or words != f"{{{words.strip('{}')}}}":
            yield Fault(
                ("plan", "reference"),
                _("“{words}” stands for nothing here: the document would print it.").format(words=words),
                _("Write {number} for number and symbol, {date} for the date, or delete the braces."),
                words=words,
            )


@plan_rule(source=f"{ND30}, Phụ lục I, phần I, mục II, điểm 3")
def symbol_form(plan: ReadPlan) -> Iterator[Fault]:
    """A symbol holds what is no part of it: spaces, a number, a date."""
    symbol = composed(plan.plan.act.symbol)
    plain = symbol.replace(GAP, _GAP)
    if not _SYMBOL.fullmatch(plain) or not plain[0].isupper():
        yield Fault(
            (*_act(plan.plan), "symbol"),
            _("“{symbol}” is no symbol of a document.").format(symbol=" ".join(symbol.split())),
            _("Write only the abbreviations, joined by hyphens: QĐ-UBND, KH-UBND; the number has a field of its own."),
        )
    elif _has_other_kind(plan.plan, plain):
        yield Fault(
            (*_act(plan.plan), "symbol"),
            _("“{symbol}” is not the symbol of such a document.").format(symbol=symbol),
            _("Begin it with the kind: QĐ for a decision, KH for a plan that is issued by itself."),
        )


@plan_rule(source=f"{ND30}, Phụ lục I, phần I, mục II, điểm 3")
def number_form(plan: ReadPlan) -> Iterator[Fault]:
    """A number holds what is no part of it (the symbol, “Số”, spaces), or lacks its 0 below 10."""
    number, place = plan.plan.act.number, (*_act(plan.plan), "number")
    if number is None:
        return
    plain = composed(number).replace(GAP, "1")
    if _OF_PARTY.fullmatch(plain) and plain.isupper() and not _OF_STATE.search(plan.plan.act.symbol):
        return
    if not _NUMBER.fullmatch(plain):
        yield Fault(
            place,
            _("“{number}” is no number of a document.").format(number=" ".join(number.split())),
            _('Write only the figures, number: "05"; the symbol has a field of its own.'),
        )
    elif _SINGLE.match(number):
        yield Fault(
            place,
            _("The number {number} has no 0 before it.").format(number=number),
            _('Write number: "0{number}", unless the signed document has it like this.').format(number=number),
            severity=Severity.WARNING,
        )


def _has_other_kind(plan: Plan, symbol: str) -> bool:
    """Tell whether a symbol is of another kind than the document: KH for a decision, QĐ for a plan by itself."""
    if plan.decision is None:
        return _DECISION.match(symbol) is not None
    return canonical(plan.decision.title) == _DECIDING and not _DECISION.match(symbol) and not symbol.startswith(_GAP)


def _act(plan: Plan) -> Path:
    return ("decision",) if plan.decision else ("issuance",)
