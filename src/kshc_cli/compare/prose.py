"""What differs between the paragraphs of two plans, wherever they stand."""

from collections.abc import Iterator
from typing import NamedTuple

from kshc_cli.compare.part_pairs import PartPairs
from kshc_cli.compare.texts import TextChange, paired_texts, text_changes
from kshc_cli.compare.values import Difference, Kind, Side, Subject
from kshc_cli.findings import Path
from kshc_cli.plan.model import Plan, Section
from kshc_cli.reading.folding import composed


class _Text(NamedTuple):
    """A paragraph in its place."""

    path: Path
    words: str
    place: tuple[str, ...]


class Paragraphs:
    """The paragraphs of two plans: those of sections that are the same beside each other, the others by their words."""

    def __init__(self, old: Plan, new: Plan, parts: PartPairs) -> None:
        self._found: list[Difference] = []
        self.where: dict[Path, Path] = {}
        """Where the paragraphs of the old plan stand in the new one."""
        self._gone: list[_Text] = []
        self._come: list[_Text] = []
        same = parts.where
        others = {new: old for old, new in same.items()}
        before = {text_path(number): section for number, section in enumerate(old.plan.sections)}
        after = {text_path(number): section for number, section in enumerate(new.plan.sections)}
        for path, section in after.items():
            known = others.get(path, ())
            self._compare(_texts(before.get(known), known), _texts(section, path))
        for path, section in before.items():
            if path not in same:
                self._compare(_texts(section, path), [])
        self._move()

    def differences(self) -> Iterator[Difference]:
        """Yield what differs."""
        yield from self._found

    def _compare(self, old: list[_Text], new: list[_Text]) -> None:
        words, others = [one.words for one in old], [one.words for one in new]
        pairs = paired_texts(words, others)
        self.where |= {old[one].path: new[other].path for one, other in pairs if one is not None and other is not None}
        for change in text_changes(words, others, pairs):
            self._take(change, old, new)

    def _take(self, change: TextChange, old: list[_Text], new: list[_Text]) -> None:
        before = None if change.old is None else old[change.old]
        after = None if change.new is None else new[change.new]
        if before is None and after is not None:
            self._come.append(after)
        elif after is None and before is not None:
            self._gone.append(before)
        elif before is not None and after is not None:
            was, now = _side(before, change.kind), _side(after, change.kind)
            self._found.append(Difference(change.kind, Subject.PARAGRAPH, None, None, was, now))

    def _move(self) -> None:
        """Find those of one section that stand in another now; the others were taken out, or added."""
        waiting: dict[str, list[_Text]] = {}
        for text in reversed(self._gone):
            waiting.setdefault(composed(text.words), []).append(text)
        for text in self._come:
            same = waiting.get(composed(text.words))
            before = same.pop() if same else None
            if before is None:
                self._found.append(Difference(Kind.ADDED, Subject.PARAGRAPH, None, None, None, _side(text)))
                continue
            self.where[before.path] = text.path
            self._found.append(Difference(Kind.MOVED, Subject.PARAGRAPH, None, None, _side(before), _side(text)))
            if before.words != text.words:
                self._found.append(Difference(Kind.RESPELT, Subject.PARAGRAPH, None, None, _side(before), _side(text)))
        for left in waiting.values():
            self._found += (Difference(Kind.REMOVED, Subject.PARAGRAPH, None, None, _side(one), None) for one in left)


def text_path(section: int) -> Path:
    """Return the way to a section."""
    return "plan", "sections", section


def _texts(section: Section | None, path: Path) -> list[_Text]:
    if section is None:
        return []
    place = (section.heading,) if section.heading else ()
    return [_Text((*path, "paragraphs", number), one.text, place) for number, one in enumerate(section.paragraphs)]


def _side(text: _Text, kind: Kind | None = None) -> Side:
    position = int(text.path[-1]) + 1 if kind is Kind.REORDERED else None
    return Side(text.path, text.words, text.place, position)
