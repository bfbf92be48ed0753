"""What kshc renders comes back: with the earlier plan beside it the same plan, without it the same words."""

from collections.abc import Iterator

from hypothesis import HealthCheck, Phase, given, settings

from kshc_cli.documents.importing.document import imported
from kshc_cli.documents.rendering.decision import render_decision
from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import columns_of, words_in
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.source.plan_yaml import plan_yaml
from kshc_cli.workspace import template_bytes
from tests.documents.importing.plans import plans, tidy, untidy

SLOW = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking a whole plan takes minutes
)


def plan_at(path: object) -> Plan:
    plan = read_plan_file(path.read_bytes()).plan  # type: ignore[attr-defined]
    assert isinstance(plan, Plan)
    return plan


def rendered(plan: Plan) -> Body:
    return read_body(render_decision(plan, template_bytes(None)))


def said(plan: Plan) -> Iterator[object]:
    """Yield every word of a plan that its document shows, with the part that it stands in."""
    yield plan.year
    yield plan.act
    yield plan.plan.title, plan.plan.subject, plan.plan.reference, plan.plan.own_heading, plan.plan.preamble
    for section in plan.plan.sections:
        yield section.heading, [paragraph.text for paragraph in section.paragraphs]
        for table in section.tables:
            columns = columns_of(plan, table)
            yield table.heading, [(column.role, column.header) for column in columns]
            for heading, tasks in ((None, table.tasks), *((group.heading, group.tasks) for group in table.groups)):
                yield heading
                for task in tasks:
                    yield [words_in(task, column) for column in columns]


@SLOW
@given(plans(untidy.map(lambda words: words.replace("\n", " ")), untidy, whole=False))
def test_any_plan_comes_back_beside_itself(plan: Plan) -> None:
    found = imported(rendered(plan), like=plan)
    assert found.plan == plan
    assert found.left == ()
    assert read_plan_file(plan_yaml(plan).encode()).plan == plan


@SLOW
@given(plans(tidy, tidy, whole=True))
def test_the_words_of_any_plan_come_back_by_themselves(plan: Plan) -> None:
    found = imported(rendered(plan), year=plan.year)
    assert list(said(found.plan)) == list(said(plan))
    assert found.left == ()
