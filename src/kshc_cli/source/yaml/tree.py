"""Builds plain data and its marks from the events of a YAML parser: one pass, no implicit types, bounded."""

from collections.abc import Callable, Mapping
from typing import ClassVar, Final, Protocol, TypeAlias

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.record import Number
from kshc_cli.source.yaml import refusals
from kshc_cli.source.yaml.blanks import ODD_SPACE, ending_space, odd_space, space_by_hand, tab_in_value
from kshc_cli.source.yaml.characters import STAND_IN, UNPRINTED, UNWANTED, is_composed, not_nfc, unwanted
from kshc_cli.source.yaml.escapes import unescaped
from kshc_cli.source.yaml.limits import Limits
from kshc_cli.source.yaml.parser import yaml
from kshc_cli.source.yaml.problems import Problem, Problems
from kshc_cli.source.yaml.strict import Parsable, StrictScan

Data: TypeAlias = str | bool | list["Data"] | dict[str, "Data"] | None
"""What YAML holds: texts, lists, mappings, None for a plain empty, ``~`` or ``null``, and the plain words of truth."""

Mark: TypeAlias = tuple[int, int, "list[Mark] | dict[str, tuple[int, Mark]] | None"]
"""Where a value begins and ends, as offsets, and the same of its parts; a mapping's parts begin with the key's offset.

Plain tuples: a plan of 10,000 tasks has 80,000 of them.
"""

NULLS: Final = frozenset(("", "~", "null", "Null", "NULL"))
"""What a plain scalar holds that stands for nothing (YAML 1.2.2, 10.3.2: the core schema)."""

