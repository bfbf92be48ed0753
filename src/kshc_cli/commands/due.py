"""``kshc due``: what falls due in a period."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.declarations import option
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.options import (
    AgencyOption,
    AsOfOption,
    FromOption,
    RoleOption,
    RoleOptionType,
    StatusOption,
    ToOption,
)
from kshc_cli.cli.session import Session
from kshc_cli.desk.tasks import DueQuestion
from kshc_cli.messages import _

EXAMPLES = ("kshc due --month 6/2024", 'kshc due --month 6 --agency "van phong" --open', "kshc due --within 7d")
FINDINGS = ONE_OF_MANY

MonthOption = Annotated[
    str | None, option("--month", "-m", metavar=_("MONTH"), help=_("A month, for example 6 or 6/2024."))
]
WithinOption = Annotated[
    str | None, option("--within", metavar=_("DAYS"), help=_("The next days, from today on: 7d, 2w."))
]
OpenOption = Annotated[bool, option("--open", help=_("Also what goes on in the period without ending in it."))]


def command(
    session: Session,
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
    form = csv_form(output, bom=bom, keys=keys)
    question = partial(
        DueQuestion,
        role=role.value,
        month=month,
        first=first,
        last=last,
        within=within,
        status=tuple(status or ()),
        with_open=with_open,
    )
    return ask(session, question, output, csv=form, as_of=as_of, agency=agency).status
