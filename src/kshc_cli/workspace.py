"""Where the plan, its log and kshc's own templates and schemas lie."""

import re
from collections.abc import Callable
from contextlib import suppress
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Final

from kshc_cli.dataclass import dataclass
from kshc_cli.disk.reading import LARGEST, bytes_if_there, is_file, read_bytes
from kshc_cli.errors import PlanInDoubtError, PlanNotFoundError, UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.plan_text import PlanText, read_plan_file

if TYPE_CHECKING:
    from kshc_cli.reading.laws.text import LegalText

PLAN_NAME: Final = "plan.yaml"
PLAN_NAMES: Final = (PLAN_NAME, "plan-*.yaml")
"""What plans are called where folders are searched."""
_PATTERN: Final = frozenset("*?[")
"""Signs that make a pattern of a name, unless a file is called so."""
_PLAN_STEM: Final = "plan"
_HEAD: Final = 10_000
"""The bytes at the beginning of a file in which a log's schema is looked for."""
_SCHEMA: Final = lazy_pattern(rb"""schema["']?\s*:\s*["']?kshc-progress/""")
_PROGRESS_STEM: Final = "progress"
OWN_TEXTS: Final = "laws.tsv"
"""What an office calls its additions to the register of legal texts, beside what is checked by them."""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan file with what was found in it."""

    path: Path
    text: PlanText


def is_url(place: str) -> bool:
    """Tell whether a place is no file of this system: ``s3://plans/2026/plan.yaml``."""
    return "://" in place


def is_plan_name(name: str) -> bool:
    """Tell whether something is called as plans are: a file, or what lies in the place of one."""
    return any(fnmatch(name, pattern) for pattern in PLAN_NAMES)


def is_plain(named: str) -> bool:
    """Tell whether what names a plan is the name of a file, not a folder, a pattern, a list or a URL of several.

    A folder that is called like a plan lies in the place of one, and is searched for no others.
    """
    if named.startswith("@") or is_url(named) or not _PATTERN.isdisjoint(named):
        return _is(named, Path.is_file)
    return is_plan_name(Path(named).name) or not _is(named, Path.is_dir)


def _is(named: str, kind: Callable[[Path], bool]) -> bool:
    try:
        return kind(Path(named))
    except (OSError, ValueError):  # no name of a file, or a folder that nobody may look into
        return False


def find_plan(named: str | None, folder: Path | None = None) -> Path:
    """Return the plan's path: ``named``, or plan.yaml in ``folder`` (default: the current one) or a parent of it.

    Raises PlanNotFoundError, PlanInDoubtError.
    """
    found = Path(named) if named else nearest_plan(folder)
    if found is None:
        raise PlanNotFoundError
    return found


def nearest_plan(folder: Path | None = None) -> Path | None:
    """Return the path of plan.yaml in ``folder`` (default: the current one) or a parent of it, if there is one.

    Raises PlanInDoubtError where something else is called so: no plan further up is meant.
    """
    try:
        start = (folder or Path.cwd()).absolute()
    except FileNotFoundError:  # somebody has removed the folder that kshc runs in
        return None
    for place in (start, *start.parents):
        if _is_plan_file(place / PLAN_NAME):
            return _short(place / PLAN_NAME)
    return None


def _is_plan_file(path: Path) -> bool:
    try:
        return is_file(path)
    except UnreadableFileError as problem:
        raise PlanInDoubtError(str(_short(path)), problem.reason) from problem


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
    return plan.with_name(progress_name(plan.name))


def progress_name(plan: str) -> str:
    """Return what the progress log of a plan is called, by the name of the plan's file."""
    if re.match(rf"{_PLAN_STEM}(?![a-z])", plan):
        return _PROGRESS_STEM + plan.removeprefix(_PLAN_STEM)
    stem, suffix = PurePath(plan).stem, PurePath(plan).suffix
    return f"{stem}.{_PROGRESS_STEM}{suffix}"


def is_progress_file(path: Path, data: bytes) -> bool:
    """Tell whether a file is meant as a progress log, by what it holds or by its name."""
    head = data[:_HEAD]
    return (b"kshc-progress/" in head and _SCHEMA.search(head) is not None) or is_progress_name(path)


def is_progress_name(path: Path) -> bool:
    """Tell whether a file is called like a progress log."""
    return re.match(rf"{_PROGRESS_STEM}(?![a-z])", path.name) is not None or f".{_PROGRESS_STEM}." in path.name


def plan_path(progress: Path) -> Path:
    """Return where the plan of a progress log lies: the other way round."""
    return progress.with_name(plan_name(progress.name))


def plan_name(progress: str) -> str:
    """Return what the plan of a progress log is called: the other way round."""
    if progress.startswith(_PROGRESS_STEM):
        return _PLAN_STEM + progress.removeprefix(_PROGRESS_STEM)
    return progress.replace(f".{_PROGRESS_STEM}", "", 1)


def progress_bytes(path: Path) -> bytes | None:
    """Read a progress log; None where there is none. Raises UnreadableFileError."""
    return bytes_if_there(path)


def own_texts(name: str, data: bytes) -> "tuple[LegalText, ...]":
    """Read lines of a register of legal texts. Raises UnreadableFileError where a line is wrong."""
    from kshc_cli.reading.laws.register import RegisterError, texts_of  # noqa: PLC0415  few offices add any

    try:
        return texts_of(data.decode())
    except UnicodeDecodeError as problem:
        raise UnreadableFileError(name, _("it is not written in UTF-8.")) from problem
    except RegisterError as problem:
        raise UnreadableFileError(name, str(problem)) from problem


def own_texts_beside(path: Path) -> "tuple[LegalText, ...]":
    """Return what an office adds to the register of legal texts, beside a file. Raises UnreadableFileError."""
    beside = path.with_name(OWN_TEXTS)
    data = bytes_if_there(beside)
    return () if data is None else own_texts(str(beside), data)


def template_bytes(named: str | None, own: str) -> bytes:
    """Return a Word template: the file named, or kshc's ``own`` of that name."""
    return read_bytes(Path(named) if named else _own("templates", own))


def schema_bytes(kind: str, language: str) -> bytes:
    """Return the JSON Schema of ``plan``, ``progress``, ``duties`` or ``diff``, explained in ``language``."""
    return read_bytes(_own("schemas", schema_name(kind, language)))


def schema_name(kind: str, language: str) -> str:
    """Return where a JSON Schema lies: editors are pointed to the Vietnamese one, others lie in folders beside it."""
    name = f"{kind}.schema.json"
    return name if language == "vi" else f"{language}/{name}"


def starter_texts(language: str) -> dict[str, str]:
    """Return kshc's own texts of what a new office's repository holds, by their names; some differ by language."""
    folder = Path(__file__).parent / "starter"
    found = {path.name: path for place in (folder, folder / language) for path in place.iterdir() if path.is_file()}
    return {name: read_bytes(path).decode() for name, path in found.items()}


def _own(kind: str, name: str) -> Path:
    """Find a file that kshc carries: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / kind / name
    return installed if installed.exists() else package.parents[1] / kind / name
