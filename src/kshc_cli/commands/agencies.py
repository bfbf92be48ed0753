"""``kshc agencies``: the registry, who takes part in how much, and what the registry lacks."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.declarations import option
from kshc_cli.cli.formats import BomOption, KeysOption, RegistryFormat, RegistryOption, csv_form
from kshc_cli.cli.session import Session
from kshc_cli.desk.registry import AgenciesQuestion, UnreadBodiesQuestion
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _

EXAMPLES = ("kshc agencies --used", "kshc agencies --unread", "kshc agencies --unread --format yaml")
FINDINGS = ONE_OF_MANY

UsedOption = Annotated[bool, option("--used", help=_("Only agencies that take part in tasks."))]
UnreadOption = Annotated[bool, option("--unread", help=_("The words that no agency matches, with entries to paste."))]


def command(
    session: Session,
    *,
    used: UsedOption = False,
    unread: UnreadOption = False,
    output: RegistryOption = RegistryFormat.TABLE,
    bom: BomOption = False,
    keys: KeysOption = False,
) -> int:
    """List the agencies with their other names, members and numbers of tasks, or propose those that lack."""
    if used and unread:
        raise WrongArgumentError(_("Ask for --used or for --unread, not for both."))
    if output is RegistryFormat.YAML and not unread:
        raise WrongArgumentError(_("YAML is written for --unread only; the registry itself stands in the plan."))
    form = csv_form(output, bom=bom, keys=keys)
    question = UnreadBodiesQuestion if unread else partial(AgenciesQuestion, used=used)
    return ask(session, question, output, csv=form).status
