"""``kshc calendar``: the months with the days that something falls due on, and what that is."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.declarations import option
from kshc_cli.cli.formats import Format
from kshc_cli.cli.options import AgencyOption, AsOfOption, RoleOption, RoleOptionType, StatusOption, YearOption
from kshc_cli.cli.session import Session
from kshc_cli.desk.months import MonthsQuestion
from kshc_cli.messages import _
from kshc_cli.reports.csv_form import CsvForm

EXAMPLES = ("kshc calendar", 'kshc calendar --month 6/2024 --agency "van phong"', "kshc calendar --year 2024")
FINDINGS = ONE_OF_MANY

MonthOption = Annotated[
    str | None, option("--month", "-m", metavar=_("MONTH"), help=_("A month, for example 6 or 6/2024."))
]


def command(
    session: Session,
    *,
    month: MonthOption = None,
    year: YearOption = None,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    status: StatusOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Show a month, or the months of a year, with the days marked that something is due on, and the list of it below.

    In a pipe it is the list alone, as of kshc due, a line each.
    """
    question = partial(MonthsQuestion, role=role.value, month=month, year=year, status=tuple(status or ()))
    return ask(session, question, Format.TABLE, csv=CsvForm(), as_of=as_of, agency=agency).status
