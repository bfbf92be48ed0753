"""Regular expressions that are compiled when they are first asked.

Most of kshc's say what is wrong with few files, or read what few plans say; compiling them all was a tenth of a start.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, AnyStr, Final, cast


class _Pattern:
    """Stands for a compiled expression until one of its methods is asked for."""

    def __init__(self, pattern: Any, flags: int, needs: tuple[str, ...]) -> None:  # noqa: ANN401  text or bytes
        self.pattern = pattern
        self._flags = flags
        self.needs = needs

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  re.Pattern's
        if self.needs and name in _FINDING:
            vars(self)[name] = self._where_needed(name)
            return vars(self)[name]
        compiled = re.compile(self.pattern, self._flags)
        for method in () if self.needs else (*_FINDING, "subn", "split"):
            vars(self)[method] = getattr(compiled, method)
        return getattr(compiled, name)

    def _where_needed(self, name: str) -> Callable[..., Any]:
        """Return the method that compiles the expression for the first text that has what each match has."""
        place, needs, is_folding = int(name == "sub"), self.needs, bool(self._flags & re.IGNORECASE)
        found: list[Callable[..., Any]] = []

        def asked(*given: Any, **named: Any) -> Any:  # noqa: ANN401  re.Pattern's
            text = given[place].casefold() if is_folding else given[place]
            for need in needs:
                if need in text:
                    break
            else:
                return given[place] if place else _FINDING[name]()
            if not found:
                found.append(getattr(re.compile(self.pattern, self._flags), name))
            return found[0](*given, **named)

        return asked


def _nothing() -> None:
    return None


_FINDING: Final[dict[str, Callable[[], Any]]] = {
    **dict.fromkeys(("search", "match", "fullmatch", "sub"), _nothing),
    "finditer": lambda: iter(()),
    "findall": list,
}
"""The methods that look for matches, and what they return where there is none; ``sub`` returns its text."""


def lazy_pattern(expression: AnyStr, flags: int = 0, *, needs: tuple[str, ...] = ()) -> re.Pattern[AnyStr]:
    """Return a regular expression that is compiled when it is first used.

    With ``needs`` of which each text with a match has one (in small letters where the expression tells none from
    capitals), only for a text that has one.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(expression, flags, needs))


@contextmanager
def late_patterns() -> Iterator[None]:
    """While it lasts, what a library compiles when it is loaded is compiled when it is first used, too."""
    at_once = re.compile
    re.compile = lazy_pattern  # type: ignore[assignment]  # it is called as re.compile is
    try:
        yield
    finally:
        re.compile = at_once
