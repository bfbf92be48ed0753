"""What kshc renders comes back: with the earlier plan beside it the same plan, without it the same words."""

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.rendering.template_form import Size, TemplateForm
from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.findings import Severity
from kshc_cli.plan.model import Plan, Task
from kshc_cli.plan.walk import columns_of, words_in
from kshc_cli.reading.tasks import read_plan
from kshc_cli.rules.catalogue import check
from kshc_cli.source.edit.plan_yaml import plan_yaml
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.workspace import template_bytes
from tests.conftest import EXAMPLES, ROOT
from tests.documents.importing.foreign import HEADER, row, table
from tests.documents.importing.foreign import plan as foreign_plan
from tests.documents.importing.plans import plans, tidy, untidy
from tests.documents.test_variants import CASES
from tests.documents.word_xml import p, read
from tests.reading.test_agencies import calls_of

SLOW = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a whole plan takes minutes
)


EXAMPLE_PLANS = sorted((EXAMPLES / "rules").glob("*/*.yaml"))
UNPRINTED = ("needless", "with-symbol")
PLANS = [
    *(ROOT / "plan.yaml", EXAMPLES / "sound.yaml", EXAMPLES / "prose.yaml"),
    *(one for one in EXAMPLE_PLANS if one.stem not in UNPRINTED),
]
"""All but a plan with a line "Kèm theo" that no document of its kind prints, and one with its symbol in its number."""


def plan_at(path: Path) -> Plan:
    plan = read_plan_file(path.read_bytes()).plan
    assert plan is not None
    return plan


def rendered(plan: Plan, size: Size = 14, *, landscape: bool = False) -> Body:
    form = TemplateForm(alone=plan.decision is None, size=size, landscape=landscape)
    return read_body(render_decision(plan, template_bytes(None, form.file_name)))


def said(plan: Plan) -> Iterator[object]:
    """Yield every word of a plan that its document shows, with the part that it stands in."""
    yield plan.year
    yield plan.act
    yield plan.plan.title, plan.plan.subject, plan.plan.reference, plan.plan.own_heading, plan.plan.preamble
    for section in plan.plan.sections:
        yield from filter(None, (section.heading, *"\n".join(section.texts).split("\n")))
        for one in section.tables:
            columns = columns_of(plan, one)
            yield one.heading, [(column.role, column.header) for column in columns]
            for heading, tasks in ((None, one.tasks), *((group.heading, group.tasks) for group in one.groups)):
                yield heading
                for task in tasks:
                    yield [words_in(task, column) for column in columns]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_example_comes_back(path: Path) -> None:
    plan = plan_at(path)
    document = rendered(plan)
    found = imported(document, like=plan)
    assert found.plan == plan
    assert found.left == ()
    assert imported(document, year=plan.year).left == ()


def test_the_plan_of_sa_dec_comes_back_by_itself() -> None:
    plan = plan_at(ROOT / "plan.yaml")
    found = imported(rendered(plan)).plan
    assert list(said(found)) == list(said(plan))
    assert found.issuer.name == plan.issuer.name  # the file names it as its author
    assert found.issuer.parent == "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"  # no other place of the document does
    tasks = [read.task for read in read_plan(plan).tasks if isinstance(read.task, Task)]
    rows = [read for read in read_plan(found).tasks if read.placed.item_text is None]
    assert [read.task.id for read in rows] == [task.id for task in tasks]
    times = {read.task.id: read.time for read in read_plan(plan).tasks}
    assert all(read.time == times[read.task.id] for read in rows)
    spoken = [read for read in read_plan(found).tasks if read.placed.item_text is not None]
    assert [(len(read.lead.agencies), read.task.time) for read in spoken] == [(2, None), (1, None)]
    assert not [one for one in check(read_plan(found)) if one.severity is Severity.ERROR]


def test_a_paragraph_in_capitals_with_a_number_before_it_comes_back_as_a_paragraph() -> None:
    plan = plan_at(EXAMPLES / "sound.yaml")
    *sections, last = plan.plan.sections
    shouted = last.paragraphs[0].model_copy(update={"text": "III. CÁC ĐƠN VỊ BÁO CÁO TRƯỚC NGÀY 15"})
    last = last.model_copy(update={"paragraphs": (shouted, *last.paragraphs)})
    changed = plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": (*sections, last)})})
    assert list(said(imported(rendered(changed)).plan)) == list(said(changed))


def test_many_rows_take_time_linear_in_their_number() -> None:
    def calls(rows: int) -> int:
        tasks = (row(str(number), f"Việc {number}", f"Phòng {number % 20}", "Quý I") for number in range(rows))
        document = read(foreign_plan(p("Mở đầu.") + table(HEADER, *tasks)))
        first = imported(document)
        return calls_of(lambda: plan_yaml(imported(document, like=first.plan).plan))

    calls(10)
    assert calls(2000) <= 4.3 * calls(500)


@SLOW
@given(
    plans(untidy.map(lambda words: words.replace("\n", " ")), untidy, whole=False),
    st.sampled_from(get_args(Size)),
    st.booleans(),
)
def test_any_plan_comes_back_beside_itself(plan: Plan, size: Size, landscape: bool) -> None:
    found = imported(rendered(plan, size, landscape=landscape), like=plan)
    assert found.plan == plan
    assert found.left == ()
    assert read_plan_file(plan_yaml(plan).encode()).plan == plan


@SLOW
@given(plans(tidy, tidy, whole=True))
def test_the_words_of_any_plan_come_back_by_themselves(plan: Plan) -> None:
    found = imported(rendered(plan), year=plan.year)
    assert list(said(found.plan)) == list(said(plan))
    assert found.left == ()


@pytest.mark.parametrize("case", CASES)
def test_plans_of_all_kinds_come_back_from_all_forms(case: str) -> None:
    plan, form = CASES[case]
    found = imported(rendered(plan, form.size, landscape=form.landscape), like=plan)
    assert found.plan == plan
    assert found.left == ()
