"""Putting a question to the plans in use: to one, or to many in other processes."""

from collections.abc import Iterator
from contextlib import nullcontext

from kshc_cli.cli.opening import Fleet
from kshc_cli.cli.session import Session
from kshc_cli.cli.waiting import counted, waiting
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.question import Question
from kshc_cli.fleet.sources import answered
from kshc_cli.messages import _


def answers_of(session: Session, fleet: Fleet, question: Question) -> Iterator[Answer]:
    """Yield the answer of each plan, and show how far it is where somebody waits at a terminal."""
    places = fleet.places
    if len(places) == 1 and not fleet.many:
        with waiting(session, _("Reading the plan")):
            answer = answered(places[0], question)
        yield answer
        return
    from kshc_cli.fleet.engine import FEW, answers, engine_for

    bar = counted(session, len(places)) if len(places) >= FEW else nullcontext(_unseen)
    with engine_for(len(places), session.scheduler) as engine, bar as step:
        for answer in answers(places, question, engine):
            step()
            yield answer


def _unseen() -> None:
    """Move nothing on, for few plans are asked at once."""
