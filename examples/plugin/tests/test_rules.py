"""The rule, given plans that are made by hand."""

from datetime import date

from kshc_office_rules.rules import few_leads

from kshc_cli.plugins import CheckedPlan, CheckedTask


def task(*leads: str) -> CheckedTask:
    words = {"number": "1", "section": None, "group": None, "coop": None, "result": None, "time": None}
    return CheckedTask(
        **words, id="1.1", content="…", lead="…", lead_agencies=leads, coop_agencies=(), times=(), unread=(),
        path=("plan", "sections", 0),
    )  # fmt: skip


def test_three_bodies_may_lead_a_task_and_a_fourth_is_found() -> None:
    plan = CheckedPlan(date.max.year, "Ủy ban nhân dân", {}, (task("a", "b", "c"), task("a", "b", "c", "d")))
    (found,) = few_leads(plan)
    assert found.path == ("plan", "sections", 0, "lead")
    assert found.message == "4 bodies lead task 1.1; the office allows 3."
