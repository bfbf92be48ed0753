"""The rule about the days of the legal bases: the calendar has them, and none is younger than the document."""

from collections.abc import Iterator
from datetime import date

from kshc_cli.days import written
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.reading.citations import CitedDay, cited_days
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reading.times.days.missing_days import missing_day
from kshc_cli.rules.rule import Fault, plan_rule
from kshc_cli.rules.wording import bases_of


@plan_rule()
def basis_date(plan: ReadPlan) -> Iterator[Fault]:
    """A legal basis is of a day that the calendar lacks, or of one after the document's own."""
    dated: list[tuple[date, Path, CitedDay]] = []
    for path, words in bases_of(plan):
        for cited in cited_days(words):
            if problem := missing_day(cited.day, cited.month, cited.year):
                yield Fault(path, problem, _("Correct the date of the basis."), words=cited.words)
            else:
                dated.append((date(cited.year, cited.month, cited.day), path, cited))
    issued = plan.plan.act.date
    youngest = max(dated, key=lambda each: each[0], default=None)
    if issued is not None and youngest is not None and youngest[0] > issued:
        yield _too_young(plan, issued, *youngest)


def _too_young(plan: ReadPlan, issued: date, day: date, path: Path, cited: CitedDay) -> Fault:
    message = _("The basis is of {later}, after the document's own day, {issued}.")
    return Fault(
        path,
        message.format(later=written(day), issued=written(issued)),
        _("Correct one of the two dates."),
        words=cited.words,
        also=(("decision" if plan.plan.decision else "issuance", "date"),),
    )
