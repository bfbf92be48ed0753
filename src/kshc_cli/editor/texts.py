"""A plan or log that somebody is writing: its text, what it holds as far as it can be read, and what stands where."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from kshc_cli.compiled.value import Compiled
from kshc_cli.dataclass import dataclass
from kshc_cli.desk.days import Today
from kshc_cli.desk.opening import Opened
from kshc_cli.findings import Path
from kshc_cli.plugins.asked import plugged_findings
from kshc_cli.source.edit.progress_text import LogText, read_log
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.text import YamlText
from kshc_cli.source.yaml.tree import Data, Mark

if TYPE_CHECKING:
    from kshc_cli.reading.laws.text import LegalText


class Span(NamedTuple):
    """The characters of a text from ``start`` up to ``end``."""

    start: int
    end: int


class Spot(NamedTuple):
    """What stands at an offset: the way to it, where it stands, and whether it is the key of the last step."""

    path: Path
    span: Span
    is_key: bool = False


@dataclass(frozen=True)
class Texts:
    """A plan with its log, both as they are being written; None for a log that is not there."""

    plan: str
    log: str | None = None
    day: date = date.min
    """The day to look from."""
    own_texts: "tuple[LegalText, ...]" = ()
    """What the office adds to the register of legal texts."""

    @cached_property
    def opened(self) -> Opened:
        """The plan with its log, read when somebody first asks for them."""
        log = None if self.log is None else encoded(self.log)
        return Opened(encoded(self.plan), log, own_texts=self.own_texts, plugged=plugged_findings())

    @cached_property
    def answering(self) -> Opened:
        """The same to be asked questions, of as much of the plan as can be read while it is being written."""
        opened = self.opened
        if opened.text.plan is not None or opened.draft is None:
            return opened
        return Opened(opened.text, opened.log_bytes, Compiled(opened.draft, has_errors=True))

    @property
    def today(self) -> Today:
        """The day to look from, as questions want it."""
        return Today(self.day)

    @cached_property
    def read_log(self) -> LogText | None:
        """The log; None where there is none."""
        return None if self.log is None else read_log(encoded(self.log))

    def yaml(self, *, of_log: bool) -> YamlText:
        """Return what one of the two files holds."""
        if not of_log:
            return self.opened.text.text
        return YamlText(Lines("")) if self.read_log is None else self.read_log.yaml


def encoded(text: str) -> bytes:
    """Return the bytes of a text; what no file can hold becomes a question mark."""
    return text.encode("utf-8", "replace")


def spot_at(marks: Mark | None, lines: Lines, offset: int) -> Spot | None:
    """Return the innermost key or value around ``offset``; its end counts too, for that is where one types."""
    path: list[str | int] = []
    mark = marks
    while mark is not None:
        start, end, parts = mark
        if not parts:
            inside = start <= offset <= end and parts is None
            return Spot(tuple(path), Span(start, end)) if inside else None
        named = list(parts.items()) if isinstance(parts, dict) else [(n, (p[0], p)) for n, p in enumerate(parts)]
        begun = [(step, key, value) for step, (key, value) in named if key <= offset]
        if not begun:
            return None
        step, key, mark = begun[-1]
        path.append(step)
        if isinstance(step, str) and offset <= (key_end := lines.text.find(":", key + len(step))) and offset < mark[0]:
            return Spot(tuple(path), Span(key, key_end), is_key=True)
    return None


def value_at(data: Data, path: Path) -> Data:
    """Return the value that a path leads to; None where it leads nowhere."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and 0 <= step < len(data):
            data = data[step]
        else:
            return None
    return data
