"""Which occasion of a task a person means: by its key, its day, or what it is called."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from kshc_cli.reading.folding import fold
from kshc_cli.tracking.course import Course
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.period_names import period_keys, span_of


def period_meant(wish: str | None, course: Course, *, about_one: bool) -> str | None:
    """Return the key of the occasion meant: the one that is named or, for what is ``about_one``, the only one.

    What names none, or several, is returned as it is.
    """
    if wish is None:
        dated = [one.key for one in course.occasions if one.day] or [one.key for one in course.occasions]
        return dated[0] if about_one and len(dated) == 1 else None
    year = course.plan.year
    names = [(name, one.key) for one in course.occasions for name in {*_days(one), *_names(one, year)}]
    called = Counter(name for name, _key in names)
    keys = {name: key for name, key in names if called[name] == 1}
    keys |= {one.key: one.key for one in course.occasions}
    spellings = (_spelt(wish), *period_keys(wish, year))
    return next((keys[spelling] for spelling in spellings if spelling in keys), None) or _only_within(wish, course)


def called_before(period: str, occasions: Iterable[Occasion]) -> Occasion | None:
    """Return the one occasion that an older kshc called so, and none is called today; None where that is not sure.

    Up to 29/11/2026 what is due behind its period went by the month of its day: the report on quý I that is due on
    05/04 by 2026-04, not 2026-Q1. Before, a day in brackets or one that is hoped for counted as an occasion of its own,
    so that the one that is left went by its day, or by its day with a number behind it: 2026-09-30, 2026-09-30/2.
    """
    known = tuple(occasions)
    if any(one.key == period or one.event or one.waits for one in known):
        return None
    day, slash, number = period.partition("/")
    dated = [(one, one.day) for one in known if one.day is not None]
    found = [one for one, due in dated if str(due.stated) == day] if number.isdecimal() or not slash else []
    found = found or [one for one, due in dated if due.occurrence and f"{due.stated:%Y-%m}" == period]
    return found[0] if len(found) == 1 and (found[0].key or len(known) == 1) else None


def occasions_within(wish: str, course: Course) -> list[Occasion]:
    """Return the occasions that lie in the first period of the calendar, meant by words, that holds any.

    A bare number is no week that holds a day of what comes back in other periods.
    """
    for key in period_keys(wish, course.plan.year):
        if "W" in key and wish.strip().isdigit():
            continue
        if (span := span_of(key)) and (held := [one for one in course.occasions if _lies_in(one, *span)]):
            return held
    return []


def _only_within(wish: str, course: Course) -> str:
    held = occasions_within(wish, course)
    return held[0].key or wish if len(held) == 1 else wish


def _lies_in(one: Occasion, first: date, last: date) -> bool:
    """Tell whether all of an occasion lies in a span: its day or, where it is a period, all its days."""
    if one.key is None or one.day is None:
        return False
    begins = one.day.begins if one.day.begins and one.day.part == one.part and span_of(one.key) else one.day.stated
    return first <= begins and one.day.stated <= last


def _spelt(words: str) -> str:
    return fold(words).replace("–", "-")


def _names(one: Occasion, year: int) -> Iterator[str | None]:
    """Yield what an occasion is called: in a plan of ``year``, and where it tells its year, as in CSV."""
    yield one.period
    yield from (_spelt(one.name(told)) for told in (year, 0))


def _days(one: Occasion) -> Iterator[str]:
    """Yield the days by which an occasion is called: the one by the words, and the one that counts."""
    if one.day is not None:
        yield from (str(day) for day in {one.day.stated, one.day.due})
