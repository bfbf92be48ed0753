"""``kshc roll``: drafts the plan of another year from this year's, moves what is sure and marks the rest."""

import codecs
import os
from pathlib import Path
from typing import Annotated

from kshc_cli.cli.declarations import option
from kshc_cli.cli.exporting import DraftOption
from kshc_cli.cli.formats import JsonOrText, PlainFormat
from kshc_cli.cli.issuing import sound_plan
from kshc_cli.cli.opening import BrokenPlanError
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED, out_option
from kshc_cli.desk.days import year_of
from kshc_cli.desk.rolling.account import Roll, drafted
from kshc_cli.desk.rolling.bodies import flaws_of
from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.replacing import refuse_unwritable, write_bytes
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import _, ngettext

EXAMPLES = (
    "kshc roll --year 2025 --dry-run",
    "kshc roll --year 2025 --out ke-hoach-2025.yaml",
    "kshc roll --year 2025 --carry 1.2.2",
    "kshc roll --year 2026 --map co-quan.yaml",
)
FINDINGS = _("the plan or its log has errors")

YearOption = Annotated[str, option("--year", metavar=_("YEAR"), help=_("The year of the new plan."))]
CarryOption = Annotated[
    list[str] | None,
    option(
        "--carry",
        reader=FILLED,
        metavar=_("ID"),
        help=_("Mark a task in the new plan that was not done in the old year; “all” for each. Repeatable."),
    ),
]
MapOption = Annotated[
    str | None,
    option(
        "--map",
        reader=FILLED,
        metavar=_("FILE"),
        help=_("What bodies are called by then: lines “old name or id: new name”, null for one that is gone."),
    ),
]
DryRunOption = Annotated[bool, option("--dry-run", help=_("Show what would become of the plan, write nothing."))]
OutOption = Annotated[
    str | None,
    out_option(_("The file to write, which must not be there; plan-YEAR.yaml beside the plan if left out.")),
]


def command(
    session: Session,
    *,
    year: YearOption,
    out: OutOption = None,
    carry: CarryOption = None,
    bodies: MapOption = None,
    output: JsonOrText = PlainFormat.TEXT,
    dry_run: DryRunOption = False,
    draft: DraftOption = False,
) -> int:
    """Draft the plan of another year: years that are surely the plan's move, all other words stay.

    What the reader is not sure of is marked by a comment in the new file, which `kshc validate` finds until it is
    deleted. Number and day of the decision are blank. The old plan and its log stay as they are.
    """
    new_year = year_of(year)
    path, opened, refused = sound_plan(session, draft=draft)
    if refused:
        return refused
    target = None if dry_run else _target(out, path, opened.plan.year, new_year)
    following = opened.following(session.day(year=opened.plan.year))
    asked = Roll(new_year, tuple(carry or ()), output.value, _mapping(session, bodies) if bodies else None)
    new = drafted(opened, following, asked, session.terminal())
    session.write(new.told)
    if target is not None:
        mark = codecs.BOM_UTF8 if read_bytes(path).startswith(codecs.BOM_UTF8) else b""
        write_bytes(target, mark + new.text.encode(), instead_of=b"")
    if not following.is_kept:
        session.say(_("No progress log lies beside the plan: nobody can tell what was not done."))
    _say(session, new.left, target)
    return 0


def _mapping(session: Session, name: str) -> bytes:
    """Return the file that says what bodies are called. Raises BrokenPlanError with what stands against its text."""
    data = read_bytes(Path(name))
    if flaws := flaws_of(data):
        raise BrokenPlanError(name, flaws, session.terminal(error=True))
    return data


def _target(out: str | None, plan: Path, old: int, new: int) -> Path:
    """Return the file to write. Raises WrongArgumentError where one is there."""
    if out == "-":
        raise WrongArgumentError(_("--out names no file."))
    stem = plan.stem.removesuffix(f"-{old}")
    target = Path(out) if out else plan.with_name(f"{stem}-{new}{plan.suffix}")
    if os.path.lexists(target):
        raise WrongArgumentError(_("{file} is there already; name another file with --out.").format(file=target))
    refuse_unwritable(target)
    return target


def _say(session: Session, left: int, target: Path | None) -> None:
    if target is None:
        session.say(_("Nothing was written (--dry-run)."))
        return
    session.say(_("Written: {file}").format(file=target))
    if left:
        sentence = ngettext(
            "{n} comment “# kshc roll:” in it marks what is open; `kshc validate {file}` shows it.",
            "{n} comments “# kshc roll:” in it mark what is open; `kshc validate {file}` shows them.",
            left,
        )
        session.say(sentence.format(n=left, file=target))
