"""All rules, in the order in which the documentation lists them, and the one function that runs them."""

from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.near import nearest
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.rules import (
    bases,
    beside,
    bodies,
    columns,
    dates,
    legal_texts,
    numbers,
    plan_year,
    readings,
    registry,
    stamps,
    tasks,
    unread_bodies,
    wording,
)
from kshc_cli.rules.rule import PlanRule

RULES: Final[tuple[PlanRule, ...]] = (
    tasks.duplicate_task_id,
    numbers.printed_number_order,
    tasks.sample_words,
    tasks.blank_lead,
    tasks.blank_time,
    tasks.blank_result,
    tasks.repeated_content,
    columns.repeated_column,
    columns.unknown_column,
    columns.unprinted_words,
    registry.duplicate_agency_id,
    registry.unknown_member,
    registry.circular_group,
    registry.ambiguous_alias,
    registry.unknown_agency,
    registry.unused_agency,
    bodies.validity_reversed,
    bodies.unknown_successor,
    bodies.expired_agency,
    bodies.not_subordinate,
    unread_bodies.unread_agency,
    readings.repeated_body,
    readings.unclear_lead,
    readings.unread_time,
    readings.doubtful_time,
    readings.no_rule,
    readings.contradicting_reading,
    plan_year.plan_year,
    plan_year.followed_year,
    beside.deadline_beside_label,
    dates.date_outside_year,
    dates.window_reversed,
    dates.due_before_decision,
    dates.day_of_next_year,
    dates.bad_rrule,
    dates.never_fires,
    dates.work_by_after_due,
    dates.contradicting_calendar,
    dates.doubtful_calendar,
    stamps.number_form,
    stamps.symbol_form,
    stamps.unknown_placeholder,
    wording.legal_citation,
    bases.basis_date,
    legal_texts.cited_text,
    legal_texts.basis_in_force,
    wording.article_order,
    wording.missing_end_mark,
    wording.decision_reference,
    wording.reference_line,
    wording.quoted_duty,
)


OPTIONAL: Final = tuple(rule for rule in RULES if rule.optional)
"""Rules that run only where they are asked for: what they find is a matter of style or of the office."""


def check(plan: ReadPlan, optional: Sequence[PlanRule] = (), *, whole: bool = True) -> Iterator[Finding]:
    """Yield the findings of every rule and of those ``optional`` ones; nobody stops at the first.

    A wrong year is found once: the other rules look at the plan as it was probably meant. Of a plan that is not
    ``whole``, because a part of the file has no known key, nobody asks what it lacks.
    """
    yield from plan_year.plan_year.judge(plan)
    meant = plan_year.as_meant(plan)
    for rule in RULES:
        wanted = rule in optional if rule.optional else whole or not rule.about_lacking
        if wanted and rule is not plan_year.plan_year:
            yield from rule.judge(meant)


def optional_rules(wishes: Sequence[str]) -> tuple[PlanRule, ...]:
    """Return the optional rules with these ids; a rule that always runs may be named too.

    Raises WrongArgumentError for an id that no rule has.
    """
    known = {rule.id: rule for rule in RULES}
    unknown = next((wish for wish in wishes if wish not in known), None)
    if unknown is not None:
        raise WrongArgumentError(_unknown(unknown, [rule.id for rule in OPTIONAL]))
    return tuple(known[wish] for wish in dict.fromkeys(wishes) if known[wish].optional)


def _unknown(wish: str, optional: Sequence[str]) -> str:
    if near := nearest(wish, optional):
        return _("No rule is called “{wish}”. Did you mean {near}?").format(wish=wish, near=near)
    return _("No rule is called “{wish}”. These can be enabled: {rules}.").format(wish=wish, rules=", ".join(optional))
