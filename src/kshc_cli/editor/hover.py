"""What is told of the word under the pointer: how it is read, its days, how its duties stand; of a key what it is."""

from typing import Final, Literal, NamedTuple, cast

from kshc_cli.desk.answering import answer_from
from kshc_cli.desk.pages import ShowQuestion
from kshc_cli.desk.question import Asked, Form
from kshc_cli.editor.fields import Fields
from kshc_cli.editor.names import IdKind, Use, names_at, task_at
from kshc_cli.editor.texts import Span, Spot, Texts, spot_at
from kshc_cli.messages import _, language_in_use, listed, ngettext
from kshc_cli.reading.tasks import ReadPlan
from kshc_cli.reports.terminal import Terminal

_CELLS: Final = frozenset({"lead", "coop", "time"})


class Hover(NamedTuple):
    """What is told, of which characters; whether its lines stand in columns."""

    span: Span
    text: str
    is_table: bool = False


def hover(texts: Texts, fields: Fields, offset: int, *, of_log: bool) -> Hover | None:
    """Return what is told at an offset; None where there is nothing to tell."""
    yaml = texts.yaml(of_log=of_log)
    spot = spot_at(yaml.marks, yaml.lines, offset)
    if spot is None:
        return None
    if spot.is_key:
        known = fields.about(yaml.data, spot.path)
        return None if known is None else Hover(spot.span, "\n\n".join(filter(None, (known.title, known.explanation))))
    if not of_log and (told := _of_task(texts, spot)):
        return told
    found = names_at(texts, offset, of_log=of_log)
    lines = [line for use in found if (line := _of_name(texts, use))]
    return Hover(spot.span, "\n\n".join(lines), any(use.kind is IdKind.TASK for use in found)) if lines else None


def _of_task(texts: Texts, spot: Spot) -> Hover | None:
    """Tell of a task's cell how it is read, of its id and its words all that ``kshc show`` does."""
    plan = texts.opened.draft
    read = task_at(plan, spot.path) if plan is not None else None
    if read is None:
        return None
    field = spot.path[len(read.placed.path)] if len(spot.path) > len(read.placed.path) else None
    if field in _CELLS:
        text = _shown(texts, read.task.id, cast(Literal["lead", "coop", "time"], field))
    elif field in {"id", "number", "content", "text", "work_by"}:
        text = _shown(texts, read.task.id)
    else:
        return None
    return Hover(spot.span, text, is_table=True) if text else None


def _shown(texts: Texts, task: str, cell: Literal["lead", "coop", "time"] | None = None) -> str:
    asked = Asked(texts.today, language_in_use(), Form(terminal=Terminal(width=100)))
    answer = answer_from(texts.answering, ShowQuestion(asked, task, cell))
    return answer.get("text", "")


def _of_name(texts: Texts, use: Use) -> str:
    if use.kind is IdKind.TASK:
        return _shown(texts, use.name)
    plan = texts.opened.draft
    return _of_body(plan, use.name) if plan is not None and use.kind is IdKind.BODY else ""


def _of_body(plan: ReadPlan, body: str) -> str:
    """Tell who a body is, which groups it belongs to, and in how many tasks it takes part."""
    entry = plan.registry.by_id.get(body)
    if entry is None:
        return ""
    part = plan.participations.get(body)
    names = plan.registry.by_id
    told = [f"{entry.name} ({body})"]
    if entry.members:
        members = listed([names[one].name if one in names else one for one in entry.members])
        told.append(_("stands for: {names}").format(names=members))
    if groups := plan.groups_of(body):
        told.append(_("belongs to: {names}").format(names=listed([names[one].name for one in groups])))
    if part is not None:
        told += (
            ngettext("leads {n} task", "leads {n} tasks", part.lead).format(n=part.lead),
            ngettext("cooperates in {n} task", "cooperates in {n} tasks", part.coop).format(n=part.coop),
        )
    return "\n\n".join(told)
