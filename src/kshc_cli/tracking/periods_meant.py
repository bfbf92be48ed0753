"""Which occasion of a task a person means: by its key, its day, or what it is called."""

from collections import Counter

from kshc_cli.reading.folding import fold
from kshc_cli.tracking.course import Course
from kshc_cli.tracking.period_names import period_keys


def period_meant(wish: str | None, course: Course, *, about_one: bool) -> str | None:
    """Return the key of the occasion meant: the one that is named or, for what is ``about_one``, the only one.

    What names none, or several, is returned as it is.
    """
    if wish is None:
        dated = [one.key for one in course.occasions if one.day] or [one.key for one in course.occasions]
        return dated[0] if about_one and len(dated) == 1 else None
    year = course.plan.year
    names = [(name, one.key) for one in course.occasions for name in {one.period, fold(one.name(year))}]
    called = Counter(name for name, _key in names)
    keys = {name: key for name, key in names if called[name] == 1}
    keys |= {one.key: one.key for one in course.occasions}
    keys |= {str(day): one.key for one in course.occasions if one.day for day in (one.day.stated, one.day.due)}
    return next((keys[spelling] for spelling in (fold(wish), *period_keys(wish, year)) if spelling in keys), wish)
