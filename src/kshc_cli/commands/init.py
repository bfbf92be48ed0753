"""``kshc init``: the repository of a new office."""

import os
import shlex
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path, PurePath
from typing import Annotated, Final

from kshc_cli import __version__
from kshc_cli.cli.declarations import argument, option
from kshc_cli.cli.dialogue import asked, is_at_terminal
from kshc_cli.cli.importing import taken_of, tell_taken
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED, choice
from kshc_cli.commands.import_docx import read_document
from kshc_cli.commands.import_xlsx import read_sheets
from kshc_cli.dataclass import replace
from kshc_cli.desk.days import year_of
from kshc_cli.desk.importing import ShownFile, errors_of
from kshc_cli.desk.starting import Forge, Start, checks_path, place_of, starting_files
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import refuse_unwritable, write_folder
from kshc_cli.disk.witness import witness
from kshc_cli.documents.rendering.template_form import TemplateForm
from kshc_cli.errors import UnreadableFileError, WrongArgumentError
from kshc_cli.foreign.kinds import foreign_file
from kshc_cli.messages import _, language_in_use
from kshc_cli.plan.model import Plan
from kshc_cli.source.plan_text import read_plan_file
from kshc_cli.workspace import PLAN_NAME, open_plan, schema_bytes, starter_texts, template_bytes

EXAMPLES = (
    "kshc init ke-hoach-2026 --from ke-hoach.docx",
    'kshc init --office "Ủy ban nhân dân phường Hoa Sen" --year 2026',
    "kshc init --ci github",
)
FINDINGS = _("something of the document found no place in the plan, or is wrong")

_SHEETS: Final = (".xlsx", ".xlsm", ".xls", ".ods")
_NEXT: Final = "kshc validate"
_NEXT_ELSEWHERE: Final = "kshc --plan {} validate"
_PACKAGE: Final = "kshc-cli"
_NOVEMBER: Final = 11
"""From this month on the next year's plan is written."""

FolderArgument = Annotated[
    str, argument(reader=FILLED, metavar=_("[FOLDER]"), help=_("The folder; this one if left out."), show_default=False)
]
FromOption = Annotated[
    str | None,
    option("--from", reader=FILLED, metavar=_("FILE"), help=_("A Word or Excel file that the plan is made of.")),
]
OfficeOption = Annotated[
    str | None, option("--office", reader=FILLED, metavar=_("NAME"), help=_("Who issues the plan, in full."))
]
YearOption = Annotated[str | None, option("--year", metavar=_("YEAR"), help=_("The plan's year."))]
PlaceOption = Annotated[
    str | None,
    option("--place", reader=FILLED, metavar=_("PLACE"), help=_("The place before the date of the document.")),
]
ForgeOption = Annotated[
    Forge | None,
    choice(
        "--ci",
        values=Forge,
        words=lambda forge: forge.value,
        metavar=_("FORGE"),
        help=_("Also checks, pages and reminders that run by themselves there."),
    ),
]


def command(
    session: Session,
    folder: FolderArgument = ".",
    *,
    source: FromOption = None,
    office: OfficeOption = None,
    year: YearOption = None,
    place: PlaceOption = None,
    forge: ForgeOption = None,
) -> int:
    """Begin the repository of an office: a plan, schemas for the editor, a Word template, README, checks.

    What is there already stays as it is; only what is missing comes.
    """
    root = Path(folder)
    if root.is_dir():
        refuse_unwritable(root / PLAN_NAME)
    status = _begin(session, root, forge, source=source, office=office, year=year, place=place)
    plan = shlex.quote(str(root / PLAN_NAME))
    session.say(_("Next:") + " " + (_NEXT if root == Path() else _NEXT_ELSEWHERE.format(plan)))
    return status


def _begin(
    session: Session,
    root: Path,
    forge: Forge | None,
    *,
    source: str | None,
    office: str | None,
    year: str | None,
    place: str | None,
) -> int:
    """Write what is missing: beside a plan that stands, beside that of a file, or with a new one; return the status."""
    plan = root / PLAN_NAME
    if os.path.lexists(plan):
        if source or office or year or place:
            raise WrongArgumentError(_("{file} is there already; init does not change it.").format(file=plan))
        _write(session, root, _start_of(open_plan(plan).text.plan, forge))
        return 0
    if source is None:
        _write(session, root, _new(session, office, year, place, forge))
        return 0
    if office or place:
        raise WrongArgumentError(_("--from makes the plan of a file, which names office and place itself."))
    found = taken_of(session, source, _reader(source), year)
    _write(session, root, _start_of(read_plan_file(found.plan).plan, forge), found.plan)
    return tell_taken(session, found, source, str(plan))


