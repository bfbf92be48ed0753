"""The one function that answers: from the bytes of a plan and of its log to plain values."""

from typing import TYPE_CHECKING, cast

from kshc_cli.desk.answers import Answer, plain_finding, plain_values
from kshc_cli.desk.opening import FormError, Opened
from kshc_cli.desk.question import Question
from kshc_cli.errors import UnknownNameError, UnreadableFileError, WrongArgumentError
from kshc_cli.messages import speaking
from kshc_cli.reports.plan_record import plan_record

if TYPE_CHECKING:
    from kshc_cli.desk.opening import Plugged
    from kshc_cli.reading.laws.text import LegalText


def answer_of(
    plan: bytes,
    log: bytes | UnreadableFileError | None,
    question: Question,
    own_texts: "tuple[LegalText, ...]" = (),
    plugged: "Plugged | None" = None,
) -> Answer:
    """Answer a question from the bytes of a plan and of its log, None where there is none.

    A check looks at ``own_texts``, too: the office's additions to the register of legal texts; and asks ``plugged``.

    Never raises for what they hold: a plan that cannot answer says why. The answer holds plain values only, names no
    file, and depends on nothing but these arguments and the version of kshc.
    """
    return answer_from(Opened(plan, log, own_texts=own_texts, plugged=plugged), question)


def answer_from(opened: Opened, question: Question) -> Answer:
    """Answer a question from an opened plan and its log, as ``answer_of`` does."""
    with speaking(question.asked.language):
        answer = _tried(opened, question)
        return cast(Answer, plain_values({**_about(opened), **answer}))


def _tried(opened: Opened, question: Question) -> Answer:
    """Return the answer of a plan, or why it has none."""
    try:
        return question.answered(opened)
    except FormError as broken:
        return {"broken": broken.file, "findings": [plain_finding(one) for one in broken.findings]}
    except UnreadableFileError as problem:
        return {"unreadable": (problem.name, problem.reason)}
    except WrongArgumentError as refusal:
        return {"refusal": refusal.sentence(), "unknown": isinstance(refusal, UnknownNameError)}


def _about(opened: Opened) -> Answer:
    """Return what is told of a plan whatever the question; nothing of what is no plan."""
    if opened.compiled is None:
        return {}
    return {
        "plan": dict(plan_record(opened.plan)),
        "has_errors": opened.has_errors,
        "log_has_errors": opened.log_has_errors,
    }
