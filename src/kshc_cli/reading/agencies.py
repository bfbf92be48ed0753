"""Agency cells read against the plan's registry: longest match of names, never a split at "và" or a comma."""

from collections.abc import Iterable

from kshc_cli.plan.model import Agency, AgencyWords
from kshc_cli.reading.agency_cell import Sense, Span, spans_of
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.trie import Trie
from kshc_cli.reading.values import AgencyReading, Remark


class Registry:
    """The bodies of a plan, ready to be found in running words.

    Building is linear in the registry; reading is linear in the text times the longest name, whatever the size of the
    registry. Where two bodies claim one name the first keeps it (a rule reports the second).
    """

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self.by_id: dict[str, Agency] = {}
        self._names: Trie[str] = Trie()
        self._groups_of: dict[str, list[str]] = {}
        for agency in agencies:
            if agency.id not in self.by_id:
                self.by_id[agency.id] = agency
                self._add(agency)

    def _add(self, agency: Agency) -> None:
        for name in (agency.name, *agency.aliases):
            self._names.add(name, agency.id)
        for member in agency.members:
            self._groups_of.setdefault(member, []).append(agency.id)

    def spans(self, text: str) -> tuple[Span, ...]:
        """Cut ``text`` into names, scopes, duties and unread words, each with its place."""
        return spans_of(text, self._names)

    def read(self, text: str) -> AgencyReading:
        """Find the bodies that ``text`` names, what it says of them, and the words that nothing explains."""
        spans = self.spans(text)
        return AgencyReading(
            tuple(span.agency for span in spans if span.sense is Sense.NAME),
            tuple(text[span.start : span.end] for span in spans if span.sense is Sense.UNREAD),
            _remarks(text, spans, Sense.SCOPE),
            _remarks(text, spans, Sense.DUTY),
        )

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
        return AgencyReading(cell.agencies, (), scopes, duties)

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

    def members_below(self, *groups: str) -> frozenset[str]:
        """Return the ids of all members of ``groups``, through groups of groups; a group itself only as a member."""
        found: set[str] = set()
        waiting = list(groups)
        while waiting:
            entry = self.by_id.get(waiting.pop())
            fresh = set(entry.members) - found if entry else set()
            found |= fresh
            waiting += fresh
        return frozenset(found)


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: its tokens without regard to case, dashes or spaces."""
    return " ".join(token.word for token in words_of(name))


def _remarks(text: str, spans: Iterable[Span], sense: Sense) -> tuple[Remark, ...]:
    return tuple(Remark(span.agency, text[span.start : span.end]) for span in spans if span.sense is sense)
