"""The compiled form of a plan: what its file holds, what its words mean, and whether the file has errors."""

from typing import NamedTuple

from kshc_cli.reading.tasks import ReadPlan


class Compiled(NamedTuple):
    """A plan that can be used, read."""

    read: ReadPlan
    has_errors: bool
    """Whether the form of the plan's file has errors with which it can be used nevertheless."""
