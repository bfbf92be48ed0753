"""Reads a plan file: its plan if there is one, and everything that is wrong with its form, each with its place."""

from kshc_cli.plan.model import Plan
from kshc_cli.source.record_text import RecordText, read_record
from kshc_cli.source.yaml.limits import DEFAULT_LIMITS, Limits


class PlanText(RecordText[Plan]):
    """A plan file that was read."""

    @property
    def plan(self) -> Plan | None:
        """The plan, if the file holds one."""
        return self.record


def read_plan_file(data: bytes, limits: Limits = DEFAULT_LIMITS) -> PlanText:
    """Read the bytes of a plan file; never raises for what they hold."""
    read = read_record(Plan, data, limits)
    return PlanText(read.text, read.record, read.findings, read.draft, read.whole)
