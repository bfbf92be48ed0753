"""``kshc export ics``: the days of a plan for a calendar."""

from enum import StrEnum
from functools import partial
from typing import Annotated, Final

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import DraftOption, ExportOption, export
from kshc_cli.cli.options import AgencyOption, KindOption, RoleOption, RoleOptionType
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED, choice
from kshc_cli.desk.calendar import CalendarQuestion
from kshc_cli.desk.days import days_of
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, plain
from kshc_cli.reading.folding import squeezed

EXAMPLES = (
    "kshc export ics --out ke-hoach.ics",
    'kshc export ics --agency "van phong" --role lead --out van-phong.ics',
    "kshc export ics --as todo --alarm 14,2 --out viec.ics",
)
FINDINGS = _("the plan or its log has errors")

_FARTHEST: Final = 366
"""Days before its day somebody may be reminded of something at most."""
_MOST: Final = 5
"""Alarms of an event at most."""


class Entry(StrEnum):
    """What each day of the plan becomes."""

    EVENT = "event"
    TODO = "todo"


def entry_words(entry: Entry) -> str:
    """Return what an entry of a calendar is called."""
    return {Entry.EVENT: _("calendar event"), Entry.TODO: _("to-do")}[entry]


AsOption = Annotated[
    Entry,
    choice(
        "--as",
        values=Entry,
        words=entry_words,
        metavar=_("ENTRY"),
        help=_("What each day becomes: an event on it, or something to be done by it."),
    ),
]
AlarmOption = Annotated[
    str | None,
    option(
        "--alarm",
        reader=FILLED,
        metavar=_("DAYS"),
        help=_("How many days ahead to remind: 7,3,1 (unless the plan says otherwise), or none."),
    ),
]


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    role: RoleOptionType = RoleOption.ANY,
    kind: KindOption = None,
    entry: AsOption = Entry.EVENT,
    alarm: AlarmOption = None,
    draft: DraftOption = False,
    out: ExportOption = None,
) -> int:
    """Write deadlines, last days of periods, occurrences and ends of time limits as whole days of a calendar."""
    question = partial(
        CalendarQuestion,
        role=role.value,
        kind=kind,
        alarms=None if alarm is None else _alarms(alarm),
        as_todo=entry is Entry.TODO,
        is_draft=draft,
    )
    return export(session, "ics", question, out=out, agency=agency)


def _alarms(words: str) -> tuple[int, ...]:
    """Read how many days ahead alarms ring: 7,3,1, or 1w; none. Raises WrongArgumentError."""
    if squeezed(words) in {"none", "khong"}:
        return ()
    days = sorted({days_of(one.strip()) for one in words.split(",")}, reverse=True)
    if len(days) > _MOST or days[0] > _FARTHEST:
        sentence = _("“{text}” is no list of days for alarms: at most {most} numbers up to {farthest}, such as 7,3,1.")
        raise WrongArgumentError(sentence.format(text=plain(words)[:60], most=_MOST, farthest=_FARTHEST))
    return tuple(days)
