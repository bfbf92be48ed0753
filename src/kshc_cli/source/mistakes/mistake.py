"""One error of pydantic, seen with the eyes of the person who wrote the file."""

from collections.abc import Collection, Mapping
from typing import Any

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Finding, Path, Severity
from kshc_cli.messages import _
from kshc_cli.plan.record import Record
from kshc_cli.source.places import Reached
from kshc_cli.source.yaml.characters import shown


@dataclass(frozen=True, slots=True)
class Mistake:
    """One error of pydantic and what YAML holds at its place."""

    kind: str
    path: Path
    """Pydantic's own path, with the tags of unions."""
    root: type[Record]
    """The record that the whole file is."""
    value: object
    context: Mapping[str, Any]
    spot: Reached
    source: str
    """The text from the value's beginning to the end of its line."""
    is_named: bool
    """Whether a colon stands behind its key; in brackets a comma may have cut words off that look like a key."""
    beside: Collection[str]
    """The keys of the mapping that it stands in."""

    def finding(self, rule: str, message: str, remedy: str = "") -> Finding:
        """Make an error about the value."""
        return Finding(rule, Severity.ERROR, message, remedy, self.spot.path)

    def finding_on_key(self, rule: str, message: str, remedy: str) -> Finding:
        """Make an error about the key of the value."""
        return Finding(rule, Severity.ERROR, message, remedy, self.spot.path, on_key=True)


def got(value: object) -> str:
    """Say what was written instead of what is needed."""
    match value:
        case None:
            return _("an empty value")
        case list():
            return _("a list")
        case dict():
            return _("a mapping")
        case bool():
            return _("“{value}”").format(value=str(value).lower())
        case _:
            return _("“{value}”").format(value=shown(value))
