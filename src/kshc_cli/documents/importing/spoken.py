"""Tasks that a sentence gives out: “Giao Văn phòng … trước ngày …”, “Văn phòng chủ trì … hoàn thành trong quý I”."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import count

from kshc_cli.documents.importing.items import ITEM_ID
from kshc_cli.plan.items import as_task
from kshc_cli.plan.lines import UNMARKED, line_of
from kshc_cli.plan.model import Item, ParagraphWords, Plan, Section
from kshc_cli.plan.walk import placed_tasks
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.sentences.reader import said_in
from kshc_cli.reading.times.reader import read_time
from kshc_cli.reading.values import Deadline, Recurring, Window


class Sentences:
    """Reads sentences of a plan by the bodies that its other words name."""

    def __init__(self, registry: Registry, *, year: int, issued: date | None) -> None:
        self._registry = registry
        self._year = year
        self._issued = issued

    def give(self, item: Item) -> bool:
        """Tell whether the words of an item say for sure who does it, and by when or how often."""
        text = as_task(item, None).content
        said = said_in(text, self._registry, year=self._year, issued=self._issued)
        bodies = [self._registry.read(text[one.start : one.end]) for one in said if one.field != "time"]
        times = [text[one.start : one.end] for one in said if one.field == "time"]
        sure = all(one.is_read for one in said) and all(one.agencies and not one.unread for one in bodies)
        return sure and any(map(self._is_dated, times))

    def _is_dated(self, words: str) -> bool:
        parts = read_time(words, year=self._year, issued=self._issued).parts
        return any(isinstance(part, Window | Deadline | Recurring) for part in parts)


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
        above = [before[-1].text] if before and _heads(before[-1].text, paragraph.text) else []
        item = Item(id=ITEM_ID, text="\n".join((*above, paragraph.text)))
        if paragraph.duties or not sentences.give(item):
            if items:
                yield Section(heading=heading, paragraphs=tuple(before), items=tuple(items))
                heading, before, items = None, [], []
            before.append(paragraph)
            continue
        before = before[: len(before) - len(above)]
        items.append(item.model_copy(update={"id": next(ids)}))
    yield section.model_copy(
        update={"heading": heading, "paragraphs": tuple(before), "items": (*items, *section.items)}
    )


def _heads(above: str, sentence: str) -> bool:
    """Tell whether a numbered line is the heading of the sentence below it, which has no number."""
    is_point = line_of(above, None).number is not None and "\n" not in above
    return is_point and line_of(sentence, None).rank == UNMARKED
