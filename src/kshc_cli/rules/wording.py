"""Rules about the words of the document: citations, articles, end marks, numbers, quotes (Nghị định 30/2020/NĐ-CP)."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.act import Decision
from kshc_cli.plan.annexes import first_annex
from kshc_cli.plan.items import told_by_labels
from kshc_cli.plan.label_words import Holds
from kshc_cli.plan.lines import END_MARK, quotes
from kshc_cli.plan.model import Duty, Item, Section
from kshc_cli.plan.record import GAP, WordsRecord
from kshc_cli.plan.walk import Placed
from kshc_cli.reading.citations import citations
from kshc_cli.reading.folding import composed
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import ND30, Fault, plan_rule

_ARTICLE: Final = lazy_pattern(r"Điều\s+(\d+)\.")
_SIGNER: Final = 5
"""Words of the longest line below a table that only names who made it."""
_NOTE: Final = lazy_pattern(r"(?:ghi chú|lưu ý|chú thích)\s*:", re.IGNORECASE)


@plan_rule(source=f"{ND30}, Phụ lục I, phần I, mục II, điểm 6")
def legal_citation(plan: ReadPlan) -> Iterator[Fault]:
    """A law is cited by name without number; any other text with number, date and issuer."""
    for path, words in bases_of(plan):
        for citation in citations(words):
            if problem := citation.problem():
                yield Fault(
                    path,
                    problem,
                    _("Cite a law without number; any other text by kind, number, date, issuing body and subject."),
                    words=citation.words[:40],
                )


def bases_of(plan: ReadPlan) -> Iterator[tuple[Path, str]]:
    """Yield the legal bases of the decision, or of the plan itself, composed, each with its path."""
    for index, words in enumerate(plan.plan.decision.bases if plan.plan.decision else ()):
        yield ("decision", "bases", index), composed(words)
    for index, words in enumerate(plan.plan.plan.preamble):
        if composed(words).casefold().startswith("căn cứ"):
            yield ("plan", "preamble", index), composed(words)


@plan_rule(source=f"{ND30}, Phụ lục I, phần I, mục II, điểm 6")
def article_order(plan: ReadPlan) -> Iterator[Fault]:
    """The articles of the decision begin with Điều 1, Điều 2, … without a gap."""
    for index, words in enumerate(plan.plan.decision.articles if plan.plan.decision else ()):
        match = _ARTICLE.match(composed(words))
        if words.strip() != GAP and (match is None or int(match.group(1)) != index + 1):
            yield Fault(
                ("decision", "articles", index),
                _("This article should begin with “Điều {number}.”").format(number=index + 1),
                _("Number the articles 1, 2, 3 … without a gap, each with a full stop after its number."),
            )


@plan_rule(source=f"{ND30}, Phụ lục III, Mẫu 1.3", about_lacking=True)
def missing_end_mark(plan: ReadPlan) -> Iterator[Fault]:
    """The decision and the plan, before its annexes, each end with “./.”."""
    if decision := plan.plan.decision:
        last = len(decision.articles) - 1
        if not decision.articles[last].rstrip().endswith((END_MARK, GAP)):
            yield _no_end_mark(("decision", "articles", last), decision.articles[last])
    place = max(0, first_annex(plan.plan.plan.sections) - 1)
    section = plan.plan.plan.sections[place]
    path: Path = ("plan", "sections", place)
    kind, printed = ("items", section.items) if section.items else ("paragraphs", section.paragraphs)
    if not printed or section.tables or _is_below_table(plan.plan.plan.sections, place):
        return
    if not printed[-1].text.rstrip().endswith(END_MARK):
        yield _no_end_mark((*path, kind, len(printed) - 1), printed[-1].text)


def _is_below_table(sections: Sequence[Section], place: int) -> bool:
    """Tell whether a section is only a note on the table right above it, or who made this: Người lập biểu."""
    if not place or not sections[place - 1].tables or sections[place].heading or not sections[place].paragraphs:
        return False
    lines = [one.text.strip() for one in sections[place].paragraphs]
    return _NOTE.match(lines[0]) is not None or all(_names_signer(line) for line in lines)


def _names_signer(line: str) -> bool:
    """Tell whether a line is no sentence, but a title or name of whoever made a table."""
    return len(line.split()) <= _SIGNER and line[-1:].isalpha() and line[:1].isupper()


def _no_end_mark(path: Path, text: str) -> Fault:
    return Fault(
        path,
        _("The text does not end with “./.”."),
        _("Put “./.” after its last word."),
        words=" ".join(text.split()[-4:]),
        at_end=True,
    )


@plan_rule(source=f"{ND30}, Phụ lục III, Mẫu 1.3")
def decision_reference(plan: ReadPlan) -> Iterator[Fault]:
    """The line that names the decision states another number or date than the decision itself."""
    decision, reference = plan.plan.decision, plan.plan.plan.reference
    if decision is None or reference is None or _is_open(decision):
        return
    number = re.search(r"số\s+([\w[\]?]*)/([\w&-]+)", reference)
    if number and (decision.number is None or (number[1], number[2]) != (decision.number, decision.symbol)):
        yield _other_reference(number.group())
    day = re.search(r"ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})", reference)
    if day:
        stated = (int(day[3]), int(day[2]), int(day[1]))
        if decision.date is None or stated != (decision.date.year, decision.date.month, decision.date.day):
            yield _other_reference(day.group())


def _is_open(decision: Decision) -> bool:
    """Tell whether nothing is known of a decision that its plan could contradict: the plan alone was at hand."""
    return decision.number is None and decision.symbol == GAP and decision.date is None and decision.month is None


@plan_rule(source=f"{ND30}, Phụ lục III, Mẫu 1.3", about_lacking=True)
def reference_line(plan: ReadPlan) -> Iterator[Fault]:
    """An attached plan names the decision that issues it; one that is issued by itself has no such line."""
    reference = plan.plan.plan.reference
    if plan.plan.decision is not None and reference is None:
        yield Fault(
            ("plan",),
            _("The plan does not say with which decision it is issued."),
            _("Add reference: “(Kèm theo Quyết định số {number} {date} của …)”."),
        )
    if plan.plan.decision is None and reference is not None:
        yield Fault(
            ("plan", "reference"),
            _("There is no decision that this line could name: the plan is issued by itself."),
            _("Delete the line, or state the decision in place of issuance."),
        )


def _other_reference(words: str) -> Fault:
    return Fault(
        ("plan", "reference"),
        _("“{words}” is not the number or date of the decision above.").format(words=words),
        _("Write {number} and {date} there: they stand for the decision's own."),
        words=words,
    )


_QUOTING: Final[tuple[Holds, ...]] = ("content", "lead", "coop", "result", "time")
"""The fields that quote."""


@plan_rule(about_lacking=True)
def quoted_duty(plan: ReadPlan) -> Iterator[Fault]:
    """The words of a duty outside the tables are not those of its paragraph."""
    for read in plan.tasks:
        text, quoting = _quoted(read.placed)
        told = told_by_labels(quoting, plan.plan.plan.labels) if isinstance(quoting, Item) else {}
        for name in _QUOTING:
            value: str | WordsRecord | None = getattr(quoting, name, None)
            words = value.text if isinstance(value, WordsRecord) else value
            if words and not quotes(words, told.get(name) or text):
                yield Fault(
                    (*read.placed.path, name),
                    _("These words do not stand in the duty's paragraph."),
                    _("Copy them from the paragraph, letter by letter."),
                )


def _quoted(placed: Placed) -> tuple[str, Duty | Item | None]:
    """Return the words that a duty or item quotes, and what quotes them; None for a row of a table."""
    match placed.path, placed.task:
        case (*_section, "paragraphs", int(number), "duties", _index), Duty() as duty:
            return placed.section.paragraphs[number].text, duty
        case (*_section, "items", int(number)), _task:
            return placed.section.items[number].text, placed.section.items[number]
        case _:
            return "", None
