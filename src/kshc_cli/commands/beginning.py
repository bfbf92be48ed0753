"""``kshc`` alone: how the plan stands and what comes next, or how to begin where there is none."""

from typing import Final

from kshc_cli.cli.opening import followed_plan
from kshc_cli.cli.session import Session
from kshc_cli.messages import _
from kshc_cli.query.lines import Line
from kshc_cli.query.overview import Overview, overview
from kshc_cli.reports.labelled import labelled_text
from kshc_cli.reports.status import glance_text
from kshc_cli.workspace import nearest_plan

_IMPORT: Final = "kshc init --from KE-HOACH.docx"
_INIT: Final = "kshc init"
_SHOW: Final = "kshc show {}"
_DONE: Final = "kshc done {}"
_DUE: Final = "kshc due"
_STATUS: Final = "kshc status"
_HELP: Final = "kshc help"


def command(session: Session) -> int:
    """Say how the plan in use stands and which commands come next; without a plan, how to get one."""
    if not session.plans and nearest_plan() is None:
        session.write(_("There is no plan.yaml here or in a parent folder. Begin:") + "\n")
        _write_steps(session, _first_steps())
        return 0
    following = followed_plan(session)
    view = overview(following)
    session.write(glance_text(view, following, session.terminal()) + "\n" + _("Next:") + "\n")
    _write_steps(session, _next_steps(view))
    return 0


def _write_steps(session: Session, steps: list[tuple[str, str]]) -> None:
    session.write(labelled_text([(f"  {command}", what) for command, what in steps], session.terminal()))


def _first_steps() -> list[tuple[str, str]]:
    elsewhere = _("kshc --plan FOLDER/plan.yaml")
    return [
        (_IMPORT, _("make a plan of its Word file")),
        (_INIT, _("a new plan, for the office that it asks for")),
        (elsewhere, _("use a plan that lies elsewhere")),
        (_HELP, _("all commands")),
    ]


def _next_steps(view: Overview) -> list[tuple[str, str]]:
    pressing = (*view.late, *view.soon)
    return [
        *((_SHOW.format(line.row.id), _("what it asks, and who owes it")) for line in pressing[:1]),
        *((_DONE.format(line.row.id), _("record that it is done")) for line in [*filter(_is_one_duty, pressing)][:1]),
        (_DUE, _("what falls due this month")),
        (_STATUS, _("how each body stands")),
        (_HELP, _("all commands")),
    ]


def _is_one_duty(line: Line) -> bool:
    """Tell whether ``kshc done`` needs no more than the task's id: one body owes it, on the only occasion."""
    standings = line.standing.standings if line.standing else ()
    return len(standings) == 1 and standings[0].occasion.key is None
