"""Grammars of phrases of other packages: each is asked for words of times that kshc itself leaves unread."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple, get_args

from kshc_cli.dataclass import field_names, replace
from kshc_cli.findings import Finding
from kshc_cli.messages import _, language_in_use, plain
from kshc_cli.plugins.guarded import guarded
from kshc_cli.plugins.installed import Plugin
from kshc_cli.plugins.loading import failed, loaded, shown
from kshc_cli.reading.recurrence.occurrences import never_fires, rule_problem
from kshc_cli.reading.values import (
    Continuous,
    Deadline,
    OnEvent,
    Recurring,
    Reference,
    Relative,
    Role,
    TimePart,
    Undated,
    Window,
)

_MOST: Final = 100
"""Parts that one phrase may have."""
_YEARS: Final = range(1900, 2300)
"""Years of days that a plan can state, too."""
_MONTHS: Final = range(13)
_UNITS: Final = range(1, 1001)
_NOTHING: Final = object()


class _Said(NamedTuple):
    """What a grammar says of some words."""

    parts: tuple[TimePart, ...] = ()
    reason: str = ""
    """What went wrong; blank where nothing did."""
    is_late: bool = False


class OtherPhrases:
    """The grammars that are installed, asked for one plan; ``findings`` says what went wrong with each first.

    One that takes too long is asked no more; one that fails for some words is asked for others.
    """

    def __init__(self, plugins: Sequence[Plugin]) -> None:
        self._plugins = [*plugins]
        self._reasons: dict[Plugin, str] = {}

    def read(self, words: str, *, year: int, issued: date | None) -> tuple[TimePart, ...]:
        """Return what words mean; nothing where no grammar knows them, or two of them say different things."""
        known: tuple[TimePart, ...] = ()
        for plugin in [*self._plugins]:
            said = _said(plugin, words, year, issued, language_in_use())
            if said.reason:
                self._reasons.setdefault(plugin, said.reason)
            if said.is_late:
                self._plugins.remove(plugin)
            if said.parts and known and _meant(said.parts) != _meant(known):
                reason = _("it reads “{words}” otherwise than {other}")
                self._reasons.setdefault(plugin, reason.format(words=_short(words), other=known[0].read_by))
                return ()
            known = known or said.parts
        return known

    def findings(self) -> tuple[Finding, ...]:
        """Return what went wrong so far, a finding for each grammar with which anything did."""
        return tuple(failed(plugin, reason) for plugin, reason in self._reasons.items())


def _meant(parts: tuple[TimePart, ...]) -> tuple[TimePart, ...]:
    return tuple(replace(part, read_by=None) for part in parts)


@lru_cache(maxsize=2048)
def _said(plugin: Plugin, words: str, year: int, issued: date | None, _language: str) -> _Said:
    """Ask a grammar once for the same words: it says the same again."""
    read, reason = loaded(plugin)
    if read is None:
        return _Said(reason=reason)
    made, trouble = guarded(lambda: (read(words, year=year, issued=issued),))
    reason, is_late = (trouble.reason, trouble.is_late) if trouble else ("", False)
    if made is None or made[0] is None:
        return _Said(reason=_of(reason, words), is_late=is_late)
    answer = made[0]
    parts = [*answer] if type(answer) in (tuple, list) else [answer]
    sound = [part for part in parts[: _MOST + 1] if _is_part(part, year)]
    if not parts or len(sound) < len(parts) or len(parts) > _MOST:
        return _Said(reason=_of(reason or _("it returned no parts of a time, or what no time can be"), words))
    by = f"{plugin.package}/{plugin.name}"
    return _Said(tuple(_own(part, words, by) for part in sound), _of(reason, words))


def _of(reason: str, words: str) -> str:
    """Say of what went wrong with which words it did."""
    return _("{reason} (asked for “{words}”)").format(reason=reason, words=_short(words)) if reason else ""


def _short(words: str) -> str:
    told = shown(words)
    return told if len(told) <= 60 else f"{told[:59]}…"


def _own(part: TimePart, words: str, by: str) -> TimePart:
    """Return a part as kshc makes it: of these words, read by this package."""
    told = {name: getattr(part, name) for name in field_names(type(part)) if name not in ("kind", "words", "read_by")}
    made: TimePart = type(part)(**told, words=plain(words), read_by=by)
    return made


def _is_part(part: object, year: int) -> bool:
    """Tell whether something is a part of a time, all its fields are what they should be, and such a time can be."""
    if type(part) not in get_args(TimePart):
        return False
    named = {name: getattr(part, name, _NOTHING) for name in field_names(type(part)) if name not in ("kind", "words")}
    return all(map(_is_field, named, named.values())) and _can_be(named, part, year)


def _is_field(name: str, value: object) -> bool:
    """Tell whether a field has a value of its kind: exactly that, since another class may do anything."""
    if name in ("start", "end", "due", "until", "anchor"):
        return value is None or (type(value) is date and value.year in _YEARS)
    if name in ("before", "once"):
        return type(value) is bool
    if name in ("behind", "amount"):
        return type(value) is int and value in (_MONTHS if name == "behind" else _UNITS)
    if name == "unit":
        return value in ("day", "working_day", "month") and type(value) is str
    if name == "role":
        return value is None or type(value) is Role
    return value is None or (type(value) is str and value == shown(value) != "")


def _can_be(named: dict[str, object], part: object, year: int) -> bool:
    """Tell whether the fields go together: days that are needed are there and in order, a rule is one that comes."""
    first, last = named.get("start"), named.get("end", named.get("until"))
    if type(first) is date and type(last) is date and last < first:
        return False
    match part:
        case Window():
            return first is not None and last is not None
        case Deadline():
            return part.due is not None
        case Recurring():
            return part.rrule is None or (rule_problem(part.rrule) is None and not never_fires(part, year))
        case OnEvent() | Relative() | Continuous() | Reference() | Undated():
            return True
        case _:
            return False
