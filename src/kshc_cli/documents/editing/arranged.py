"""Sections that were moved as a whole: what an edited file is held against stands in the order that they have there."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from kshc_cli.compare.order import kept_in_order
from kshc_cli.compare.printed import held
from kshc_cli.documents.editing.base import Base, BaseParagraph
from kshc_cli.documents.editing.fresh import kind_of
from kshc_cli.documents.editing.lines import label_of
from kshc_cli.documents.importing.words import typed
from kshc_cli.documents.word.body import Block, Paragraph, WordTable

Marks = Mapping[int, Sequence[int]]
"""Which paragraphs of the base each paragraph of a file bears the marks of."""

_Home = tuple[int, int]
"""A section, and a table of it; 0 for none."""


class Arranged(NamedTuple):
    """A base whose sections stand as those of a file do."""

    base: Base
    marks: Marks
    """Those of the file, by the places that the paragraphs of the base have now."""
    order: tuple[int, ...]
    """The sections by their numbers in the plan."""
    parted: tuple[str, ...] = ()
    """The headings of sections that were moved without all of their tables: of these nothing can be said."""


def arranged(blocks: Sequence[Block], base: Base, marks: Marks, count: int) -> Arranged:
    """Return a base of ``count`` sections in the order of a file; as it is where none was moved as a whole."""
    same = Arranged(base, marks, tuple(range(count)))
    sections = _sections_of(base)
    spans = _spans(sections, base.paragraphs)
    if spans is None:
        return same
    places = _Places(blocks, base, marks, sections, spans)
    starts = places.starts()
    present = sorted(starts, key=lambda one: starts[one])
    moved = {
        one
        for at, one in enumerate(present)
        if any(other > one for other in present[:at]) or any(other < one for other in present[at + 1 :])
    }
    if not moved or not all(places.has_followed(one, starts) for one in moved):
        return same
    parted = [one for one in sorted(moved) if places.has_left_tables(one, starts)]
    if parted:
        return same._replace(parted=tuple(held(base.paragraphs[spans[one][0]].text) for one in parted))
    order = [*_with_gone(present, count)]
    ways = [*range(spans[min(spans)][0])]
    ways += [n for one in order if one in spans for n in range(*spans[one])]
    ways += range(spans[max(spans)][1], len(base.paragraphs))
    now = {old: new for new, old in enumerate(ways)}
    paragraphs = _renumbered([base.paragraphs[n] for n in ways])
    borne = {place: [now[n] for n in numbers] for place, numbers in marks.items()}
    return Arranged(base._replace(paragraphs=paragraphs), borne, tuple(order))


def _sections_of(base: Base) -> list[int | None]:
    """Return of which section each paragraph is; None for none."""
    found: list[int | None] = []
    tables: dict[int, int] = {}
    for one in base.paragraphs:
        ways = (piece.path for piece in one.pieces if piece.path)
        own = next((int(path[2]) for path in ways if len(path) > 3 and path[:2] == ("plan", "sections")), None)
        found.append(own)
        if own is not None and one.table:
            tables.setdefault(one.table, own)
    return [tables.get(one.table, own) for one, own in zip(base.paragraphs, found, strict=True)]


def _spans(sections: Sequence[int | None], paragraphs: Sequence[BaseParagraph]) -> dict[int, tuple[int, int]] | None:
    """Return where each section begins and ends, with what stands up to the next one; None where one is in pieces.

    An annex that begins with a table begins with its title, which stands above that.
    """
    firsts: dict[int, int] = {}
    last = -1
    for number, one in enumerate(sections):
        if one is None:
            continue
        last = number
        if one not in firsts:
            firsts[one] = number
        elif one != max(firsts):
            return None
    if [*firsts] != sorted(firsts):
        return None
    starts = {one: _title_of(first, sections, paragraphs) if one else first for one, first in firsts.items()}
    ends = [*starts.values(), last + 1][1:]
    return {one: (start, end) for (one, start), end in zip(starts.items(), ends, strict=True)}


def _title_of(first: int, sections: Sequence[int | None], paragraphs: Sequence[BaseParagraph]) -> int:
    """Return where the title above a section's first paragraph begins, if that stands in a table."""
    place = start = first
    while paragraphs[first].table and sections[place - 1] is None:
        place -= 1
        start = place if held(paragraphs[place].text) else start
    return start


def _with_gone(present: Sequence[int], count: int) -> Iterator[int]:
    """Yield the sections of a file; those whose beginnings it does not show stand before what they stood before.

    The last ones, such as annexes, stay the last ones.
    """
    gone = [one for one in range(count) if one not in present]
    before: dict[int | None, list[int]] = {}
    for one in gone:
        before.setdefault(min((each for each in present if each > one), default=None), []).append(one)
    for one in present:
        yield from before.get(one, ())
        yield one
    yield from before.get(None, ())


def _renumbered(paragraphs: Sequence[BaseParagraph]) -> tuple[BaseParagraph, ...]:
    """Return paragraphs whose tables count in the order in which they stand."""
    numbers = {0: 0}
    for one in paragraphs:
        numbers.setdefault(one.table, len(numbers))
    return tuple(one._replace(table=numbers[one.table]) for one in paragraphs)


