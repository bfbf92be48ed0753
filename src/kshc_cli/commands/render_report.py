"""``kshc render report``: the report on a period of the plan."""

from datetime import date
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import DraftOption
from kshc_cli.cli.followed_plan import FollowsOption, plan_before
from kshc_cli.cli.issuing import DateOption, NumberOption, sound_plan, stamp_of
from kshc_cli.cli.options import FromOption, ToOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import ForceOption, OutOption, TemplateOption, refuse_another_ones, target_file
from kshc_cli.cli.values import choice
from kshc_cli.cli.waiting import waiting
from kshc_cli.days import written
from kshc_cli.desk.rendering import report_of
from kshc_cli.desk.report_periods import Cutoff, PeriodWish
from kshc_cli.disk.replacing import refuse_unwritable, write_bytes
from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _
from kshc_cli.plan.model import Plan
from kshc_cli.query.period_report import Period
from kshc_cli.workspace import template_bytes

EXAMPLES = (
    "kshc render report --quarter 2",
    "kshc render report --half --cutoff nd09-2019 --out bao-cao-6-thang.docx",
    "kshc render report --from 1/6 --to 15/6",
    "kshc render report --quarter 2 --follows plan-2025.yaml",
)
FINDINGS = _("the plan or its log has errors")

MonthOption = Annotated[
    str | None, option("--month", "-m", metavar=_("MONTH"), help=_("A month, for example 6 or 6/2024."))
]
QuarterOption = Annotated[
    str | None, option("--quarter", metavar=_("QUARTER"), help=_("A quarter, for example 2, II or 2/2024."))
]
HalfOption = Annotated[bool, option("--half", help=_("The first six months of the plan's year."))]
NineOption = Annotated[bool, option("--nine-months", help=_("The first nine months of the plan's year."))]
YearOption = Annotated[bool, option("--year", help=_("The plan's year."))]


def cutoff_words(cutoff: Cutoff) -> str:
    """Return what a way to cut the days of a period is called."""
    return {Cutoff.CALENDAR: _("calendar"), Cutoff.ND09: "Nghị định số 09/2019/NĐ-CP"}[cutoff]


CutoffOption = Annotated[
    Cutoff,
    choice(
        "--cutoff",
        values=Cutoff,
        words=cutoff_words,
        metavar=_("CUTOFF"),
        help=_("Which days count: those of the calendar, or from the 15th of the month before to the 14th."),
    ),
]


def command(
    session: Session,
    *,
    month: MonthOption = None,
    quarter: QuarterOption = None,
    half: HalfOption = False,
    nine: NineOption = False,
    whole: YearOption = False,
    first: FromOption = None,
    last: ToOption = None,
    cutoff: CutoffOption = Cutoff.CALENDAR,
    number: NumberOption = None,
    day: DateOption = None,
    out: OutOption = None,
    template: TemplateOption = None,
    follows: FollowsOption = None,
    draft: DraftOption = False,
    force: ForceOption = False,
) -> int:
    """Write the report (Mẫu 1.4) on a period: figures by section and body, what was done, late, running, changed."""
    path, opened, status = sound_plan(session, draft=draft)
    if status:
        return status
    wish, year = PeriodWish(month, quarter, half, nine, whole, first, last), opened.plan.year
    period, today = wish.period(cutoff, year=year), session.day(year=year)
    _refuse_empty(period, opened.plan, today)
    target = target_file(out, path.with_name(f"{path.stem}-report-{period.key}.docx"), path, template)
    refuse_another_ones(target, force=force)
    refuse_unwritable(target)
    rule = cutoff_words(cutoff) if cutoff is not Cutoff.CALENDAR else ""
    stamp, data = (
        stamp_of(session, opened, number, day, draft=draft),
        template_bytes(template, OWN_FILES[Purpose.REPORT]),
    )
    before, status = plan_before(session, follows, opened.plan, draft=draft) if follows else (None, 0)
    if status:
        return status
    if before and not wish.is_within(period, cutoff, year=year):
        before = None
        session.say(_("The period is not one of {year}, the plan's year; nothing is compared.").format(year=year))
    with inside(template), waiting(session, _("Writing the report")):
        document = report_of(opened.following(min(today, period.last)), period, data, stamp, rule, before)
    write_bytes(target, document)
    session.say(_("Written: {file}").format(file=target))
    if today < period.last:
        words = _("The period goes on until {day}; the report counts the days up to today.")
        session.say(words.format(day=written(period.last)))
    return 0


def _refuse_empty(period: Period, plan: Plan, today: date) -> None:
    """Raise WrongArgumentError for a period that has not begun, or is over before the plan begins or is issued."""
    if today < period.first:
        sentence = _("The period begins on {day}, which is still to come: there is nothing to report.")
        raise WrongArgumentError(sentence.format(day=written(period.first)))
    begins = min(filter(None, (date(plan.year, 1, 1), plan.act.date)))
    if period.last < begins:
        sentence = _("The period ends on {end}, before the plan's first day, {day}: there is nothing to report.")
        raise WrongArgumentError(sentence.format(end=written(period.last), day=written(begins)))
