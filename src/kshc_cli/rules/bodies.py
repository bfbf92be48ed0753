"""Rules about what bodies are: since when and how long, by whom succeeded, under the issuer or not."""

from collections.abc import Iterator
from datetime import date

from kshc_cli.findings import Finding, Path, error, warning
from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.reading.tasks import ReadPlan, ReadTask
from kshc_cli.reading.values import Deadline, Window
from kshc_cli.reading.vocabulary import asks
from kshc_cli.rules.circles import in_circles


def validity_reversed(plan: ReadPlan) -> Iterator[Finding]:
    """An agency ends before it begins."""
    for index, agency in enumerate(plan.plan.agencies):
        if agency.valid_from and agency.valid_to and agency.valid_to < agency.valid_from:
            yield error(
                "validity-reversed",
                ("agencies", index, "valid_to"),
                _("The agency ends on {end}, before it begins on {start}.").format(
                    end=_day(agency.valid_to), start=_day(agency.valid_from)
                ),
                _("Exchange the two dates, or correct one."),
            )


def unknown_successor(plan: ReadPlan) -> Iterator[Finding]:
    """A successor is not in the registry, or an agency succeeds itself."""
    circling = in_circles({agency.id: agency.succeeded_by for agency in plan.registry.by_id.values()})
    for index, agency in enumerate(plan.plan.agencies):
        path: Path = ("agencies", index, "succeeded_by")
        for place, successor in enumerate(agency.succeeded_by):
            if successor not in plan.registry.by_id:
                yield error(
                    "unknown-successor",
                    (*path, place),
                    _('The successor "{id}" is no agency\'s id.').format(id=successor),
                    _("Correct the id, or add an agency with it."),
                )
        if agency.id in circling:
            yield error(
                "unknown-successor",
                path,
                _('The agency "{id}" is, through its successors, its own successor.').format(id=agency.id),
                _("Take it, or the agency that leads back to it, out of the successors."),
            )


def expired_agency(plan: ReadPlan) -> Iterator[Finding]:
    """A task names a body that does not exist in the plan's year, or not at the time of the task."""
    for read in plan.tasks:
        first, last = _days(read)
        for path, agency in _named(plan, read):
            if agency.valid_to and agency.valid_to < max(first or plan.first_day, plan.first_day):
                message = _('"{name}" exists until {day} only.').format(name=agency.name, day=_day(agency.valid_to))
                yield warning("expired-agency", path, message, _successors(plan, agency))
            elif agency.valid_from and agency.valid_from > min(last or plan.last_day, plan.last_day):
                message = _('"{name}" exists from {day} only.').format(name=agency.name, day=_day(agency.valid_from))
                remedy = _("Name the body that has its duties until then, or correct valid_from.")
                yield warning("expired-agency", path, message, remedy)


def _days(read: ReadTask) -> tuple[date | None, date | None]:
    """Return the first and last day of a task that has nothing but periods and days."""
    first, last = [], []
    for part in read.time.parts:
        match part:
            case Window():
                first.append(part.start)
                last.append(part.end)
            case Deadline(due=date() as due):
                first.append(due)
                last.append(due)
            case _:
                return None, None
    return min(first, default=None), max(last, default=None)


def _named(plan: ReadPlan, read: ReadTask) -> Iterator[tuple[Path, Agency]]:
    for cell, reading in (("lead", read.lead), ("coop", read.coop)):
        for agency in dict.fromkeys(reading.agencies):
            if agency in plan.registry.by_id:
                yield (*read.placed.path, cell), plan.registry.by_id[agency]


def _successors(plan: ReadPlan, agency: Agency) -> str:
    entries = [plan.registry.by_id[one] for one in agency.succeeded_by if one in plan.registry.by_id]
    if not entries:
        return _("Name the body that took over its duties, or correct valid_to.")
    names = "; ".join(f"{entry.name} ({entry.id})" for entry in entries)
    return _("Name who took over its duties: {names}.").format(names=names)


def not_subordinate(plan: ReadPlan) -> Iterator[Finding]:
    """The plan assigns a task to a body that is not under the issuer."""
    for read in plan.tasks:
        asked = {duty.agency for duty in read.lead.duties if asks(duty.words)}
        for agency in dict.fromkeys(read.lead.agencies):
            entry = plan.registry.by_id.get(agency)
            if entry is not None and not entry.subordinate and agency not in asked:
                yield warning(
                    "not-subordinate",
                    (*read.placed.path, "lead"),
                    _('The plan assigns a task to "{name}", which is not under the issuer.').format(name=entry.name),
                    _('Ask it to take part: "đề nghị {name} …".').format(name=entry.name),
                )


def _day(day: date) -> str:
    return day.strftime("%d/%m/%Y")
