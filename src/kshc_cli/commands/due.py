"""``kshc due``: what falls due in a period."""

from datetime import date, timedelta
from typing import Annotated

import typer

from kshc_cli.commands.answer import write_answer
from kshc_cli.commands.days import days_of, month_of, period_of
from kshc_cli.commands.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.commands.opening import followed_plan
from kshc_cli.commands.options import (
    AgencyOption,
    AsOfOption,
    FromOption,
    RoleOption,
    RoleOptionType,
    StatusOption,
    ToOption,
)
from kshc_cli.commands.session import session_of
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _
from kshc_cli.query.filters import Choice, chosen_rows, due_rows
from kshc_cli.query.following import with_status

EXAMPLES = ("kshc due --month 6/2024", 'kshc due --month 6 --agency "van phong" --open', "kshc due --within 7d")

MonthOption = Annotated[
    str | None, typer.Option("--month", "-m", metavar=_("MONTH"), help=_("A month, for example 6 or 6/2024."))
]
WithinOption = Annotated[
    str | None, typer.Option("--within", metavar=_("DAYS"), help=_("The next days, from today on: 7d, 2w."))
]
OpenOption = Annotated[bool, typer.Option("--open", help=_("Also what goes on in the period without ending in it."))]


def command(
    context: typer.Context,
    *,
    month: MonthOption = None,
    first: FromOption = None,
    last: ToOption = None,
    within: WithinOption = None,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    with_open: OpenOption = False,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show deadlines, ends of periods and occurrences, in order of date; without a period, those of this month."""
    session, form = session_of(context), csv_form(output, bom=bom, keys=keys)
    following = followed_plan(session, as_of=as_of, agency=agency)
    start, end = _period(month, first, last, within, today=following.day, year=following.plan.year)
    among = chosen_rows(following, Choice(following.agency, role.value))
    rows = due_rows(among, following, start=start, end=end, with_open=with_open)
    chosen = with_status(rows, status) if status else rows
    write_answer(session, following, chosen, output, form=form, among=among, dated=True)
    return 0


def _period(
    month: str | None, first: str | None, last: str | None, within: str | None, *, today: date, year: int
) -> tuple[date | None, date | None]:
    ways = [month is not None, within is not None, first is not None or last is not None]
    if sum(ways) > 1:
        raise WrongArgumentError(_("Name the period in one way: --month, --within, or --from and --to."))
    if within is not None:
        return today, _later(today, days_of(within))
    if first is not None or last is not None:
        return period_of(first, last, year=year)
    return month_of(today.strftime("%Y-%m") if month is None else month, year=year)


def _later(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))
