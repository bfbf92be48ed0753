"""Where the words of a plan stand in the document that is made of it: found again by these words."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Final

from kshc_cli.documents.word.body import Body, Paragraph
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.commenting import Remark
from kshc_cli.documents.word.remarks import remarks_of
from kshc_cli.findings import Finding, Path, WordPlace
from kshc_cli.messages import _, plain
from kshc_cli.plan.model import Plan
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.folding import composed

_WRAPPING: Final = ("text", "name", "content", "heading", "title")
"""What a record is known by in print, where it is more than words."""


class PrintedPlaces:
    """Finds the paragraph of a document that shows what stands at a path of the plan."""

    def __init__(self, plan: Plan, body: Body) -> None:
        self._plan = plan
        self._paragraphs = body.paragraphs
        self._printed = [_bare(each.printed) for each in self._paragraphs]
        self._at = defaultdict(list)
        for number, words in enumerate(self._printed):
            self._at[words].append(number)
        self._anchors = dict(self._of_tasks())

    def place(self, path: Path) -> WordPlace | None:
        """Return where what stands at ``path`` is printed; None for what is not, such as the registry of bodies."""
        words = self.words(path)
        task = max((one for one in self._anchors if path[: len(one)] == one), key=len, default=None)
        near = range(len(self._paragraphs)) if task is None else self._near(self._anchors[task])
        found = self._found(words, near)
        if found is None and task is not None:
            found = self._anchors[task]
        return None if found is None else _word_place(self._paragraphs[found])

    def words(self, path: Path) -> list[str]:
        """Return the lines of what stands at ``path``, with single spaces."""
        return [_bare(line) for line in _lines(_value(self._plan, path))]

    def _of_tasks(self) -> Iterator[tuple[Path, int]]:
        """Yield the path of each task with the number of the paragraph where its content begins."""
        met: Counter[str] = Counter()
        for one in placed_tasks(self._plan):
            words = next(iter([_bare(line) for line in _lines(one.task.content)]), "")
            places = self._at.get(words) or [n for n, said in enumerate(self._printed) if words and words in said]
            if places:
                yield one.path, places[min(met[words], len(places) - 1)]
            met[words] += 1

    def _near(self, anchor: int) -> Sequence[int]:
        """Return the paragraphs of the same row, or those from there up to the next task."""
        here = self._paragraphs[anchor].address
        if here.table is not None:
            rows = [(one.address.table, one.address.row) for one in self._paragraphs]
            return [number for number, row in enumerate(rows) if row == (here.table, here.row)]
        others = {number for number in self._anchors.values() if number != anchor}
        return list(takewhile(lambda number: number not in others, range(anchor, len(self._paragraphs))))

    def _found(self, words: Sequence[str], near: Iterable[int]) -> int | None:
        numbers = list(near)
        for line in filter(None, words):
            whole = next((number for number in numbers if self._printed[number] == line), None)
            part = next((number for number in numbers if line in self._printed[number]), None)
            if (found := part if whole is None else whole) is not None:
                return found
        return None


def _bare(words: str) -> str:
    return " ".join(composed(plain(words)).split())


def _lines(value: object) -> list[str]:
    """Return the lines of words, of a record that has any, or of several."""
    if isinstance(value, str):
        return value.splitlines()
    if isinstance(value, tuple):
        return [line for one in value for line in _lines(one)]
    return next((_lines(words) for name in _WRAPPING if (words := getattr(value, name, None))), [])


def _value(plan: Plan, path: Path) -> object:
    """Return what stands at a path, or at the last step of it that is there."""
    value: object = plan
    for step in path:
        try:
            inner = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
        except (AttributeError, IndexError, TypeError):
            break
        if inner is None:
            break
        value = inner
    return None if value is plan else value


def _word_place(paragraph: Paragraph) -> WordPlace:
    address = paragraph.address
    return WordPlace(
        address.paragraph,
        address.page,
        address.table,
        address.row,
        address.cell,
        address.part,
        paragraph.printed.strip(),
    )


def remarks_of_plan(findings: Sequence[Finding], plan: Plan, document: bytes) -> Iterator[Remark]:
    """Yield a remark for each finding of a plan, at the words in the document that is made of it; with its line."""
    places = PrintedPlaces(plan, read_body(document))
    for one, remark in zip(findings, remarks_of(findings), strict=True):
        line = (_("line {line} of the plan").format(line=one.place.line),) if one.place else ()
        yield remark._replace(
            lines=(*remark.lines, *line), place=places.place(one.path), words=(*remark.words, *places.words(one.path))
        )
