"""``kshc render amendment``: the decision that makes the new plan of the one in force."""

from collections.abc import Iterator
from datetime import date

from kshc_cli.cli.comparing import SidesArgument, named_sides, opened_sides, say_errors
from kshc_cli.cli.issuing import DateOption, NumberOption, numbered
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import ForceOption, OutOption, TemplateOption, target_of_sides
from kshc_cli.cli.waiting import waiting
from kshc_cli.days import written
from kshc_cli.desk.amending import Amendment, amendment_of, is_amended_by_decision, is_of_one_office
from kshc_cli.desk.days import asked_day
from kshc_cli.disk.replacing import write_bytes
from kshc_cli.documents.rendering.issued_words import Stamp
from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _, plain
from kshc_cli.plan.model import Plan
from kshc_cli.workspace import template_bytes

EXAMPLES = (
    "kshc render amendment HEAD~3:plan.yaml --out sua-doi.docx",
    "kshc render amendment plan-cu.yaml plan.yaml --number 45 --date 2/7/2024",
)


def command(
    session: Session,
    sides: SidesArgument = None,
    *,
    number: NumberOption = None,
    day: DateOption = None,
    out: OutOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
) -> int:
    """Write the decision that amends OLD into NEW: each change by number and words, and the changed tasks as an annex.

    What prints no words (readings, bodies, the calendar) and what is stamped is no part of it.
    """
    named = named_sides(session, sides or [], None)
    target = target_of_sides([one.name for one in named], "amendment", out, template, force=force)
    sides_opened = opened_sides(session, *named)
    was, now = (one.opened.read for one in sides_opened)
    old, new = was.plan, now.plan
    stamp = Stamp(numbered(number), asked_day(day, year=new.year))
    _refuse_earlier(stamp.day, old)
    data = template_bytes(template, OWN_FILES[Purpose.AMENDMENT])
    with inside(template), waiting(session, _("Writing the document")):
        made = amendment_of(was, now, data, stamp)
    apart = [*_apart(old, new), *_unamended(made)]
    if made.data is None:
        same = (
            _("Beside that both print the same words; there is nothing to amend.")
            if apart
            else _("Both plans print the same words; there is nothing to amend.")
        )
        raise WrongArgumentError(" ".join((*apart, same)))
    write_bytes(target, made.data)
    session.say(_("Written: {file}").format(file=target))
    say_errors(session, sides_opened)
    for sentence in apart:
        session.say(sentence)
    if not (old.act.number and old.act.date):
        session.say(_("OLD has no number or no day yet, so that the decision names it with blanks."))
    if not is_amended_by_decision(old):
        sentence = _("OLD is a {kind} that no decision issued: have it checked whether a decision can amend it.")
        session.say(sentence.format(kind=plain(old.plan.title)))
    return 0


def _apart(old: Plan, new: Plan) -> Iterator[str]:
    """Say in what two plans are apart that no decision amends: who issues them, and for which year."""
    if not is_of_one_office(old, new):
        sentence = _(
            "OLD is issued by {old}, NEW by {new}: a plan is amended by who issued it, or by an office that took over."
        )
        yield sentence.format(old=_office(old, new), new=_office(new, old))
    if old.year != new.year:
        sentence = _("OLD is a plan of {old} and NEW one of {new}: a plan for another year amends none.")
        yield sentence.format(old=old.year, new=new.year)


def _unamended(made: Amendment) -> Iterator[str]:
    """Say what differs between two plans that is no part of the decision."""
    if made.own:
        sentence = _("These differ and are not amended, as the amending decision states its own: {fields}.")
        yield sentence.format(fields=", ".join(made.own))
    if made.bodies:
        sentence = _("The registry gives duties to these bodies or takes them, which no decision amends: {names}.")
        yield sentence.format(names=", ".join(map(plain, made.bodies)))


def _office(plan: Plan, other: Plan) -> str:
    """Name who issues a plan; where the other one's office is called so too, with what tells them apart."""
    issuer, others = plan.issuer, other.issuer
    names = [issuer.name]
    if issuer.name == others.name:
        names += (issuer.place if issuer.place != others.place else issuer.parent or "",)
    return plain(", ".join(filter(None, names)))


def _refuse_earlier(day: date | None, old: Plan) -> None:
    """Raise WrongArgumentError for a day before that of what is amended."""
    if day is not None and old.act.date is not None and day < old.act.date:
        sentence = _("--date {day} is before the day of OLD, {issued}: nothing is amended before it is issued.")
        raise WrongArgumentError(sentence.format(day=written(day), issued=written(old.act.date)))
