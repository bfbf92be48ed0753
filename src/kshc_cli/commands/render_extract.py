"""``kshc render extract``: the tasks of one body, or of each, as a Word page to hang on a wall."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.opening import agency_id, one_plan, opened_with_log, say_drafted
from kshc_cli.cli.options import AgencyOption, RoleOption, RoleOptionType
from kshc_cli.cli.session import Session
from kshc_cli.cli.targets import (
    FolderOption,
    ForceOption,
    TemplateOption,
    checked_files,
    refuse_another_ones,
    target_file,
)
from kshc_cli.cli.waiting import waiting
from kshc_cli.desk.rendering import all_extracts, extract_of
from kshc_cli.disk.replacing import write_bytes, write_folder
from kshc_cli.documents.rendering.template_form import OWN_FILES, Purpose
from kshc_cli.errors import WrongArgumentError, inside
from kshc_cli.messages import _, ngettext
from kshc_cli.query.extract import groups_told_by_members, tasks_of_nobody
from kshc_cli.workspace import template_bytes

EXAMPLES = ('kshc render extract --agency "Phường 1"', "kshc render extract --all --out trich/")

AllOption = Annotated[
    bool,
    option(
        "--all",
        help=_(
            "One file for each body that takes part in a task, named by its id; a group stands in those of its members."
        ),
    ),
]


def command(
    session: Session,
    *,
    agency: AgencyOption = None,
    every: AllOption = False,
    role: RoleOptionType = RoleOption.ANY,
    out: FolderOption = None,
    template: TemplateOption = None,
    force: ForceOption = False,
) -> int:
    """Write the tasks that an agency leads and those in which it cooperates, with the days on which they fall due."""
    if every == (agency is not None):
        raise WrongArgumentError(_("Name one agency with --agency, or take each with --all."))
    opened, path = opened_with_log(session), one_plan(session)
    say_drafted(session, path, opened.text)
    following = opened.following(session.day(year=opened.plan.year))
    plan = following.plan
    one = agency_id(agency, plan.plan)
    data = template_bytes(template, OWN_FILES[Purpose.EXTRACT])
    default = path.with_name(f"{path.stem}-{one}.docx" if one else f"{path.stem}-extracts")
    target = target_file(out, default, path, template)
    if one:
        refuse_another_ones(target, force=force)
        with inside(template):
            document = extract_of(following, one, data, role=role.value)
        _write_one(session, plan.registry.by_id[one].name, target, document)
        return 0
    rendered = ((f"{each}.docx", document) for each, document in all_extracts(following, data, role=role.value))
    with inside(template), waiting(session, _("Writing the extracts")):
        count = write_folder(target, checked_files(rendered, target, path, template, force=force))
    words = ngettext("{n} extract written into {folder}.", "{n} extracts written into {folder}.", count)
    session.say(words.format(n=count, folder=target))
    _say_groups(session, [group.name for group in groups_told_by_members(plan).values()])
    _say_left_out(session, tasks_of_nobody(plan, role.value))
    return 0


def _write_one(session: Session, agency: str, target: Path, document: bytes | None) -> None:
    if document is not None:
        write_bytes(target, document)
        session.say(_("Written: {file}").format(file=target))
    else:
        session.say(_("{agency} has no such task; nothing was written.").format(agency=agency))


def _say_groups(session: Session, names: Sequence[str]) -> None:
    if names:
        words = _("Groups have no file, but each of their members: {names}.")
        session.say(words.format(names="; ".join(names)))


def _say_left_out(session: Session, count: int) -> None:
    if count:
        words = ngettext(
            "{n} task names no agency that kshc knows; it stands in no extract.",
            "{n} tasks name no agency that kshc knows; they stand in no extract.",
            count,
        )
        session.say(words.format(n=count))
