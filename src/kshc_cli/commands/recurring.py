"""``kshc recurring``: what comes back, with its days."""

import typer

from kshc_cli.commands.answer import write_answer
from kshc_cli.commands.days import period_of
from kshc_cli.commands.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.commands.opening import followed_plan
from kshc_cli.commands.options import AgencyOption, FromOption, RoleOption, RoleOptionType, ToOption
from kshc_cli.commands.session import session_of
from kshc_cli.query.filters import Choice, chosen_rows, recurring_rows

EXAMPLES = ("kshc recurring", "kshc recurring --from 1/7/2024 --to 30/9/2024")


def command(
    context: typer.Context,
    *,
    first: FromOption = None,
    last: ToOption = None,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show each occurrence of the tasks that come back; those without a rule stand at the end, without a day."""
    session, form = session_of(context), csv_form(output, bom=bom, keys=keys)
    following = followed_plan(session, agency=agency)
    among = chosen_rows(following, Choice(following.agency, role.value))
    start, end = period_of(first, last, year=following.plan.year)
    rows = recurring_rows(among, following, start=start, end=end)
    write_answer(session, following, rows, output, form=form, among=among, dated=True)
    return 0
