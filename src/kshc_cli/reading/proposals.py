"""Proposals for the registry of a plan: the words that no entry matches, where they stand, and what to add for them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import category

from kshc_cli.dataclass import dataclass, field
from kshc_cli.findings import Path
from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Agency, Task
from kshc_cli.reading.agencies.cell import Sense
from kshc_cli.reading.agencies.ids import AgencyIds
from kshc_cli.reading.agencies.kinds import Kinds
from kshc_cli.reading.agencies.registry import name_key
from kshc_cli.reading.agencies.spellings import Spellings, abbreviated
from kshc_cli.reading.agencies.splitting import Piece, is_plural, pieces_of
from kshc_cli.reading.folding import composed, fold
from kshc_cli.reading.neighbours import is_ditto
from kshc_cli.reading.tasks import ReadPlan

_JOINTS: Final = lazy_pattern(r"[,;+\n]|(?:^|(?<=\s))(?:và|va)(?=\s)")
"""What may part names that are not known as such."""

_EITHER: Final = lazy_pattern(r"\bhoặc\b|→|->|=>", re.IGNORECASE)
"""What stands between bodies of whom only one does the task, or who hand it on."""


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell of a task: the task's id, ``lead`` or ``coop``, and the way to the cell in the plan."""

    task: str
    field: str
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Unread words, and what would make them read; neither an entry nor an alias where nothing looks like a name."""

    words: tuple[str, ...]
    """The spellings as typed, the most frequent first."""
    places: tuple[CellPlace, ...]
    """A place for each time that they stand there."""
    entry: Agency | None = None
    """A new entry."""
    alias: str | None = None
    """A name that an entry of the registry should have as an alias."""
    alias_of: str | None = None
    """The id of that entry."""
    slip: bool = False
    """Whether the words are likely a slip for the name of that entry, and no other name of it."""
    first: str = ""
    """The words as typed at the first place."""
    member_of: tuple[str, ...] = ()
    """Ids of the groups of the registry that the new entry probably belongs to."""


@dataclass(slots=True)
class _Draft:
    """What is gathered for one proposal."""

    words: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    """The names, by what all spellings that the reader does not tell apart have in common."""
    places: list[CellPlace] = field(default_factory=list)
    owner: str | None = None
    slip: bool = False

    def add(self, other: "_Draft") -> None:
        self.words.update(other.words)
        self.names |= other.names
        self.places += other.places


@dataclass(frozen=True, slots=True)
class _Found:
    """Unread words of a cell, and their name if they look like one."""

    words: str
    name: str | None


def proposals(plan: ReadPlan) -> tuple[Proposal, ...]:
    """Propose entries and aliases for all unread words of agency cells, the most frequent first.

    Takes time linear in the registry and in the unread words.
    """
    if next(_unread_cells(plan), None) is None:
        return ()
    drafts = _Gathering(plan).drafts()
    entries = _entries(plan, drafts)
    groups = Kinds((agency for agency in plan.registry.by_id.values() if agency.is_group), plan.registry.home)
    return tuple(_proposal(draft, entry, groups) for draft, entry in zip(drafts, entries, strict=True))


def likely_bodies(plan: ReadPlan, task: str) -> list[tuple[str, str]]:
    """Return the unread words of a task that are likely another spelling of a body's name, with its id."""
    return [
        (words, one.alias_of)
        for one in proposals(plan)
        if one.alias_of is not None and any(place.task == task for place in one.places)
        for words in one.words
    ]


def _proposal(draft: _Draft, entry: Agency | None, groups: Kinds) -> Proposal:
    words = tuple(words for words, _times in draft.words.most_common())
    places, first = tuple(draft.places), next(iter(draft.words))
    if draft.owner is not None:
        alias = next(iter(draft.names.values()))
        return Proposal(words, places, alias=alias, alias_of=draft.owner, slip=draft.slip, first=first)
    belongs = groups.groups_for(entry.name) if entry is not None and not entry.is_group else ()
    return Proposal(words, places, entry, first=first, member_of=belongs)


