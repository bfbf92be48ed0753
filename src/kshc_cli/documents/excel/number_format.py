"""How a cell shows a number or a date: the part of Excel's number formats (ECMA-376, Part 1, 18.8.30) that is met."""

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

_TOKENS: Final = re.compile(r'\[[^\]]*\]|"[^"]*"|\\.|_.|\*.|AM/PM|A/P|y+|m+|d+|h+|s+|.', re.IGNORECASE | re.DOTALL)
_FIRST_SECTION: Final = re.compile(r'(?:"[^"]*"|\\.|[^;"\\])*', re.DOTALL)
_SYSTEM: Final = frozenset(("mm-dd-yy", "m/d/yy h:mm"))
"""The names of the formats that show a date as the computer does where the sheet is looked at."""
_PLACES: Final = re.compile(r"[#?0,]*[#?0](?:\.(?P<decimals>[0#?]+))?")
_NAMED: Final = 3
"""Letters from which on a day or month is told by its name."""

Moment = datetime | date | time | timedelta
Number = int | float | Decimal


class Shown(NamedTuple):
    """The words of a value."""

    words: str
    is_settled: bool = False
    """Whether they are another form than the sheet's: its day and month could be taken for each other, or depend on
    the language of the computer."""


class _Piece(NamedTuple):
    """A part of a format: a field of a date (``y m d h M s``) with its letters, or words."""

    field: str
    text: str


def shown_moment(value: Moment, number_format: str) -> Shown:
    """Return a date or time as the sheet shows it; with day first where it puts the month first or names it."""
    if isinstance(value, timedelta):
        return Shown(str(value))
    pieces = _without_midnight(_pieces(number_format), value)
    fields = [piece.field for piece in pieces if piece.field]
    if not fields:
        return Shown(_day_first(value, "dmy"))
    if number_format.lower() in _SYSTEM or "[$-F" in number_format:
        return Shown(_day_first(value, fields))
    named = any(piece.field in {"m", "d"} and len(piece.text) >= _NAMED for piece in pieces)
    if named or ("d" in fields and "m" in fields and fields.index("m") < fields.index("d") and fields[0] != "y"):
        return Shown(_day_first(value, fields), is_settled=True)
    return Shown("".join(_part(value, piece) for piece in pieces).strip())


def shown_day(value: date, number_format: str) -> str:
    """Return a date as the sheet shows it, always with the day first; nothing where it shows no day of a month."""
    pieces = _without_midnight(_pieces(number_format), value)
    fields = [piece.field for piece in pieces if piece.field]
    if not fields:
        return _day_first(value, "dmy")
    if "m" not in fields or not any(piece.field == "d" and len(piece.text) < _NAMED for piece in pieces):
        return ""
    shown = shown_moment(value, number_format).words
    if any(map(str.isalpha, shown)) or ("/" in shown and fields[0] != "y"):
        return shown
    return _day_first(value, fields)


def _pieces(number_format: str) -> list[_Piece]:
    """Return the pieces of the first section of a format; m behind hours or before seconds counts minutes."""
    tokens = [one for one in _TOKENS.findall(_first_section(number_format)) if one[0] not in "[_*"]
    letters = [one[0].lower() if one[0].lower() in "ymdhs" and len(set(one.lower())) == 1 else "" for one in tokens]
    pieces = []
    for place, (token, letter) in enumerate(zip(tokens, letters, strict=True)):
        before = next((one for one in reversed(letters[:place]) if one), "")
        behind = next((one for one in letters[place + 1 :] if one), "")
        field = "M" if letter == "m" and len(token) < _NAMED and (before == "h" or behind == "s") else letter
        pieces.append(_Piece(field, token if field else _literal(token)))
    return pieces


def _without_midnight(pieces: list[_Piece], value: Moment) -> list[_Piece]:
    """Return the pieces without the hours behind a day, where these are only those of a day without any."""
    hours = next((place for place, piece in enumerate(pieces) if piece.field in {"h", "M", "s"}), 0)
    if not hours or not isinstance(value, datetime) or value.time() != time.min:
        return pieces
    last = max((place for place, piece in enumerate(pieces[:hours]) if piece.field), default=None)
    behind = any(any(map(str.isalpha, piece.text)) for piece in pieces[hours:] if piece.field not in {"h", "M", "s"})
    return pieces if last is None or behind else pieces[: last + 1]


def _first_section(number_format: str) -> str:
    """Return what stands before the first semicolon that is no text: how positive numbers are shown."""
    found = _FIRST_SECTION.match(number_format)
    return found[0] if found else ""


def _literal(token: str) -> str:
    if token.upper() in {"AM/PM", "A/P"}:
        return ""
    return token[1:] if token[0] == "\\" else token.strip('"').replace("@", "")


def _part(value: Moment, piece: _Piece) -> str:
    number = {
        "d": getattr(value, "day", 0), "m": getattr(value, "month", 0), "y": getattr(value, "year", 0),
        "h": getattr(value, "hour", 0), "M": getattr(value, "minute", 0), "s": getattr(value, "second", 0),
    }.get(piece.field)  # fmt: skip
    if number is None:
        return piece.text
    if piece.field == "y":
        return str(number) if len(piece.text) > 2 else f"{number % 100:02}"
    return f"{number:02}" if len(piece.text) > 1 else str(number)


def _day_first(value: Moment, fields: "list[str] | str") -> str:
    """Return the fields of a date in the order of Vietnamese offices: day, month, year, then hours and minutes."""
    widths = (("d", "dd"), ("m", "mm"), ("y", "yyyy"))
    days = "/".join(_part(value, _Piece(field, text)) for field, text in widths if field in fields)
    hours = ":".join(_part(value, _Piece(field, text)) for field, text in (("h", "hh"), ("M", "MM")) if field in fields)
    return " ".join(filter(None, (days if not isinstance(value, time) else "", hours)))


def shown_number(value: Number, number_format: str) -> str:
    """Return a number as the sheet shows it, with a point before decimals and without marks between thousands."""
    bare = _first_section(number_format)
    tokens = [one for one in re.findall(r'\[[^\]]*\]|"[^"]*"|\\.|_.|\*.|.', bare) if one[0] not in "[_*"]
    digits = "".join(one for one in tokens if one[0] not in '"\\')
    places = _PLACES.search(digits)
    if places is None and tokens and not digits.strip():
        return "".join(map(_literal, tokens)).strip() or _plain(value)
    if places is None or "E" in digits.upper() or "/" in digits:
        return _plain(value)
    scaled = value * 100 if "%" in digits else value
    decimals = places["decimals"] or ""
    number = f"{scaled:.{len(decimals)}f}" if decimals.strip("#?") or not decimals else _plain(scaled)
    whole = places[0].partition(".")[0].replace(",", "").lstrip("#?")
    number = number.zfill(len(whole)) if scaled >= 0 and not decimals else number
    return _around(tokens, number)


def _around(pieces: list[str], number: str) -> str:
    """Return a number with the words that a format puts around it."""
    said: list[str] = []
    is_said = False
    for piece in pieces:
        if piece[0] in '"\\':
            said.append(_literal(piece))
        elif piece in "#?0,.":
            said += [] if is_said else [number]
            is_said = True
        else:
            said.append(piece)
    return "".join(said).strip()


def _plain(value: Number) -> str:
    if isinstance(value, float) and not value.is_integer():
        return f"{value:.11g}"
    return str(int(value)) if isinstance(value, float) else str(value)
