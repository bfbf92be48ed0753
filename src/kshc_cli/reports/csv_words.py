"""What the codes in cells of CSV are called: the words that tables have for them."""

from collections.abc import Callable, Mapping

from kshc_cli.messages import _
from kshc_cli.reading.kind_names import kind_name
from kshc_cli.reports.entries import what_words
from kshc_cli.reports.records import WEEKDAYS
from kshc_cli.reports.recurrences import weekday_name
from kshc_cli.reports.standings import status_words
from kshc_cli.tracking.period_names import period_name
from kshc_cli.tracking.progress_log import What
from kshc_cli.tracking.standing import Status


def code_words() -> Mapping[str, Callable[[str], str]]:
    """Return how the codes of a field are said, by the fields of JSON that have codes."""
    return {
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


def _period(key: str) -> str:
    return period_name(key, 0)  # of no year: each tells its own


def _truth(code: str) -> str:
    return {"true": _("yes"), "false": _("no")}[code]
