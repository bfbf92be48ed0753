"""A registry for a plan that has none: an entry for each name that stands in its agency cells, or in its sentences."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kshc_cli.documents.importing.paragraphs.prose import HANDING_OUT
from kshc_cli.plan.items import as_task
from kshc_cli.plan.label_values import looks_like
from kshc_cli.plan.lines import line_of
from kshc_cli.plan.model import AgencyWords, Item, Plan, Section
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.agencies.whole_names import is_whole
from kshc_cli.reading.folding import fold
from kshc_cli.reading.proposals import proposals
from kshc_cli.reading.sentences.headings import guessed_bodies
from kshc_cli.reading.sentences.parents import opening_of
from kshc_cli.reading.tasks import read_plan
from kshc_cli.reading.times.reader import read_time

_BODY: Final = r"(?:co quan|don vi|phong|ban|nganh|dia phuong)"
_WHOEVER: Final = re.compile(rf"(?:cac |nhung )?{_BODY}(?:(?:, | va ){_BODY})*(?: (?:neu |co ten )?tren)?")
"""The name of a group that says nothing of which bodies it is."""

_BRACKET: Final = re.compile(
    r"\((?:do\s+)?([^();:]{3,120}?)\s+(?:chủ trì|phụ trách|chịu trách nhiệm|thực hiện)(?:\s+thực hiện)?\s*"
    r"(?:[,;]?\s*(?:và\s+)?phối hợp(?:\s*:|\s+(?:với|cùng))*\s+([^();:]{3,120}?)\s*"
    r"|[,;]\s*([^();:]{3,120}?)\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ|tham gia)\s*)?(?:[;,][^()]{0,200})?\)\W*\Z",
    re.IGNORECASE,
)
"""Brackets at the end of a line in which somebody leads, and perhaps helps."""
_BESIDE_TIME: Final = re.compile(r"\(([^();:\d]{3,80});\s*([^();]{4,60})\)\W*\Z")
"""Brackets at the end of a line with somebody and a time: … (Phòng Kinh tế; quý II/2026)."""
_ANY_YEAR: Final = 2000
"""Of which year a time is does not matter to whether it is one."""
_HEADS_OF: Final = re.compile(r"\A(?:tổ )?trưởng (?=(?:các|những) )", re.IGNORECASE)
"""Who answers for bodies of a group, before its name: Trưởng các ấp."""
_SHORT: Final = re.compile(r"(?!ngh)[bcdfghklmnpqrstvx]{3}")
"""Letters that stand together in no syllable: UBND, MTTQ."""


def with_registry(plan: Plan) -> Plan:
    """Return a plan with the entries that are proposed for its agency cells, their aliases and members included.

    They stand behind those of its registry.

    Whoever is named below a heading that hands out duties (Tổ chức thực hiện), by the heading of a group in a table
    that has no column of who leads, or leads in brackets at the end of a line, counts as in a cell.
    """
    texts = (line for section in plan.plan.sections for one in section.paragraphs for line in one.text.split("\n"))
    named = (*_handing_out(plan), *_group_headings(plan))
    sections = (*plan.plan.sections, *_asked(named), *_led(map(_bracketed, texts)))
    asked = plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": sections})})
    entries = (proposal.entry for proposal in proposals(read_plan(asked)))
    return plan.model_copy(update={"agencies": (*plan.agencies, *(entry for entry in entries if entry is not None))})


def with_registry_of_sentences(plan: Plan) -> Plan:
    """Return a plan whose sentences give out its duties with the entries that are proposed for their bodies."""
    asked = plan.plan.model_copy(update={"sections": tuple(_asked(_paragraphs(plan)))})
    found = with_registry(plan.model_copy(update={"plan": asked}))
    return plan.model_copy(update={"agencies": found.agencies})


def _asked(paragraphs: Iterable[str]) -> Iterator[Section]:
    """Yield a section with a task for each body that paragraphs name, as if it led it; none where they name nobody."""
    lines = [line for paragraph in paragraphs for line in paragraph.split("\n")]
    words = [opening_of(line_of(line, None).words) for line in lines]
    yield from _led((*guessed_bodies(one), *_bracketed(one)) for one in words)


def _led(named: Iterable[Iterable[str]]) -> Iterator[Section]:
    """Yield a section with a task for each body that lines name; none where they name nobody."""
    bodies = _shortest([body for line in named for body in line])
    bodies.sort(key=str.isupper)  # a name in small letters says how it is spelt
    if bodies:
        yield Section(items=tuple(_led_by(_in_small(words), number) for number, words in enumerate(bodies)))


def _bracketed(line: str) -> Iterator[str]:
    """Yield the bodies that brackets at the end of a line say lead or help: … (Phòng A chủ trì, phối hợp Phòng B)."""
    if (beside := _BESIDE_TIME.search(line)) and looks_like("bodies", beside[1]):
        read = read_time(beside[2], year=_ANY_YEAR)
        yield from (beside[1],) if read.parts and not read.unread else ()
    if found := _BRACKET.search(line):
        yield from (name for name in map(str.strip, filter(None, found.groups())) if looks_like("bodies", name))


def _in_small(name: str) -> str:
    """Return a name in capitals (a heading's) in small letters, but for short names: Phòng văn hóa - xã hội."""
    if not name.isupper():
        return name
    words = (one if _SHORT.search(fold(one)) else one.lower() for one in name.split(" "))
    small = " ".join(words)
    return small[:1].upper() + small[1:]


def _led_by(words: str, number: int) -> Item:
    return Item(id=f"x{number}", text=words, lead=AgencyWords(text=_HEADS_OF.sub("", words)))


def _shortest(names: Sequence[str]) -> list[str]:
    """Return names; one that goes on in small letters behind another one of the document is that one, and a verb.

    Phòng Kinh tế nạo vét kênh is Phòng Kinh tế, where that is named elsewhere; else it is left out, as nothing says
    where the name ends. A number makes it another one: Ban Quản lý dự án số 1.
    """
    known = {" ".join(words_of_name) for name in names if (words_of_name := name.split()) and is_whole(name)}
    found = []
    for name in names:
        words = name.split()
        shorter = (
            place
            for place in range(2, len(words))
            if words[place].islower() and words[place] != "số" and " ".join(words[:place]) in known
        )
        found.append(" ".join(words[: next(shorter, len(words))]))
    return [one for one in found if is_whole(one)]


def with_those_named(plan: Plan) -> Plan:
    """Return a plan with the bodies of its registry that a task names: others were guessed from what is no task.

    Those whom a task is read by stay, too, who take no part in it: Văn phòng UBND tỉnh đề nghị Sở Y tế ….
    """
    whole = read_plan(plan)
    kept = _only(plan, whole.used_agencies)
    pairs = zip(whole.tasks, read_plan(kept).tasks, strict=True)
    lost = [one for one, less in pairs if (one.lead, one.coop) != (less.lead, less.coop)]
    named = {found.agency for one in lost for found in whole.registry.named(one.task.content)}
    return _only(plan, whole.used_agencies | named) if named else kept


def _only(plan: Plan, agencies: frozenset[str]) -> Plan:
    return plan.model_copy(update={"agencies": tuple(one for one in plan.agencies if one.id in agencies)})


def with_addressees(plan: Plan, addressed: Sequence[str]) -> Plan:
    """Return the plan of a letter whose groups that name nobody (các đơn vị) are those whom it is addressed to.

    ``addressed`` are their names as the letter has them; the plan stays as it is where one of them is none, or a group.
    """
    groups = {one.id for one in plan.agencies if one.open and not one.members and names_nobody(one.name)}
    if not (groups and addressed):
        return plan
    items = tuple(_led_by(one, place) for place, one in enumerate(addressed))
    asked = plan.model_copy(update={"plan": plan.plan.model_copy(update={"sections": (Section(items=items),)})})
    entries = [one.entry for one in proposals(read_plan(asked)) if one.entry is not None]
    known = (*plan.agencies, *entries)
    read = [Registry(known, plan.issuer).read(one) for one in addressed]
    members = tuple(dict.fromkeys(agency for one in read for agency in one.agencies))
    kinds = {one.id: one.is_group for one in known}
    if any(one.unread or not one.agencies for one in read) or any(kinds[one] for one in members):
        return plan
    told = (
        one.model_copy(update={"members": members, "open": False}) if one.id in groups else one
        for one in known
        if one.id in members or one in plan.agencies
    )
    return plan.model_copy(update={"agencies": tuple(told)})


def names_nobody(group: str) -> bool:
    """Tell whether the name of a group says no more than that it is bodies: các cơ quan, đơn vị nêu trên."""
    return _WHOEVER.fullmatch(fold(group)) is not None


def _handing_out(plan: Plan) -> Iterator[str]:
    """Yield the paragraphs below headings that hand out duties."""
    hands_out = False
    for section in plan.plan.sections:
        hands_out = hands_out if section.heading is None else HANDING_OUT.search(section.heading) is not None
        yield from (one.text for one in section.paragraphs if hands_out)


def _group_headings(plan: Plan) -> Iterator[str]:
    """Yield the headings of groups in tables without a column of who leads."""
    for section in plan.plan.sections:
        for table in section.tables:
            if not any(column.role == "lead" for column in table.columns or ()):
                yield from (group.heading for group in table.groups if group.heading)


def _paragraphs(plan: Plan) -> Iterator[str]:
    yield from plan.plan.preamble
    for section in plan.plan.sections:
        if section.heading:
            yield section.heading
        yield from (one.text for one in section.paragraphs)
        yield from (task.content for item in section.items if (task := as_task(item, plan.plan.labels)).lead is None)
