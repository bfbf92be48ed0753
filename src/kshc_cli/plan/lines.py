"""The lines of a task that is printed as paragraphs: the mark before each, and the label that says what it holds."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from re import IGNORECASE, Pattern, escape
from re import compile as pattern
from typing import Final, NamedTuple

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import Labels, Role

END_MARK: Final = "./."
"""What a document ends with."""
_WHO: Final = r"(?:cơ quan|đơn vị|bộ phận|cá nhân|tổ chức|người|cán bộ|công chức|lãnh đạo)"
_BODIES: Final = rf"(?:các\s+)?{_WHO}(?:\s*(?:,|/|và|hoặc)\s*{_WHO})*"
_DOING: Final = r"(?:thực hiện|tham mưu|triển khai|soạn thảo|tổng hợp|chính)"
_TIMES: Final = (
    r"(?:(?:phải\s+)?(?:hoàn thành|xong)|tổ chức thực hiện|thực hiện|triển khai|báo cáo|dự kiến|cụ thể|tổ chức|"
    r"tiến hành|kiểm tra|giải quyết|xử lý|trình|ban hành|gửi báo cáo)"
)
_WHEN: Final = r"(?:mốc thời gian|thời gian|thời hạn|thời điểm|tiến độ|lộ trình|kỳ hạn|hạn)"
_AND: Final = r"(?:\s*[,/]\s*|\s+(?:và\s+)?)"

_KNOWN: Final[Mapping[Role, str]] = {
    "content": (
        r"(?:tên\s+)?(?:nội dung|nhiệm vụ)(?:\s+(?:công việc|nhiệm vụ|thực hiện|triển khai|cụ thể|chủ yếu))*"
        r"|tên công việc"
    ),
    "lead": (
        rf"(?:{_BODIES}\s+)?(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm)(?:\s*,?\s+{_DOING})*|{_BODIES}\s+thường trực"
        rf"|(?!tổ chức\s+(?:thực hiện|triển khai)){_BODIES}\s+{_DOING}(?:\s+chính)?"
        r"|(?:phân công|giao)\s+(?:thực hiện|chủ trì|nhiệm vụ|trách nhiệm)|phân công"
        r"|trách nhiệm(?:\s+(?:thực hiện|chủ trì))?"
    ),
    "coop": rf"(?:(?:{_BODIES}|thành phần|lực lượng)\s+)?phối hợp(?:\s+(?:với|cùng))?(?:\s+{_DOING})?",
    "result": (
        r"(?:(?:dự kiến|yêu cầu)\s+)?(?:kết quả|sản phẩm)(?:\s*(?:,|/|và)\s*(?:kết quả|sản phẩm))?"
        r"(?:\s+(?:thực hiện|hoàn thành|dự kiến|đầu ra|đạt được|cần đạt))*"
    ),
    "time": (
        rf"(?:dự kiến\s+)?{_WHEN}(?:{_AND}{_WHEN})?(?:{_AND}{_TIMES})*"
        r"|(?:dự kiến\s+)?hoàn thành(?:\s+(?:trước|trong|dự kiến))?"
    ),
}
"""What the words before the colon are, in lower case."""

_LONGEST_LABEL: Final = 100
_COLONS: Final = str.maketrans({"：": ":"})

_BRACKET: Final = lazy_pattern(r"\(((?:[^()\n]|\([^()\n]*\)){3,1000})\)[\s.;,/]*\Z")
"""Brackets at the end of a paragraph, with what stands in them."""
_LABEL: Final = lazy_pattern(r"(?:^|[;,.]\s*)([^\W\d_][^:;.()]{2,60}?)\s*:")
"""What may be a label in brackets: at their beginning, or behind a mark."""

_MARKS: Final = (
    lazy_pattern(r"([IVXLC]{1,6}[.)])\s*(?=\S)|([IVXLC]{1,6})\s*[/-]\s"),
    lazy_pattern(r"(\d{1,3}[.)])(?!\d)\s*(?=\S)"),
    lazy_pattern(r"(\d{1,2}\.\d{1,2}[.)]?)(?![\d.])\s*(?=\S)"),
    lazy_pattern(r"(\d{1,2}(?:\.\d{1,2}){2,}[.)]?)(?![\d.])\s*(?=\S)"),
    lazy_pattern(r"([a-zđA-ZĐ][.)]|\((?:[a-zđ]|\d{1,2})\))\s*(?=\S)"),
    lazy_pattern(r"[-–—−‑]\s*(?=\S)"),
    lazy_pattern(r"(?:[+*•▪●·✓➢■○◦❖◻\uf0b7]|o\s)\s*(?=\S)"),
)
"""The marks before a paragraph, from the highest to the lowest; a number is caught."""

LETTER: Final = 4
"""The rank of a), below which lines have labels."""
UNMARKED: Final = len(_MARKS)
"""The rank of a line without a mark."""


class Line(NamedTuple):
    """A line of a text."""

    rank: int
    """How high its mark stands: 0 the highest."""
    number: str | None
    """Its mark, where that is a number or a letter."""
    words: str
    """What stands behind the mark."""
    role: Role | None = None
    """What its label says that it holds; None without a label that is known."""
    said: str = ""
    """What stands behind the label."""


def line_of(text: str, own: Labels | None) -> Line:
    """Return a line by its mark and label; ``own`` are labels of the plan, which go before those that are known."""
    text = unicodedata.normalize("NFC", text).strip()
    rank, number, words = _marked(text)
    label, colon, _said = words.translate(_COLONS).partition(":")
    role = _role_of(" ".join(label.split()), own) if colon and len(label) <= _LONGEST_LABEL else None
    return Line(rank, number, words, role, words[len(label) + 1 :].strip() if role else "")


def bracketed(words: str, own: Labels | None) -> tuple[str, Mapping[Role, str]]:
    """Return words without the labels in brackets at their end, and what these say: “… (Chủ trì: A; thời gian: B)”.

    All of the words and nothing, where what stands in brackets does not begin with a label.
    """
    text = words.translate(_COLONS)
    found = _BRACKET.search(text) if ":" in text else None
    if found is None:
        return words, {}
    inside = found[1]
    labels = [
        (mark, role)
        for mark in _LABEL.finditer(inside)
        if (role := _role_of(" ".join(mark[1].split()), own)) is not None
    ]
    if not labels or labels[0][0].start():
        return words, {}
    ends = [mark.start() for mark, _role in labels[1:]] + [len(inside)]
    said: dict[Role, list[str]] = {}
    for (mark, role), end in zip(labels, ends, strict=True):
        said.setdefault(role, []).append(inside[mark.end() : end].strip(" ;,."))
    told = {role: each for role, lines in said.items() if (each := joined(lines))}
    return (words[: found.start()].rstrip(), told) if told else (words, {})


def _marked(text: str) -> tuple[int, str | None, str]:
    for rank, mark in enumerate(_MARKS):
        if found := mark.match(text):
            return rank, next(filter(None, found.groups()), None), text[found.end() :]
    return UNMARKED, None, text


def _role_of(label: str, own: Labels | None) -> Role | None:
    return next((role for role, words in _patterns(own) if words.fullmatch(label)), None)


@lru_cache(maxsize=32)
def _patterns(own: Labels | None) -> tuple[tuple[Role, Pattern[str]], ...]:
    """Return what labels are, role by role: those of the plan itself first, then those that are known."""
    mine = [(role, getattr(own, role)) for role in _KNOWN] if own else []
    said = [(role, "|".join(escape(" ".join(one.split())) for one in labels)) for role, labels in mine if labels]
    return tuple((role, pattern(words, IGNORECASE)) for role, words in (*said, *_KNOWN.items()))


def roles_of(lines: Sequence[Line]) -> Iterator[Role | None]:
    """Yield for each line whose words it holds: what its label says or, where the label above goes on, that one's.

    A label that stands alone has the list below it: lines of a lower mark, or lines without any. A line that ends
    with a comma goes on in the next one, if that has no mark.
    """
    role: Role | None = None
    label: Line | None = None
    below: int | None = None
    before = ""
    for line in lines:
        if line.role is not None:
            role, label, below = line.role, line if not line.said or line.said.endswith(":") else None, None
        elif label is not None and line.rank > label.rank and below in {None, line.rank}:
            below = line.rank
        elif line.rank < UNMARKED or not before.endswith(","):
            role, label = None, None
        before = line.said if line.role else line.words
        yield role


def quotes(words: str, text: str) -> bool:
    """Tell whether words stand in a text, beginning and ending where words, numbers and days of it do."""
    bounded = rf"(?<!\w)(?<!\d[./-]){escape(words)}(?!\w)(?![./-]\d)"
    return pattern(bounded).search(text) is not None


def joined(lines: Iterable[str]) -> str | None:
    """Return lines below each other; None for none."""
    return "\n".join(filter(None, lines)) or None
