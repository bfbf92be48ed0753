"""``kshc render reminder``: the letter that reminds a body of what it owes, or one for each body."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from itertools import chain
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import DraftOption
from kshc_cli.cli.issuing import DateOption, NumberOption, sound_plan, stamp_of
from kshc_cli.cli.opening import agency_id
from kshc_cli.cli.options import AgencyOption
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import (
    FolderOption,
    ForceOption,
    TemplateOption,
    checked_files,
    refuse_another_ones,
    target_file,
)
from kshc_cli.cli.values import FILLED
from kshc_cli.cli.waiting import waiting
from kshc_cli.days import written
from kshc_cli.desk.days import days_of
from kshc_cli.desk.rendering import letters
from kshc_cli.disk.replacing import write_bytes, write_folder
from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _, ngettext
from kshc_cli.plan.model import Plan
from kshc_cli.query.following import Following
from kshc_cli.query.reminder import Reminder, owed_by_nobody_known, reminder_of, reminders
from kshc_cli.workspace import template_bytes

EXAMPLES = (
    'kshc render reminder --agency "Phường 1"',
    "kshc render reminder --all --within 14d --out don-doc/",
)
FINDINGS = _("the plan or its log has errors")

AllOption = Annotated[bool, option("--all", help=_("One letter to each body that owes something, named by its id."))]
WithinOption = Annotated[
    str | None,
    option(
        "--within",
        reader=FILLED,
        metavar=_("DAYS"),
        help=_("Beside what is late, what falls due in the next days: 14d, 2w; as many as the plan calls soon."),
    ),
]


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    every: AllOption = False,
    within: WithinOption = None,
    number: NumberOption = None,
    day: DateOption = None,
    out: FolderOption = None,
    template: TemplateOption = None,
    draft: DraftOption = False,
    force: ForceOption = False,
) -> int:
    """Write the letter (Mẫu 1.5) that reminds a body of what is late and what falls due soon, as recorded by now."""
    if every == (agency is not None):
        raise WrongArgumentError(_("Name one agency with --agency, or take each with --all."))
    if every and number:
        raise WrongArgumentError(_("Each letter has a number of its own; leave out --number, or name one agency."))
    path, opened, status = sound_plan(session, draft=draft)
    if status:
        return status
    following = opened.following(session.day(year=opened.plan.year))
    until = _last_day(following, within)
    one, stamp = agency_id(agency, opened.plan), stamp_of(session, opened, number, day, draft=draft)
    default = path.with_name(f"{path.stem}-reminder-{one}.docx" if one else f"{path.stem}-reminders")
    target = target_file(out, default, path, template)
    data = template_bytes(template, OWN_FILES[Purpose.REMINDER])
    found = [reminder_of(following, one, until)] if one else list(reminders(following, until))
    made = letters(filter(None, found), opened.plan, data, stamp)
    if one:
        refuse_another_ones(target, force=force)
    else:
        made = checked_files(made, target, path, template, force=force)
    with inside(template), waiting(session, _("Writing the letters")):
        _write(target, made, alone=one is not None)
    if one:
        _say_one(session, opened.plan, found[0], target)
    else:
        _say_all(session, following, until, target, {each.agency for each in found})
    return 0


def _last_day(following: Following, within: str | None) -> date:
    """Return the last day of the term. Raises WrongArgumentError."""
    days = max(following.soon, default=0) if within is None else days_of(within)
    return following.day + timedelta(days=min(days, (date.max - following.day).days))


def _write(target: Path, made: Iterable[tuple[str, bytes]], *, alone: bool) -> None:
    """Write letters into a folder, all or none of them, or one ``alone`` as a file; nothing where there are none."""
    first = next(files := iter(made), None)
    if first and alone:
        write_bytes(target, first[1])
    elif first:
        write_folder(target, chain([first], files))


def _say_one(session: Session, plan: Plan, found: Reminder, target: Path) -> None:
    words = _("{agency} owes nothing that is late or falls due by {day}; nothing was written.")
    name = next(each.name for each in plan.agencies if each.id == found.agency)
    done = _("Written: {file}").format(file=target)
    session.say(done if found else words.format(agency=name, day=written(found.until)))


def _say_all(session: Session, following: Following, until: date, folder: Path, written_to: Collection[str]) -> None:
    """Say how many letters were written, which lie there from another day, and what has nobody to be sent to."""
    words = ngettext("{n} letter written into {folder}.", "{n} letters written into {folder}.", len(written_to))
    if not written_to:
        words = _("No body owes anything that is late or falls due by {day}; nothing was written.")
    session.say(words.format(n=len(written_to), folder=folder, day=written(until)))
    names = (f"{agency}.docx" for agency in following.plan.registry.by_id if agency not in written_to)
    if old := [name for name in names if (folder / name).exists()]:
        words = _("Not from this run, for their bodies owe nothing now: {files}.")
        session.say(words.format(files=", ".join(old)))
    if count := owed_by_nobody_known(following, until):
        words = ngettext(
            "{n} task that is late or due names no agency that kshc knows; it stands in no letter.",
            "{n} tasks that are late or due name no agency that kshc knows; they stand in no letter.",
            count,
        )
        session.say(words.format(n=count))
