"""``kshc timeline``: the tasks over the months of a year."""

from functools import partial

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.formats import Format
from kshc_cli.cli.options import (
    AgencyOption,
    AsOfOption,
    KindOption,
    RoleOption,
    RoleOptionType,
    SectionOption,
    YearOption,
)
from kshc_cli.cli.session import Session
from kshc_cli.desk.months import TimelineQuestion
from kshc_cli.reports.csv_form import CsvForm

EXAMPLES = ("kshc timeline", 'kshc timeline --agency "van phong" --role lead', "kshc timeline --section 2")
FINDINGS = ONE_OF_MANY


def command(
    session: Session,
    *,
    year: YearOption = None,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    as_of: AsOfOption = None,
) -> int:
    """Show a row for each task over the months of the plan's year: its period, its last days, how they stand.

    In a pipe each task is a line with a cell for each month.
    """
    question = partial(TimelineQuestion, role=role.value, kind=kind, section=section, year=year)
    return ask(session, question, Format.TABLE, csv=CsvForm(), as_of=as_of, agency=agency).status
