"""What the codes and ids in cells of CSV are called: the words and names that tables have for them."""

from collections.abc import Callable, Mapping
from typing import Final

from kshc_cli.messages import _
from kshc_cli.plan.model import Agency
from kshc_cli.reading.times.days.hours import weekday_name
from kshc_cli.reading.times.kind_names import kind_name
from kshc_cli.reports.changes import body_name
from kshc_cli.reports.columns import WEEKDAYS
from kshc_cli.reports.csv_form import Said
from kshc_cli.reports.entries import what_words
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import What
from kshc_cli.tracking.standing import Status

_BODIES: Final = ("lead_agencies", "coop_agencies", "via", "owing", "owed_by", "members", "succeeded_by", "unit")


def code_words(agencies: Mapping[str, Agency]) -> Said:
    """Return how codes and the ids of agencies are said in answers about tasks and agencies."""
    return dict.fromkeys(_BODIES, _named(agencies)) | {
        "kinds": lambda codes: "; ".join(map(kind_name, codes.split())),
        "occurrence": _period,
        "period": _period,
        "weekday": lambda code: weekday_name(WEEKDAYS.index(code)),
        "status": lambda code: status_words(Status(code)),
        "what": lambda code: what_words(What(code)),
        "open": _truth,
        "subordinate": _truth,
        "retracted": _truth,
    }


def entry_words(agencies: Mapping[str, Agency]) -> Said:
    """Return the same of the log, whose lead is the body that took a task over."""
    return {**code_words(agencies), "lead": _named(agencies)}


def _named(agencies: Mapping[str, Agency]) -> Callable[[str], str]:
    return lambda ids: "; ".join(body_name(one, agencies) for one in ids.split())


def _period(key: str) -> str:
    return period_name(key, 0)  # of no year: each tells its own


def _truth(code: str) -> str:
    return {"true": _("yes"), "false": _("no")}[code]
