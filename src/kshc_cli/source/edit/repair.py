"""Repairs the characters of a YAML file that have exactly one right form, and proves what it did by reading again."""

import codecs
from collections.abc import Callable, Iterator, Sequence
from typing import Final, TypeVar

from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Finding, Repair
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.record import Record
from kshc_cli.reading.folding import composed
from kshc_cli.source.record_text import RecordText
from kshc_cli.source.yaml.blanks import TAB_INDENT, Passage, Value, indents, structure_blanks
from kshc_cli.source.yaml.characters import REPAIRS, STAND_IN, UNWANTED, by_hand, invisible_edits
from kshc_cli.source.yaml.edits import Edit, Edited, in_source
from kshc_cli.source.yaml.escapes import unescaped
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.text import YamlText, read_yaml
from kshc_cli.source.yaml.tree import NULLS, Data, Mark

_WIDTHS: Final = (2, 4, 1, 3, 5, 6, 7, 8)
"""What a tab may stand for, in spaces; the usual ones first."""

_SIGNS: Final = lazy_pattern(r"[\s:-]")

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True, slots=True)
class Repaired:
    """The bytes of a file and what they are after the repairs."""

    before: bytes
    after: bytes
    repairs: Sequence[Repair]
    left: Sequence[Finding]
    """What is wrong with the characters of ``after``; of a file that YAML cannot read, all that stands against it."""


class _Draft:
    """A text that is edited step by step, with the way back to where each edit stood at first."""

    def __init__(self, text: str) -> None:
        self.lines = Lines(text)
        self.text = text
        self.repairs: list[Repair] = []
        self._steps: list[Edited] = []

    def take(self, edits: Sequence[Edit]) -> None:
        """Make edits of the text as it is now."""
        step = Edited(self.text, sorted(edits, key=lambda edit: edit.start))
        self.repairs += (
            Repair(edit.rule, self.lines.place(self._first(edit.start)), self.text[edit.start : edit.end], edit.new)
            for edit in step.edits
        )
        if step.edits:
            self._steps.append(step)
        self.text = step.text

    def in_order(self) -> Sequence[Repair]:
        """Return what was done so far, in order of place."""
        return sorted(self.repairs, key=lambda repair: (repair.place.line, repair.place.column))

    def _first(self, offset: int) -> int:
        for step in reversed(self._steps):
            offset = step.origin(offset)
        return offset


def repaired(data: bytes, read: Callable[[bytes], RecordText[AnyRecord]]) -> Repaired:
    """Repair the bytes of a file that ``read`` reads; where no proof succeeds they stay as they are.

    So does a file of a newer kshc: what its characters mean is that one's.
    """
    before = read(data)
    if newer := _newer(before):
        return Repaired(data, data, (), newer)
    text = before.text.lines.text
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    if any(finding.rule in REPAIRS for finding in before.findings) and mark + text.encode() == data:
        for with_structure in (True, False):
            draft = _drafted(before.text, with_structure=with_structure)
            after = read(mark + draft.text.encode())
            if newer := _newer(after):
                return Repaired(data, data, (), newer)
            if draft.repairs and _is_proven(before, after):
                return Repaired(data, mark + draft.text.encode(), draft.in_order(), _left(after))
    return Repaired(data, data, (), _left(before))


def _newer(read: RecordText[AnyRecord]) -> tuple[Finding, ...]:
    return tuple(finding for finding in read.findings if finding.rule == "newer-format")


def _left(read: RecordText[AnyRecord]) -> tuple[Finding, ...]:
    about_all = read.text.marks is None
    return tuple(by_hand(finding) for finding in read.findings if about_all or finding.rule in REPAIRS)


def _drafted(text: YamlText, *, with_structure: bool) -> _Draft:
    draft = _Draft(text.lines.text)
    draft.take(list(invisible_edits(Passage(draft.text))))
    is_read, known = text.marks is not None, None
    while draft.text != known:  # a blank that was in the way of YAML is gone: now it knows the values and their blanks
        known = draft.text
        if with_structure:
            draft.take(_structure(draft.text, was_read=is_read))
        view, passage = _seen(draft.text)
        is_read = is_read or bool(passage.values)
        for repair in dict.fromkeys(REPAIRS.values()):
            if edits := in_source(repair(passage), view):
                draft.take(edits)
                view, passage = _seen(draft.text)
    return draft


