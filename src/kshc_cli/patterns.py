"""Regular expressions that are compiled when they are first asked.

Most of kshc's say what is wrong with few files, or read what few plans say; compiling them all was a tenth of a start.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, AnyStr, cast


class _Pattern:
    """Stands for a compiled expression until one of its methods is asked for."""

    def __init__(self, pattern: Any, flags: int) -> None:  # noqa: ANN401  text or bytes
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  re.Pattern's
        compiled = re.compile(self.pattern, self._flags)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"):
            vars(self)[method] = getattr(compiled, method)
        return getattr(compiled, name)


def lazy_pattern(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a regular expression that is compiled when it is first used."""
    return cast("re.Pattern[AnyStr]", _Pattern(expression, flags))


@contextmanager
def late_patterns() -> Iterator[None]:
    """While it lasts, what a library compiles when it is loaded is compiled when it is first used, too."""
    at_once = re.compile
    re.compile = lazy_pattern  # type: ignore[assignment]  # it is called as re.compile is
    try:
        yield
    finally:
        re.compile = at_once
