"""Where the plan, its log and kshc's own templates and schemas lie."""

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kshc_cli.disk.reading import LARGEST, bytes_if_there, is_file, read_bytes
from kshc_cli.errors import PlanNotFoundError, UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.source.plan_text import PlanText, read_plan_file

PLAN_NAME: Final = "plan.yaml"
_PLAN_STEM: Final = "plan"
_PROGRESS_STEM: Final = "progress"
EXTRACT_TEMPLATE: Final = "trich-ke-hoach.docx"


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file with what was found in it."""

    path: Path
    text: PlanText


def find_plan(named: str | None, folder: Path | None = None) -> Path:
    """Return the plan's path: ``named``, or plan.yaml in ``folder`` (default: the current one) or a parent of it.

    Raises PlanNotFoundError.
    """
    found = Path(named) if named else nearest_plan(folder)
    if found is None:
        raise PlanNotFoundError
    return found


def nearest_plan(folder: Path | None = None) -> Path | None:
    """Return the path of plan.yaml in ``folder`` (default: the current one) or a parent of it, if there is one."""
    try:
        start = (folder or Path.cwd()).absolute()
    except FileNotFoundError:  # somebody has removed the folder that kshc runs in
        return None
    for place in (start, *start.parents):
        if is_file(place / PLAN_NAME):
            return _short(place / PLAN_NAME)
    return None


def _short(path: Path) -> Path:
    """Return ``path`` relative to the current folder where it lies below it."""
    with suppress(ValueError):
        return path.relative_to(Path.cwd())
    return path


def open_plan(path: Path) -> PlanFile:
    """Read a plan file. Raises UnreadableFileError; what is wrong inside the file is in its findings."""
    return PlanFile(path, read_plan_file(read_bytes(path)))


def word_bytes(path: Path) -> bytes:
    """Read a Word file. Raises UnreadableFileError, also for one that is larger than LARGEST."""
    data = read_bytes(path)
    if len(data) > LARGEST:
        reason = _("it is larger than {megabytes} MB").format(megabytes=LARGEST // 1024 // 1024)
        raise UnreadableFileError(str(path), reason)
    return data


def progress_path(plan: Path) -> Path:
    """Return where the progress log of a plan lies: progress.yaml beside plan.yaml, plan-2025's is progress-2025."""
    name = plan.name
    if re.match(rf"{_PLAN_STEM}(?![a-z])", name):
        return plan.with_name(_PROGRESS_STEM + name.removeprefix(_PLAN_STEM))
    return plan.with_name(f"{plan.stem}.{_PROGRESS_STEM}{plan.suffix}")


def is_progress_name(path: Path) -> bool:
    """Tell whether a file is called like a progress log."""
    return re.match(rf"{_PROGRESS_STEM}(?![a-z])", path.name) is not None or f".{_PROGRESS_STEM}." in path.name


def plan_path(progress: Path) -> Path:
    """Return where the plan of a progress log lies: the other way round."""
    name = progress.name
    if name.startswith(_PROGRESS_STEM):
        return progress.with_name(_PLAN_STEM + name.removeprefix(_PROGRESS_STEM))
    return progress.with_name(name.replace(f".{_PROGRESS_STEM}", "", 1))


def progress_bytes(path: Path) -> bytes | None:
    """Read a progress log; None where there is none. Raises UnreadableFileError."""
    return bytes_if_there(path)


def template_bytes(named: str | None, own: str) -> bytes:
    """Return a Word template: the file named, or kshc's ``own`` of that name."""
    return read_bytes(Path(named) if named else _own("templates", own))


def schema_bytes(kind: str, language: str) -> bytes:
    """Return the JSON Schema of a kind of files, ``plan`` or ``progress``, that explains fields in ``language``."""
    return read_bytes(_own("schemas", schema_name(kind, language)))


def schema_name(kind: str, language: str) -> str:
    """Return where a JSON Schema lies: editors are pointed to the Vietnamese one, others lie in folders beside it."""
    name = f"{kind}.schema.json"
    return name if language == "vi" else f"{language}/{name}"


def _own(kind: str, name: str) -> Path:
    """Find a file that kshc carries: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / kind / name
    return installed if installed.exists() else package.parents[1] / kind / name
