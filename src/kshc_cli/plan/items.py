"""A task that is printed as paragraphs, as one of a table: which of its lines say who, what and when."""

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from re import IGNORECASE, Pattern, escape
from re import compile as pattern
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.plan.model import AgencyWords, Item, Labels, Role, Task, TimeWords

_WHO: Final = r"(?:cơ quan|đơn vị|bộ phận|cá nhân|tổ chức|người|cán bộ|công chức)"
_BODIES: Final = rf"{_WHO}(?:\s*(?:,|/|và|hoặc)\s*{_WHO})*"
_DOING: Final = r"(?:thực hiện|tham mưu|triển khai|soạn thảo|tổng hợp|chính)"
_ENDING: Final = r"(?:\s+(?:thực hiện|hoàn thành|triển khai|báo cáo|dự kiến|cụ thể))*"

_KNOWN: Final[Mapping[Role, str]] = {
    "content": r"(?:nội dung|nhiệm vụ)(?:\s+(?:công việc|nhiệm vụ|thực hiện|triển khai|cụ thể|chủ yếu))*",
    "lead": (
        rf"(?:{_BODIES}\s+)?(?:chủ trì|phụ trách|đầu mối|chịu trách nhiệm)(?:\s+{_DOING})*"
        rf"|{_BODIES}\s+{_DOING}|phân công(?:\s+(?:thực hiện|chủ trì|nhiệm vụ))?"
        r"|trách nhiệm(?:\s+(?:thực hiện|chủ trì))?"
    ),
    "coop": rf"(?:{_BODIES}\s+)?phối hợp(?:\s+{_DOING})?",
    "result": (
        r"(?:kết quả|sản phẩm)(?:\s*(?:,|/|và)\s*(?:kết quả|sản phẩm))?"
        r"(?:\s+(?:thực hiện|hoàn thành|dự kiến|đầu ra|đạt được|cần đạt))*"
    ),
    "time": rf"(?:thời gian|thời hạn|thời điểm|tiến độ|lộ trình|hạn|hoàn thành){_ENDING}",
}
"""What the words before the colon are, in lower case."""

_LINE: Final = lazy_pattern(
    r"\s*(?:[-–—+*•▪●o]\s+|[-–—+*•▪●]|(?:[a-zđ]|\d+(?:\.\d+)*)[.)]\s*)?([^:\n]{2,80}?)\s*:\s*(.*)"
)
_MARK: Final = lazy_pattern(
    r"\s*(?:(\d+(?:\.\d+)+[.)]?(?=\s)|(?:\d+|[a-zđA-ZĐ]|[IVXLC]+)[.)](?!\d))|[-–—+*•▪●])\s*(?=\S)"
)
"""What stands before what is to be done: a number, or a dash."""
_OPEN: Final = (":", ",", ";")
"""Ends of a line whose words go on in the next one."""


def labelled(line: str, own: Labels | None) -> tuple[Role, str] | None:
    """Return what a line says by its label, and the words behind it; None for a line without one that is known."""
    found = _LINE.fullmatch(unicodedata.normalize("NFC", line))
    if found is None:
        return None
    label = " ".join(found[1].split())
    role = next((role for role, words in _patterns(own).items() if words.fullmatch(label)), None)
    return None if role is None else (role, found[2].strip())


@lru_cache(maxsize=32)
def _patterns(own: Labels | None) -> Mapping[Role, Pattern[str]]:
    """Return what the labels of each role are: those of the plan itself first."""
    said: dict[Role, str] = {}
    for role, words in _KNOWN.items():
        mine = () if own is None else getattr(own, role)
        said[role] = "|".join((*(escape(" ".join(one.split())) for one in mine), words))
    return {role: pattern(words, IGNORECASE) for role, words in said.items()}


def point_of(line: str) -> tuple[str | None, str]:
    """Return the number before a line, None where it has none, and the words behind that or behind its dash."""
    mark = _MARK.match(line)
    return (mark[1], line[mark.end() :]) if mark else (None, line)


def as_task(item: Item, own: Labels | None) -> Task:
    """Return an item as a task: its number, what is to be done, and what its labelled lines or its own fields say.

    ``own`` are the plan's labels. Lines without a label belong to the content or, where the one above goes on, to that.
    """
    first, *others = item.text.split("\n")
    number, begun = point_of(first)
    said: dict[Role, list[str]] = {"content": []}
    role: Role = "content"
    for line in (begun, *others):
        if found := labelled(line, own):
            role = found[0]
            said.setdefault(role, []).extend([found[1]] if found[1] else [])
        else:
            above = said.get(role) or [""]
            role = role if not above[-1] or above[-1].endswith(_OPEN) else "content"
            said.setdefault(role, []).append(line.strip())
    words = {role: "\n".join(lines) for role, lines in said.items() if any(lines)}
    lead, coop, time = (words.get(name) for name in ("lead", "coop", "time"))
    return Task(
        id=item.id,
        number=number,
        content=words.get("content") or item.text,
        lead=item.lead or (AgencyWords(text=lead) if lead else None),
        coop=item.coop or (AgencyWords(text=coop) if coop else None),
        result=item.result or words.get("result"),
        time=item.time or (TimeWords(text=time) if time else None),
        work_by=item.work_by,
    )
