"""Rules of other packages: each is given the plan as plain values, and what it finds becomes findings."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _, language_in_use
from kshc_cli.plugins.guarded import guarded
from kshc_cli.plugins.installed import Plugin
from kshc_cli.plugins.loading import failed, loaded, shown
from kshc_cli.plugins.surface import CheckedPlan, CheckedTask, Fault
from kshc_cli.query.rows import row_of
from kshc_cli.reading.tasks import ReadPlan, ReadTask

_MOST: Final = 10_000
"""Faults that a rule may find in a plan."""


def findings(plugins: Iterable[Plugin], plan: ReadPlan) -> Iterator[Finding]:
    """Yield what these rules find in a plan, and what is wrong with the rules themselves."""
    checked = checked_plan(plan)
    for plugin in plugins:
        yield from _found(plugin, checked)


def _found(plugin: Plugin, plan: CheckedPlan) -> Iterator[Finding]:
    """Yield what a rule finds, all of it or nothing, and what is wrong with the rule itself."""
    rule, reason = loaded(plugin)
    if rule is not None:
        named = f"{plugin.package}/{plugin.name}"
        made, trouble = guarded(lambda: [_finding(one, named) for one in islice(rule(plan), _MOST + 1)])
        reason = trouble.reason if trouble else ""
        found = [one for one in made or () if one is not None]
        if made is not None and len(found) == len(made) <= _MOST:
            yield from found
        elif made is not None:
            reason = reason or _("it returned something else than kshc_cli.plugins.Fault, or too much of it")
    if reason:
        yield failed(plugin, reason)


def _finding(fault: object, rule: str) -> Finding | None:
    """Return a fault as a finding; None for what is none, or holds anything but plain values."""
    if not isinstance(fault, Fault):
        return None
    path: object = fault.path
    said: tuple[object, ...] = (fault.message, fault.remedy, fault.message_vi, fault.remedy_vi, fault.words)
    if not all(type(one) is str for one in said) or fault.severity not in ("error", "warning"):
        return None
    if type(path) is not tuple or not all(type(step) in (str, int) for step in path):
        return None
    message, remedy = shown(fault.message), shown(fault.remedy)
    if language_in_use() == "vi":
        message, remedy = shown(fault.message_vi) or message, shown(fault.remedy_vi) or remedy
    return Finding(rule, Severity(fault.severity), message, remedy, fault.path, words=fault.words) if message else None


def checked_plan(plan: ReadPlan) -> CheckedPlan:
    """Return a plan as a rule sees it."""
    names = {agency.id: agency.name for agency in plan.plan.agencies}
    return CheckedPlan(plan.year, plan.plan.issuer.name, names, tuple(_task(one, plan) for one in plan.tasks))


def _task(read: ReadTask, plan: ReadPlan) -> CheckedTask:
    row = row_of(read, plan)
    return CheckedTask(
        id=row.id,
        number=row.number,
        section=row.section,
        group=row.group,
        content=row.content,
        lead=row.lead,
        coop=row.coop,
        result=row.result,
        time=row.time,
        lead_agencies=row.lead_agencies,
        coop_agencies=row.coop_agencies,
        times=row.reading.parts,
        unread=row.reading.unread,
        path=read.placed.path,
    )
