"""What each plan of a fleet is and answered, kept for the next run: only what is new is worked out again.

An answer depends on the bytes of plan and log, the question and the code, and on nothing else; these are its name. A
compiled plan depends on its bytes and the code, and answers any question.
"""

import marshal
import os
import sys
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, NamedTuple, cast

from kshc_cli.compiled.plan import from_bytes, to_bytes
from kshc_cli.compiled.value import Compiled
from kshc_cli.desk.answers import Answer
from kshc_cli.desk.question import Question
from kshc_cli.disk.memory import Memory, memory
from kshc_cli.disk.witness import witness
from kshc_cli.errors import UnreadableFileError
from kshc_cli.fleet.sources import Source, answer_from
from kshc_cli.plugins.installed import identity
from kshc_cli.recall import SWITCH

_STANDS_ON: Final = ("pydantic", "pydantic_core", "yaml", "dateutil", "holidays")
"""The packages beside kshc on which an answer depends."""


class Keeping(NamedTuple):
    """Where answers are kept, and what tells this code from other versions of it."""

    memory: Memory
    code: str


def usual_keeping() -> Keeping | None:
    """Return where answers are kept; None where nothing is to be remembered."""
    kept = None if os.environ.get(SWITCH) == "0" else memory()
    if kept is None:
        return None
    seen = [(str(file), file.stat()) for file in code_of_answers()]
    return Keeping(kept, repr((sys.version, [(name, one.st_mtime_ns, one.st_size) for name, one in seen], identity())))


@cache
def code_of_answers() -> tuple[Path, ...]:
    """Return all files of kshc, and one of each package that it stands on, in whichever process they are loaded."""
    package = Path(__file__).parents[1]
    specs = (find_spec(name) for name in _STANDS_ON)
    files = [*sorted(package.rglob("*.*")), *(Path(spec.origin) for spec in specs if spec and spec.origin)]
    return tuple(file for file in files if "__pycache__" not in file.parts)


class Remembering:
    """Answers a question from sources, each from what is kept if that can be."""

    def __init__(self, keeping: Keeping, question: Question) -> None:
        self._memory = keeping.memory
        self._question = question
        self._code = sha256(keeping.code.encode())
        self._named = sha256(f"{keeping.code}{question!r}".encode())

    def answer(self, source: Source) -> Answer:
        """Return the answer from a source; what could not be read is tried again the next time."""
        read = (source.plan, source.log, source.own_texts)
        if any(isinstance(one, UnreadableFileError) for one in read):
            return answer_from(source, self._question)
        name = self._name(source)
        if (known := _known(self._memory.recall(name))) is not None:
            return known
        answer = answer_from(source, self._question, self)
        if witness().is_lasting:
            plain: dict[str, Any] = dict(answer)
            self._memory.remember(name, marshal.dumps(plain))
        return answer

    def recall(self, plan: bytes) -> Compiled | None:
        """Return what was compiled of a plan's bytes, in whichever run."""
        kept = self._memory.recall(self._plan_name(plan))
        return from_bytes(kept) if kept else None

    def remember(self, plan: bytes, compiled: Compiled) -> None:
        """Keep what was compiled of a plan's bytes, for all questions and days."""
        if witness().is_lasting:
            self._memory.remember(self._plan_name(plan), to_bytes(compiled))

    def _plan_name(self, plan: bytes) -> str:
        named = self._code.copy()
        named.update(plan)
        return f"{named.hexdigest()}.plan"

    def _name(self, source: Source) -> str:
        named = self._named.copy()
        for data in (source.plan, source.log):
            held = data if isinstance(data, bytes) else b""
            named.update(f"|{source.of_log} {data is None} {len(held)}|".encode())
            named.update(held)
        if source.own_texts:
            named.update(repr(source.own_texts).encode())
        return f"{named.hexdigest()}.part"


def _known(kept: bytes | None) -> Answer | None:
    """Return the answer that is kept; None where nothing is, or something else."""
    try:
        known = marshal.loads(kept) if kept else None  # noqa: S302  our own, by owner and sum
    except (EOFError, TypeError, ValueError):
        return None
    return cast(Answer, known) if isinstance(known, dict) else None
