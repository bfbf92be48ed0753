"""``kshc list``: the tasks."""

from functools import partial

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.options import (
    AgencyOption,
    AsOfOption,
    KindOption,
    RoleOption,
    RoleOptionType,
    SearchOption,
    SectionOption,
    StatusOption,
)
from kshc_cli.cli.session import Session
from kshc_cli.desk.tasks import ListQuestion

EXAMPLES = (
    'kshc list --agency "Phường 1" --role lead',
    'kshc list --kind "định kỳ"',
    'kshc list --search "phương án" --search TTHC',
)
FINDINGS = ONE_OF_MANY


def command(
    session: Session,
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
    form = csv_form(output, bom=bom, keys=keys)
    question = partial(
        ListQuestion,
        role=role.value,
        kind=kind,
        section=section,
        search=tuple(search or ()),
        status=tuple(status or ()),
    )
    return ask(session, question, output, csv=form, as_of=as_of, agency=agency).status
