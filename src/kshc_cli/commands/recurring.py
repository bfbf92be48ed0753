"""``kshc recurring``: what comes back, with its days."""

from functools import partial

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.options import AgencyOption, FromOption, RoleOption, RoleOptionType, ToOption
from kshc_cli.cli.session import Session
from kshc_cli.desk.tasks import RecurringQuestion

EXAMPLES = ("kshc recurring", "kshc recurring --from 1/7/2024 --to 30/9/2024")
FINDINGS = ONE_OF_MANY


def command(
    session: Session,
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
    form = csv_form(output, bom=bom, keys=keys)
    question = partial(RecurringQuestion, role=role.value, first=first, last=last)
    return ask(session, question, output, csv=form, agency=agency).status
