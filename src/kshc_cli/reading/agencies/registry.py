"""Agency cells read against the plan's registry: longest match of names, never a split at "và" or a comma."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency, AgencyWords
from kshc_cli.reading.agencies.beside_chief import without_doubtful
from kshc_cli.reading.agencies.cell import BodySpan, Cut, Sense, cut_of
from kshc_cli.reading.agencies.charges import joining
from kshc_cli.reading.agencies.ground import AND
from kshc_cli.reading.agencies.home import Home, PlacePhrase, phrases_of
from kshc_cli.reading.agencies.name_book import Found, NameBook
from kshc_cli.reading.agencies.narrowed import narrowed
from kshc_cli.reading.agencies.vocabulary import assigns
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.values import AgencyReading, Remark

_MANY: Final = 500
"""Bodies from which on nothing is shared: such a registry is one of its kind."""
_KEPT: Final = 2000
"""Texts whose readings are kept for other plans."""


class Registry:
    """The bodies of a plan, ready to be found in running words.

    Building is linear in the registry; reading is linear in the text times the longest name, whatever the size of the
    registry. Where two bodies claim one name the first keeps it (a rule reports the second).
    """

    def __init__(self, agencies: Iterable[Agency], issuer: Issuer | None = None) -> None:
        self.by_id: dict[str, Agency] = {}
        self._groups_of: dict[str, list[str]] = {}
        for agency in agencies:
            if agency.id not in self.by_id:
                self.by_id[agency.id] = agency
                for member in agency.members:
                    self._groups_of.setdefault(member, []).append(agency.id)
        self._phrases = phrases_of(issuer)
        self._telling = frozenset(one.telling for one in self._phrases if one.telling)
        """Words that have to come together where a text tells the plan's place from others of its kind."""
        self._read: dict[str, AgencyReading] = {}
        """What texts were read as: real plans repeat a few."""

    @cached_property
    def home(self) -> Home:
        """The place that the plan is of."""
        return Home(self._phrases)

    @cached_property
    def _book(self) -> NameBook:
        return NameBook(self.by_id.values(), self.home)

    @cached_property
    def _shared(self) -> "_Shared | None":
        """What plans of other places with the same bodies read alike, as long as no word says which place."""
        agencies = tuple(self.by_id.values())
        names = (name for agency in agencies for name in (agency.name, *agency.aliases))
        if len(agencies) > _MANY or not all(map(self._is_of_any_place, names)):
            return None
        return _shared(agencies, tuple(one for one in self._phrases if not one.telling))

    def _is_of_any_place(self, text: str) -> bool:
        words = {AND.get(token.word, token.word) for token in words_of(text)}
        return not any(telling <= words for telling in self._telling)

    def cut(self, text: str) -> Cut:
        """Cut ``text`` into names, scopes, duties and unread words, each with its place."""
        return cut_of(text, self._book)

    def named(self, text: str) -> tuple[Found, ...]:
        """Return the names of bodies in ``text``, in tokens of ``words_of``, whatever stands beside them."""
        tokens = words_of(text)
        plain = [token._replace(word=AND[token.word]) if token.word in AND else token for token in tokens]
        return tuple(self._book.found(plain))

    def read(self, text: str) -> AgencyReading:
        """Find the bodies that ``text`` names, what it says of them, and the words that nothing explains."""
        known = self._read.get(text)
        if known is None:
            known = self._read[text] = self._reading(text)
        return known

    def _reading(self, text: str) -> AgencyReading:
        if self._shared is None or not self._is_of_any_place(text):
            return _reading(text, self._book)
        known = self._shared.readings.get(text)
        if known is None:
            known = _reading(text, self._shared.book)
            if len(self._shared.readings) < _KEPT:
                self._shared.readings[text] = known
        return known

    def read_cell(self, cell: AgencyWords | None) -> AgencyReading:
        """Read a cell of the plan: the ids stated beside its words, else what the words name.

        Of stated bodies too the words may say scopes and duties.
        """
        if cell is None:
            return AgencyReading(())
        reading = self.read(cell.text)
        if cell.agencies is None:
            return reading
        stated = frozenset(cell.agencies)
        scopes, duties = (
            tuple(remark for remark in remarks if remark.agency in stated)
            for remarks in (reading.scopes, reading.duties)
        )
        excluded = tuple(agency for agency in reading.excluded if agency not in stated)
        return AgencyReading(cell.agencies, (), scopes, duties, excluded)

    def groups_with(self, agency: str) -> tuple[str, ...]:
        """Return the ids of the groups that ``agency`` belongs to, nearest first, circles or not."""
        found: dict[str, None] = {}
        waiting = [agency]
        for one in waiting:
            for group in self._groups_of.get(one, ()):
                if group not in found and group != agency:
                    found[group] = None
                    waiting.append(group)
        return tuple(found)

    def members_of(self, agency: str) -> tuple[str, ...]:
        """Return the bodies that a group stands for, in the order of the registry's lists, groups in it taken apart.

        A body, and a group whose members nobody knows, stand for themselves; an id that is not there for nothing.
        """
        found: dict[str, None] = {}
        seen: set[str] = set()
        waiting = [agency]
        while waiting:
            one = waiting.pop()
            entry = self.by_id.get(one)
            if entry is None or one in seen:
                continue
            seen.add(one)
            if entry.members:
                waiting += reversed(entry.members)
            else:
                found[one] = None
        return tuple(found)


class _Shared(NamedTuple):
    """The names of bodies at any place of a kind, and what texts were read as by them."""

    book: NameBook
    readings: dict[str, AgencyReading]


@lru_cache(maxsize=16)
def _shared(agencies: tuple[Agency, ...], phrases: tuple[PlacePhrase, ...]) -> _Shared:
    return _Shared(NameBook(agencies, Home(phrases)), {})


def _reading(text: str, book: NameBook) -> AgencyReading:
    cut = cut_of(text, book)
    spans = narrowed(text, cut.spans, book.members) if book.members else cut.spans
    spans = without_doubtful(text, spans)
    return AgencyReading(
        tuple(span.agency for span in spans if span.sense is Sense.NAME),
        tuple(text[span.start : span.end] for span in spans if span.sense is Sense.UNREAD),
        _remarks(text, spans, Sense.SCOPE),
        tuple(_duties(text, spans)),
        cut.excluded,
        joining(text, spans),
    )


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: its tokens without regard to case, dashes or spaces."""
    return " ".join(AND.get(token.word, token.word) for token in words_of(name))


def _remarks(text: str, spans: Iterable[BodySpan], sense: Sense) -> tuple[Remark, ...]:
    return tuple(Remark(span.agency, text[span.start : span.end]) for span in spans if span.sense is sense)


def _duties(text: str, spans: Sequence[BodySpan]) -> Iterator[Remark]:
    """Yield the duties; one that is given to a list, as by "đề nghị", stands beside each body of the list."""
    given = before = None
    for span in spans:
        words = text[span.start : span.end]
        if span.sense is Sense.DUTY:
            yield Remark(span.agency, words)
            given = words if assigns(words) else None
        elif before is not None and given is not None:
            joint = text[before.end : span.start]
            if span.sense not in {Sense.NAME, Sense.SCOPE} or (before.sense is not Sense.DUTY and _parts(joint)):
                given = None
            elif span.sense is Sense.NAME and before.sense is not Sense.DUTY:
                yield Remark(span.agency, given)
        before = span


def _parts(joint: str) -> bool:
    """Tell whether what stands between two bodies ends the statement of the first."""
    return any(mark in joint for mark in ";.\n")
