"""The account of an import: what was read of a document, how much of it became tasks, and what is to be checked."""

from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.importing.assembling import LETTER
from kshc_cli.documents.importing.document import Imported
from kshc_cli.documents.importing.paragraphs.prose import Prose
from kshc_cli.documents.importing.registry import names_nobody
from kshc_cli.documents.importing.tables.settling import progress_headers
from kshc_cli.documents.rendering.blanks import blanks
from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.unsettled import unsettled
from kshc_cli.messages import _, listed, ngettext
from kshc_cli.plan.model import Column, Plan, Role
from kshc_cli.plan.schedules import periods_of
from kshc_cli.plan.walk import columns_of, placed_tasks
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reports.findings import word_place_words

_QUOTED: Final = 5
"""Paragraphs that are quoted at the end of an import."""
_LONGEST: Final = 100
"""Letters of each that are quoted."""
_NAMED: Final = 10
"""Tasks that are named by their ids."""


def about_unsettled(body: Body) -> Iterator[str]:
    """Say how what is not seen of the document was read; its comments are listed with what is not in the plan."""
    read = {
        "changes": _("The document was read as if all of them were accepted."),
        "faint": _("They were read as any others; check that they belong to the document."),
    }
    for each in unsettled(body):
        if each.kind in read:
            yield f"{each.sentence} {read[each.kind]}"


def about_look(body: Body, found: Imported) -> Iterator[str]:
    """Say what of a document's look no plan keeps: turned pages beside others, words that are set apart."""
    turned = sum(section.landscape for section in body.sections)
    if 0 < turned < len(body.sections):
        yield _("Pages that are turned (landscape) are not kept; `kshc render docx --landscape` turns all with tables.")
    if found.looks:
        sentence = ngettext(
            "In {n} paragraph or cell some words are in bold, italics or underlined: the plan keeps the words alone.",
            "In {n} paragraphs or cells some words are in bold, italics or underlined: the plan keeps the words alone.",
            found.looks,
        )
        yield sentence.format(n=found.looks)


def about_counts(found: Imported, left: int) -> Iterator[str]:
    """Say how many tasks were read and how, what became of the other paragraphs, and how many places are ``left``."""
    tasks = sum(1 for _placed in placed_tasks(found.plan))
    yield ngettext("{n} task was read.", "{n} tasks were read.", tasks).format(n=tasks)
    in_text = [read for read in read_plan(found.plan).tasks if read.placed.item_text is not None]
    if spoken := [read.task.id for read in in_text if read.said or read.shared]:
        sentence = ngettext(
            "{n} of them was read from a sentence or a line above it: check who does it, and when ({tasks}).",
            "{n} of them were read from sentences or lines above them: check who does them, and when ({tasks}).",
            len(spoken),
        )
        yield sentence.format(n=len(spoken), tasks=listed(spoken, most=_NAMED))
    yield from _about_missing_columns(found.plan)
    yield from _about_joined_periods(found.plan)
    yield from _about_progress(found.plan)
    yield from _about_prose(found.prose)
    blank = len(blanks(found.plan))
    if blank:
        yield ngettext("{n} blank is left open.", "{n} blanks are left open.", blank).format(n=blank)
    if left:
        yield ngettext("{n} place is not in the plan.", "{n} places are not in the plan.", left).format(n=left)


def _has(columns: Iterable[Column], role: Role) -> bool:
    return any(column.role == role for column in columns)


def _about_missing_columns(plan: Plan) -> Iterator[str]:
    """Say how many tables of tasks have no column of who leads, or of when."""
    all_tables = [table for section in plan.plan.sections for table in section.tables]
    timed = {id(one.table) for one in placed_tasks(plan) if one.time_words is not None}
    marked = {id(one.table) for one in placed_tasks(plan) if one.marks_lead}
    if n := sum(
        id(table) not in marked and all(one.role != "lead" for one in columns_of(plan, table)) for table in all_tables
    ):
        yield ngettext(
            "{n} table of tasks has no column of who leads.", "{n} tables of tasks have no column of who leads.", n
        ).format(n=n)
    columns = {id(table): columns_of(plan, table) for table in all_tables if id(table) not in timed}
    if n := sum(not _has(each, "time") and not any(periods_of(each)) for each in columns.values()):
        yield ngettext(
            "{n} table of tasks has no column of the time.", "{n} tables of tasks have no column of the time.", n
        ).format(n=n)


