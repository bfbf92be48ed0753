"""Bodies behind one that leads by its brackets, of which something else is said: A (chủ trì), B (mời).

They cooperate only where nothing is said of them, or that they do: else nobody knows, and they stay unread.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.cell import BodySpan, Sense
from kshc_cli.reading.folding import canonical

_CHIEF: Final = lazy_pattern(r"\bchủ trì\b", re.IGNORECASE)
_PERIOD: Final = lazy_pattern(r"\d|\b(?:năm|quý|tháng|tuần|ngày|đợt|giai đoạn|kỳ)\b", re.IGNORECASE)
"""Words of a time for which one of them leads, so that another one perhaps leads for the rest."""
_KNOWN: Final = lazy_pattern(
    r"(?:là )?(?:các )?(?:cơ quan / đơn vị|cơ quan|đơn vị|bộ phận)? ?(?:cùng |tham gia )?"
    r"(?:phối hợp|tham gia|hỗ trợ|cung cấp|góp ý|cho ý kiến|thành viên|giám sát|theo dõi|kiểm tra|đôn đốc|thẩm định"
    r"|thẩm tra|đánh giá|phê duyệt|nghiệm thu|chỉ đạo|chủ trì|đầu mối|chịu trách nhiệm chính|ph$|ct$)"
)
"""What brackets may say of a body beside the one that leads."""
_HARMLESS: Final = lazy_pattern(
    r"(?:có |các đơn vị )?liên quan|nếu có|nếu cần|trên địa bàn|đ/c |đ / c |đồng chí |ông |bà ", re.IGNORECASE
)
"""What tells of a body who or which one it is."""


def without_doubtful(text: str, spans: Sequence[BodySpan]) -> tuple[BodySpan, ...]:
    """Return the spans of a cell, with what is said to do something else beside the one that leads left unread."""
    chief = next((place for place, span in enumerate(spans) if _leads(text, span)), None)
    if chief is None:
        return tuple(spans)
    behind = _behind(spans, chief)
    groups = list(_groups(text, spans, behind))
    timed = _PERIOD.search(text, spans[chief].start, spans[chief].end) is not None
    joined = any(span.sense is Sense.DUTY for span in spans[chief + 1 : behind])
    plain = [not (_said(text, group) or joined) for group in groups]
    doubted = [_is_doubted(text, group) for group in groups]
    if not any(doubted) and not (timed and any(plain)):
        return tuple(spans)
    unread = [
        one if not (is_plain or is_doubted) else _unread(text, one)
        for one, is_plain, is_doubted in zip(groups, plain, doubted, strict=True)
    ]
    return (*spans[:behind], *(span for group in unread for span in group))


def _leads(text: str, span: BodySpan) -> bool:
    in_brackets = text[: span.start].rstrip().endswith("(")
    return span.sense is Sense.DUTY and in_brackets and _CHIEF.search(text, span.start, span.end) is not None


def _behind(spans: Sequence[BodySpan], chief: int) -> int:
    """Return the place behind what else is said of the one that leads: A (chủ trì) (trên địa bàn) phối hợp với | B."""
    place = chief + 1
    while place < len(spans) and spans[place].sense in {Sense.DUTY, Sense.SCOPE}:
        if spans[place].agency != spans[chief].agency:
            break
        place += 1
    return place


def _groups(text: str, spans: Sequence[BodySpan], first: int) -> Iterator[list[BodySpan]]:
    """Yield each name with what is said of it, and what stands before the first one."""
    group: list[BodySpan] = []
    named = False
    for place in range(first, len(spans)):
        span = spans[place]
        begins = span.sense is Sense.NAME or (
            span.sense in {Sense.DUTY, Sense.SCOPE} and not _in_brackets(text, span) and _is_before(spans, place)
        )
        if begins and named:
            yield group
            group, named = [], False
        group.append(span)
        named = named or span.sense is Sense.NAME
    if group:
        yield group


def _is_before(spans: Sequence[BodySpan], place: int) -> bool:
    """Tell whether what is said of a body stands before its name: giao | Công an xã."""
    behind = next((span for span in spans[place + 1 :] if span.sense is Sense.NAME), None)
    return behind is not None and behind.agency == spans[place].agency


def _in_brackets(text: str, span: BodySpan) -> bool:
    return text[: span.start].rstrip().endswith("(") and text[span.end :].lstrip().startswith(")")


def _said(text: str, group: Sequence[BodySpan]) -> list[BodySpan]:
    """Return what is said of the body of a group, but for who or which one it is."""
    return [
        span
        for span in group
        if span.sense in {Sense.DUTY, Sense.SCOPE} and not _HARMLESS.match(text, span.start, span.end)
    ]


def _is_doubted(text: str, group: Sequence[BodySpan]) -> bool:
    """Tell whether words of a body say another thing than that it takes part, whatever else they say."""
    if not any(span.sense is Sense.NAME for span in group):
        return False
    told = [span for span in group if span.sense is Sense.DUTY or _in_brackets(text, span)]
    known = [_KNOWN.match(canonical(text[span.start : span.end])) is not None for span in told]
    other = [span for span, is_known in zip(told, known, strict=True) if not is_known]
    duties = any(span.sense is Sense.DUTY for span in other) and not any(known)
    return duties or any(_in_brackets(text, span) and not _HARMLESS.match(text, span.start) for span in other)


def _unread(text: str, group: Sequence[BodySpan]) -> list[BodySpan]:
    """Return the words of a group as unread, with the bracket that closes them."""
    if not any(span.sense is Sense.NAME for span in group):
        return list(group)
    end = group[-1].end
    closed = text[group[0].start : end].count("(") > text[group[0].start : end].count(")")
    end = text.index(")", end) + 1 if closed and ")" in text[end:] else end
    return [BodySpan(Sense.UNREAD, group[0].start, end)]
