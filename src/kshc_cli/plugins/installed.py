"""Which plug-ins are installed: entry points of other packages, found where Python looks for packages.

It reads the files that packages leave there and imports none of them. What the standard library has for that is asked
only where one of them names kshc: it takes as long to load as kshc takes to answer.
"""

import os
import sys
from _thread import get_ident
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Final, Literal, NamedTuple

from kshc_cli.disk.witness import witness
from kshc_cli.messages import plain

SWITCH: Final = "KSHC_PLUGINS"
"""The variable that turns plug-ins off with ``0``."""

Kind = Literal["exports", "phrases", "rules"]
KINDS: Final[tuple[Kind, ...]] = ("exports", "phrases", "rules")
_GROUP: Final = "kshc."
_FOLDERS: Final = (".dist-info", ".egg-info")
_POINTS: Final = "entry_points.txt"


class Plugin(NamedTuple):
    """A plug-in, as its package declares it."""

    kind: Kind
    name: str
    package: str
    version: str
    target: str
    """What is loaded: ``module:name``."""
    code: tuple[str, ...] = ()
    """The files of its package, and that which declares it."""
    damage: Exception | None = None
    """Why what the package declares cannot be read; it stands for all of that."""


_asking: Final = set[int]()
"""The threads in which a plug-in runs."""


@contextmanager
def asking() -> Iterator[None]:
    """Let a plug-in run that may use kshc's own library, which asks no plug-ins meanwhile: it would go on for ever."""
    thread = get_ident()
    is_first = thread not in _asking
    _asking.add(thread)
    try:
        yield
    finally:
        if is_first:
            _asking.discard(thread)


def installed(*kinds: Kind) -> tuple[Plugin, ...]:
    """Return the plug-ins of these kinds, or all of them, by kind, package and name; none where they are turned off.

    None where a plug-in asks. None comes from the folder in which kshc runs: with a plan nobody brings code. What was
    looked at is told the witness: another answer may be given when a package comes, goes or changes.
    """
    if os.environ.get(SWITCH) == "0" or get_ident() in _asking:
        return ()
    here = os.path.realpath(os.curdir)
    folders = {path: os.stat(path).st_mtime_ns for path in sys.path if os.path.isdir(path)}  # noqa: PTH112, PTH116
    folders = {path: changed for path, changed in folders.items() if os.path.realpath(path) != here}
    witness().code.update(folders)
    found = _found(tuple(folders.items()))
    for one in found:
        witness().code.update(one.code)
    return tuple(one for one in found if one.kind in (kinds or KINDS))


def identity() -> str:
    """Return what tells these plug-ins, their versions and their code from others; blank where there are none."""
    plugins = installed()
    if not plugins:
        return ""
    seen = [(name, os.stat(name)) for one in plugins for name in one.code]  # noqa: PTH116  as text
    return repr((plugins, [(name, one.st_mtime_ns, one.st_size) for name, one in seen]))


@lru_cache(maxsize=8)
def _found(folders: tuple[tuple[str, int], ...]) -> tuple[Plugin, ...]:
    """Look for them once while folders are as they are: the first package of a name counts, as it does for Python."""
    packages: dict[str, list[Plugin]] = {}
    for folder, _changed in folders:
        for place in _declaring(folder):
            try:
                package, plugins = _declared(place)
            except Exception as problem:  # noqa: BLE001  the files of a package may hold anything
                package, plugins = _damaged(place, problem)
            packages.setdefault(package, plugins)
    return tuple(sorted((one for plugins in packages.values() for one in plugins), key=lambda one: one[:5]))


def _declaring(folder: str) -> Iterator[str]:
    """Yield the folders of packages there that declare entry points for kshc."""
    try:
        names = [name for name in os.listdir(folder) if name.endswith(_FOLDERS)]  # noqa: PTH208  of hundreds of names
    except OSError:
        return
    for name in sorted(names):
        place = os.path.join(folder, name)  # noqa: PTH118
        try:
            with open(os.path.join(place, _POINTS), "rb") as stream:  # noqa: PTH118, PTH123
                if b"[" + _GROUP.encode() in stream.read():
                    yield place
        except OSError:
            continue


def _declared(place: str) -> tuple[str, list[Plugin]]:
    """Return the name of a package in one spelling, and what it declares for kshc."""
    from importlib.metadata import PathDistribution  # noqa: PLC0415  only where there is something to read

    known = PathDistribution(Path(place))
    told = dict(known.metadata.json)
    named = plain(str(told.get("name") or Path(place).name.partition("-")[0]))
    version = plain(str(told.get("version") or ""))
    points = [
        Plugin(kind, plain(point.name), named, version, point.value)
        for point in known.entry_points
        for kind in KINDS
        if point.group == _GROUP + kind
    ]
    declaring = str(Path(place, _POINTS))
    return _spelling(named), [one._replace(code=(declaring, *_code_of(one.target.partition(":")[0]))) for one in points]


def _damaged(place: str, problem: Exception) -> tuple[str, list[Plugin]]:
    """Return what stands for a package whose files cannot be read; it is called as its folder is."""
    named, _dash, version = plain(Path(place).stem).partition("-")
    files = tuple(str(one) for name in (_POINTS, "METADATA", "PKG-INFO") if (one := Path(place, name)).is_file())
    return _spelling(named), [Plugin("rules", _POINTS, named, version, "", files, problem)]


def _spelling(name: str) -> str:
    return name.lower().replace("_", "-")


def _code_of(module: str) -> tuple[str, ...]:
    """Return the files of the package that a module belongs to, without loading any of it."""
    spec = PathFinder.find_spec(module.partition(".")[0].strip())
    if spec is None:
        return ()
    if spec.submodule_search_locations is None:
        return (spec.origin,) if spec.origin else ()
    return tuple(sorted(str(one) for folder in spec.submodule_search_locations for one in Path(folder).rglob("*.py")))
