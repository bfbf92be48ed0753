"""Reads a plan file: its plan if there is one, and everything that is wrong with its form, each with its place."""

from kshc_cli.findings import Finding, error, in_order
from kshc_cli.foreign.kinds import file_of_kshc
from kshc_cli.plan.model import Plan
from kshc_cli.source.record_text import RecordText, read_record
from kshc_cli.source.yaml.limits import DEFAULT_LIMITS, Limits
from kshc_cli.source.yaml.open_points import open_points
from kshc_cli.source.yaml.refusals import no_plan


class PlanText(RecordText[Plan]):
    """A plan file that was read."""

    @property
    def plan(self) -> Plan | None:
        """The plan, if the file holds one."""
        return self.record


def read_plan_file(data: bytes, limits: Limits = DEFAULT_LIMITS) -> PlanText:
    """Read the bytes of a plan file; never raises for what they hold."""
    read = read_record(Plan, data, limits)
    if read.record is None and read.text.marks is not None and (log := _log_of_kshc(data)):
        return PlanText(read.text, None, read.locate((log,)))
    points = tuple(open_points(read.text))
    findings = in_order((*read.findings, *points)) if points else read.findings
    return PlanText(read.text, read.record, findings, read.draft, read.whole)


def _log_of_kshc(data: bytes) -> Finding | None:
    """Say that a file is a progress log, where it calls itself one: what else a plan of it would lack says nothing."""
    kind = file_of_kshc(data)
    if kind is None or not kind.to_plan:
        return None
    problem = no_plan(kind)
    return error(problem.rule, ("schema",), problem.message, problem.remedy)