class _Gathering:
    """Gathers the unread words of a plan, spellings of one body together."""

    def __init__(self, plan: ReadPlan) -> None:
        self._plan = plan
        self._known = Spellings(plan.plan.issuer.name)
        for agency in plan.registry.by_id.values():
            for name in (agency.name, *agency.aliases):
                self._known.add(name, agency.id)
        names = (name for agency in plan.registry.by_id.values() for name in (agency.name, *agency.aliases))
        self._registered = frozenset(map(name_key, names))
        self._bodies = self._registered

    def drafts(self) -> list[_Draft]:
        """Return the drafts, the most frequent first."""
        self._bodies |= {key for draft in self._by_key().values() for key in draft.names}
        drafts = self._by_key()
        gathered = {key: draft for key, draft in drafts.items() if not draft.names}
        named = [(key, draft) for key, draft in drafts.items() if key not in gathered]
        named.sort(key=lambda item: (abbreviated(item[1].names[item[0]]), -len(item[1].places)))
        for key, draft in named:
            self._settle(key, draft, gathered)
        order = {key: place for place, key in enumerate(drafts)}
        found = sorted(gathered, key=lambda key: (-len(gathered[key].places), order[key]))
        return [gathered[key] for key in found]

    def _settle(self, key: str, draft: _Draft, gathered: dict[str, _Draft]) -> None:
        """Give a name to the body whose spelling it is; what could be several bodies is nobody's and no body."""
        owners = self._known.owners_of(draft.names[key])
        owner = next(iter(owners), None)
        if len(owners) == 1 and owner in gathered:
            gathered[owner].add(draft)
            return
        gathered[key] = draft
        if len(owners) == 1 and owner is not None:
            draft.owner = owner
            draft.slip = self._is_slip(draft.names[key], owner)
        elif owners:
            draft.names.clear()
        else:
            self._known.add(draft.names[key], key)

    def _is_slip(self, name: str, owner: str) -> bool:
        """Tell whether a name differs from one of its body by diacritics, a letter, or a sign that no name has."""
        entry = self._plan.registry.by_id[owner]
        plain = fold(name_key(name))
        if any(category(sign) == "So" for sign in name):
            return True
        return self._known.is_slip(name) or any(fold(name_key(one)) == plain for one in (entry.name, *entry.aliases))

    def _by_key(self) -> dict[str, _Draft]:
        drafts: dict[str, _Draft] = {}
        read: dict[str, tuple[tuple[str, _Found], ...]] = {}
        for place, text in _unread_cells(self._plan):
            if text not in read:
                read[text] = tuple((name_key(found.name or found.words), found) for found in self._found(text))
            for key, found in read[text]:
                draft = drafts.setdefault(key, _Draft())
                draft.words[found.words] += 1
                draft.places.append(place)
                if found.name is not None:
                    draft.names.setdefault(key, found.name)
        return drafts

    def _found(self, text: str) -> Iterator[_Found]:
        for span in self._plan.registry.cut(text).spans:
            if span.sense is Sense.UNREAD:
                words = text[span.start : span.end]
                for piece in pieces_of(words):
                    yield from self._split(words, piece)

    def _split(self, text: str, piece: Piece) -> Iterator[_Found]:
        """Cut a piece at a doubtful joint if a body is called like the words before it.

        Else a doubtful comma leaves it without a name.
        """
        words = text[piece.start : piece.end]
        name = text[slice(*piece.name)] if piece.name else ""
        start = piece.name[0] if piece.name else piece.start
        joint = next((one for one in piece.doubts if name_key(text[start:one]) in self._bodies), None)
        if joint is not None:
            yield self._named(text[start:joint], text[start:joint])
            rest = text[joint : piece.end]
            for following in pieces_of(rest):
                yield from self._split(rest, following)
        else:
            in_doubt = any(text[one] == "," and not text[one + 1 :].lstrip()[:1].islower() for one in piece.doubts)
            yield from self._misspelt(words) if in_doubt or not name else [self._named(words, name)]

    def _misspelt(self, words: str) -> Iterator[_Found]:
        """Look for registered names, misspelt, in words that do not begin like a body: Cong an phuong."""
        parts = [part for part in _JOINTS.split(words) if part.strip()]
        for part in [words] if self._known.owners_of(words) or not any(map(self._known.owners_of, parts)) else parts:
            yield self._named(part.strip(), part if self._known.owners_of(part) else "")

    def _named(self, words: str, name: str) -> _Found:
        is_new = bool(name) and name_key(name) not in self._registered and not is_ditto(name.strip())
        is_new = is_new and not _EITHER.search(name)
        return _Found(words, _name(name) if is_new else None)


def _unread_cells(plan: ReadPlan) -> Iterator[tuple[CellPlace, str]]:
    for read in plan.tasks:
        task = read.task
        if task.lead is not None and read.lead.unread:
            yield CellPlace(task.id, "lead", (*read.placed.path, "lead")), task.lead.text
        if isinstance(task, Task) and task.coop is not None and read.coop.unread:
            yield CellPlace(task.id, "coop", (*read.placed.path, "coop")), task.coop.text


def _name(typed: str) -> str:
    """Return typed words as the name of an entry: composed, one space for any, a capital first."""
    plain = " ".join("".join(sign if sign.isprintable() else " " for sign in composed(typed)).split())
    return plain[:1].upper() + plain[1:]


def _entries(plan: ReadPlan, drafts: Sequence[_Draft]) -> list[Agency | None]:
    """Return the new entry for each draft that has a name and no owner; new groups know their members."""
    ids = AgencyIds(plan.plan.issuer.name, plan.registry.by_id)
    plain = [_entry(draft, ids) if draft.names and draft.owner is None else None for draft in drafts]
    members: dict[str, list[str]] = {}
    groups = Kinds((entry for entry in plain if entry is not None and entry.open), plan.registry.home)
    for agency in (*plan.registry.by_id.values(), *plain):
        if agency is not None and not agency.is_group and not is_plural(agency.name):
            for group in groups.groups_for(agency.name):
                members.setdefault(group, []).append(agency.id)
    return [
        entry.model_copy(update={"members": tuple(members[entry.id])}) if entry and entry.id in members else entry
        for entry in plain
    ]


def _entry(draft: _Draft, ids: AgencyIds) -> Agency:
    name = max(draft.names.values(), key=len)
    aliases = tuple(other for other in draft.names.values() if other != name)
    return Agency(id=ids.new(draft.names.values()), name=name, aliases=aliases, open=is_plural(name))
