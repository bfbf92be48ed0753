"""Tasks that a sentence gives out: “Giao Văn phòng … trước ngày …”, “Văn phòng chủ trì … hoàn thành trong quý I”."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count, islice
from typing import Final, NamedTuple

from kshc_cli.documents.importing.items import ITEM_ID
from kshc_cli.plan.lines import UNMARKED, line_of
from kshc_cli.plan.model import AgencyWords, Item, ParagraphWords, Plan, Section, TimeWords
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.folding import fold
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Recurring, TimeReading, Window

_GIVEN: Final = re.compile(r"(?:Giao|Phân công|Yêu cầu|Đề nghị)(?:\s+cho)?\s+")
_LEADS: Final = re.compile(
    r"\s+(?:là\s+cơ\s+quan\s+|chịu\s+trách\s+nhiệm\s+)?chủ\s+trì\b|\s+(?:có|chịu)\s+trách\s+nhiệm\b"
)
_WITH: Final = re.compile(r"\bphối\s+hợp\s+(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+")
_CUE: Final = re.compile(
    r"\b(?:thời gian|trước|chậm nhất|muộn nhất|xong|trong|vào|từ|định kỳ|hằng|hàng|mỗi)\b", re.IGNORECASE
)
"""Words with which a time begins."""

_CLAUSE_END: Final = re.compile(r";|\.(?!\d)")
_NEXT_SENTENCE: Final = re.compile(r"[.!?]\s+(?=[^\W\d_])")
_WORD: Final = re.compile(r"\S+")
_LETTERS: Final = re.compile(r"\w+")
_LONGEST: Final = 30
"""Words of the longest list of bodies."""

_GOES_ON: Final = frozenset(
    (
        "và",
        "cùng",
        "với",
        "hoặc",
        "của",
        "thuộc",
        "tại",
        "các",
        "những",
        "thành",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "thị",
    )
)
"""Words behind a name that is longer than what is known of it, or not the last of its list."""


class Spoken(NamedTuple):
    """What a sentence says, in its own words."""

    lead: str
    coop: str | None
    time: str


class Sentences:
    """Reads sentences of a plan by the bodies that its other words name."""

    def __init__(self, registry: Registry, *, year: int, issued: date | None) -> None:
        self._registry = registry
        self._year = year
        self._issued = issued
        bodies = registry.by_id.values()
        self._names = {_apart(name) for body in bodies for name in (body.name, *body.aliases)}

    def read(self, paragraph: str) -> Spoken | None:
        """Return who does what by when; None where the words are not one sentence that says both of one body only."""
        words = line_of(paragraph, None).words
        if "\n" in words or _NEXT_SENTENCE.search(words):
            return None
        lead = self._lead(words)
        if lead is None:
            return None
        rest = words.replace(lead, " ", 1)
        found = _WITH.search(rest)
        coop = self._bodies(rest[found.end() :]) if found else None
        rest = rest.replace(coop, " ", 1) if coop else rest
        times = [said for said, _read in islice(times_in(rest, year=self._year, issued=self._issued), 2)]
        if len(times) != 1 or (found and not coop) or self._names_a_body(rest):
            return None
        return Spoken(lead, coop, times[0])

    def _names_a_body(self, words: str) -> bool:
        """Tell whether a known body stands anywhere in words: the time could be its own."""
        said = _apart(words)
        return any(name in said for name in self._names)

    def _lead(self, words: str) -> str | None:
        if given := _GIVEN.match(words):
            return self._bodies(words[given.end() :])
        leads = _LEADS.search(words)
        return words[: leads.start()] if leads and self._are_bodies(words[: leads.start()]) else None

    def _bodies(self, words: str) -> str | None:
        """Return the bodies that words begin with, all of them; None where it is not sure where their names end."""
        ends = [word.end() for word in islice(_WORD.finditer(words), _LONGEST)]
        names = next((words[:end] for end in reversed(ends) if self._are_bodies(words[:end])), None)
        if names is None or names[-1] in ",;:":
            return None
        behind = _LETTERS.search(words, len(names))
        if behind is None or not words[len(names) : behind.start()].isspace():
            return None
        return names if behind[0].isalpha() and behind[0].islower() and behind[0] not in _GOES_ON else None

    def _are_bodies(self, words: str) -> bool:
        read = self._registry.read(words)
        return bool(read.agencies) and not (read.unread or read.scopes or read.duties or read.excluded or read.joins)


def times_in(words: str, *, year: int, issued: date | None) -> Iterator[tuple[str, TimeReading]]:
    """Yield of each clause the words that say by when or how often, where nothing of them is left unread."""
    for clause in _CLAUSE_END.split(words):
        said = (clause[cue.start() :].strip(" ,/") for cue in _CUE.finditer(clause))
        read = ((one, read_time(one, year=year, issued=issued)) for one in said)
        yield from islice((one for one in read if _is_dated(one[1])), 1)


def _is_dated(read: TimeReading) -> bool:
    dated = all(isinstance(part, Window | Deadline | Recurring) for part in read.parts)
    return dated and bool(read.parts) and not read.unread


def _apart(words: str) -> str:
    """Return words without marks, a space around each."""
    return f" {' '.join(_LETTERS.findall(fold(words)))} "


def with_spoken_tasks(plan: Plan) -> Plan:
    """Return a plan with the paragraphs as tasks that say who does what by when."""
    sentences = Sentences(Registry(plan.agencies, plan.issuer), year=plan.year, issued=plan.act.date)
    ids = iter(_free_ids(plan))
    parts = (part for section in plan.plan.sections for part in _parted(section, sentences, ids))
    return plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": tuple(_joined(parts))})})


def _joined(sections: Iterable[Section]) -> Iterator[Section]:
    """Yield sections; one that only goes on with tasks is one with the section before it."""
    before: Section | None = None
    for section in sections:
        if before and before.items and not (before.tables or section.heading or section.paragraphs):
            items = (*before.items, *section.items)
            before = before.model_copy(update={"items": items, "tables": section.tables})
            continue
        if before:
            yield before
        before = section
    if before:
        yield before


def _free_ids(plan: Plan) -> Iterator[str]:
    taken = {placed.task.id for placed in placed_tasks(plan)}
    return (one for number in count(1) if (one := f"{ITEM_ID}{number}") not in taken)


def _parted(section: Section, sentences: Sentences, ids: Iterator[str]) -> Iterator[Section]:
    """Yield a section; where paragraphs stand behind a task, another one goes on without a heading."""
    heading, before, items = section.heading, list[ParagraphWords](), list[Item]()
    for paragraph in section.paragraphs:
        said = None if paragraph.duties else sentences.read(paragraph.text)
        if said is None:
            if items:
                yield Section(heading=heading, paragraphs=tuple(before), items=tuple(items))
                heading, before, items = None, [], []
            before.append(paragraph)
            continue
        above = [before.pop().text] if before and _heads(before[-1].text, paragraph.text) else []
        items.append(_item("\n".join((*above, paragraph.text)), said, next(ids)))
    yield section.model_copy(
        update={"heading": heading, "paragraphs": tuple(before), "items": (*items, *section.items)}
    )


def _heads(above: str, sentence: str) -> bool:
    """Tell whether a numbered line is the heading of the sentence below it, which has no number."""
    is_point = line_of(above, None).number is not None and "\n" not in above
    return is_point and line_of(sentence, None).rank == UNMARKED


def _item(text: str, said: Spoken, item_id: str) -> Item:
    coop = AgencyWords(text=said.coop) if said.coop else None
    return Item(id=item_id, text=text, lead=AgencyWords(text=said.lead), coop=coop, time=TimeWords(text=said.time))
