"""Reads the bytes of a YAML file: plain data, where each part of it stands, and everything that is wrong with it."""

import codecs
import re
from typing import Any, Final

from kshc_cli.collection import collection_paused
from kshc_cli.dataclass import dataclass
from kshc_cli.findings import Finding
from kshc_cli.foreign.kinds import binary_file, foreign_file
from kshc_cli.patterns import lazy_pattern
from kshc_cli.source.yaml import refusals
from kshc_cli.source.yaml.characters import scan
from kshc_cli.source.yaml.limits import DEFAULT_LIMITS, Limits
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.parser import PARSER, yaml
from kshc_cli.source.yaml.problems import Problem, Problems
from kshc_cli.source.yaml.strict import Parsable
from kshc_cli.source.yaml.tree import Data, Mark, Tree

_BREAKS_A_LINE: Final = frozenset(("tab", "control-character"))
_CONFLICTING: Final = "<<<<<<< "
_CONFLICT: Final = lazy_pattern(rf"^{_CONFLICTING}.*$", re.MULTILINE)
_MARKS: Final = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
"""How files of other encodings begin; the longer mark first, which begins with the shorter one."""


@dataclass(frozen=True)
class YamlText:
    """What a YAML file holds. Without ``marks`` there is no ``data``, and a finding says why."""

    lines: Lines
    data: Data = None
    marks: Mark | None = None
    findings: tuple[Finding, ...] = ()
    """In order of place."""


def read_yaml(data: bytes, limits: Limits = DEFAULT_LIMITS, *, parser: type[Any] = PARSER) -> YamlText:
    """Read a YAML file without giving scalars types: each is a text, only a plain empty, ``~`` or ``null`` is None.

    Never raises for what bytes hold, and costs no more than ``limits`` allow.
    """
    lines, problem = decoded(data, limits)
    if problem is not None:
        return _refused(lines, problem)
    problems = Problems(lines, limits.per_rule)
    text = scan(lines, problems)
    with collection_paused():
        tree = _tree(Lines(text), problems, limits, parser)
    if tree is None:
        return YamlText(lines, findings=problems.findings())
    return YamlText(lines, tree.value, tree.mark, problems.findings())


def decoded(data: bytes, limits: Limits) -> tuple[Lines, Problem | None]:
    """Return the text of a file, as far as it is one, and why it cannot be read where it cannot."""
    if len(data) > limits.bytes:
        return Lines(""), refusals.too_many_bytes(limits.bytes)
    if foreign := foreign_file(data):
        return Lines(""), refusals.no_plan(foreign)
    if encoding := _wide(data):
        return Lines(""), refusals.encoded(encoding)
    if binary := binary_file(data):
        return Lines(""), refusals.no_plan(binary)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        lines = Lines(data.decode())
    except UnicodeDecodeError as error:
        good = data[: error.start].decode()
        return Lines(good + data[error.start :].decode(errors="replace")), refusals.not_utf8(len(good))
    conflict = _CONFLICT.search(lines.text) if _CONFLICTING in lines.text else None
    return lines, refusals.merge_conflict(conflict.start()) if conflict else None


def _wide(data: bytes) -> str | None:
    """Return the encoding of text whose letters take two bytes or four, by its mark or the zeros in its first letters.

    None for other bytes.
    """
    first = data[:4]
    if marked := next((name for mark, name in _MARKS.items() if data.startswith(mark)), None):
        return marked
    if len(first) < 4 or first == bytes(4):
        return None
    if bytes(3) in {first[:3], first[1:]}:
        return "UTF-32"
    return "UTF-16" if b"\0\0" in {first[::2], first[1::2]} else None


def _refused(lines: Lines, problem: Problem) -> YamlText:
    problems = Problems(lines, 1)
    problems.add(problem)
    return YamlText(lines, findings=problems.findings())


def _tree(lines: Lines, problems: Problems, limits: Limits, parser: type[Any]) -> Tree | None:
    """Build the tree of a text; None if it cannot be parsed to its end or holds nothing."""
    parsable = Parsable(lines.text)
    tree = Tree(lines.text, parsable, problems, limits)
    try:
        for event in iter(parser(parsable.text).get_event, None):
            tree.feed(event)
            if tree.stopped:
                return None
    except yaml.YAMLError as error:
        problem = _explained(error, lines, tree)
        if problem.rule == "tab" or not problems.on_line_of(problem.offset, _BREAKS_A_LINE):
            problems.add_instead(problem, "key-not-text", *({problem.rule} & {"odd-space"}))
        return None
    if tree.value is None:
        problems.add(refusals.no_document())
        return None
    return tree


def _explained(error: yaml.YAMLError, lines: Lines, tree: Tree) -> Problem:
    from kshc_cli.source.yaml.syntax import explain, fault_of

    return explain(fault_of(error, lines, tree.last, tree.open_at))
