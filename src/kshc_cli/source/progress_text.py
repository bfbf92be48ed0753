"""Reads a progress log, and writes a new entry behind its last byte: what stands in the file stays as it is."""

import codecs
import re
from typing import Final

from kshc_cli.messages import _
from kshc_cli.source.limits import DEFAULT_LIMITS, Limits
from kshc_cli.source.record_text import RecordText, read_record
from kshc_cli.source.tree import Data
from kshc_cli.source.yaml_scalars import in_line
from kshc_cli.source.yaml_text import YamlText, read_yaml
from kshc_cli.tracking.progress_log import Entry, ProgressLog

_HEAD: Final = 10_000
"""The bytes at the beginning of a file in which its schema is looked for."""

SCHEMA: Final = "schema: kshc-progress/1"
_SCHEMA: Final = re.compile(rb"""schema["']?\s*:\s*["']?kshc-progress/""")
_NOTHING: Final = re.compile(rb"(?:\s|#[^\n]*)*")
"""White space and comments."""


def read_progress_file(data: bytes, limits: Limits = DEFAULT_LIMITS) -> RecordText[ProgressLog]:
    """Read the bytes of a progress log; never raises for what they hold. Comments alone are a log without entries."""
    read = read_record(ProgressLog, data, limits)
    if is_blank(data):
        log = ProgressLog.model_validate({"schema": "kshc-progress/1"})
        return RecordText(read.text, log, (), log)
    return read


def is_blank(data: bytes) -> bool:
    """Tell whether bytes hold nothing but white space and comments."""
    return _NOTHING.fullmatch(data.removeprefix(codecs.BOM_UTF8)) is not None


def is_progress_file(data: bytes) -> bool:
    """Tell whether bytes are meant as a progress log."""
    return _SCHEMA.search(data[:_HEAD]) is not None


def entry_line(entry: Entry) -> str:
    """Return an entry as one line of YAML.

    In one line, because then git can join what two people add: it joins whole lines, and lines that two entries have in
    common it would keep once.
    """
    fields: Data = entry.model_dump(mode="json", exclude_none=True)
    return f"- {in_line(fields)}"


def with_entries(data: bytes, entries: tuple[Entry, ...], read: YamlText | None = None) -> bytes:
    """Return the bytes of a log with entries behind its last one; where there is nothing yet a log is begun.

    ``read`` is what YAML makes of the bytes: the new entries are indented as the last one is. Only where the list of
    entries is the last thing in the file, they become a part of it; where there is no list one is begun.
    """
    indent = " " * _indent(read)
    lines = [indent + entry_line(entry) for entry in entries]
    if is_blank(data):
        lines = [*(f"# {line}" for line in _heading().splitlines() if not data), SCHEMA, "entries:", *lines]
    elif read is not None and isinstance(read.data, dict) and "entries" not in read.data:
        lines = ["entries:", *lines]
    line_end = "\r\n" if b"\r\n" in data else "\n"
    start = "" if not data or data.endswith((b"\n", b"\r")) else line_end
    return data + (start + "".join(line + line_end for line in lines)).encode()


def _indent(read: YamlText | None) -> int:
    """Return the columns before the hyphen of the last entry."""
    match read.marks[2] if read and read.marks else None:
        case {"entries": (_, (start, _, [*_, _]))} if read:
            return read.lines.place(start).column - 1
        case _:
            return 0


def are_added(entries: tuple[Entry, ...], before: Data, after: bytes) -> bool:
    """Tell whether the log ``after`` holds what YAML held ``before`` and behind it ``entries``, and no more."""
    return _entries(read_yaml(after).data) == [
        *_entries(before),
        *_entries(read_yaml(with_entries(b"", entries)).data),
    ]


def _entries(data: Data) -> list[Data]:
    """Return what stands in the list of entries, as text."""
    entries = data.get("entries") if isinstance(data, dict) else None
    return entries if isinstance(entries, list) else []


def _heading() -> str:
    return _(
        "What was done about the plan: one entry a line, added by kshc done, event, extend …\n"
        "Nothing is changed or erased here; kshc undo retracts an entry."
    )