def _structure(text: str, *, was_read: bool) -> list[Edit]:
    """Return the edits before words, dashes and colons; of tabs that indent, where only one reading comes of them."""
    edits = list(structure_blanks(Passage(text, _values(read_yaml(text.encode()))), tabs=not was_read))
    if not TAB_INDENT.search(text):
        return edits
    found: list[tuple[list[Edit], Data]] = []
    for width in _WIDTHS:
        wider = sorted([*edits, *indents(text, width)], key=lambda edit: edit.start)
        read = read_yaml(Edited(text, wider).text.encode())
        if read.marks is not None:
            found.append((wider, _same(read.data)))
    return found[0][0] if found and all(data == found[0][1] for _edits, data in found) else edits


def _seen(text: str) -> tuple[Edited, Passage]:
    """Return a text with the characters that escapes stand for, and where its values are then."""
    values = _values(read_yaml(text.encode()))
    escapes = [
        escape
        for value in values
        if text[value.start] == '"' and "\\" in text[value.start : value.end]
        for escape in unescaped(text, value.start, value.end)
    ]
    view = Edited(text, escapes)
    moved = [Value(view.moved(value.start), view.moved(value.end), value.text) for value in values]
    return view, Passage(view.text, moved)


def _values(text: YamlText) -> list[Value]:
    if text.marks is None:
        return []
    found = {value.start: value for value in _scalars(text.data, text.marks) if value.start < value.end}
    return [found[start] for start in sorted(found)]


def _scalars(data: Data, mark: Mark) -> Iterator[Value]:
    start, end, parts = mark
    if isinstance(data, dict) and isinstance(parts, dict):
        for key, value in data.items():
            yield from _scalars(value, parts[key][1])
    elif isinstance(data, list) and isinstance(parts, list):
        for value, part in zip(data, parts, strict=True):
            yield from _scalars(value, part)
    elif isinstance(data, str):
        yield Value(start, end, data)


def _is_proven(before: RecordText[AnyRecord], after: RecordText[AnyRecord]) -> bool:
    """Tell whether a file holds what it held, up to what was repaired; or is read at last where it was not.

    Where a blank hid a field, what is held changes: then no word may be lost, and fewer faults may be left.
    """
    if after.text.marks is None:
        return False
    if before.text.marks is None or _same(before.text.data) == _same(after.text.data):
        return True
    return _words(before.text.data) == _words(after.text.data) and _faults(after) < _faults(before)


def _faults(read: RecordText[AnyRecord]) -> int:
    return sum(finding.rule not in REPAIRS for finding in read.findings)


def _words(data: Data) -> str:
    """Return all words of names and values in their order, without blanks and the signs of fields and items."""
    if isinstance(data, dict):
        return "".join(_words(key) + _words(value) for key, value in data.items())
    if isinstance(data, list):
        return "".join(map(_words, data))
    return _SIGNS.sub("", _folded(data) or "")


def _same(data: Data) -> Data:
    """Return data in the one form that all spellings of it have, with mappings as lists of their pairs."""
    if isinstance(data, dict):
        return [[_same(key), _same(value)] for key, value in data.items()]
    if isinstance(data, list):
        return [_same(value) for value in data]
    return _folded(data)


def _folded(value: Data) -> str | None:
    """Return words without what is repaired; nothing where only that kept them from meaning nothing, or yes or no."""
    words = "" if value is None else str(value)
    plain = composed(UNWANTED.sub("", words).replace(STAND_IN, ""))
    folded = "\n".join(" ".join(line.split()) for line in plain.split("\n"))
    if folded.lower() in ("true", "false"):
        return folded.lower()
    return None if folded in NULLS else folded
