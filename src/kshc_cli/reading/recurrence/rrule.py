"""Recurrence rules of RFC 5545, section 3.3.10, as far as a plan of whole days needs them, read strictly.

Left out: parts of a day (SECONDLY, BYHOUR …), BYWEEKNO, and WKST (weeks begin on Monday). DTSTART is the reading's
``start``.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from kshc_cli.dataclass import dataclass
from kshc_cli.errors import KshcError
from kshc_cli.messages import _
from kshc_cli.near import nearest
from kshc_cli.patterns import lazy_pattern

FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_TOO_FINE: Final = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
_NOT_HERE: Final = frozenset({"BYHOUR", "BYMINUTE", "BYSECOND", "BYWEEKNO", "WKST", "BYEASTER", "DTSTART"})
_SINGLE: Final = {"INTERVAL": 1000, "COUNT": 10000}
_LISTS: Final = {"BYMONTH": 12, "BYMONTHDAY": 31, "BYYEARDAY": 366}
_DAYS: Final = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
_UNTIL: Final = lazy_pattern(r"[0-9]{8}(?:T[0-9]{6}Z?)?")
_NAMES: Final = ("FREQ", *_SINGLE, "UNTIL", *_LISTS, "BYSETPOS", "BYDAY")


class RuleError(KshcError):
    """A recurrence rule that means nothing, or not what a plan can follow."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text

    def sentence(self) -> str:
        """Return the sentence that the place of the error made."""
        return self.text


_WORKING_DAYS: Final = tuple((0, day) for day in range(5))
"""Monday to Friday, as a rule has them."""


@dataclass(frozen=True, slots=True)
class RecurrenceRule:
    """A rule in parts, their values sorted and each of them once; an empty part does not restrict."""

    freq: str
    interval: int
    count: int | None
    until: date | None
    months: tuple[int, ...]
    month_days: tuple[int, ...]
    year_days: tuple[int, ...]
    positions: tuple[int, ...]
    weekdays: tuple[tuple[int, int], ...]
    """Pairs of an ordinal (0: every one, -1: the last) and a weekday (0: Monday); all ordinals are 0, or none is."""

    @property
    def whole(self) -> bool:
        """Tell whether an occurrence is a whole period, because no part names a day."""
        return not (self.month_days or self.year_days or self.weekdays)

    @property
    def working_day(self) -> int:
        """1 for the first working day of its month, -1 for the last: one of Monday to Friday; 0 for other rules."""
        monthly = self.freq == "MONTHLY" or (self.freq == "YEARLY" and len(self.months) == 1)
        among = monthly and self.weekdays == _WORKING_DAYS and not (self.month_days or self.year_days)
        return self.positions[0] if among and self.positions in {(1,), (-1,)} else 0


def read_rule(rrule: str) -> RecurrenceRule:
    """Read a rule such as ``FREQ=MONTHLY;INTERVAL=3``; raises ``RuleError`` with what to do."""
    parts = _parts(rrule)
    freq = _freq(parts)
    lists = {name: _list(parts, name, most) for name, most in _LISTS.items()}
    rule = RecurrenceRule(
        freq,
        _single(parts, "INTERVAL") or 1,
        _single(parts, "COUNT"),
        _until(parts),
        lists["BYMONTH"],
        lists["BYMONTHDAY"],
        lists["BYYEARDAY"],
        _list(parts, "BYSETPOS", _DAYS[freq]),
        _weekdays(parts, freq),
    )
    _refuse_contradictions(rule)
    return rule


def _parts(rrule: str) -> Mapping[str, str]:
    if not rrule.strip():
        raise RuleError(_("The rule is empty; write for example FREQ=MONTHLY."))
    if rrule.strip().upper().startswith("RRULE:"):
        raise RuleError(_("Leave out “RRULE:”; the rule begins with FREQ=."))
    parts: dict[str, str] = {}
    for part in rrule.strip().upper().split(";"):
        name, equals, value = part.partition("=")
        if not equals or not name or not value:
            raise RuleError(_("“{part}” is not of the form NAME=VALUE.").format(part=part))
        _refuse_name(name)
        if name in parts:
            raise RuleError(_("{name} stands twice; keep one, its values parted by commas.").format(name=name))
        parts[name] = value
    return parts


def _refuse_name(name: str) -> None:
    if name in _NAMES:
        return
    if name in _NOT_HERE:
        sentence = _(
            "{name} has no place here: a plan counts whole days, its weeks begin on Monday, and start is its own field."
        )
        raise RuleError(sentence.format(name=name))
    raise RuleError(_("“{name}” is no part of a rule.").format(name=name) + _guess(name, _NAMES))


