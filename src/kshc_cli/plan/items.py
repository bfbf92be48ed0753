"""A task that is printed as paragraphs, as one of a table: its lines say who, what and when."""

from collections.abc import Iterator, Mapping
from typing import Final

from kshc_cli.plan.label_words import Holds
from kshc_cli.plan.lines import ItemLine, bracketed, joined, line_of, roles_of
from kshc_cli.plan.meetings import without_participants
from kshc_cli.plan.model import AgencyWords, Item, Labels, Task, TimeWords

_BESIDE: Final = frozenset(("note", "start"))
"""What no field of a task holds: it stays in the content."""


def as_task(item: Item, own: Labels | None) -> Task:
    """Return an item as a task: its number, what is to be done, and what its labelled lines or its own fields say.

    ``own`` are the plan's labels. These may stand in brackets at the end of a line, or behind a sentence of it. Lines
    without a label belong to the content or, where the one above goes on, to that; so do lines of notes and of when a
    task begins, with their labels.
    """
    told = told_by_labels(item, own)
    lead, coop, time = told.get("lead"), told.get("coop"), told.get("time")
    return Task(
        id=item.id,
        number=line_of(item.text.partition("\n")[0], own).number,
        content=told.get("content") or item.text,
        lead=item.lead or (AgencyWords(text=lead) if lead else None),
        coop=item.coop or (AgencyWords(text=coop) if coop else None),
        result=item.result or told.get("result"),
        time=item.time or (TimeWords(text=time) if time else None),
        work_by=item.work_by,
    )


def start_of(item: Item, own: Labels | None) -> TimeWords | None:
    """Return the words of an item that say when it begins: Thời gian bắt đầu: …; None without a label of that."""
    start = told_by_labels(item, own).get("start")
    return TimeWords(text=start) if start else None


def joint_label(item: Item, own: Labels | None) -> str:
    """Return the label of who leads, in small letters, where it is the item's only one of bodies; empty for others.

    It may say that they cooperate, too: Cơ quan chủ trì, phối hợp.
    """
    lines = without_participants(line_of(text, own) for text in item.text.split("\n"))
    told = [one for line in lines for one in line.told if one.holds in {"lead", "coop"}]
    is_only = len(told) == 1 and told[0].holds == "lead" and (item.lead is None or item.lead.text == told[0].words)
    return told[0].label if is_only else ""


def told_by_labels(item: Item, own: Labels | None) -> Mapping[Holds, str]:
    """Return the words of an item by what its labels say that they are; the content also has those without a label."""
    lines = list(without_participants(line_of(text, own) for text in item.text.split("\n")))
    said: dict[Holds, list[str]] = {}
    for place, (line, role) in enumerate(zip(lines, roles_of(lines), strict=True)):
        mark = line.mark if place else ""
        for holds, words in _beneath(line, role, mark) if line.role is None and role else _said(line, mark, own):
            said.setdefault(holds, []).append(words)
    return {holds: whole for holds, told in said.items() if (whole := joined(told))}


def _beneath(line: ItemLine, role: Holds, mark: str) -> Iterator[tuple[Holds, str]]:
    """Yield the words of a line below a label with what they are."""
    yield ("content", mark + line.words) if role in _BESIDE else (role, line.words)


def _said(line: ItemLine, mark: str, own: Labels | None) -> Iterator[tuple[Holds, str]]:
    """Yield the words of a line, by its own labels."""
    head, told = (line.head, line.told) if line.told else bracketed(line.words, own)
    if head:
        yield "content", mark + head
    for number, one in enumerate(told):
        if one.holds in _BESIDE:
            yield "content", one.printed if head or number else mark + one.printed
        if one.holds != "note":
            yield one.holds, one.words
