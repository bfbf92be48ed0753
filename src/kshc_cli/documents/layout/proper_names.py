"""Rules of capitals in proper names, sentences and days (Phụ lục II of the decree)."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act
from kshc_cli.documents.components.models import JUDGED, Model
from kshc_cli.documents.layout.capitals import NAMING, TEXTS, own_words
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, rule
from kshc_cli.documents.word.body import Paragraph
from kshc_cli.findings import Severity
from kshc_cli.messages import _

_FIELDS: Final = (
    *("Nội vụ", "Tài chính", "Tư pháp", "Công Thương", "Xây dựng", "Y tế", "Giáo dục và Đào tạo", "Ngoại vụ"),
    *("Khoa học và Công nghệ", "Nông nghiệp và Môi trường", "Văn hóa, Thể thao và Du lịch", "Dân tộc và Tôn giáo"),
    *("Văn hóa và Thể thao", "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Kế hoạch và Đầu tư"),
    *("Giao thông vận tải", "Lao động - Thương binh và Xã hội", "Nông nghiệp và Phát triển nông thôn"),
)
"""What the departments of provinces are named for, those that ended in 2025 too."""
_DEPARTMENTS: Final = re.compile(rf"\b(?-i:Sở|Bộ) (?P<field>{'|'.join(_FIELDS)})\b", re.IGNORECASE)
_SMALL_DEPARTMENT: Final = re.compile(
    rf"\b(?<!cơ )(?<!trụ )(?<!công )(?-i:sở) (?P<field>{'|'.join(_FIELDS)})\b", re.IGNORECASE
)
_ALSO_RIGHT: Final = {"công thương": {"Công thương"}}
_STATE: Final = re.compile(
    r"\bThủ tướng chính phủ\b|\bthủ tướng [Cc]hính phủ\b|\bVăn phòng (?:chính phủ|quốc hội)\b"
    r"|(?<=của )(?:chính phủ|quốc hội)\b(?! (?:điện tử|số|các nước|nước|kiến tạo))"
)
_STATE_NAMES: Final = ("Thủ tướng", "Chính phủ", "Quốc hội", "Văn phòng")
_PROVINCE: Final = re.compile(r"(?<=\w )Tỉnh(?= [A-ZĐ][^\W\d_]+ [A-ZĐ])")
_CLAUSE: Final = re.compile(r"(?<=[^\W\dA-Z_,] )(?:Khoản \d+|Điểm [a-zđ])(?=,? (?:khoản|Khoản|Điều|điều)\b)")
_WEEKDAY: Final = re.compile(
    r"\((thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\)|\b(?:sáng|chiều|tối) (thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)\b"
    r"|(?<!lần )(?<!họp )(?<!năm )(?<!đợt )\b(thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)(?=,? ngày \d)"
)
_ENDS: Final = (".", ";", ":", "!", "?", "./.")


@rule("nd30.II-names", NAMING, Severity.WARNING)
def names(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """Bodies, posts and places are written with the capitals of their names: “Sở Nội vụ”, “Thủ tướng Chính phủ”.

    The word of a level before the name of a place is small: “tỉnh Đồng Tháp”.
    """
    words = own_words(paragraph)
    for pattern in (_DEPARTMENTS, _SMALL_DEPARTMENT):
        for department in pattern.finditer(words):
            yield from _body_faults(department, paragraph)
    if found := _STATE.search(words):
        right = found[0]
        for name in _STATE_NAMES:
            right = re.sub(name, name, right, flags=re.IGNORECASE)
        yield _wrong(found[0], right, paragraph)
    if found := _PROVINCE.search(words):
        yield _wrong(found[0], "tỉnh", paragraph)


def _body_faults(found: re.Match[str], paragraph: Paragraph) -> Iterator[LayoutFault]:
    kind, field = found[0][:2], found["field"]
    if field == "xây dựng":
        return  # the ministry or the departments build something up
    right = next(one for one in _FIELDS if one.lower() == field.lower())
    wanted = f"{kind[0].upper()}{kind[1:].lower()} {right}"
    allowed = {right, *_ALSO_RIGHT.get(right.lower(), ())}
    if not found[0].isupper() and (field not in allowed or kind != wanted[:2]):
        yield _wrong(found[0], wanted, paragraph)


@rule("nd30.II-parts", NAMING)
def parts(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """Clauses and points of a text that is cited stay small: “điểm a khoản 2 Điều 23”."""
    words = own_words(paragraph)
    if found := _CLAUSE.search(words):
        yield _wrong(found[0], found[0][0].lower() + found[0][1:], paragraph)


@rule("nd30.II-days", NAMING)
def days(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """The days of the week are written “thứ Hai”, “Chủ nhật”."""
    if found := _WEEKDAY.search(own_words(paragraph)):
        name = found[1] or found[2] or found[3]
        first, _space, last = name.partition(" ")
        yield _wrong(name, f"thứ {last.capitalize()}" if first == "thứ" else "Chủ nhật", paragraph)


@rule("nd30.II-sentences", TEXTS, Severity.WARNING, models=frozenset(JUDGED) - {Model.ANNEX})
def sentences(act: Act, _document: Inspected) -> Iterator[LayoutFault]:
    """A sentence and a new paragraph begin with a capital; an item of a list may go on with the sentence before."""
    texts = [each for each in act.content if isinstance(each, Paragraph) and each.printed.strip()]
    for before, paragraph in pairwise((None, *texts)):
        if paragraph and _begins_small(before, paragraph):
            yield LayoutFault(
                _("This paragraph begins with a small letter."), _("Begin each sentence with a capital."), paragraph
            )


def _begins_small(before: Paragraph | None, paragraph: Paragraph) -> bool:
    closed = before is None or wording.is_bold(before) or before.printed.rstrip().endswith(_ENDS)
    first, _space, rest = paragraph.text.strip().partition(" ")
    return closed and not paragraph.label and len(first) > 1 and first.isalpha() and first.islower() and bool(rest)


def _wrong(words: str, wanted: str, paragraph: Paragraph) -> LayoutFault:
    return LayoutFault(
        _("“{words}” has not the capitals that its name has.").format(words=words),
        _("Write “{wanted}”.").format(wanted=wanted),
        paragraph,
    )
