"""Which occasion of a task a person means: by its key, its day, or what it is called."""

from collections import Counter
from collections.abc import Iterator

from kshc_cli.reading.folding import fold
from kshc_cli.tracking.course import Course
from kshc_cli.tracking.occasions import Occasion
from kshc_cli.tracking.period_names import period_keys


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
    return next((keys[spelling] for spelling in (fold(wish), *period_keys(wish, year)) if spelling in keys), wish)


def _names(one: Occasion, year: int) -> Iterator[str | None]:
    """Yield what an occasion is called: in a plan of ``year``, and where it tells its year, as in CSV."""
    yield one.period
    yield from (fold(one.name(told)) for told in (year, 0))


def _days(one: Occasion) -> Iterator[str]:
    """Yield the days by which an occasion is called: the one by the words, and the one that counts."""
    if one.day is not None:
        yield from (str(day) for day in {one.day.stated, one.day.due})
