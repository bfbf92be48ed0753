"""Agency cells read against the plan's registry: longest match of names, never a split at "và" or a comma."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kshc_cli.plan.model import Agency, AgencyWords
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.values import AgencyReading

_CONNECTORS = frozenset({"và", ",", ";", ".", "-", "/", "+", "cùng", "&", ":", "…"})


@dataclass(slots=True)
class _Node:
    """A point in the trie of names: the tokens that may follow, and the body whose name ends here."""

    after: "dict[str, _Node]" = field(default_factory=dict)
    agency: str | None = None


class Registry:
    """The bodies of a plan, ready to be found in running words.

    Building is linear in the registry; reading is linear in the text times the longest name, whatever the size of the
    registry. Where two bodies claim one name the first keeps it (a rule reports the second).
    """

    def __init__(self, agencies: Iterable[Agency]) -> None:
        self.by_id: dict[str, Agency] = {}
        self._root = _Node()
        self._groups_of: dict[str, list[str]] = {}
        for agency in agencies:
            if agency.id not in self.by_id:
                self.by_id[agency.id] = agency
                self._add(agency)

    def _add(self, agency: Agency) -> None:
        for name in (agency.name, *agency.aliases):
            node = self._root
            for token in words_of(name):
                node = node.after.setdefault(token.word, _Node())
            if node is not self._root and node.agency is None:
                node.agency = agency.id
        for member in agency.members:
            self._groups_of.setdefault(member, []).append(agency.id)

    def read(self, text: str) -> AgencyReading:
        """Find the bodies that ``text`` names, and the words that no name and no connector explains."""
        tokens = words_of(text)
        agencies: list[str] = []
        unread: list[str] = []
        start: int | None = None
        place = 0
        while place < len(tokens):
            agency, length = self._longest(tokens, place)
            if agency is None and (start is not None or tokens[place].word not in _CONNECTORS):
                start = place if start is None else start
                place += 1
                continue
            if agency is not None:
                unread += _rest(text, tokens, start, place)
                start = None
                agencies.append(agency)
            place += length
        unread += _rest(text, tokens, start, len(tokens))
        return AgencyReading(tuple(agencies), tuple(unread))

    def _longest(self, tokens: Sequence[Token], place: int) -> tuple[str | None, int]:
        node, best, length = self._root, None, 1
        for index in range(place, len(tokens)):
            following = node.after.get(tokens[index].word)
            if following is None:
                break
            node = following
            if node.agency is not None:
                best, length = node.agency, index - place + 1
        return best, length

    def read_cell(self, cell: AgencyWords | None) -> AgencyReading:
        """Read a cell of the plan: the ids stated beside its words, else what the words name."""
        if cell is None:
            return AgencyReading(())
        if cell.agencies is not None:
            return AgencyReading(cell.agencies)
        return self.read(cell.text)

    def groups_with(self, agency: str) -> tuple[str, ...]:
        """Return the ids of the groups that ``agency`` belongs to, nearest first, circles or not."""
        found: dict[str, None] = {}
        waiting = [agency]
        while waiting:
            for group in self._groups_of.get(waiting.pop(0), ()):
                if group not in found and group != agency:
                    found[group] = None
                    waiting.append(group)
        return tuple(found)

    def members_below(self, group: str) -> frozenset[str]:
        """Return the ids of all members of ``group``, through groups of groups; the group itself only in a circle."""
        found: set[str] = set()
        waiting = [group]
        while waiting:
            entry = self.by_id.get(waiting.pop())
            fresh = set(entry.members) - found if entry else set()
            found |= fresh
            waiting += fresh
        return frozenset(found)


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common: its tokens without regard to case, dashes or spaces."""
    return " ".join(token.word for token in words_of(name))


def _rest(text: str, tokens: Sequence[Token], start: int | None, end: int) -> list[str]:
    if start is None:
        return []
    while end > start and tokens[end - 1].word in _CONNECTORS:
        end -= 1
    return [text[tokens[start].start : tokens[end - 1].end]]
