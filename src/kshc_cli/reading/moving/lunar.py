"""Days of the lunar calendar of Vietnam (UTC+7) on the calendar of ours."""

from datetime import date, timedelta

from kshc_cli.reading.moving.lunar_table import YEARS

_SHORT, _LONG = 29, 30


def lunar_day(year: int, month: int, day: int) -> date | None:
    """Return the day of ours on which a day of a lunar year falls.

    None where that year has no such day, is not in the table, or has two such months, of which nobody says which.
    """
    if year not in YEARS:
        return None
    first, lengths, leap = YEARS[year].split()
    place = month - 1 + (0 < int(leap) < month)
    if month == int(leap) or not 1 <= day <= (_LONG if lengths[place] == "+" else _SHORT):
        return None
    begin = date(year, int(first[:2]), int(first[2:]))
    before = sum(_LONG if one == "+" else _SHORT for one in lengths[:place])
    return begin + timedelta(days=before + day - 1)
