"""JSON as text, with its letters as they are; what is not seen but does something is written by its number."""

from collections.abc import Mapping, Sequence
from re import Match
from typing import Final

from kshc_cli.patterns import lazy_pattern

_FOUR_DIGITS: Final = 0xFFFF
Json = Mapping[str, object]
"""An object of kshc's answers."""


_UNSEEN: Final = lazy_pattern(
    r"[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control characters that JSON itself leaves as they are, and those that turn the direction of words."""


def json_text(record: Json) -> str:
    """Write a record as indented JSON with its letters as they are."""
    from json import dumps

    return _seen(dumps(record, ensure_ascii=False, indent=2)) + "\n"


def json_list(records: Sequence[Json]) -> str:
    """Write a list of records, as what other programs read has it at its top."""
    from json import dumps

    return _seen(dumps(records, ensure_ascii=False, indent=2)) + "\n"


def json_line(record: Json) -> str:
    """Write a record on one line."""
    from json import dumps

    return _seen(dumps(record, ensure_ascii=False)) + "\n"


def _seen(text: str) -> str:
    return _UNSEEN.sub(_numbered, text)


def _numbered(sign: Match[str]) -> str:
    """Write a character by its number, one beyond four digits as JSON does, by two."""
    from json import dumps

    return f"\\u{ord(sign[0]):04x}" if ord(sign[0]) <= _FOUR_DIGITS else dumps(sign[0])[1:-1]
