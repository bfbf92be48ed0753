"""Which rules a document follows: whether the decree orders its layout, or that cannot be told."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Final

from kshc_cli.documents.components import wording
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.word.body import Body, Paragraph
from kshc_cli.reading.folding import canonical, composed

_PARTY: Final = "đảng cộng sản việt nam"
_PARTY_BODY: Final = re.compile(
    r"(?:ban chấp hành )?(?:đảng (?:bộ|ủy)|chi bộ|(?:tỉnh|thành|huyện|quận|thị) ủy)\b"
    r"|(?:ban|văn phòng|ủy ban kiểm tra)\b.{0,40}\b(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b|ủy ban kiểm tra\b"
)
_PLAIN_LETTERS: Final = re.compile("[A-Za-z]+")
_PARTY_NUMBER: Final = re.compile(r"số:?\s*[\d.…]*\s*[-–]\s*[^\W\d_]{1,4}/[^\W\d_]", re.IGNORECASE)
_YOUTH_UNION: Final = frozenset({"đoàn tncs hồ chí minh", "đoàn thanh niên cộng sản hồ chí minh"})
"""What stands at the right of a heading of the Youth Union, where the State's documents have Quốc hiệu."""
_LEGISLATION: Final = frozenset(
    {"hiến pháp", "luật", "bộ luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch"}
)
"""Titles of legislation (Luật Ban hành văn bản quy phạm pháp luật); their numbers tell decisions and resolutions."""
_ENACTED: Final = re.compile(r"\bsố:?\s*[\d.…]*\s*/\s*(?:\d{4}|20[\d.…_()]+)\s*/[\s.…_()]*(?:qđ|nq|nđ|tt|qh|ubtvqh)")
_DIRECTED: Final = re.compile(r"\bsố:?\s*[\d.…]*\s*/\s*20(?:0\d|1[0-6])\s*/\s*ct")
"""The number of a directive that made law, as those of People's Committees did up to 2016."""
_BLANK: Final = re.compile(r"…{2}|\.{4}|_{4}")
_BLANKS: Final = 5
"""So many paragraphs with blanks make a Phụ lục by itself a form."""
"""A number with its year, which only legislation has: 15/2026/QĐ-UBND."""
_OF_LEGISLATION: Final = re.compile(r"kèm theo (?:(?:bộ )?luật|pháp lệnh|nghị định|thông tư)\b")
_WITH: Final = "kèm theo"
_FIELD: Final = re.compile(r"\{\{[^{}]+\}\}|\{[#/%]?\w+\}|<<\w+>>|(?:…|\.\.)\s?\(\d{1,2}\)")
"""A field of a template, which a program or a clerk fills: {{number}}, {number}, <<number>>, ……(2)……"""
_HEAD: Final = 12
"""Paragraphs at most, empty ones too, before Quốc hiệu or the title of a file's own text."""
_FIELDS: Final = 2
"""So many fields at the beginning make a file a template."""
_MARKED: Final = 0.08
"""Below this share of letters with marks a text is typed without them; Vietnamese has about a third."""
_FIRST: Final = 30
"""Paragraphs at the beginning of a file in which its heading stands."""


class Origin(StrEnum):
    """Whose rules a document follows."""

    STATE = "state"
    """An official document of the State: Nghị định 30/2020/NĐ-CP."""
    PARTY = "party"
    """A document of the Party, which has rules of its own (hướng dẫn của Văn phòng Trung ương Đảng)."""
    UNION = "union"
    """A document of the Youth Union, which has rules of its own."""
    LEGISLATION = "legislation"
    """A law, decree, circular, or a decision or resolution that makes law: another decree orders its layout."""
    TEMPLATE = "template"
    """A template whose fields are still to be filled: no document yet."""
    UNTOLD = "untold"
    """None that can be told: neither heading nor kind, or a kind that the decree has no model for."""


def origin_of(body: Body, acts: tuple[Act, ...]) -> Origin:
    """Return whose rules a file follows, by its heading and kind."""
    checks = (
        (Origin.PARTY, _is_of_party(body)),
        (Origin.UNION, any(line in _YOUTH_UNION for line in _lines(body))),
        (Origin.TEMPLATE, _is_template(body) or _is_form(body, acts)),
        (Origin.UNTOLD, _lacks_marks(body)),
        (Origin.LEGISLATION, _is_legislation(body, acts)),
        (Origin.STATE, _is_known(acts)),
    )
    return next((origin for origin, is_it in checks if is_it), Origin.UNTOLD)


def _is_known(acts: tuple[Act, ...]) -> bool:
    """Tell whether the text that all others belong to is of a kind that the decree has a model for.

    What has Quốc hiệu is that text, whatever stands behind it; without one it may be a cover.
    """
    own = [act for act in acts if act.kind is not ActKind.ATTACHED]
    headed = next((act for act in own if act.nation), None)
    if headed is not None:
        own = [headed]
    if not own:
        return any(map(_begins, acts[:1]))
    return any(act.kind is not ActKind.OTHER and (act.nation or act.title or act.number) for act in own)


def _begins(act: Act) -> bool:
    """Tell whether a text stands at the beginning of its file: an annex behind other words belongs to them."""
    first = (*act.nation, *act.title)[:1]
    return bool(first) and first[0].address.paragraph <= _HEAD


def _is_legislation(body: Body, acts: tuple[Act, ...]) -> bool:
    lines = list(_lines(body))
    if next((line for line in lines if line in wording.KINDS or line in _LEGISLATION), "") in _LEGISLATION:
        return True
    main = next((act for act in acts if act.kind is not ActKind.ATTACHED), None)
    if main is not None and main.number:
        made_law = {"chỉ thị": _DIRECTED, **dict.fromkeys(wording.WITH_ARTICLES, _ENACTED)}.get(main.name)
        return made_law is not None and any(made_law.search(canonical(each.printed)) for each in main.number)
    return any(_ENACTED.search(line) or _OF_LEGISLATION.search(line) for line in lines if _WITH in line)


def _is_template(body: Body) -> bool:
    return sum(len(_FIELD.findall(each.printed)) for each in islice(_shown(body), _FIRST)) >= _FIELDS


def _is_form(body: Body, acts: tuple[Act, ...]) -> bool:
    """Tell a form, whose blanks are to be filled, from the Phụ lục of a text that stands in another file."""
    belongs = any(act.kind is not ActKind.ATTACHED for act in acts)
    return not belongs and sum(_BLANK.search(each.printed) is not None for each in body.paragraphs) >= _BLANKS


def _lines(body: Body) -> Iterator[str]:
    """Yield the lines at the beginning, in canonical spelling, without the signs that stand around their words."""
    for each in islice(_shown(body), _FIRST):
        yield from (canonical(line).strip(" \t*-_") for line in each.printed.split("\n"))


def _is_of_party(body: Body) -> bool:
    lines = [line for line in _lines(body) if line]
    if any(_PARTY in line and not line.replace(_PARTY, "").strip(" \t") for line in lines):
        return True
    named = any(map(_PARTY_BODY.match, lines[:6]))
    return named and any(map(_PARTY_NUMBER.match, lines))


def _lacks_marks(body: Body) -> bool:
    """Tell whether the words are typed without diacritics, so that no component can be known by them."""
    text = composed("".join(each.text for each in body.paragraphs))
    letters = sum(map(str.isalpha, text))
    return letters - sum(map(len, _PLAIN_LETTERS.findall(text))) < _MARKED * letters


def _shown(body: Body) -> "list[Paragraph]":
    return [each for each in body.paragraphs[: 4 * _FIRST] if each.printed.strip()]
