"""The flat rows of all duties are what the other questions answer with, whatever the log says."""

import json
import random
import tempfile
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kshc_cli.desk.answering import answer_of
from kshc_cli.desk.days import Today
from kshc_cli.desk.duties import DutiesQuestion, duties_of
from kshc_cli.desk.question import Asked
from kshc_cli.query.duties import DutyRow
from kshc_cli.query.filters import RoleFilter
from kshc_cli.tracking.standing import CLOSED
from tests.outputs.calendars import due_days, log_text, run
from tests.outputs.test_ics_days import PLANS, drawn_log, placed, read


def rows_of(plan: Path, today: date, agency: str | None = None, role: RoleFilter = "any") -> list[DutyRow]:
    asked = Asked(Today(today), "en", agency=agency)
    log = plan.with_name("progress.yaml").read_bytes()
    return [*duties_of(answer_of(plan.read_bytes(), log, DutiesQuestion(asked, role, is_draft=True)))]


@given(st.sampled_from(PLANS), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_rows_are_the_duties_that_are_counted_and_the_days_that_are_due(text: str, chance: random.Random) -> None:
    known, duties = read(text)
    today = date(known.year, 1, 1) + timedelta(days=chance.randrange(400))
    with tempfile.TemporaryDirectory() as folder:
        log = drawn_log(text, chance)
        plan = placed(Path(folder), text, log_text(log))
        rows = rows_of(plan, today)
        led = [row for row in rows if row.role == "lead"]
        met = {one.task for one in log if one.what == "event"}  # what waited for one is then called by its day
        owed = {one for one in duties if one[0] not in met or one[1] not in {"relative", None}}
        assert owed <= {(row.task, row.period, row.body) for row in led}
        told = {(row.task, row.period, row.due) for row in rows if row.due and row.status not in CLOSED}
        assert sorted((task, due) for task, _period, due in told) == due_days(plan, today=str(today))
        _status, out = run("status", "--plan", plan, "--today", str(today), "--format", "json")
        assert Counter(row.status for row in led) == Counter(json.loads(out)["counts"])


@given(st.sampled_from([one for one in PLANS if read(one)[0].plan.agencies]), st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_rows_of_a_body_are_those_of_all_that_are_its_own(text: str, chance: random.Random) -> None:
    known, _duties = read(text)
    today = date(known.year, 7, 5)
    agency = chance.choice([one.id for one in known.plan.agencies if not one.members])
    with tempfile.TemporaryDirectory() as folder:
        plan = placed(Path(folder), text, log_text(drawn_log(text, chance)))
        own = [row for row in rows_of(plan, today) if row.body == agency]
        joined = [row for row in own if row.role == "coop"]
        assert rows_of(plan, today, agency, "coop") == joined
        led = [row for row in own if row.role == "lead"]
        assert rows_of(plan, today, agency, "lead") == led
        assert Counter(rows_of(plan, today, agency)) == Counter([*led, *joined])
        asked = ("status", "--plan", plan, "--today", str(today), "--format", "json")
        every: dict[str, Any] = json.loads(run(*asked)[1])
        of_body = json.loads(run(*asked, "--agency", agency)[1])
        among_all: dict[str, int] = next((one["counts"] for one in every["agencies"] if one["agency"] == agency), {})
        assert Counter(row.status for row in led) == Counter(of_body["counts"]) == Counter(among_all)
