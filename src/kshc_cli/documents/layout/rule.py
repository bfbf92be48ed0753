"""What a rule of layout is: it looks at its subjects, one by one, and yields what is against it."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final, Generic, TypeVar

from kshc_cli.dataclass import dataclass, replace
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import JUDGED, Model
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.names import name_of
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.documents.word.edits import Edit
from kshc_cli.findings import Finding, Outcome, RuleOutcome, Severity, WordPlace
from kshc_cli.messages import _, ngettext
from kshc_cli.rules.rule import Rule, Subject

Looked = TypeVar("Looked")

_QUOTED: Final = 200
"""Characters of a paragraph that a finding keeps."""


@dataclass(frozen=True, slots=True)
class LayoutFault:
    """Something against a rule; without ``paragraph`` the file as a whole. Equal remedies are one defect."""

    message: str
    remedy: str
    paragraph: Paragraph | None = None
    edit: Edit | None = None
    """What mends it, where one form alone is right."""


@dataclass(frozen=True, slots=True)
class Subjects(Generic[Looked]):
    """What a rule looks at: ``find`` yields it, ``absent`` says why there is none (a translated clause)."""

    find: Callable[[Inspected], Iterable[Looked]]
    absent: Callable[[], str]


@dataclass(frozen=True, slots=True)
class LayoutRule(Rule[Inspected, RuleOutcome]):
    """A rule of layout: what it demands of a file, and of which texts in it."""

    models: frozenset[Model] | None = None
    """The models whose texts it is for; None for a rule of pages, letters or the file as a whole."""
    faults: "Callable[[Inspected], list[LayoutFault]]" = lambda _document: []
    """Returns each fault by itself, before equal ones are merged."""


Check = Callable[[Looked, Inspected], Iterator[LayoutFault]]
"""Yields the faults of one subject."""


def rule(
    rule_id: str,
    subjects: Subjects[Looked],
    severity: Severity = Severity.ERROR,
    *,
    models: frozenset[Model] | None = None,
) -> Callable[[Check[Looked]], LayoutRule]:
    """Make a rule of a generator: a subject without faults passes, a file without subjects is not evaluated.

    Texts that follow none of ``models`` are no subjects.
    """

    def made(check: Check[Looked]) -> LayoutRule:
        def looked_at(document: Inspected) -> tuple[Inspected, tuple[Looked, ...]]:
            narrowed = document.only(JUDGED if models is None else models)
            return narrowed, tuple(subjects.find(narrowed))

        def faults_in(document: Inspected) -> list[LayoutFault]:
            return [fault for subject in looked_at(document)[1] for fault in check(subject, document)]

        def judge(document: Inspected) -> RuleOutcome:
            narrowed, found = looked_at(document)
            if not found:
                applies = narrowed.acts or not document.acts
                reason = subjects.absent() if applies else _("it is not for this kind of document")
                return RuleOutcome(rule_id, severity, Outcome.NOT_EVALUATED, reason=reason)
            findings = tuple(merged(rule_id, severity, (one for each in found for one in check(each, document))))
            return RuleOutcome(rule_id, severity, Outcome.FAILED if findings else Outcome.PASSED, findings)

        documentation = " ".join((check.__doc__ or "").split())
        return LayoutRule(
            rule_id, Subject.LAYOUT, severity, documentation, source_of(rule_id), judge, models=models, faults=faults_in
        )  # fmt: skip

    return made


def merged(rule_id: str, severity: Severity, faults: Iterable[LayoutFault]) -> Iterator[Finding]:
    """Yield one finding for each defect: its first place, and how many more there are."""
    kinds: dict[str, list[LayoutFault]] = {}
    for fault in faults:
        kinds.setdefault(fault.remedy, []).append(fault)
    for first, *others in kinds.values():
        place = None if first.paragraph is None else word_place(first.paragraph)
        finding = Finding(rule_id, severity, first.message, first.remedy, word_place=place)
        if others:
            count = len(others)
            more = ngettext("{n} more place has the same fault.", "{n} more places have the same fault.", count)
            finding = replace(finding, message=f"{first.message} {more.format(n=count)}")
        yield finding


def word_place(paragraph: Paragraph) -> WordPlace:
    """Return where a paragraph stands, with its words."""
    address = paragraph.address
    return WordPlace(
        paragraph=address.paragraph, page=address.page, table=address.table, row=address.row, cell=address.cell,
        part=address.part, quote=paragraph.printed.strip()[:_QUOTED],
    )  # fmt: skip


def component(name: str) -> Subjects[Act]:
    """Return the texts that have this component, by the name of its field."""

    def find(document: Inspected) -> Iterator[Act]:
        return (act for act in document.acts if getattr(act, name))

    return Subjects(find, lambda: _("{component} was not found").format(component=name_of(name)))


def source_of(rule_id: str) -> str:
    """Return where a rule's demand is written, as its id tells: ``nd30.I.II.1-…`` is mục II, 1; else nothing."""
    place = re.split(r"[.-]", rule_id)
    match place:
        case ["nd30", "I", section, point, *_name]:
            return f"Phụ lục I, phần I, mục {section}, điểm {point}"
        case ["nd30", "mau", part, number, *_name]:
            return f"Phụ lục III, Mẫu {part}.{number}"
        case ["nd30", "II", *_name]:
            return "Phụ lục II"
        case ["nd30", article, *_name]:
            return f"Điều {article}"
        case _:
            return ""
