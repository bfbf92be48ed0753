"""The options that may stand before or after any command, and what they leave in the session."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

import click

from kshc_cli.cli.session import session_of
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


def global_options(*, hidden: bool = True) -> list[click.Option]:
    """Return the options that may stand before or after any command; hidden in the commands' own help pages."""

    def option(*names: str, **settings: Any) -> click.Option:  # noqa: ANN401  click's settings
        return click.Option(names, expose_value=False, is_eager=True, hidden=hidden, **settings)

    switch = {"is_flag": True, "flag_value": "1", "default": None}
    colors = Chosen(ColorOption, color_words)
    plan = _(
        "The plan; else KSHC_PLAN, else plan.yaml here or in a parent folder. Commands that look up take many: "
        "repeat it, or name a folder, a pattern (plans/**/plan.yaml) or a list (@list.txt)."
    )
    scheduler = _("A Dask cluster that looks many plans up (tcp://…); else KSHC_SCHEDULER, else all cores.")
    today = _("The day to take for today; else KSHC_TODAY, else the clock.")
    color = _("When to colour answers and draw tables; NO_COLOR turns colours off.")
    return [
        option("--plan", type=FILLED, metavar=_("FILE"), callback=_plans, multiple=True, help=plan),
        option("--today", metavar=_("DATE"), callback=_keeping("today", spelt_day), help=today),
        option("--color", type=colors, metavar=_("WHEN"), callback=_keeping("color"), help=color),
        option("--scheduler", type=FILLED, metavar=_("ADDRESS"), callback=_keeping("scheduler"), help=scheduler),
        option("--quiet", "-q", callback=_louder(-1), help=_("Only data and errors."), **switch),
        option("--verbose", "-v", callback=_louder(1), help=_("Say which plan is used."), **switch),
    ]


Callback = Callable[[click.Context, click.Parameter, str | None], None]


def _keeping(name: str, read: Callable[[str], object] = str) -> Callback:
    """Make a callback that keeps an option's value in the session."""

    def callback(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        if value is not None and (read is str or not context.resilient_parsing):
            setattr(session_of(context), name, read(value))

    return callback


def _plans(context: click.Context, _parameter: click.Parameter, value: tuple[str, ...]) -> None:
    """Keep the plans; those that stand behind a command replace those before it, which an alias may hold."""
    if value:
        session_of(context).plans = value


def _louder(step: int) -> Callback:
    """Make a callback that changes how much is said."""

    def callback(context: click.Context, _parameter: click.Parameter, value: str | None) -> None:
        session_of(context).verbosity += step if value is not None else 0

    return callback
