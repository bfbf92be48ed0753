"""What the page says beside the words of the plan."""

from collections.abc import Callable, Mapping
from typing import Final

from kshc_cli.messages import _, ngettext
from kshc_cli.reports.drafts import draft_words
from kshc_cli.reports.plan_page import NEXT_DAYS


def page_words() -> dict[str, object]:
    """Return the sentences of the page, by the names that its templates have for them."""
    return {**_heads(), **_labels()}


def _heads() -> dict[str, object]:
    return {
        "as_of": _("As of {day}"),
        "skip": _("Skip to all tasks"),
        "sections": _("Parts of this page"),
        "glance": _("At a glance"),
        "late": _("Late"),
        "soon": _("Due soon"),
        "next": _("Due within {n} days").format(n=NEXT_DAYS),
        "timeline": _("The year"),
        "progress": _("Progress"),
        "month": _("Month"),
        "all": _("All tasks"),
        "by_body": _("By body"),
        "by_section": _("By section"),
        "nothing_late": _("Nothing is late."),
        "nothing_next": _("Nothing is due within {n} days.").format(n=NEXT_DAYS),
        "nothing_dated": _("No task has a day."),
        "nothing_recorded": _("Nothing is recorded yet; what has passed counts as late."),
        "draft": draft_words(),
        "notes": _("Notes"),
        "made": _("Made by kshc from the plan and its log. All standings are those of {day}."),
    }


def _labels() -> dict[str, object]:
    return {
        "no": _("ID"),
        "task": _("Task"),
        "who": _("Who"),
        "lead": _("Lead"),
        "coop": _("Cooperating"),
        "result": _("Result"),
        "time": _("Time"),
        "work_by": _("Work by"),
        "how": _("Days and standing"),
        "body": _("Body"),
        "role": _("Role"),
        "any": _("any"),
        "kind": _("Kind of time"),
        "standing": _("Standing"),
        "section": _("Section"),
        "words": _("Words"),
        "everything": _("all"),
        "owed": _("everything owed"),
        "reset": _("Show all"),
        "none": _("No task is like that."),
        "before": _("Month before"),
        "behind": _("Month behind"),
        "was": _("was {day}"),
        "estimated": _("estimated: the days off are not decided"),
        "duties_done": _("Duties done"),
        "done": _("Done"),
        "of_them_late": _("{n} of them late"),
        "period": _("span of time"),
        "deadline": _("deadline"),
        "again": _("comes back"),
        "today": _("today"),
        "no_body": _("(no body known)"),
    }


def n_tasks(n: int) -> str:
    """Say how many tasks."""
    return ngettext("{n} task", "{n} tasks", n).format(n=n)


def n_times(n: int) -> str:
    """Say how many occasions."""
    return ngettext("{n} time", "{n} times", n).format(n=n)


def n_bodies(n: int) -> str:
    """Say how many bodies."""
    return ngettext("{n} body", "{n} bodies", n).format(n=n)


def n_more(n: int) -> str:
    """Say how many tasks are not named."""
    return ngettext("… and {n} more task", "… and {n} more tasks", n).format(n=n)


def n_undated(n: int) -> str:
    """Say how many tasks have no day."""
    return ngettext("{n} without a day", "{n} without a day", n).format(n=n)


def n_bodies_more(n: int) -> str:
    """Say how many bodies are not named."""
    return ngettext("… and {n} more", "… and {n} more", n).format(n=n)


def n_later(n: int) -> str:
    """Say how many days of the same task come later."""
    return ngettext("and {n} later day", "and {n} later days", n).format(n=n)


COUNTED: Final[Mapping[str, Callable[[int], str]]] = {
    "n_tasks": n_tasks,
    "n_times": n_times,
    "n_bodies": n_bodies,
    "n_more": n_more,
    "n_bodies_more": n_bodies_more,
    "n_later": n_later,
    "n_undated": n_undated,
}
"""What templates call with a number."""


def script_words() -> dict[str, str]:
    """Return the sentences that the script fills."""
    return {"count": _("Tasks: {tasks} · duties: {duties}")}