TRUTHS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
"""What no document means by these words: an editor takes them for no text, and so must we."""
_NUMBER_START: Final = frozenset("+-.0123456789")
NUMBER: Final = lazy_pattern(
    r"0x[0-9a-fA-F]+|0o[0-7]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)


class _Offset(Protocol):
    index: int
    line: int
    column: int


class _Event(Protocol):
    """What the events of both parsers, in C and in Python, have where the tree looks at it."""

    start_mark: _Offset
    end_mark: _Offset
    anchor: str
    """None where there is none, but for an alias, whose name it is."""
    tag: str | None
    flow_style: bool | None


class _Scalar(_Event, Protocol):
    value: str
    style: str | None


class _List:
    """A list that is being read."""

    awaits_key = False
    indent: int
    in_flow: bool
    __slots__ = ("anchor", "before", "in_flow", "indent", "parts", "start", "value")

    def __init__(self, start: int, anchor: str | None, before: int) -> None:
        self.start = start
        self.anchor = anchor
        self.before = before
        self.value: list[Data] = []
        self.parts: list[Mark] = []

    def add(self, value: Data, mark: Mark) -> None:
        self.value.append(value)
        self.parts.append(mark)


class _Mapping:
    """A mapping that is being read; of two equal keys the first counts."""

    indent: int
    in_flow: bool
    __slots__ = (
        *("_key", "_key_start", "_problems"),
        *("anchor", "awaits_key", "before", "in_flow", "indent", "parts", "start", "value"),
    )

    def __init__(self, start: int, anchor: str | None, before: int, problems: Problems) -> None:
        self.start = start
        self.anchor = anchor
        self.before = before
        self.value: dict[str, Data] = {}
        self.parts: dict[str, tuple[int, Mark]] = {}
        self._problems = problems
        self.awaits_key = True
        """Whether the next text is a key."""
        self._key: str | None = None
        self._key_start = 0

    def add(self, value: Data, mark: Mark) -> None:
        key = self._key
        if self.awaits_key:
            self._take_key(value, mark[0])
            return
        self.awaits_key = True
        if key is None:
            return
        if key in self.value:
            self._problems.add(refusals.duplicate_key(key, self._key_start, self.parts[key][0]))
        else:
            self.value[key] = value
            self.parts[key] = (self._key_start, mark)

    def _take_key(self, key: Data, start: int) -> None:
        self.awaits_key = False
        self._key_start = start
        if isinstance(key, str):
            self._key = key
        else:
            self._key = None
            self._problems.add(refusals.key_not_text(start))


class Tree:
    """Takes a parser's events one by one; ``value`` and ``mark`` stand when they are over, unless it ``stopped``."""

    def __init__(self, text: str, parsable: Parsable, problems: Problems, limits: Limits) -> None:
        self._as_typed = parsable.typed
        self._strict = StrictScan(text, problems)
        self.stopped = False
        self.last: Mark = (0, 0, None)
        """The mark of the value that was read last."""
        self._text = text
        self._problems = problems
        self._limits = limits
        self._odd_characters = "\t" in text or "\\" in text or problems.has("odd-space")
        self._root = _List(0, None, 0)
        self._root.indent, self._root.in_flow = -1, False
        self._frame: _List | _Mapping = self._root
        self._stack: list[_List | _Mapping] = []
        self._nodes = 0
        self._aliases = 0
        self._alias_nodes = 0
        self._anchors: dict[str, tuple[Data, Mark, int] | None] = {}

    def feed(self, event: yaml.Event) -> None:
        """Take the next event."""
        take = self._TAKES.get(type(event))
        if take is not None:
            take(self, event)

    @property
    def value(self) -> Data:
        """The root's value, or None without one."""
        return self._root.value[0] if self._root.value else None

    @property
    def mark(self) -> Mark | None:
        """The root's mark, or None without one."""
        return self._root.parts[0] if self._root.parts else None

    @property
    def open_at(self) -> int | None:
        """Where the innermost list or mapping begins that is still being read."""
        return self._frame.start if self._stack else None

    def _scalar(self, event: _Scalar) -> None:
        value: str | None = event.value
        typed: Data = None
        start, end = event.start_mark.index, event.end_mark.index
        frame = self._frame
        if self._strict.is_watchful or event.style or frame.in_flow:
            self._strict.scalar(event, event.value, indent=frame.indent, in_flow=frame.in_flow)
        if start == end and frame.in_flow:
            start = end = len(self._text[:start].rstrip()) if self._text[start - 1 : start].isspace() else start
        if value in NULLS and not event.style:
            value = None
        elif self._odd_characters:
            self._check(event.value, start, end, style=event.style)
            value = UNPRINTED.sub(STAND_IN, event.value)  # as an escape spells it; the check of the text saw the others
        if event.tag is not None:
            self._problems.add(refusals.tag(start))
        if value is not None:
            typed = self._as_typed(value) if event.style or frame.awaits_key else self._plain(value)
        mark: Mark = (start, end, None)
        self._count(start)
        if event.anchor is not None:
            self._anchors[event.anchor] = (typed, mark, 1)
        self.last = mark
        frame.add(typed, mark)

    def _plain(self, value: str) -> Data:
        """Return plain words as they were typed, and with YAML's type where only their spelling shows it."""
        if value in TRUTHS:
            return TRUTHS[value]
        if value[0] in _NUMBER_START and not value.isdigit() and NUMBER.fullmatch(value):
            return Number(value)
        return self._as_typed(value)

    def _check(self, value: str, start: int, end: int, *, style: str | None) -> None:
        if "\t" in value:
            self._problems.add(tab_in_value(max(start, self._text.find("\t", start, end))))
        if style == '"':
            self._check_escaped(value, start, end)
        if not style and (offset := ending_space(self._text, start, end)) is not None:
            self._problems.amend("odd-space", offset, space_by_hand())

    def _check_escaped(self, value: str, start: int, end: int) -> None:
        """Find what the check of the text could not see, as it stands there as an escape."""
        if match := UNWANTED.search(value):
            self._problems.add(unwanted(match[0], start))
        if not is_composed(value) and is_composed(self._text[start:end]):
            self._problems.add(not_nfc(start))
        if (match := ODD_SPACE.search(value)) and not ODD_SPACE.search(self._text, start, end):
            escapes = unescaped(self._text, start, end)
            offset = next((escape.start for escape in escapes if escape.new == match[0]), start)
            self._problems.add(odd_space(match[0], offset))

    def _open_list(self, event: _Event) -> None:
        self._open(event, _List(event.start_mark.index, event.anchor, self._nodes))

    def _open_mapping(self, event: _Event) -> None:
        self._open(event, _Mapping(event.start_mark.index, event.anchor, self._nodes, self._problems))

    def _open(self, event: _Event, frame: _List | _Mapping) -> None:
        if event.tag is not None:
            self._problems.add(refusals.tag(frame.start))
        self._count(frame.start)
        self._place(event, frame)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = None
        self._stack.append(self._frame)
        self._frame = frame
        if len(self._stack) > self._limits.depth:
            self._stop(refusals.too_deep(frame.start, self._limits.depth))

    def _place(self, event: _Event, frame: _List | _Mapping) -> None:
        """Note how deep the lines of a list or mapping have to stand that is inside the innermost open one."""
        frame.in_flow = bool(event.flow_style)
        is_beside_mark = frame.anchor is not None or event.tag is not None
        frame.indent = self._frame.indent if frame.in_flow or is_beside_mark else event.start_mark.column
        tab = None if frame.in_flow else self._strict.collection(frame.start)
        if tab:
            self._stop(tab)

    def _close(self, event: _Event) -> None:
        frame = self._frame
        if frame.in_flow and not self._stack[-1].in_flow:
            self._strict.lines(frame.start, event.end_mark.index, frame.indent)
        mark: Mark = (frame.start, event.end_mark.index, frame.parts)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.value, mark, self._nodes - frame.before)
        self._frame = self._stack.pop()
        self.last = mark
        self._frame.add(frame.value, mark)

    def _alias(self, event: _Event) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        anchor = self._anchors.get(event.anchor)
        if anchor is None:
            recursive = event.anchor in self._anchors
            self._problems.add(
                refusals.recursive_alias(start) if recursive else refusals.unknown_alias(event.anchor, start)
            )
            anchor = (None, (start, end, None), 1)
        value, mark, nodes = anchor
        self._aliases += 1
        self._alias_nodes += nodes
        self._nodes += nodes
        if self._aliases > self._limits.aliases or self._alias_nodes > self._limits.alias_nodes:
            self._stop(refusals.too_many_aliases(start))
        self.last = (start, end, None)
        self._frame.add(value, mark)

    def _document(self, event: _Event) -> None:
        start = event.start_mark.index
        directive = self._strict.document(event.end_mark.index)
        if directive is not None and not self._root.value:
            self._problems.add(refusals.directive(directive))
        if self._root.value:
            self._stop(refusals.second_document(start))

    def _end(self, _event: _Event) -> None:
        self._strict.end()

    def _count(self, start: int) -> None:
        self._nodes += 1
        if self._nodes > self._limits.nodes:
            self._stop(refusals.too_many_nodes(start, self._limits.nodes))

    def _stop(self, problem: Problem) -> None:
        self._problems.add(problem)
        self.stopped = True

    _TAKES: ClassVar[Mapping[type[yaml.Event], Callable[..., None]]] = {
        yaml.ScalarEvent: _scalar,
        yaml.SequenceStartEvent: _open_list,
        yaml.SequenceEndEvent: _close,
        yaml.MappingStartEvent: _open_mapping,
        yaml.MappingEndEvent: _close,
        yaml.AliasEvent: _alias,
        yaml.DocumentStartEvent: _document,
        yaml.StreamEndEvent: _end,
    }
    """What takes each kind of event; bound to a tree they would hold it in a circle, which nobody clears away."""
