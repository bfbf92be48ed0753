"""Writes the lunar calendar of Vietnam, as the library ``lunar-vn`` reckons it, into a table that needs no library."""

from datetime import date, timedelta
from pathlib import Path
from typing import Final

from lunar_vn import LunarDate, lunar_to_solar, solar_to_lunar

ROOT: Final = Path(__file__).parents[1]
_MODULE: Final = ROOT / "src" / "kshc_cli" / "reading" / "times" / "days" / "lunar_table.py"
_YEARS: Final = range(2000, 2061)
_LONG: Final = 30


def months(year: int) -> tuple[list[bool], int]:
    """Return which months of a lunar year have 30 days, in their order, and behind which one a leap one stands."""
    first, end = (lunar_to_solar(LunarDate(1, 1, number, leap=False)) for number in (year, year + 1))
    found, leap = [], 0
    while first < end:
        leap = solar_to_lunar(first).month if solar_to_lunar(first).leap else leap
        following = first + timedelta(days=_LONG)
        is_long = solar_to_lunar(following).day == 1
        found.append(is_long)
        first = following if is_long else following - timedelta(days=1)
    assert first == end, year  # noqa: S101  the months fill the year
    return found, leap


def files() -> dict[Path, bytes]:
    """Return the table by its path."""
    rows = []
    for year in _YEARS:
        first: date = lunar_to_solar(LunarDate(1, 1, year, leap=False))
        found, leap = months(year)
        rows.append(f'    {year}: "{first:%m%d} {"".join("+" if each else "-" for each in found)} {leap}",')
    lines = (
        '"""The lunar calendar of Vietnam by the library ``lunar-vn``: made by ``make generate``."""',
        "",
        "YEARS = {",
        *rows,
        "}",
        '"""By lunar year: on which day of ours it begins; its months, of 30 days (+) or 29; which has a leap one."""',
        "",
    )
    return {_MODULE: "\n".join(lines).encode()}
