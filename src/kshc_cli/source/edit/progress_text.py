"""Reads a progress log, and writes a new entry behind its last byte: what stands in the file stays as it is."""

import codecs
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Final

from kshc_cli.collection import collection_paused
from kshc_cli.dataclass import dataclass, replace
from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.core import core
from kshc_cli.source.record_text import RecordText, read_record
from kshc_cli.source.yaml.characters import scan
from kshc_cli.source.yaml.entry_lines import NotByLineError, entry_lines, first_entry
from kshc_cli.source.yaml.limits import DEFAULT_LIMITS, Limits
from kshc_cli.source.yaml.problems import Problems
from kshc_cli.source.yaml.scalars import in_line
from kshc_cli.source.yaml.text import YamlText, decoded, read_yaml
from kshc_cli.source.yaml.tree import Data
from kshc_cli.tracking.progress_log import Entry, ProgressLog

LOG_LIMITS: Final = replace(DEFAULT_LIMITS, nodes=4_000_000)
"""What a log may cost: 200,000 entries with most fields. Reading one costs by each of them, and no more."""
_LONG: Final = 50_000
"""The bytes from which on it pays to read a log line by line."""

FORMAT: Final = "kshc-progress/1"
SCHEMA: Final = f"schema: {FORMAT}"
_NOTHING: Final = lazy_pattern(rb"(?:\s|#[^\n]*)*")
"""White space and comments."""


@dataclass(frozen=True)
class LogText:
    """A log that was read."""

    data: bytes
    entries: tuple[Entry, ...] | None
    """None where the file is no log, as its findings say."""
    findings: tuple[Finding, ...] = ()
    """What is wrong with the form of the file, in order of place."""
    draft: tuple[Entry, ...] | None = None
    """The entries, or what the file would give without its misspelt keys: enough to check the rest in the same run."""
    columns: int | None = None
    """Where each entry stands on a line of its own: the columns before its hyphen."""

    @cached_property
    def yaml(self) -> YamlText:
        """What YAML makes of the file, with the places of all values."""
        return read_yaml(self.data, LOG_LIMITS)

    def locate(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Give findings about the entries the places that their paths lead to; they stay in their order."""
        waiting = tuple(findings)
        return RecordText(self.yaml, None, ()).locate(waiting) if waiting else ()


def read_log(data: bytes) -> LogText:
    """Read the bytes of a log; never raises for what they hold."""
    if len(data) >= _LONG and (read := read_by_line(data)):
        return read
    whole = read_progress_file(data)
    log = LogText(data, _entries_of(whole.record), whole.findings, _entries_of(whole.draft))
    vars(log)["yaml"] = whole.text
    return log


def read_by_line(data: bytes, limits: Limits = LOG_LIMITS) -> LogText | None:
    """Read a log each entry of which stands on a line of its own, as kshc writes it; None for any with a finding."""
    lines, problem = decoded(data, limits)
    problems = Problems(lines, 1)
    text = lines.text if problem else scan(lines, problems)
    if problem or problems.findings() or "\t" in text:
        return None
    try:
        start, columns = first_entry(text)
        with collection_paused():
            entries = _read(text, start, columns)
    except (NotByLineError, core().ValidationError):
        return None
    return LogText(data, entries, draft=entries, columns=columns)


def _read(text: str, start: int, columns: int) -> tuple[Entry, ...]:
    return tuple(
        Entry.of(record)
        for some in entry_lines(text, start, columns, LOG_LIMITS)
        for record in ProgressLog.model_validate({"schema": FORMAT, "entries": some}).entries or ()
    )


def _entries_of(log: ProgressLog | None) -> tuple[Entry, ...] | None:
    return None if log is None else tuple(map(Entry.of, log.entries or ()))


def read_progress_file(data: bytes, limits: Limits = LOG_LIMITS) -> RecordText[ProgressLog]:
    """Read the bytes of a progress log; never raises for what they hold. Comments alone are a log without entries."""
    read = read_record(ProgressLog, data, limits)
    if is_blank(data):
        log = ProgressLog.model_validate({"schema": FORMAT})
        return RecordText(read.text, log, (), log)
    return read


def is_blank(data: bytes) -> bool:
    """Tell whether bytes hold nothing but white space and comments."""
    return _NOTHING.fullmatch(data.removeprefix(codecs.BOM_UTF8)) is not None


def entry_line(entry: Entry) -> str:
    """Return an entry as one line of YAML.

    In one line, because then git can join what two people add: it joins whole lines, and lines that two entries have in
    common it would keep once.
    """
    return f"- {in_line(_given(entry.fields()))}"


def _given(fields: Mapping[str, Data]) -> Data:
    return {
        name: _given(value) if isinstance(value, dict) else value for name, value in fields.items() if value is not None
    }


def with_entries(data: bytes, entries: tuple[Entry, ...], log: LogText | None = None) -> bytes:
    """Return the bytes of a log with entries behind its last one; where there is nothing yet a log is begun.

    ``log`` is what was read of the bytes: the new entries are indented as the last one is. Only where the list of
    entries is the last thing in the file, they become a part of it; where there is no list one is begun.
    """
    indent = " " * _columns(log)
    lines = [indent + entry_line(entry) for entry in entries]
    if is_blank(data):
        lines = [*(f"# {line}" for line in _heading().splitlines() if not data), SCHEMA, "entries:", *lines]
    elif log is not None and log.columns is None and isinstance(log.yaml.data, dict) and "entries" not in log.yaml.data:
        lines = ["entries:", *lines]
    line_end = "\r\n" if b"\r\n" in data else "\n"
    start = "" if not data or data.endswith((b"\n", b"\r")) else line_end
    return data + (start + "".join(line + line_end for line in lines)).encode()


def _columns(log: LogText | None) -> int:
    """Return the columns before the hyphen of the last entry."""
    if log is not None and log.columns is not None:
        return log.columns
    match log.yaml.marks[2] if log and log.yaml.marks else None:
        case {"entries": (_, (start, _, [*_, _]))} if log:
            return log.yaml.lines.place(start).column - 1
        case _:
            return 0


def are_added(entries: tuple[Entry, ...], log: LogText | None, after: bytes) -> bool:
    """Tell whether a log that became ``after`` holds what it held and behind it ``entries``, and no more.

    Where each entry stands on a line of its own, what stands behind the old bytes tells: no line reaches into another.
    """
    if log is not None and log.columns is not None:
        return after.startswith(log.data) and _lines_added(after[len(log.data) :], log) == entries
    before = log.yaml.data if log is not None else None
    return _entries(read_yaml(after, LOG_LIMITS).data) == [
        *_entries(before),
        *_entries(read_yaml(with_entries(b"", entries)).data),
    ]


def _lines_added(behind: bytes, log: LogText) -> tuple[Entry, ...] | None:
    """Return the entries in bytes that stand behind a log, each on a line of its own like those before."""
    if not log.data.endswith(b"\n") and not behind.startswith((b"\n", b"\r\n")):
        return None
    added = read_by_line(f"{SCHEMA}\nentries:\n".encode() + behind)
    return added.entries if added is not None and added.columns == log.columns else None


def _entries(data: Data) -> list[Data]:
    """Return what stands in the list of entries, as text."""
    entries = data.get("entries") if isinstance(data, dict) else None
    return entries if isinstance(entries, list) else []


def _heading() -> str:
    return _(
        "What was done about the plan: one entry a line, added by kshc done, event, extend …\n"
        "Nothing is changed or erased here; kshc undo retracts an entry."
    )