def _reader(name: str) -> Callable[[bytes], ShownFile]:
    """Return what reads a file of that name. Raises UnreadableFileError, also for a text."""
    if PurePath(name).suffix.lower() in _SHEETS:
        return read_sheets
    if foreign_file(read_bytes(Path(name))) is None:
        reason = _(
            "this is only text; --from takes a Word file (.docx, .doc, .odt, .rtf) or a workbook (.xlsx, .xls, .ods)"
        )
        raise UnreadableFileError(name, reason)
    return read_document


def _start_of(plan: Plan | None, forge: Forge | None) -> Start:
    """Return what the repository of a plan that stands already begins with."""
    form = TemplateForm(alone=plan is not None and plan.decision is None)
    start = Start(plan.year if plan else None, plan.issuer.name if plan else None, forge=forge)
    return replace(start, requirement=_requirement(), template=f"templates/{form.file_name}")


def _new(session: Session, office: str | None, year: str | None, place: str | None, forge: Forge | None) -> Start:
    """Return what the repository of a new plan begins with, asked for on a terminal where it was not told."""
    if not is_at_terminal():
        if office is None or year is None:
            sentence = _("Tell --from FILE, or --office NAME and --year YEAR: without a terminal nobody can be asked.")
            raise WrongArgumentError(sentence)
        place = place or place_of(office)
        if place is None:
            raise WrongArgumentError(_("The name of the office tells no place; tell it with --place."))
    office = office or asked(session, _("Who issues the plan, in full"), _told)
    read_year = year_of(year) if year else asked(session, _("The plan's year"), year_of, str(_next_year(session)))
    place = place or asked(session, _("The place before the date of the document"), _told, place_of(office) or "")
    template = f"templates/{TemplateForm(alone=True).file_name}"
    return Start(read_year, office, place, forge, _requirement(), template)


def _told(words: str) -> str:
    if not words:
        raise WrongArgumentError(_("This cannot be left out."))
    return words


def _next_year(session: Session) -> int:
    today = session.day()
    return today.year + (today.month >= _NOVEMBER)


def _requirement() -> str:
    """Return what pip installs this kshc from: the address that it came from itself, or its version.

    Source: https://packaging.python.org/en/latest/specifications/direct-url/
    """
    from json import loads

    try:
        told = distribution(_PACKAGE).read_text("direct_url.json")
    except PackageNotFoundError:
        told = None
    origin = loads(told) if told else {}
    if "vcs_info" in origin:
        source = origin["vcs_info"]
        return f"{_PACKAGE} @ {source['vcs']}+{origin['url']}@{source['commit_id']}"
    return f"{_PACKAGE}=={__version__}"


def _write(session: Session, root: Path, start: Start, plan: bytes | None = None) -> None:
    """Write what is not there yet, all or nothing, and say what was written, what stays, and what comes next."""
    files = starting_files(start, starter_texts(language_in_use()))
    if plan is not None:
        files[PLAN_NAME] = plan
    elif PLAN_NAME in files and (wrong := errors_of(files[PLAN_NAME])):
        raise WrongArgumentError(wrong[0].message)
    files |= {f"schemas/{kind}.schema.json": schema_bytes(kind, language_in_use()) for kind in ("plan", "progress")}
    files[start.template] = template_bytes(None, PurePath(start.template).name)
    kept = sorted(name for name in files if os.path.lexists(root / name))
    new = {name: data for name, data in sorted(files.items()) if name not in kept}
    for name in new:
        witness().missed(root / name)
    write_folder(root, new.items())
    if PLAN_NAME in new:
        session.say(_("Written: {file}").format(file=root / PLAN_NAME))
    if beside := [name for name in new if name != PLAN_NAME]:
        session.say(_("Written beside the plan: {files}.").format(files=", ".join(beside)))
    if kept:
        session.say(_("Left as they were: {files}.").format(files=", ".join(kept)))
    if start.forge and checks_path(start.forge) in new:
        sentence = _(
            "Its checks install {package}; where your office takes kshc from elsewhere, change KSHC in {file}."
        )
        session.say(sentence.format(package=start.requirement, file=root / checks_path(start.forge)))
