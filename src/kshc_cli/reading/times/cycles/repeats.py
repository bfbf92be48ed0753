"""Words that say of which months a day comes back: hằng tháng, tháng cuối quý, tháng đầu tiên của quý liền sau."""

from typing import Final

from kshc_cli.reading.times.cell import Phrasebook
from kshc_cli.reading.times.cycles.periods import MONTHLY, QUARTERLY, YEARLY

LAST_OF_QUARTERS: Final = "FREQ=MONTHLY;BYMONTH=3,6,9,12"
FIRST_OF_QUARTERS: Final = "FREQ=MONTHLY;BYMONTH=1,4,7,10"
NEXT_MONTH: Final = "next month"
"""Ngày 05 của tháng liền kề: each month's, unless a longer period is reported on."""
_NEXT: Final = ("sau", "liền sau", "liền kề", "liền kề sau", "sau liền kề", "kế tiếp", "tiếp theo")
EDGE_MONTHS: Final = Phrasebook(
    {
        " ".join(f"tháng {edge} {of} {every} quý".split()): rule
        for edges, rule in ((("cuối", "cuối cùng"), LAST_OF_QUARTERS), (("đầu", "đầu tiên"), FIRST_OF_QUARTERS))
        for edge in edges
        for of in ("", "của", "trong")
        for every in ("hằng", "mỗi", "các")
    }
)
"""Tháng đầu tiên của mỗi quý: such a month, whatever its day."""
OF_EDGES: Final = Phrasebook(
    {
        f"cuối {every} {unit}": rule
        for every in ("hằng", "mỗi", "tháng hằng", "năm hằng")
        for unit, rule in (("tháng", f"{MONTHLY};BYMONTHDAY=-1"), ("năm", f"{YEARLY};BYMONTH=12;BYMONTHDAY=-1"))
        if every in {"hằng", "mỗi", f"{unit} hằng"}
    }
    | {
        f"ngày cuối {of} {every} tháng".replace("  ", " "): f"{MONTHLY};BYMONTHDAY=-1"
        for of in ("", "cùng", "cùng của")
        for every in ("hằng", "mỗi")
    }
    | {"ngày cuối cùng của tháng": f"{MONTHLY};BYMONTHDAY=-1"}
    | {
        f"ngày {edge} {of} {every} quý".replace("  ", " "): rule
        for edge, rule in (
            ("cuối cùng", f"{LAST_OF_QUARTERS};BYMONTHDAY=-1"),
            ("đầu tiên", f"{FIRST_OF_QUARTERS};BYMONTHDAY=1"),
        )
        for of in ("", "của")
        for every in ("", "hằng", "mỗi", "từng")
    }
    | {
        " ".join(f"ngày làm việc {edge} {of} {unit}".split()): f"{rule};BYDAY=MO,TU,WE,TH,FR;BYSETPOS={nth}"
        for edge, nth in (("đầu tiên", 1), ("đầu", 1), ("cuối cùng", -1), ("cuối", -1))
        for unit, rule in (
            ("tháng", MONTHLY),
            ("quý", LAST_OF_QUARTERS if nth < 0 else FIRST_OF_QUARTERS),
            ("năm", f"{YEARLY};BYMONTH={12 if nth < 0 else 1}"),
        )
        for of in ("", "của", "hằng", "mỗi", "của mỗi", "của hằng", "trong", "trong mỗi")
        if unit != "năm" or of not in {"", "của", "trong"}
    }
)
"""Cuối hằng tháng, cuối mỗi năm, ngày cuối cùng của mỗi quý: the last day of each; or its last working day."""
TAILS: Final = Phrasebook(
    {
        f"{of} {every} {unit}".strip(): rule
        for of in ("", "của", "/")
        for every in ("hằng", "mỗi")
        for unit, rule in (("năm", YEARLY), ("tháng", MONTHLY))
    }
    | {f"( {every} {unit} )": rule for every in ("hằng", "mỗi") for unit, rule in (("năm", YEARLY), ("tháng", MONTHLY))}
    | {
        " ".join(f"{of} tháng {last} {every} quý".split()): QUARTERLY
        for of in ("", "của")
        for last in ("cuối", "cuối cùng")
        for every in ("", "của", "hằng", "mỗi", "của mỗi", "trong", "trong mỗi")
    }
    | {
        " ".join(f"{of} tháng {first} {behind} quý {which}".split()): FIRST_OF_QUARTERS
        for of in ("", "của")
        for first in ("đầu", "đầu tiên")
        for behind in ("", "của", "của mỗi", "hằng", "mỗi")
        for which in ("", *_NEXT, *(f"{later} quý báo cáo" for later in _NEXT))
        if which or behind not in {"", "của"}
    }
    | {f"{of} tháng {which}".strip(): NEXT_MONTH for of in ("", "của") for which in _NEXT}
)

MONTHS_OF: Final = {
    MONTHLY: (MONTHLY, 28),
    NEXT_MONTH: (MONTHLY, 28),
    QUARTERLY: (LAST_OF_QUARTERS, 30),
    FIRST_OF_QUARTERS: (FIRST_OF_QUARTERS, 30),
}
"""The rule of days of a month, and the days that each of its months has."""
UNITS_OF: Final = {NEXT_MONTH: MONTHLY, FIRST_OF_QUARTERS: QUARTERLY}
"""Behind which unit months of the next one say when: hằng quý, trước ngày 05 tháng đầu tiên của quý sau."""
