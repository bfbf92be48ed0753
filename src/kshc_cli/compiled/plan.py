"""A compiled plan as bytes, and back."""

import marshal
from typing import Final
from zlib import compress, decompress
from zlib import error as BadZip  # noqa: N812  an exception

from kshc_cli.compiled.codec import Codec, Plain
from kshc_cli.compiled.value import Compiled
from kshc_cli.plan import act, given, model
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading import values
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.tasks import ReadPlan, ReadTask, placed_with

CODEC: Final = Codec(
    *(model.Plan, model.AttachedPlan, model.Section, model.Table, model.Group, model.Column, model.ParagraphWords),
    *(
        model.Task,
        model.Duty,
        model.Item,
        model.Labels,
        model.AgencyWords,
        model.TimeWords,
        model.Agency,
        model.Calendar,
        model.Followed,
    ),
    *(act.Issuer, act.Signature, act.Decision, act.Issuance),
    *(given.GivenWindow, given.GivenDeadline, given.GivenRecurring, given.GivenOnEvent, given.GivenRelative),
    *(given.GivenContinuous, given.GivenReference, given.GivenUndated),
    *(values.Kind, values.Role, values.TimeReading, values.AgencyReading, values.Remark),
    *(values.Window, values.Deadline, values.Recurring, values.OnEvent, values.Relative, values.Continuous),
    *(values.Reference, values.Undated, values.Said, values.Shared),
)


def to_bytes(compiled: Compiled) -> bytes:
    """Return a compiled plan as bytes for this version of kshc alone."""
    return compress(marshal.dumps(_to_plain(compiled)), 1)


def from_bytes(data: bytes) -> Compiled | None:
    """Return the compiled plan that ``to_bytes`` wrote, None of other bytes; strangers' may not be read so."""
    try:
        return _from_plain(marshal.loads(decompress(data)))  # noqa: S302  the caller's own
    except (BadZip, EOFError, TypeError, ValueError, LookupError, AttributeError):
        return None


def _to_plain(compiled: Compiled) -> Plain:
    """Return a compiled plan as a plain value; equal readings stand in it once."""
    read = compiled.read
    numbers: dict[object, int] = {}

    def number(reading: object) -> int:
        return numbers.setdefault(reading, len(numbers))

    tasks = [[*map(number, (one.lead_cell, one.coop_cell, one.time, one.said, one.shared))] for one in read.tasks]
    return [compiled.has_errors, CODEC.to_plain(read.plan), [*map(CODEC.to_plain, numbers)], tasks]


def _from_plain(plain: Plain) -> Compiled:
    """Return the compiled plan that was written."""
    has_errors, written, readings, numbers = plain
    plan: model.Plan = CODEC.from_plain(written)
    meant = [*map(CODEC.from_plain, readings)]
    tasks = tuple(
        ReadTask(placed_with(placed, meant[said], meant[shared]), *(meant[one] for one in (*cells, said, shared)))
        for placed, (*cells, said, shared) in zip(placed_tasks(plan), numbers, strict=True)
    )
    return Compiled(ReadPlan(plan, Registry(plan.agencies, plan.issuer), tasks), has_errors)
