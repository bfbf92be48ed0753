"""The options that may stand before or after any command, and what they leave in the session."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from kshc_cli.cli.declarations import ValueReader
from kshc_cli.cli.session import Session
from kshc_cli.cli.values import FILLED, Chosen
from kshc_cli.desk.days import spelt_day
from kshc_cli.messages import _


class ColorOption(StrEnum):
    """When answers are coloured and drawn."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def color_words(when: ColorOption) -> str:
    """Return what a value of ``--color`` is called."""
    return {ColorOption.AUTO: _("automatic"), ColorOption.ALWAYS: _("always"), ColorOption.NEVER: _("never")}[when]


class GlobalOption(NamedTuple):
    """An option that may stand before or after any command."""

    names: tuple[str, ...]
    keep: Callable[[Session, Any], None]
    """Leaves its value in the session: all of them where it is repeatable."""
    help: str
    metavar: str = ""
    """What its value is called; of a switch, nothing."""
    reader: ValueReader | None = None
    is_many: bool = False


def global_options() -> list[GlobalOption]:
    """Return all of them."""
    colors = Chosen(ColorOption, color_words)
    plan = _(
        "The plan; else KSHC_PLAN, else plan.yaml here or in a parent folder. Commands that look up take many: "
        "repeat it, or name a folder, a pattern (plans/**/plan.yaml) or a list (@list.txt)."
    )
    scheduler = _("A Dask cluster that looks many plans up (tcp://…); else KSHC_SCHEDULER, else all cores.")
    today = _("The day to take for today; else KSHC_TODAY, else the clock.")
    color = _("When to colour answers and draw tables; NO_COLOR turns colours off.")
    return [
        GlobalOption(("--plan",), _keep_plans, plan, _("FILE"), FILLED, is_many=True),
        GlobalOption(("--today",), _keep_today, today, _("DATE")),
        GlobalOption(("--color",), _keep_color, color, _("WHEN"), colors),
        GlobalOption(("--scheduler",), _keep_scheduler, scheduler, _("ADDRESS"), FILLED),
        GlobalOption(("--quiet", "-q"), _quieter, _("Only data and errors.")),
        GlobalOption(("--verbose", "-v"), _louder, _("Say which plan is used.")),
    ]


def _keep_plans(session: Session, plans: Sequence[str]) -> None:
    """Keep the plans; those that stand behind a command replace those before it, which an alias may hold."""
    session.plans = tuple(plans)


def _keep_today(session: Session, words: str) -> None:
    session.today = spelt_day(words)


def _keep_color(session: Session, when: ColorOption) -> None:
    session.color = when.value


def _keep_scheduler(session: Session, address: str) -> None:
    session.scheduler = address


def _quieter(session: Session, _given: object) -> None:
    session.verbosity -= 1


def _louder(session: Session, _given: object) -> None:
    session.verbosity += 1
