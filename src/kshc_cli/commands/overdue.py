"""``kshc overdue``: whose day has passed."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.declarations import option
from kshc_cli.cli.formats import BomOption, Format, FormatOption, KeysOption, csv_form
from kshc_cli.cli.options import AgencyOption, AsOfOption, RoleOption, RoleOptionType
from kshc_cli.cli.session import Session
from kshc_cli.desk.tasks import OverdueQuestion
from kshc_cli.errors import EXIT_FINDINGS
from kshc_cli.messages import _

EXAMPLES = ("kshc overdue", "kshc overdue --as-of 15/7/2024 --agency phong-ban", "kshc overdue --fail")
FINDINGS = "; ".join((_("something is late, with --fail"), ONE_OF_MANY))

FailOption = Annotated[bool, option("--fail", help=_("Exit with status 1 if anything is overdue."))]


def command(
    session: Session,
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
    form = csv_form(output, bom=bom, keys=keys)
    question = partial(OverdueQuestion, role=role.value)
    run = ask(session, question, output, csv=form, as_of=as_of, agency=agency)
    return EXIT_FINDINGS if fail and run.found else run.status
