"""``kshc list``: the tasks."""

import typer

from kshc_cli.commands.answer import write_answer
from kshc_cli.commands.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.commands.opening import followed_plan
from kshc_cli.commands.options import (
    AgencyOption,
    AsOfOption,
    KindOption,
    RoleOption,
    RoleOptionType,
    SearchOption,
    SectionOption,
    StatusOption,
)
from kshc_cli.commands.session import session_of
from kshc_cli.query.filters import Choice, chosen_rows
from kshc_cli.query.following import with_status

EXAMPLES = ('kshc list --agency "Phường 1" --role lead', 'kshc list --kind "định kỳ"', 'kshc list --search "ra soat"')


def command(
    context: typer.Context,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    section: SectionOption = None,
    search: SearchOption = None,
    status: StatusOption = None,
    as_of: AsOfOption = None,
    output: FormatOption = Format.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """List the tasks that all options agree on."""
    session, form = session_of(context), csv_form(output, bom=bom, keys=keys)
    following = followed_plan(session, as_of=as_of, agency=agency)
    choice = Choice(following.agency, role.value, kind, section, search)
    rows = chosen_rows(following, choice)
    if following.is_kept or status or output in {Format.JSON, Format.CSV}:
        rows = tuple(map(following.standing, rows))
    if status:
        rows = with_status(rows, status)
    write_answer(session, following, rows, output, form=form, among=rows)
    return 0
