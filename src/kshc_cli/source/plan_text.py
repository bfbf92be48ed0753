"""Reads a plan file: its plan if there is one, and everything that is wrong with its form, each with its place."""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from kshc_cli.collection import collection_paused
from kshc_cli.findings import Finding, in_order
from kshc_cli.plan.model import Plan
from kshc_cli.source.limits import DEFAULT_LIMITS, Limits
from kshc_cli.source.places import locate, spot_of
from kshc_cli.source.tree import Data, Mark
from kshc_cli.source.yaml_text import YamlText, read_yaml


@dataclass(frozen=True)
class PlanText:
    """A plan file that was read. ``plan`` can stand beside findings: those of the text itself, such as a tab."""

    text: YamlText
    plan: Plan | None
    findings: tuple[Finding, ...]
    """What is wrong with the form of the file, in order of place."""
    draft: Plan | None = None
    """The plan, or what the file would give without its unknown keys: enough to check the rest in the same run."""

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Give findings about the plan the places that their paths lead to; they stay in their order."""
        return tuple(findings) if self.text.marks is None else locate(findings, self.text.lines, self.text.marks)


def read_plan_file(data: bytes, limits: Limits = DEFAULT_LIMITS) -> PlanText:
    """Read the bytes of a plan file; never raises for what they hold."""
    text = read_yaml(data, limits)
    if text.marks is None:
        return PlanText(text, None, text.findings)
    try:
        with collection_paused():
            plan = Plan.model_validate(text.data)
    except ValidationError as error:
        found = _mistakes(text, text.marks, error, limits)
        findings = in_order((*text.findings, *_without_consequences(found, text.findings)))
        return PlanText(text, None, findings, _draft(text.data, text.marks, error))
    return PlanText(text, plan, text.findings, plan)


def _draft(data: Data, marks: Mark, error: ValidationError) -> Plan | None:
    """Validate once more without the unknown keys; None where more than these is wrong."""
    details = error.errors(include_url=False)
    if any(detail["type"] != "extra_forbidden" for detail in details):
        return None
    pruned = deepcopy(data)
    for *parents, key in (spot_of(marks, detail["loc"]).path for detail in details):
        record: Any = pruned
        for step in parents:
            record = record[step]
        record.pop(key, None)
    try:
        return Plan.model_validate(pruned)
    except ValidationError:
        return None


def _without_consequences(found: Iterable[Finding], of: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what only follows from another finding at the same place, such as an alias that stands for nothing."""
    places = {finding.place for finding in of}
    return (finding for finding in found if finding.place not in places)


def _mistakes(text: YamlText, marks: Mark, error: ValidationError, limits: Limits) -> tuple[Finding, ...]:
    from kshc_cli.source.mistakes import findings_of

    return locate(findings_of(error, text.lines, marks, limits.mistakes), text.lines, marks)
