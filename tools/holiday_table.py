"""Writes Vietnam's public holidays, as the library ``holidays`` computes them, into a table that needs no library."""

from pathlib import Path
from typing import Final

from holidays import country_holidays

from kshc_cli.tracking.state_days import INSTEAD_OF

ROOT: Final = Path(__file__).parents[1]
_MODULE: Final = ROOT / "src" / "kshc_cli" / "tracking" / "holiday_table.py"


def called(name: str) -> str:
    """Return what a day is called; one that was exchanged as ``state_days`` calls it."""
    return name.replace("Ngày nghỉ (thay cho ngày ", INSTEAD_OF.partition("{")[0])


def files() -> dict[Path, bytes]:
    """Return the table by its path."""
    library = country_holidays("VN", language="vi")
    years = {
        year: country_holidays("VN", language="vi", years=year, expand=False)
        for year in range(library.start_year, library.end_year + 1)
    }
    names = sorted({called(name) for days in years.values() for name in days.values()})
    rows = [
        f'    {year}: "{"".join(f"{day:%m%d}{names.index(called(name)):02}" for day, name in sorted(days.items()))}",'
        for year, days in years.items()
    ]
    worked = sorted({day for days in years.values() for day in days.weekend_workdays})
    lines = (
        '"""Vietnam\'s public holidays by the library ``holidays``: made by ``make generate``."""',
        "",
        f"NAMES = {names!r}",
        '"""What the days are called."""',
        "DAYS = {",
        *rows,
        "}",
        '"""By year, for each day off beside weekends: month, day and the place of its name, two figures each."""',
        f"WORKED = {[day.isoformat() for day in worked]!r}",
        '"""Saturdays and Sundays that were worked for other days."""',
        "",
    )
    return {_MODULE: "\n".join(lines).encode()}
