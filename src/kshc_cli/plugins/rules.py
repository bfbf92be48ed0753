"""Rules of other packages: each is given the plan as plain values, and what it finds becomes findings."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final

from kshc_cli.findings import Finding, Severity
from kshc_cli.messages import _, language_in_use
from kshc_cli.plugins.guarded import guarded
from kshc_cli.plugins.installed import Plugin, installed
from kshc_cli.plugins.loading import loaded, trouble_with
from kshc_cli.plugins.surface import CheckedPlan, CheckedTask, Fault
from kshc_cli.query.rows import row_of
from kshc_cli.reading.tasks import ReadPlan, ReadTask

FAILED: Final = "plugin-failed"
"""The id of what is found where a plug-in cannot be used."""
_MOST: Final = 10_000
"""Faults that a rule may find in a plan."""


def plugged_findings() -> Callable[[ReadPlan], Iterator[Finding]] | None:
    """Return what asks the rules of other packages; None where there are none."""
    plugins = installed("rules")
    return (lambda plan: _findings(plugins, plan)) if plugins else None


def _findings(plugins: Iterable[Plugin], plan: ReadPlan) -> Iterator[Finding]:
    checked = checked_plan(plan)
    for plugin in plugins:
        yield from _found(plugin, checked)


def _found(plugin: Plugin, plan: CheckedPlan) -> Iterator[Finding]:
    """Yield what a rule finds, all of it or nothing, and what is wrong with the rule itself."""
    rule, reason = loaded(plugin)
    if rule is not None:
        made, trouble = guarded(lambda: list(islice(rule(plan), _MOST + 1)))
        reason = trouble.reason if trouble else ""
        if made is not None:
            if all(map(_is_fault, made)) and len(made) <= _MOST:
                yield from (_finding(one, f"{plugin.package}/{plugin.name}") for one in made)
            else:
                reason = reason or _("it returned something else than kshc_cli.plugins.Fault, or too much of it")
    if reason:
        yield failed(plugin, reason)


def failed(plugin: Plugin, reason: str) -> Finding:
    """Return what is found where a plug-in cannot be used."""
    message, remedy = trouble_with(plugin, reason)
    return Finding(FAILED, Severity.WARNING, message, remedy)


def _is_fault(made: object) -> bool:
    if not isinstance(made, Fault):
        return False
    said: tuple[object, ...] = (made.message, made.remedy, made.message_vi, made.remedy_vi, made.words)
    path: object = made.path
    return (
        all(isinstance(one, str) for one in said)
        and bool(made.message.strip())
        and made.severity in ("error", "warning")
        and isinstance(path, tuple)
        and all(isinstance(step, str | int) for step in path)
    )


def _finding(fault: Fault, rule: str) -> Finding:
    is_vietnamese = language_in_use() == "vi"
    message = (is_vietnamese and fault.message_vi) or fault.message
    remedy = (is_vietnamese and fault.remedy_vi) or fault.remedy
    sentences = (" ".join(message.split()), " ".join(remedy.split()))
    return Finding(rule, Severity(fault.severity), *sentences, fault.path, words=fault.words)


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
