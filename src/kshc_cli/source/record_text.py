"""Reads a YAML file as a record: the record if it is one, and everything that is wrong with its form."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from kshc_cli.collection import collection_paused
from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Finding, in_order
from kshc_cli.plan.core import core
from kshc_cli.plan.record import Record
from kshc_cli.source.places import locate, spot_of
from kshc_cli.source.yaml.limits import DEFAULT_LIMITS, Limits
from kshc_cli.source.yaml.text import YamlText, read_yaml
from kshc_cli.source.yaml.tree import Data, Mark

if TYPE_CHECKING:
    from pydantic_core import ValidationError

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class RecordText(Generic[AnyRecord]):
    """A file that was read. ``record`` can stand beside findings: those of the text itself, such as a tab."""

    text: YamlText
    record: AnyRecord | None
    findings: tuple[Finding, ...]
    """What is wrong with the form of the file, in order of place."""
    draft: AnyRecord | None = None
    """The record, or what the file would give with its misspelt keys as they were meant and without the unknown ones:
    enough to check the rest in the same run."""
    whole: bool = True
    """Whether the draft lacks nothing: no key was left out."""

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Give findings about the record the places that their paths lead to; they stay in their order."""
        return tuple(findings) if self.text.marks is None else locate(findings, self.text.lines, self.text.marks)


def read_record(root: type[AnyRecord], data: bytes, limits: Limits = DEFAULT_LIMITS) -> RecordText[AnyRecord]:
    """Read the bytes of a file that should be a ``root``; never raises for what they hold."""
    text = read_yaml(data, limits)
    if text.marks is None:
        return RecordText(text, None, text.findings)
    try:
        with collection_paused():
            record = root.model_validate(text.data)
    except core().ValidationError as error:
        found = _mistakes(text, text.marks, error, limits, root)
        findings = in_order((*text.findings, *_without_consequences(found, text.findings)))
        draft, whole = _draft(text.data, text.marks, error, root, limits.mistakes)
        return RecordText(text, None, findings, draft, whole)
    return RecordText(text, record, text.findings, record)


def _draft(
    data: Data, marks: Mark, error: "ValidationError", root: type[AnyRecord], limit: int
) -> tuple[AnyRecord | None, bool]:
    """Validate once more with the unknown keys as they were meant, or without them; tell whether none was left out.

    None where more than these is wrong, or more than ``limit`` of these. A key that is taken as another one is found
    under its name in ``marks`` too.
    """
    from copy import deepcopy  # noqa: PLC0415  sound plans need none

    from kshc_cli.source.mistakes.sentences import meant_path

    unknown = [one for one in error.errors(include_url=False) if one["type"] == "extra_forbidden"]
    if len(unknown) > limit:
        return None, False
    mended, whole = deepcopy(data), True
    for detail in unknown:
        *parents, key = spot_of(marks, detail["loc"]).path
        record: Any = mended
        parts: Any = marks
        for step in parents:
            record = record[step]
            parts = parts[2][step][1] if isinstance(step, str) else parts[2][step]
        meant = meant_path(detail["loc"], root)
        value = record.pop(key, None)
        if meant is None or meant[-1] in record:
            whole = False
            continue
        record[meant[-1]] = value
        parts[2][meant[-1]] = parts[2][key]
    try:
        return root.model_validate(mended), whole
    except core().ValidationError:
        return None, False


def _without_consequences(found: Iterable[Finding], of: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out what only follows from another finding at the same place, such as an alias that stands for nothing."""
    places = {finding.place for finding in of}
    return (finding for finding in found if finding.place not in places)


def _mistakes(
    text: YamlText, marks: Mark, error: "ValidationError", limits: Limits, root: type[Record]
) -> tuple[Finding, ...]:
    from kshc_cli.source.mistakes.sentences import findings_of

    return locate(findings_of(error, text.lines, marks, limits.mistakes, root), text.lines, marks)