class _Places:
    """Where in a file the sections of a base stand."""

    def __init__(
        self,
        blocks: Sequence[Block],
        base: Base,
        marks: Marks,
        sections: Sequence[int | None],
        spans: Mapping[int, tuple[int, int]],
    ) -> None:
        self._spans = spans
        self._homes = [
            None if own is None else (own, one.table) for own, one in zip(sections, base.paragraphs, strict=True)
        ]
        self._said = [typed(one) if isinstance(one, Paragraph) else "" for one in blocks]
        self._numbers = [[*self._borne(one, marks)] for one in blocks]
        homes: dict[str, set[_Home]] = {}
        for home, one in zip(self._homes, base.paragraphs, strict=True):
            if home is not None and (words := held(one.text)):
                homes.setdefault(words, set()).add(home)
        self._is_table = {at for at, one in enumerate(blocks) if isinstance(one, WordTable)}
        heads = {one: base.paragraphs[first] for one, (first, _end) in spans.items()}
        self._heads = {one: (first.style, held(first.text)) for one, first in heads.items()}
        self._styles = [one.format.style if isinstance(one, Paragraph) else "" for one in blocks]
        self._found = [self._home_of(at, one, homes) for at, one in enumerate(blocks)]
        self._known = [one and one[0] for one in self._found]
        """The section that each block is of; None where nobody can tell."""

    def _borne(self, block: Block, marks: Marks) -> Iterator[int]:
        for one in (block,) if isinstance(block, Paragraph) else block.paragraphs:
            yield from marks.get(one.address.paragraph, ())

    def _home_of(self, at: int, block: Block, homes: Mapping[str, set[_Home]]) -> _Home | None:
        found = Counter(home for n in self._numbers[at] if (home := self._homes[n]) is not None)
        if not found:
            said = (self._said[at],) if isinstance(block, Paragraph) else map(typed, block.paragraphs)
            found = Counter(home for words in said if len(own := homes.get(words, set())) == 1 for home in own)
        return found.most_common(1)[0][0] if found else None

    def starts(self) -> dict[int, int]:
        """Return the blocks with which the sections begin: where two could, those that stand in their order."""
        claims: dict[int, list[int]] = {}
        titles = Counter(map(_title, filter(None, self._said)))
        for at, numbers in enumerate(self._numbers):
            for one, (first, _end) in self._spans.items():
                if first in numbers and at not in self._is_table:
                    claims.setdefault(one, []).append(at)
        for at, words in enumerate(self._said):
            if words and not self._numbers[at] and titles[_title(words)] == 1:
                for one, (_style, head) in self._heads.items():
                    if one not in claims and _title(head) == _title(words):
                        claims[one] = [at]
        self._claim_retyped(claims)
        both = sorted((at, one) for one, places in claims.items() for at in places)
        steady = {both[index][1]: both[index][0] for index in kept_in_order([one for _at, one in both])}
        return {one: steady.get(one, places[0]) for one, places in claims.items()}

    def _claim_retyped(self, claims: dict[int, list[int]]) -> None:
        """Claim for a section whose heading was typed anew what looks like one above most of what is known of it."""
        own: dict[int, list[int]] = {}
        for at, one in enumerate(self._known):
            if one is not None and one not in claims:
                own.setdefault(one, []).append(at)
        for one, places in own.items():
            above = range(places[len(places) // 2])
            head = next((at for at in reversed(above) if self._is_like_head(at, one)), None)
            if head is not None and all(self._known[at] in {None, one} for at in range(head, places[len(places) // 2])):
                claims[one] = [head]

    def _is_like_head(self, at: int, section: int) -> bool:
        """Tell whether a new paragraph has the style and a number of the kind that the heading of a section has."""
        if self._numbers[at] or self._known[at] is not None:
            return False
        style, words = self._heads[section]
        return bool(words) and self._styles[at] == style and kind_of(self._said[at]) == kind_of(words) is not None

    def _zone(self, section: int, starts: Mapping[int, int]) -> range:
        """Return the blocks from where a section begins to where the next one does."""
        first = starts[section]
        return range(first + 1, min((at for at in starts.values() if at > first), default=len(self._known)))

    def has_followed(self, section: int, starts: Mapping[int, int]) -> bool:
        """Tell whether most of what is known of a section stands behind where it begins."""
        own = {at for at, one in enumerate(self._known) if one == section and at != starts[section]}
        return 2 * len(own.intersection(self._zone(section, starts))) > len(own) or not own

    def has_left_tables(self, section: int, starts: Mapping[int, int]) -> bool:
        """Tell whether a table of a section stands elsewhere, and not there as well."""
        own = {at for at in self._is_table if self._known[at] == section}
        there = own.intersection(self._zone(section, starts))
        return not {self._found[at] for at in own} <= {self._found[at] for at in there}


def _title(words: str) -> str:
    return " ".join(words.removeprefix(label_of(words)).split())
