"""Rules about what bodies are: since when and how long, by whom succeeded, under the issuer or not."""

from collections.abc import Iterator
from datetime import date

from kshc_cli.days import written
from kshc_cli.findings import Path, Severity
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.reading.agencies.vocabulary import asks
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Deadline, TimeReading, Window
from kshc_cli.rules.circles import in_circles
from kshc_cli.rules.rule import Fault, plan_rule
from kshc_cli.tracking.dues import due_days
from kshc_cli.tracking.office_calendar import OfficeCalendar, office_calendar


@plan_rule()
def validity_reversed(plan: ReadPlan) -> Iterator[Fault]:
    """An agency ends before it begins."""
    for index, agency in enumerate(plan.plan.agencies):
        if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
            yield Fault(
                ("agencies", index, "valid_to"),
                _("The agency ends on {end}, before it begins on {start}.").format(
                    end=written(agency.valid_to), start=written(agency.valid_from)
                ),
                _("Exchange the two dates, or correct one."),
            )


@plan_rule()
def unknown_successor(plan: ReadPlan) -> Iterator[Fault]:
    """A successor is not in the registry, or an agency succeeds itself."""
    circling = in_circles({agency.id: agency.succeeded_by for agency in plan.registry.by_id.values()})
    for index, agency in enumerate(plan.plan.agencies):
        path: Path = ("agencies", index, "succeeded_by")
        for place, successor in enumerate(agency.succeeded_by):
            if successor not in plan.registry.by_id:
                yield Fault(
                    (*path, place),
                    _("The successor “{id}” is no agency's id.").format(id=successor),
                    _("Correct the id, or add an agency with it."),
                )
        if agency.id in circling:
            yield Fault(
                path,
                _("The agency “{id}” is, through its successors, its own successor.").format(id=agency.id),
                _("Take it, or the agency that leads back to it, out of the successors."),
            )


@plan_rule(Severity.WARNING)
def expired_agency(plan: ReadPlan) -> Iterator[Fault]:
    """A task names a body that does not exist in the plan's year, or is due when it is gone or not yet there."""
    office = office_calendar(plan.plan)
    known: dict[TimeReading, tuple[date, date]] = {}
    for read in plan.tasks:
        for path, agency in _named(plan, read):
            if not (agency.valid_from or agency.valid_to):
                continue
            if read.time not in known:
                known[read.time] = _first_and_last(plan, read.time, office)
            first, last = known[read.time]
            if agency.valid_to and agency.valid_to < last:
                message = _("“{name}” exists until {day} only.").format(name=agency.name, day=written(agency.valid_to))
                yield Fault(path, message, _successors(plan, agency))
            elif agency.valid_from and agency.valid_from > first:
                message = _("“{name}” exists from {day} only.").format(name=agency.name, day=written(agency.valid_from))
                remedy = _("Name the body that has its duties until then, or correct valid_from.")
                yield Fault(path, message, remedy)


def _first_and_last(plan: ReadPlan, time: TimeReading, office: OfficeCalendar) -> tuple[date, date]:
    """Return the first and last day by the words on which a task is due; what comes back, in the plan's year.

    Where it is never due, the year's last and first day: whoever exists in the year may have it.
    """
    days = [day.stated for day in due_days(time, office=office, end=plan.last_day)]
    days += [part.end for part in time.parts if isinstance(part, Window)]
    days += [part.due for part in time.parts if isinstance(part, Deadline) and part.due]
    return min(days, default=plan.last_day), max([plan.first_day, *days])


def _named(plan: ReadPlan, read: ReadTask) -> Iterator[tuple[Path, Agency]]:
    for cell, reading in read.cells:
        for agency in dict.fromkeys(reading.agencies):
            if agency in plan.registry.by_id:
                yield (*read.placed.path, cell), plan.registry.by_id[agency]


def _successors(plan: ReadPlan, agency: Agency) -> str:
    entries = [plan.registry.by_id[one] for one in agency.succeeded_by if one in plan.registry.by_id]
    if not entries:
        return _("Name the body that took over its duties, or correct valid_to.")
    names = "; ".join(f"{entry.name} ({entry.id})" for entry in entries)
    return _("Name who took over its duties: {names}.").format(names=names)


@plan_rule(Severity.WARNING, optional=True)
def not_subordinate(plan: ReadPlan) -> Iterator[Fault]:
    """The plan assigns a task to a body that is not under the issuer."""
    for read in plan.tasks:
        asked = {duty.agency for duty in read.lead_cell.duties if asks(duty.words)}
        for agency in dict.fromkeys(read.lead.agencies):
            entry = plan.registry.by_id.get(agency)
            if entry is not None and not entry.subordinate and agency not in asked:
                yield Fault(
                    (*read.placed.path, "lead"),
                    _("The plan assigns a task to “{name}”, which is not under the issuer.").format(name=entry.name),
                    _("Ask it to take part: “đề nghị {name} …”.").format(name=entry.name),
                )
