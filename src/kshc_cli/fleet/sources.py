"""Where plans come from: files, and places at URLs; one plan is a fleet of one."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from kshc_cli.compiled.value import Compiled
from kshc_cli.desk.answering import answer_from as answer_from_opened
from kshc_cli.desk.answering import answer_of
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.opening import Opened
from kshc_cli.desk.question import FileQuestion, Question
from kshc_cli.disk.reading import LARGEST, bytes_if_there, read_bytes
from kshc_cli.disk.reasons import reason
from kshc_cli.disk.witness import witness
from kshc_cli.errors import UnreadableFileError
from kshc_cli.messages import _
from kshc_cli.plugins.asked import plugged_findings
from kshc_cli.workspace import OWN_TEXTS, is_progress_file, is_url, own_texts, plan_name, progress_name

if TYPE_CHECKING:
    from kshc_cli.reading.laws.text import LegalText


Bytes = bytes | UnreadableFileError
"""What a file holds, or why it could not be read."""


Fetch = Callable[..., bytes | None]


class Source(NamedTuple):
    """A plan and its log as they were read, wherever they lie."""

    plan: Bytes
    log: Bytes | None
    """None where there is none."""
    of_log: bool = False
    """Whether it was the log that was named."""
    own_texts: "tuple[LegalText, ...] | UnreadableFileError" = ()
    """What the office adds to the register of legal texts, beside the plan; read for a check alone."""


def answered(place: str, question: Question) -> Answer:
    """Read the plan at a place, a file or a URL, and answer from it; never raises for what stands there."""
    return answer_from(read_source(place, question), question)


def read_source(place: str, question: Question) -> Source:
    """Read a plan and its log; where a question is about any file, also a log that is named, with its plan."""
    fetch = _url_bytes if is_url(place) else _file_bytes
    plan = _held(fetch, place) or b""
    if isinstance(question, FileQuestion) and isinstance(plan, bytes) and is_progress_file(Path(place), plan):
        beside = _beside(place, plan_name)
        known = None if beside == place else _held(fetch, beside, there=False)
        return Source(known or b"", plan, of_log=True)
    log = None if isinstance(plan, UnreadableFileError) else _held(fetch, log_of(place), there=False)
    own = _own_texts(fetch, place) if isinstance(question, FileQuestion) else ()
    return Source(plan, log, own_texts=own)


def _own_texts(fetch: Fetch, place: str) -> "tuple[LegalText, ...] | UnreadableFileError":
    """Return what the office adds to the register of legal texts in a file beside its plan, or what is wrong there."""
    beside = _beside(place, lambda _plan: OWN_TEXTS)
    data = _held(fetch, beside, there=False)
    if data is None or isinstance(data, UnreadableFileError):
        return data or ()
    try:
        return own_texts(beside, data)
    except UnreadableFileError as problem:
        return problem


class Compiling(Protocol):
    """Where compiled plans are kept, by the bytes of their files."""

    def recall(self, plan: bytes) -> Compiled | None:
        """Return what was compiled of these bytes."""

    def remember(self, plan: bytes, compiled: Compiled) -> None:
        """Keep what was compiled of these bytes."""


def answer_from(source: Source, question: Question, compiling: Compiling | None = None) -> Answer:
    """Answer from what was read; where compiled plans are kept, from what was compiled before, but for checks."""
    if isinstance(source.plan, UnreadableFileError):
        return {"unreadable": (source.plan.name, source.plan.reason)}
    if isinstance(question, FileQuestion):
        if isinstance(source.own_texts, UnreadableFileError):
            return {"unreadable": (source.own_texts.name, source.own_texts.reason)}
        asked = question.about_log() if source.of_log else question
        return answer_of(source.plan, source.log, asked, source.own_texts, plugged_findings())
    if compiling is None:
        return answer_of(source.plan, source.log, question)
    known = compiling.recall(source.plan)
    opened = Opened(source.plan, source.log, known)
    answer = answer_from_opened(opened, question)
    if known is None and opened.compiled is not None:
        compiling.remember(source.plan, opened.compiled)
    return answer


def log_of(place: str) -> str:
    """Return where the log of a plan lies."""
    return _beside(place, progress_name)


def _beside(place: str, named: Callable[[str], str]) -> str:
    """Return the place beside another whose name is made of the other's."""
    cut = max(place.rfind("/"), place.rfind(os.sep)) + 1
    folder, name = place[:cut], place[cut:]
    return place if name in {"", ".", ".."} else f"{folder}{named(name)}"


def _held(fetch: Fetch, place: str, *, there: bool = True) -> Bytes | None:
    """Return what a place holds, or why it could not be read; None where nothing has to be ``there``, and is not."""
    try:
        return fetch(place, there=there)
    except UnreadableFileError as problem:
        return problem


def _file_bytes(place: str, *, there: bool) -> bytes | None:
    return read_bytes(Path(place)) if there else bytes_if_there(Path(place))


_NEEDS: Final = "kshc-cli[cluster]"
"""What installs fsspec."""


def _url_bytes(place: str, *, there: bool) -> bytes | None:
    """Read what lies at a URL, one byte past LARGEST at most. Raises UnreadableFileError."""
    witness().doubt()
    with of_store(place):
        from fsspec import open as opened
        from fsspec.core import url_to_fs
        from fsspec.implementations.local import LocalFileSystem

        system, path = url_to_fs(place)
        if isinstance(system, LocalFileSystem):
            return _file_bytes(path, there=there)
        try:
            with opened(place, "rb") as stream:
                return bytes(stream.read(LARGEST + 1))
        except FileNotFoundError:
            if there:
                raise
            return None


@contextmanager
def of_store(place: str) -> Iterator[None]:
    """Turn what goes wrong at a URL into UnreadableFileError: each kind of store has errors of its own."""
    try:
        yield
    except ModuleNotFoundError as problem:
        missing = _("to read URLs kshc needs {name}; install {package}").format(name=problem.name, package=_NEEDS)
        raise UnreadableFileError(place, missing) from problem
    except UnreadableFileError as problem:
        raise UnreadableFileError(place, problem.reason) from problem
    except Exception as problem:
        told = reason(problem) if isinstance(problem, OSError) else str(problem)
        raise UnreadableFileError(place, told or type(problem).__name__) from problem
