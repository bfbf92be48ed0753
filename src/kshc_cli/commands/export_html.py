"""``kshc export html``: one page that shows a plan."""

from functools import partial
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import DraftOption, ExportOption, export
from kshc_cli.cli.options import AgencyOption
from kshc_cli.cli.session import Session
from kshc_cli.desk.plan_page import PageQuestion
from kshc_cli.messages import _

EXAMPLES = (
    "kshc export html --out ke-hoach.html",
    'kshc export html --agency "van phong" --out van-phong.html',
    "kshc export html --wall --out man-hinh.html",
)
FINDINGS = _("the plan or its log has errors")

WallOption = Annotated[
    bool, option("--wall", help=_("Large letters for a screen on the wall; it reads its file anew every five minutes."))
]


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    wall: WallOption = False,
    draft: DraftOption = False,
    out: ExportOption = None,
) -> int:
    """Write one page to look at in a browser: what is late and what comes next, the year, bodies, months, all tasks."""
    question = partial(PageQuestion, is_wall=wall, is_draft=draft)
    return export(session, "html", question, out=out, agency=agency)
