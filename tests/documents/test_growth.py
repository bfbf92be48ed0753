"""The work of rendering grows with the rows and no faster: calls are counted, because seconds drift."""

import sys
from types import FrameType

import pytest

from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.plan.model import Plan
from tools.bench import bare_docxtpl, plan_of


def calls(plan: Plan, template: bytes) -> int:
    """Return how many functions, of Python or C, are called while ``plan`` is rendered."""
    count = 0

    def note(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        render_decision(plan, template)
    finally:
        sys.setprofile(before)
    return count


def test_each_row_costs_the_same_number_of_calls(template: bytes) -> None:
    plans = [plan_of(rows) for rows in (50, 250, 450, 850)]
    render_decision(plans[0], template)  # what is only done once
    few, some, more, many = (calls(plan, template) for plan in plans)
    assert some > few + 200
    assert more - some == pytest.approx(some - few, rel=0.02)
    assert many - more == pytest.approx(2 * (some - few), rel=0.02)
    assert (some - few) / 200 < 500


def test_the_bare_loop_that_speed_is_compared_with_does_the_same_work(plan: Plan, template: bytes) -> None:
    assert len(bare_docxtpl(plan, template)) == pytest.approx(len(render_decision(plan, template)), rel=0.1)
