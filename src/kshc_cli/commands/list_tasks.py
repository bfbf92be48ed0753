"""``kshc list``: the tasks."""

import typer

from kshc_cli.commands.answer import write_answer
from kshc_cli.commands.formats import Format, FormatOption
from kshc_cli.commands.opening import agency_id, asked_plan
from kshc_cli.commands.options import AgencyOption, KindOption, RoleOption, RoleOptionType, SearchOption, SectionOption
from kshc_cli.commands.session import session_of
from kshc_cli.query.filters import Choice, chosen_rows

EXAMPLES = ("kshc list --agency 'Phường 1' --role lead", "kshc list --kind window", "kshc list --search 'ra soat'")


def command(
    context: typer.Context,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    search: SearchOption = None,
    output: FormatOption = Format.TABLE,
) -> int:
    """List the tasks that all options agree on."""
    session = session_of(context)
    plan = asked_plan(session)
    choice = Choice(agency_id(agency, plan.plan), role.value, kind, section, search)
    rows = chosen_rows(plan, choice)
    write_answer(session, plan, rows, output, among=rows, as_of=session.day(), asked=agency is not None)
    return 0
