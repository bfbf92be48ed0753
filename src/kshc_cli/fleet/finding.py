"""Finding plans: in folders, by patterns, in lists, at URLs."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from kshc_cli.disk.reading import read_bytes
from kshc_cli.disk.witness import witness
from kshc_cli.errors import WrongArgumentError
from kshc_cli.fleet.sources import of_store
from kshc_cli.messages import _
from kshc_cli.workspace import PLAN_NAMES, is_plain, is_plan_name, is_progress_name, is_url, plan_path

_PATTERN: Final = frozenset("*?[")


def find_plans(named: Iterable[str]) -> list[str]:
    """Return where the plans lie that are ``named``: by files, folders, patterns, lists (``@list.txt``) or URLs.

    Each once, sorted by path. Raises WrongArgumentError where something names none, UnreadableFileError for a list.
    """
    witness().tells_apart = True
    places: list[str] = []
    for one in named:
        found = list(_of(one))
        if not found:
            raise WrongArgumentError(
                _("“{name}” names no plan; a folder is searched for plan.yaml and plan-*.yaml.").format(name=one)
            )
        places += found
    places.sort(key=lambda place: (is_url(place), place.replace(os.sep, "/").replace("/", "\0")))
    known: dict[object, str] = {}
    for place in places:
        if known.setdefault(_identity(place), place) != place:
            witness().doubt()  # nobody reads a file under its second name, which may be another file's tomorrow
    return list(known.values())


def _identity(place: str) -> object:
    """Return what two names of one file have in common."""
    if is_url(place):
        return place
    try:
        status = Path(place).stat()
    except (OSError, ValueError):
        return Path(place).absolute()
    return (status.st_dev, status.st_ino) if status.st_ino else Path(place).absolute()


def _of(named: str) -> Iterator[str]:
    """Yield the plans that a name stands for."""
    if named in {"", "@"}:
        return
    if named.startswith("@") and not is_plain(named):
        for line in _lines(named[1:]):
            yield from _of_line(line, Path() if named == "@-" else Path(named[1:]).parent)
    else:
        yield from _of_place(named)


def _lines(name: str) -> Iterator[str]:
    """Yield the lines of a list, blank ones and comments left out; ``-`` is what stands on stdin."""
    if name == "-":
        witness().doubt()
        data = sys.stdin.buffer.read()
    else:
        witness().missed(Path(f"@{name}"))  # that file would be meant
        data = read_bytes(Path(name))
    for line in data.decode("utf-8-sig", errors="surrogateescape").splitlines():
        if (words := line.strip()) and not words.startswith("#"):
            yield words


def _of_line(line: str, folder: Path) -> Iterator[str]:
    """Yield the plans of a line of a list in ``folder``; one that names none is an error as on the command line."""
    place = line if is_url(line) else str(folder / line)
    is_list = line.startswith("@") and not Path(place).exists()  # a list in a list could lead round in a circle
    found = [] if is_list else list(_of_place(place))
    if not found:
        raise WrongArgumentError(_("“{name}”, a line of the list, names no plan.").format(name=line))
    yield from found


def _of_place(place: str) -> Iterator[str]:
    if is_url(place):
        witness().doubt()
        return _at_url(place)
    if is_plain(place):
        return iter((place,))
    return _below(place) if Path(place).is_dir() else _by_pattern(place)


def _below(folder: str) -> Iterator[str]:
    """Yield the plans in a folder and below it, but for hidden folders and those behind links.

    A folder that cannot be looked into, or is called like a plan, is yielded itself: what is wrong with it is said when
    it is read.
    """
    witness().goes_below(folder)
    closed: list[str] = []
    for place, folders, files in os.walk(folder, onerror=lambda problem: closed.append(problem.filename)):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (f"{Path(place, name)}" for name in (*folders, *files) if is_plan_name(name))
    yield from closed


def _by_pattern(pattern: str) -> Iterator[str]:
    """Yield what fits a pattern: files that are not the logs of plans beside them, and the plans below folders.

    ``**`` leads through folders, not through links; hidden files and folders only fit a pattern that names them.
    """
    parts = Path(pattern).parts
    first = next(place for place, part in enumerate(parts) if not _PATTERN.isdisjoint(part))
    base, rest = Path(*parts[:first]), parts[first:]
    if set(rest) == {"**"}:
        yield from _below(str(base))
        return
    if hidden := any(part.startswith(".") for part in rest):
        witness().doubt()
    witness().goes_below(str(base), through_links=True)
    try:
        found = list(base.glob("/".join((*rest[:-1], _kept_in_sight(rest[-1])))))
    except ValueError as problem:
        raise WrongArgumentError(
            _("“{name}” is no pattern; ** stands alone between slashes.").format(name=pattern)
        ) from problem
    for path in found:
        if not hidden and any(part.startswith(".") for part in path.relative_to(base).parts):
            continue
        if path.is_dir() and not is_plan_name(path.name):
            yield from _below(str(path))
        elif not (is_progress_name(path) and plan_path(path).exists()):
            yield str(path)


def _kept_in_sight(name: str) -> str:
    """Return a name as a pattern: of names without signs, glob leaves out the links that lead nowhere."""
    return name if name == ".." or not _PATTERN.isdisjoint(name) else f"[{name[0]}]{name[1:]}"


def _at_url(place: str) -> Iterator[str]:
    """Yield a URL, or what fits the pattern in it; what ends with a slash is a folder."""
    if place.endswith("/"):
        patterns = [f"{place}**/{name}" for name in PLAN_NAMES]
    elif not _PATTERN.isdisjoint(place):
        patterns = [place]
    else:
        yield place
        return
    with of_store(place):
        from fsspec.core import url_to_fs

        for pattern in patterns:
            system, path = url_to_fs(pattern)
            yield from (system.unstrip_protocol(found) for found in sorted(system.glob(path)))
