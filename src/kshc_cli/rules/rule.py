"""What a rule is: what it looks at, how much it weighs, why it is there and where that is written, and how it judges.

Rules about a plan and about its log are made here; those of layout, which have a third outcome, in
``documents.layout.rule``.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Final, Generic, TypeVar

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Finding, Path, Severity
from kshc_cli.reading.tasks import ReadPlan

ND30: Final = "Nghị định 30/2020/NĐ-CP"
"""The decree on the layout of documents."""

Judged = TypeVar("Judged")
Verdict = TypeVar("Verdict")


class Subject(StrEnum):
    """What a rule looks at."""

    PLAN = "plan"
    LOG = "log"
    LAYOUT = "layout"


@dataclass(frozen=True, slots=True)
class Rule(Generic[Judged, Verdict]):
    """A rule, whatever it looks at."""

    id: str
    """Its stable name in findings, in kebab case; one of layout begins with its place in the decree."""
    subject: Subject
    severity: Severity
    """How much what it finds weighs; a single finding may weigh less."""
    documentation: str
    """What is wrong or demanded, in one English sentence or two."""
    source: str
    """Where that is written, as Vietnamese documents cite it; blank where no text demands it."""
    judge: Callable[[Judged], Verdict]
    optional: bool = False
    """Whether it runs only where it is asked for: what it finds is a matter of style or of the office."""
    about_lacking: bool = False
    """Whether it is about what is missing: where a key that nobody knows was left out, it would only repeat that."""


PlanRule = Rule[ReadPlan, Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something against a rule, at ``path``: what is wrong and what to do, each in one sentence."""

    path: Path
    message: str
    remedy: str
    words: str = ""
    """The words inside the value that it is about."""
    at_end: bool = False
    """Whether it is about where these words end."""
    also: tuple[Path, ...] = ()
    """Further paths that belong to it."""
    severity: Severity | None = None
    """How much it weighs, where that is not what the rule weighs."""


def plan_rule(
    severity: Severity = Severity.ERROR, *, source: str = "", optional: bool = False, about_lacking: bool = False
) -> Callable[[Callable[[ReadPlan], Iterator[Fault]]], PlanRule]:
    """Make a rule of a generator of faults in a plan: its name is the id, its docstring the documentation."""

    def made(faults: Callable[[ReadPlan], Iterator[Fault]]) -> PlanRule:
        def judge(plan: ReadPlan) -> Iterator[Finding]:
            return (finding_of(fault, rule_id, severity) for fault in faults(plan))

        rule_id = faults.__name__.replace("_", "-")
        return Rule(rule_id, Subject.PLAN, severity, documented(faults), source, judge, optional, about_lacking)

    return made


def finding_of(fault: Fault, rule_id: str, severity: Severity) -> Finding:
    """Return what is found where a rule of that id and weight has a fault."""
    return Finding(
        rule_id, fault.severity or severity, fault.message, fault.remedy, fault.path,
        words=fault.words, at_end=fault.at_end, also_paths=fault.also,
    )  # fmt: skip


def documented(check: Callable[..., object]) -> str:
    """Return the first paragraph of a function's docstring in one line."""
    return " ".join((check.__doc__ or "").split("\n\n", 1)[0].split())
