"""A legal text as the register knows it, and what makes two numbers, names or issuers of texts equal."""

from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.folding import canonical

Day = date
"""Under another name than the field's."""


class LegalText(NamedTuple):
    """A legal text; what is empty or None is not known."""

    number: str
    kind: str
    title: str
    issuer: str
    date: Day | None
    """The day that it is of."""
    in_force_from: Day | None
    """The first day on which it is in force."""
    ends: Day | None
    """The first day on which it is no longer in force."""
    replaced_by: str
    """The number of the text that took its place."""
    source: str
    """Where all that was read."""

    @property
    def is_law(self) -> bool:
        """Whether it is cited by its name and day, without its number."""
        return canonical(self.kind) in LAWS

    @property
    def name(self) -> str:
        """What it is called: a law by its name, any other text by its number."""
        return f"{self.kind} {self.title}" if self.is_law else f"{self.kind} số {self.number}"


LAWS: Final = frozenset({"hiến pháp", "bộ luật", "luật", "pháp lệnh"})
"""The kinds that are cited by name."""
_MINISTRIES: Final = (
    "tài chính|tư pháp|nội vụ|công an|quốc phòng|xây dựng|công thương|ngoại giao|y tế|giáo dục và đào tạo"
    "|khoa học và công nghệ|nông nghiệp và môi trường|nông nghiệp và phát triển nông thôn|giao thông vận tải"
    "|tài nguyên và môi trường|thông tin và truyền thông|kế hoạch và đầu tư|dân tộc và tôn giáo"
    "|văn hóa, thể thao và du lịch|lao động ?- ?thương binh và xã hội"
)
"""Ministries of today and of yesterday, without "Bộ"."""
_ISSUER: Final = lazy_pattern(
    r"(?:bộ trưởng, ?|bộ trưởng |chủ tịch )?(?:(?P<office>(?:chủ nhiệm )?(?:văn phòng chính phủ|vpcp))"
    r"|(?P<premier>thủ tướng(?: chính phủ)?)|(?P<government>chính phủ)"
    r"|(?P<standing>ủy ban thường vụ quốc hội|ubtvqh)|(?P<assembly>quốc hội)"
    rf"|(?P<ministry>bộ (?:{_MINISTRIES}))|(?P<committee>ủy ban nhân dân|ubnd)|(?P<council>hội đồng nhân dân|hđnd))\b"
)
"""Bodies that issue legal texts, in the canonical spelling, with whoever signs for them."""
_LOCAL: Final = frozenset({"committee", "council"})
_UNITS: Final = frozenset(["tỉnh", "thành", "phố", "huyện", "quận", "thị", "xã", "trấn", "phường", "đặc", "khu"])
_SPACED: Final = lazy_pattern(r"\s*([-/])\s*")
_REMEMBERED: Final = 1 << 17
"""Spellings that are worked out once; the registers of offices name the same ones again and again."""
_ZEROS: Final = lazy_pattern(r"^0+(?=\d)")


@lru_cache(_REMEMBERED)
def number_key(number: str) -> str:
    """Return the spelling that all spellings of a number share: 9/2019/nđ-cp."""
    return _ZEROS.sub("", _SPACED.sub(r"\1", canonical(number)))


@lru_cache(_REMEMBERED)
def name_key(name: str) -> str:
    """Return the spelling that all spellings of a law's name share."""
    return canonical(name).rstrip(" ,;.")


@lru_cache(_REMEMBERED)
def issuer_key(words: str) -> str | None:
    """Return which body words begin with; None where that is not clear."""
    found = _ISSUER.match(canonical(words))
    if found is None:
        return None
    return found["ministry"] or found.lastgroup


def is_issuer(words: str) -> bool:
    """Tell whether words are a body's name and nothing else; local bodies have the names of places behind theirs."""
    found = _ISSUER.match(canonical(words))
    if found is None:
        return False
    behind = words.split()[len(found[0].split()) :]
    return not behind or (
        found.lastgroup in _LOCAL and all(word[0].isupper() or word in _UNITS for word in behind) and "," not in words
    )


def is_local(issuer: str | None) -> bool:
    """Tell whether a body is one of many that number their texts alike: another one's text has the same number."""
    return issuer in _LOCAL