def _guess(word: str, known: tuple[str, ...]) -> str:
    guess = nearest(word, known)
    return " " + _("Did you mean {guess}?").format(guess=guess) if guess else ""


def _freq(parts: Mapping[str, str]) -> str:
    freq = parts.get("FREQ")
    if freq is None:
        raise RuleError(_("The rule has no FREQ; write FREQ=DAILY, WEEKLY, MONTHLY or YEARLY."))
    if freq == "QUARTERLY":
        raise RuleError(_("There is no FREQ=QUARTERLY; a quarter is FREQ=MONTHLY;INTERVAL=3."))
    if freq in _TOO_FINE:
        raise RuleError(_("FREQ={freq} is finer than a day; the finest is FREQ=DAILY.").format(freq=freq))
    if freq not in FREQUENCIES:
        raise RuleError(_("“{freq}” is no FREQ.").format(freq=freq) + _guess(freq, FREQUENCIES))
    return freq


def _number(name: str, value: str, most: int, *, signed: bool) -> int:
    digits = value[1:] if signed and value[:1] in {"-", "+"} else value
    if digits.isascii() and digits.isdigit() and len(digits) <= 6 and 1 <= int(digits) <= most:
        return int(value)
    sentence = (
        _("{name} takes 1 to {most} or -1 to -{most}, not “{value}”.")
        if signed
        else _("{name} takes 1 to {most}, not “{value}”.")
    )
    raise RuleError(sentence.format(name=name, most=most, value=value))


def _single(parts: Mapping[str, str], name: str) -> int | None:
    return _number(name, parts[name], _SINGLE[name], signed=False) if name in parts else None


def _list(parts: Mapping[str, str], name: str, most: int) -> tuple[int, ...]:
    if name not in parts:
        return ()
    values = {_number(name, value, most, signed=name != "BYMONTH") for value in parts[name].split(",")}
    return tuple(sorted(values))


def _until(parts: Mapping[str, str]) -> date | None:
    value = parts.get("UNTIL")
    if value is None:
        return None
    problem = RuleError(_("UNTIL is a day written YYYYMMDD, not “{value}”.").format(value=value))
    if not _UNTIL.fullmatch(value):
        raise problem
    try:
        return date.fromisoformat(value[:8])
    except ValueError:
        raise problem from None


def _weekdays(parts: Mapping[str, str], freq: str) -> tuple[tuple[int, int], ...]:
    most = 5 if freq == "MONTHLY" or "BYMONTH" in parts else 53
    values = parts["BYDAY"].split(",") if "BYDAY" in parts else []
    found = {_weekday(value, freq, most) for value in values}
    if any(ordinal for ordinal, _day in found):  # dateutil knows no mixture such as 2FR,TU
        found = {(ordinal, day) for given, day in found for ordinal in ([given] if given else range(1, most + 1))}
    return tuple(sorted(found))


def _weekday(value: str, freq: str, most: int) -> tuple[int, int]:
    ordinal, code = value[:-2], value[-2:]
    if code not in WEEKDAYS:
        raise RuleError(_("“{value}” is no weekday; write MO, TU, WE, TH, FR, SA or SU.").format(value=value))
    if not ordinal:
        return 0, WEEKDAYS.index(code)
    if freq not in {"MONTHLY", "YEARLY"}:
        raise RuleError(_("“{value}”: only a monthly or yearly rule counts weekdays.").format(value=value))
    return _number("BYDAY", ordinal, most, signed=True), WEEKDAYS.index(code)


def _refuse_contradictions(rule: RecurrenceRule) -> None:
    """Refuse parts that RFC 5545 does not allow together, or that would be ignored."""
    if rule.count is not None and rule.until is not None:
        raise RuleError(_("COUNT and UNTIL exclude each other; keep one."))
    if rule.freq == "WEEKLY" and rule.month_days:
        raise RuleError(_("A weekly rule takes no BYMONTHDAY; write FREQ=MONTHLY."))
    if rule.freq != "YEARLY" and rule.year_days:
        raise RuleError(_("Only a yearly rule takes BYYEARDAY; write FREQ=YEARLY."))
    if rule.whole and rule.positions:
        raise RuleError(_("BYSETPOS chooses among days; add BYDAY, BYMONTHDAY or BYYEARDAY."))
