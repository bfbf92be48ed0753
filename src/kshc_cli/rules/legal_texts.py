"""Rules about the texts that a plan cites, by the register of legal texts; of what it does not know they are silent."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kshc_cli.findings import Path, Severity
from kshc_cli.plan.model import Task
from kshc_cli.plan.record import WordsRecord
from kshc_cli.reading.folding import composed
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules.rule import Fault, plan_rule
from kshc_cli.rules.wording import bases_of

if TYPE_CHECKING:
    from kshc_cli.reading.laws.doubts import Doubt


@plan_rule(Severity.WARNING)
def cited_text(plan: ReadPlan) -> Iterator[Fault]:
    """A text is cited under another kind, day, issuing body or title than the register of legal texts knows.

    Or its day cannot be: its number has another year, or the document is older.
    """
    for path, doubt in _doubts(plan, [*words_citing(plan)]):
        if doubt.about.value != "force":
            yield _fault(path, doubt)


@plan_rule(Severity.WARNING)
def basis_in_force(plan: ReadPlan) -> Iterator[Fault]:
    """A legal basis is, by the register of legal texts, not in force on the document's day: not yet, or no longer."""
    if plan.plan.act.date is not None:
        for path, doubt in _doubts(plan, [(path, words, True) for path, words in bases_of(plan)]):
            if doubt.about.value == "force":
                yield _fault(path, doubt)


def words_citing(plan: ReadPlan) -> Iterator[tuple[Path, str, bool]]:
    """Yield the words of a plan that may cite texts, and whether they are a legal basis."""
    bases = list(bases_of(plan))
    of_bases = {path for path, _words in bases}
    yield from ((path, words, True) for path, words in bases)
    yield from ((path, words, False) for path, words in _texts(plan) if path not in of_bases and "/" in words)


def _fault(path: Path, doubt: "Doubt") -> Fault:
    return Fault(path, doubt.message, doubt.remedy, words=doubt.cited.words)


def _doubts(plan: ReadPlan, citing: Sequence[tuple[Path, str, bool]]) -> "Iterator[tuple[Path, Doubt]]":
    """Yield what stands against the texts that words cite, with the place of these."""
    if not citing:
        return
    from kshc_cli.reading.laws.doubts import doubts_of  # noqa: PLC0415  only plans that cite texts need it

    signed, effective = plan.plan.act.date, _effective(plan)
    for path, words, is_basis in citing:
        for doubt in doubts_of(composed(words), plan.legal_texts, signed, effective, basis=is_basis):
            yield path, doubt


def _effective(plan: ReadPlan) -> date | None:
    """Return the day from which the document is surely meant: its own, its year's first, or one that it names."""
    from kshc_cli.reading.laws.cited import days_told  # noqa: PLC0415

    signed, decision = plan.plan.act.date, plan.plan.decision
    articles = map(composed, decision.articles if decision else ())
    named = (day for words in articles if "hiệu lực" in words for day in days_told(words))
    return None if signed is None else max((signed, plan.first_day, *named))


def _texts(plan: ReadPlan) -> Iterator[tuple[Path, str]]:
    """Yield the words of a plan that may cite texts: articles, preamble, paragraphs, and what tables say to do."""
    articles = plan.plan.decision.articles if plan.plan.decision else ()
    yield from ((("decision", "articles", index), words) for index, words in enumerate(articles))
    yield from ((("plan", "preamble", index), words) for index, words in enumerate(plan.plan.plan.preamble))
    for place, section in enumerate(plan.plan.plan.sections):
        for kind in ("paragraphs", "items"):
            told = enumerate(getattr(section, kind))
            yield from ((("plan", "sections", place, kind, index), one.text) for index, one in told)
    for read in plan.tasks:
        if isinstance(read.placed.task, Task) and "tables" in read.placed.path:
            yield from _cells(read.placed.path, read.placed.task)


def _cells(path: Path, task: Task) -> Iterator[tuple[Path, str]]:
    for field in ("content", "result", "time"):
        value: str | WordsRecord | None = getattr(task, field)
        yield (*path, field), value.text if isinstance(value, WordsRecord) else value or ""
