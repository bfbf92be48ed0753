"""What a plug-in is given and may return: plain values, apart from how kshc holds them."""

from typing import Literal

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Path
from kshc_cli.reading.values import (
    Continuous,
    Deadline,
    OnEvent,
    Recurring,
    Reference,
    Relative,
    Role,
    TimePart,
    Undated,
    Window,
)

__all__ = [
    "CheckedPlan",
    "CheckedTask",
    "Continuous",
    "Deadline",
    "Fault",
    "OnEvent",
    "Recurring",
    "Reference",
    "Relative",
    "Role",
    "TimePart",
    "Undated",
    "Window",
]


@dataclass(frozen=True, slots=True)
class CheckedTask:
    """A task as a rule sees it: the words as printed, then what kshc reads of them. Blank cells are None."""

    id: str
    number: str | None
    """Its printed number."""
    section: str | None
    group: str | None
    content: str
    lead: str | None
    coop: str | None
    result: str | None
    time: str | None
    lead_agencies: tuple[str, ...]
    """The ids of the bodies that do it."""
    coop_agencies: tuple[str, ...]
    """The ids of those that cooperate."""
    times: tuple[TimePart, ...]
    """What the words of its time mean."""
    unread: tuple[str, ...]
    """The words of its time that nobody could read."""
    path: Path
    """The way to it in the plan's file."""

    def at(self, field: str) -> Path:
        """Return the way to one of its fields, for a ``Fault``, by its name (``time``)."""
        return (*self.path, field)


@dataclass(frozen=True, slots=True)
class CheckedPlan:
    """A plan as a rule sees it."""

    year: int
    office: str
    """The body that issued it."""
    agencies: dict[str, str]
    """The names of its bodies, by their ids."""
    tasks: tuple[CheckedTask, ...]
    """All tasks and duties, in the order of the document."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule finds: where, what is wrong and what to do, each in one sentence.

    The Vietnamese sentences are shown where kshc speaks Vietnamese; the English ones stand for those left blank.
    """

    path: Path
    """The way to the value in the plan's file: that of ``CheckedTask.at``, or another: ``("issuer", "name")``."""
    message: str
    remedy: str
    message_vi: str = ""
    remedy_vi: str = ""
    words: str = ""
    """The words inside the value that it is about."""
    severity: Literal["error", "warning"] = "warning"
