"""All rules, in the order in which the documentation lists them, and the one function that runs them."""

from collections.abc import Iterator
from typing import Final

from kshc_cli.findings import Finding
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules import dates, readings, registry, tasks, wording
from kshc_cli.rules.rule import Rule

RULES: Final[tuple[Rule, ...]] = (
    tasks.duplicate_task_id,
    tasks.printed_number_order,
    tasks.blank_result,
    tasks.repeated_content,
    registry.duplicate_agency_id,
    registry.unknown_member,
    registry.circular_group,
    registry.ambiguous_alias,
    registry.unknown_agency,
    registry.unused_agency,
    readings.unread_agency,
    readings.repeated_body,
    readings.unread_time,
    readings.doubtful_time,
    readings.no_rule,
    readings.contradicting_reading,
    dates.date_outside_year,
    dates.window_reversed,
    dates.due_before_decision,
    dates.bad_rrule,
    dates.never_fires,
    wording.legal_citation,
    wording.article_order,
    wording.missing_end_mark,
    wording.decision_reference,
    wording.quoted_duty,
)


def check(plan: ReadPlan) -> Iterator[Finding]:
    """Yield the findings of every rule; nobody stops at the first."""
    for rule in RULES:
        yield from rule(plan)
