"""A compiled plan is the plan: what comes out of its bytes is what went in, and every question is answered alike."""

import inspect
import marshal
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from itertools import islice
from pathlib import Path
from zlib import compress

import pytest

from kshc_cli.compiled.plan import CODEC, from_bytes, to_bytes
from kshc_cli.compiled.value import Compiled
from kshc_cli.desk.answering import answer_from, answer_of
from kshc_cli.desk.days import Today
from kshc_cli.desk.entries import LogQuestion
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.pages import ShowQuestion, StatusQuestion
from kshc_cli.desk.question import Asked, Form, Question
from kshc_cli.desk.registry import AgenciesQuestion, UnreadBodiesQuestion
from kshc_cli.desk.summary import SummaryQuestion
from kshc_cli.desk.tasks import DueQuestion, ListQuestion, OverdueQuestion, RecurringQuestion
from kshc_cli.plan import act, given, model
from kshc_cli.plan.record import Record, WordsRecord
from kshc_cli.reading import values
from tests.conftest import EXAMPLES, ROOT
from tests.source.mutations import mutated

PLANS = sorted({ROOT / "plan.yaml", *EXAMPLES.rglob("*.yaml")})
SOUND = (ROOT / "plan.yaml", EXAMPLES / "sound.yaml")
QUESTIONS: list[Callable[[Asked], Question]] = [
    ListQuestion, lambda asked: ListQuestion(asked._replace(agency="phường 1"), "coop"), DueQuestion,
    lambda asked: DueQuestion(asked, first="1/1", last="31/12", with_open=True), OverdueQuestion, RecurringQuestion,
    StatusQuestion, LogQuestion, AgenciesQuestion, UnreadBodiesQuestion, SummaryQuestion,
    lambda asked: ShowQuestion(asked, "1.2.1"),
]  # fmt: skip


def compiled_of(data: bytes) -> Compiled | None:
    return Opened(data, None).compiled


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_comes_out_is_what_went_in(path: Path) -> None:
    before = compiled_of(path.read_bytes())
    if before is None:
        return
    after = from_bytes(to_bytes(before))
    assert after is not None
    assert after.has_errors is before.has_errors
    assert after.read.plan == before.read.plan
    assert after.read.tasks == before.read.tasks
    assert repr(after.read.tasks) == repr(before.read.tasks)  # also what equality passes over


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.name)
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_is_answered_alike(question: Callable[[Asked], Question], path: Path) -> None:
    texts = [path.read_text("utf-8"), *islice(mutated(path.read_text("utf-8"), 40, seed=5), 40)]
    log = path.with_name("progress.yaml")
    logged = log.read_bytes() if log.is_file() else None
    for text in texts:
        data = text.encode()
        before = compiled_of(data)
        if before is None:
            continue
        kept = from_bytes(to_bytes(before))
        for output in ("table", "json", "csv"):
            asked = question(Asked(Today(date(2024, 6, 24)), "vi", Form(output)))
            assert answer_from(Opened(data, logged, kept), asked) == answer_of(data, logged, asked)


@pytest.mark.parametrize("data", [b"", b"x", compress(b"x"), compress(marshal.dumps([True, "a", [], []])), b"PK"])
def test_other_bytes_are_no_compiled_plan(data: bytes) -> None:
    assert from_bytes(data) is None


def test_every_kind_of_record_and_value_is_known() -> None:
    declared = {
        kind
        for module in (act, given, model, values)
        for kind in vars(module).values()
        if inspect.isclass(kind) and kind.__module__ == module.__name__
        and (issubclass(kind, Record | Enum) or is_dataclass(kind))
    }  # fmt: skip
    bases = {WordsRecord, act.Signed, values.Part}
    assert declared - bases == set(CODEC.kinds) - bases
