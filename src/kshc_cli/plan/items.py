"""A task that is printed as paragraphs, as one of a table: its lines say who, what and when."""

from collections.abc import Mapping

from kshc_cli.plan.lines import bracketed, joined, line_of, roles_of
from kshc_cli.plan.model import AgencyWords, Item, Labels, Role, Task, TimeWords


def as_task(item: Item, own: Labels | None) -> Task:
    """Return an item as a task: its number, what is to be done, and what its labelled lines or its own fields say.

    ``own`` are the plan's labels. These may stand in brackets at the end of a line. Lines without a label belong to the
    content or, where the one above goes on, to that.
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


def told_by_labels(item: Item, own: Labels | None) -> Mapping[Role, str]:
    """Return the words of an item by what its labels say that they are; the content also has those without a label."""
    texts = item.text.split("\n")
    lines = [line_of(text, own) for text in texts]
    said: dict[Role, list[str]] = {}
    for place, (text, line, role) in enumerate(zip(texts, lines, roles_of(lines), strict=True)):
        bare = line.words if role or place == 0 else text.strip()
        bare, beside = (bare, {}) if role else bracketed(bare, own)
        said.setdefault(role or "content", []).append(line.said if line.role else bare)
        for other, told in beside.items():
            said.setdefault(other, []).append(told)
    return {role: words for role, told in said.items() if (words := joined(told))}
