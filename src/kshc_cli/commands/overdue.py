"""``kshc overdue``: whose day has passed."""

from typing import Annotated

import typer

from kshc_cli.commands.answer import write_answer
from kshc_cli.commands.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.commands.opening import followed_plan
from kshc_cli.commands.options import AgencyOption, AsOfOption, RoleOption, RoleOptionType
from kshc_cli.commands.session import session_of
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.messages import _
from kshc_cli.query.filters import Choice, chosen_rows, overdue_rows

EXAMPLES = ("kshc overdue", "kshc overdue --as-of 15/7/2024 --agency phong-ban", "kshc overdue --fail")
FINDINGS = _("something is late, with --fail")

FailOption = Annotated[bool, typer.Option("--fail", help=_("Exit with status 1 if anything is overdue."))]


def command(
    context: typer.Context,
    *,
    as_of: AsOfOption = None,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    fail: FailOption = False,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """Show every duty that is not done though its last day lies before the day asked for, the oldest first."""
    session, form = session_of(context), csv_form(output, bom=bom, keys=keys)
    following = followed_plan(session, as_of=as_of, agency=agency)
    among = chosen_rows(following, Choice(following.agency, role.value))
    rows = overdue_rows(among, following)
    write_answer(session, following, rows, output, form=form, among=among, dated=True, days_off=False)
    return EXIT_FINDINGS if fail and rows else 0
