"""A Word document as one side of a comparison: imported, with the other side as the earlier plan."""

from kshc_cli.cli.comparing import Side
from kshc_cli.cli.converting import made_readable
from kshc_cli.cli.session import Session
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.comparing import Compared
from kshc_cli.desk.importing import Earlier, ShownFile, taken
from kshc_cli.desk.opening import Opened
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.errors import inside
from kshc_cli.findings import Finding
from kshc_cli.messages import _, ngettext, plain
from kshc_cli.plan.model import Plan


def imported_side(session: Session, side: Side, like: Plan | None) -> Compared:
    """Return the plan that a Word document holds; say how much of it is not in the plan. Raises FileError."""
    with inside(side.name), waiting(session, _("Reading {file}").format(file=plain(side.name))):
        word, told = made_readable(side.data, "docx")
        found = taken(ShownFile(read_body(word), told=told), earlier=Earlier(like, reworded=True) if like else None)
    _say_left(session, side.name, (*found.left, *found.doubts))
    return Compared(side.name, Opened(found.plan, side.log), is_word=True)


def _say_left(session: Session, name: str, left: tuple[Finding, ...]) -> None:
    if left:
        sentence = ngettext(
            "{n} thing of {file} found no place in a plan, or is doubtful: kshc import docx tells it.",
            "{n} things of {file} found no place in a plan, or are doubtful: kshc import docx tells them.",
            len(left),
        )
        session.say(sentence.format(n=len(left), file=name))
