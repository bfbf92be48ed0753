"""``kshc status``: how the plan stands, on one screen."""

from kshc_cli.cli.asking import ONE_OF_MANY, ask
from kshc_cli.cli.formats import JsonOrText, PlainFormat
from kshc_cli.cli.options import AgencyOption, AsOfOption
from kshc_cli.cli.session import Session
from kshc_cli.desk.pages import StatusQuestion

EXAMPLES = ("kshc status", 'kshc status --agency "Phường 1"', "kshc status --as-of 30/6/2024")
FINDINGS = ONE_OF_MANY


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    as_of: AsOfOption = None,
    output: JsonOrText = PlainFormat.TEXT,
) -> int:
    """Show what is late, what is due soon, what is done, and how each body stands."""
    return ask(session, StatusQuestion, output, as_of=as_of, agency=agency).status