def _about_joined_periods(plan: Plan) -> Iterator[str]:
    """Say of how many tasks neighbouring crosses were taken for one period."""
    if n := sum(placed.joins_periods for placed in placed_tasks(plan)):
        sentence = ngettext(
            "{n} task is crossed in neighbouring months or quarters: they were taken for one period. "
            "If each counts by itself, write them as its time, with semicolons: {example}.",
            "{n} tasks are crossed in neighbouring months or quarters: they were taken for one period. "
            "If each counts by itself, write them as their time, with semicolons: {example}.",
            n,
        )
        yield sentence.format(n=n, example="“Tháng 3; Tháng 4”")


def _about_progress(plan: Plan) -> Iterator[str]:
    """Say which columns hold how far tasks are: no plan says that."""
    if headers := progress_headers(plan):
        sentence = _("How far tasks are ({columns}) is kept as words only; record what is done with `kshc done`.")
        yield sentence.format(columns=", ".join(f"“{one}”" for one in headers))


def _about_prose(prose: Prose) -> Iterator[str]:
    """Say what became of the paragraphs, and name those that sound like duties and are none."""
    if prose.begun or prose.texts:
        counted = _("Paragraphs outside the tables: {begun} begin a task, {parts} go on with one, {texts} stay text.")
        yield counted.format(begun=prose.begun, parts=prose.parts, texts=prose.texts)
    if told := [*_sounding(prose)]:
        yield _("Text that may give duties and is not followed: {paragraphs}.").format(paragraphs=", ".join(told))
    sounding = (*prose.led, *prose.left)
    for place in sounding[:_QUOTED]:
        words = " ".join(place.quote.split())
        shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        yield f"  {word_place_words(place)}: “{shown}”"
    if (more := len(sounding) - _QUOTED) > 0:
        yield "  " + _("and {n} more").format(n=more)


def _sounding(prose: Prose) -> Iterator[str]:
    """Say how many paragraphs tell when, which are findings, how many tell who alone, and how many only what."""
    dated, led, left = prose.dated, len(prose.led), len(prose.left)
    if dated:
        yield ngettext("{n} tells by when (listed above)", "{n} tell by when (listed above)", dated).format(n=dated)
    if led:
        yield ngettext("{n} tells who does it", "{n} tell who does it", led).format(n=led)
    if left:
        yield ngettext("{n} tells what is done, among tasks", "{n} tell what is done, among tasks", left).format(n=left)


def about_guessed_members(plan: Plan) -> Iterator[str]:
    """Name the members that groups were given by their names, or by whom a letter goes to; no sentence tells them."""
    names = {agency.id: agency.name for agency in plan.agencies}
    for group in plan.agencies:
        if group.members:
            sentence = _("Group {name}: members guessed by their names; check them: {members}.")
            if names_nobody(group.name) and plan.plan.title == LETTER:
                sentence = _("Group {name}: taken for those whom the letter goes to; check them: {members}.")
            yield sentence.format(name=group.name, members="; ".join(names[one] for one in group.members))


def about_unnamed_members(plan: Plan) -> Iterator[str]:
    """Name the groups whose members the document does not tell: of one of them nothing can be asked or recorded."""
    groups = [agency.name for agency in plan.agencies if agency.open and not agency.members]
    if groups:
        sentence = ngettext(
            "{n} group has no members yet: {names}. To ask for one, add it under agencies and its id to members.",
            "{n} groups have no members yet: {names}. To ask for one, add it under agencies and its id to members.",
            len(groups),
        )
        yield sentence.format(n=len(groups), names="; ".join(groups))
