"""By which words the components of an official document are known, and how it writes a date and a blank."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from kshc_cli.documents.word.body import Paragraph
from kshc_cli.reading.folding import canonical, fold

KINDS: Final = frozenset(
    {
        *("nghị quyết", "quyết định", "chỉ thị", "quy chế", "quy định", "thông cáo", "thông báo", "hướng dẫn"),
        *("chương trình", "kế hoạch", "phương án", "đề án", "dự án", "báo cáo", "biên bản", "tờ trình", "hợp đồng"),
        *("công điện", "bản ghi nhớ", "bản thỏa thuận", "giấy ủy quyền", "giấy mời", "giấy giới thiệu"),
        *("giấy nghỉ phép", "phiếu gửi", "phiếu chuyển", "phiếu báo", "phụ lục", "danh mục"),
    }
)
"""Kinds of documents (Nghị định 30/2020/NĐ-CP, Điều 7), with the annex and the list, in canonical spelling."""

UNTOLD: Final = frozenset({"hợp đồng", "bản ghi nhớ", "bản thỏa thuận", "dự án", "danh mục"})
"""Kinds that the decree names without a model of their own, so that nobody can say what they must have."""

WITH_ARTICLES: Final = frozenset({"quyết định", "nghị quyết"})
"""Kinds that enact: authority, bases, the word that enacts, articles."""

_LINE: Final = 300
"""Letters that a line of a heading stays below; no more of a paragraph is looked at to know it by its beginning."""

_NATION: Final = "cong hoa xa hoi chu nghia viet nam"
_MISSPELT_NATION: Final = re.compile(r"cong \S+ (?:xa h\S+ (?:\S+ ){0,3}|xhcn )viet \S+")
"""Quốc hiệu with a word that is missing, too many, misspelt or abbreviated."""
_HALF_NATION: Final = re.compile(r"cong hoa xa hoi(?: chu nghia)?|(?:chu nghia )?viet nam")
"""Quốc hiệu as far as it stands on one of two lines."""
_PIECES: Final = re.compile(r"[\n\t]")
_MOTTO: Final = ("doc lap", "tu do", "hanh phuc")
_WHOLE_MOTTO: Final = re.compile(r"doc lap\W+tu do\W+hanh phuc\W*")
_NUMBER: Final = re.compile(r"s[ốô]\s*:|s[ốô]\s*[\w.…\s]*(?:-\s*[^\W\d_]{1,4}\s*)?/\s*\w")
_DATE: Final = re.compile(r"ngày\b.*\b(?:\w{0,2}áng|thang)\b.*\bnăm\b.{0,30}$", re.DOTALL)
"""A date in words that ends a line, misspelt or not; a sentence goes on behind the one that it cites."""
_DATED: Final = 160
"""Letters that a line with a date stays below, what stands at its left included."""
_TYPED_LINE: Final = re.compile(r"[\s_*=~‗¯.\-–—―]*[_*=~‗¯\-–—―]{2}[\s_*=~‗¯.\-–—―]*")
_WITH: Final = ("kèm theo", "đính kèm")
_ISSUED_WITH: Final = (*_WITH, "ban hành kèm theo")
_BASIS: Final = re.compile(r"(?:căn cứ|theo đề nghị|xét|thực hiện)\b")
_NUMBERED: Final = re.compile(
    r"(?:[IVXL]+|\d{1,2}|[a-zđ])\s*[.)/]|(?:Điều|Phần|Chương|Mục)\s+(?:\d|[IVX]|thứ\s)", re.IGNORECASE
)
_ADDRESSEE: Final = re.compile(r"kính (?:gửi|gởi|trình|chuyển)\b")
_ABOUT: Final = re.compile(r"v\s*/\s*v\b|v\.v\b|về việc\b")
_ARTICLE: Final = re.compile(r"điều \d")
_MARKS: Final = frozenset(
    {
        *("hỏa tốc", "hỏa tốc hẹn giờ", "thượng khẩn", "khẩn", "mật", "tối mật", "tuyệt mật", "dự thảo"),
        *("xem xong trả lại", "lưu hành nội bộ", "tài liệu thu hồi", "giao bưu điện", "đến"),
    }
)
"""Stamps of secrecy, urgency and circulation (ô 10a, 10b, 11)."""
_ANNEX: Final = re.compile(r"phụ lục(?: (?:số )?(?:[ivxlc]+|\d+|[a-z]))?[.:]?")
_DRAFTER: Final = re.compile(r"[A-ZĐ]{1,6}[\s.,]*\(?\s*\d{1,5}\s*\)?[ .]*")
_WHITE: Final = "FFFFFF"
_RECIPIENTS: Final = re.compile(r"nơi nhận\s*(?::|$)")


def said(paragraph: Paragraph) -> str:
    """Return what a paragraph says, for comparing."""
    return canonical(paragraph.printed)


def is_nation(paragraph: Paragraph) -> bool:
    """Tell whether it holds Quốc hiệu, misspelt tone marks or not."""
    words = fold(paragraph.printed).strip()
    if in_capitals(paragraph) and is_bold(paragraph) and _MISSPELT_NATION.fullmatch(words):
        return True
    if len(paragraph.text) > _LINE or _NATION not in words:
        return False
    whole = " ".join(paragraph.text.split())
    return any(map(_is_nation_line, (whole, *_PIECES.split(paragraph.text))))


def _is_nation_line(words: str) -> bool:
    """Tell Quốc hiệu from a sentence that names the state: it begins its line, or stands behind capitals only."""
    before, nation, behind = fold(words).strip().partition(_NATION)
    if not nation:
        return False
    ends_there = not behind.strip(" .,-–_*") or behind.strip().startswith(_MOTTO[0])
    capitals = words.upper() == words
    return ends_there and (not before or capitals)


def is_half_nation(paragraph: Paragraph) -> bool:
    """Tell whether it holds a part of Quốc hiệu, which goes on in another paragraph."""
    return in_capitals(paragraph) and bool(_HALF_NATION.fullmatch(fold(paragraph.printed).strip()))


def is_bare_motto(paragraph: Paragraph) -> bool:
    """Tell whether one of its lines or columns is Tiêu ngữ and nothing else."""
    return any(_WHOLE_MOTTO.fullmatch(fold(piece).strip()) for piece in _PIECES.split(paragraph.text))


def is_motto(paragraph: Paragraph) -> bool:
    """Tell whether it holds Tiêu ngữ."""
    words = fold(paragraph.printed)
    return all(part in words for part in _MOTTO)


def is_number_line(paragraph: Paragraph) -> bool:
    """Tell whether it is the line "Số: …"."""
    return _NUMBER.match(said(paragraph)) is not None


def is_place_date(paragraph: Paragraph) -> bool:
    """Tell whether it holds a date in words, or the blanks for one: ngày … tháng … năm; a line, and no text."""
    words = said(paragraph)
    return len(words) < _DATED and _DATE.search(words) is not None


def is_typed_line(paragraph: Paragraph) -> bool:
    """Tell whether it is a line made of typed signs."""
    return _TYPED_LINE.fullmatch(paragraph.printed) is not None


def kind_of(paragraph: Paragraph) -> str:
    """Return the kind of document that it names by itself, or on its first line; or nothing.

    In capitals, an annex in small letters too (Phụ lục II); others in small letters only where a title stands.
    """
    first = paragraph.printed.strip().partition("\n")[0]
    words = canonical(first).removesuffix(".") if len(first) <= _LINE else ""
    if _ANNEX.fullmatch(words) and (paragraph.format.alignment == "center" or is_bold(paragraph)):
        return "phụ lục"
    as_title = first.upper() == first or (words not in UNTOLD and _stands_as_title(paragraph, first))
    return words if words in KINDS and as_title else ""


def _stands_as_title(paragraph: Paragraph, words: str) -> bool:
    """Tell a title in small letters, a fault, from words in a text: bold, in the middle, outside of tables."""
    look = paragraph.format
    centred = look.alignment == "center" and paragraph.address.table is None
    return centred and is_bold(paragraph) and words[:1].isupper()


def is_addressee(paragraph: Paragraph) -> bool:
    """Tell whether it begins with Kính gửi (ô 9a), or says whom a telegram goes to: … ĐIỆN:."""
    words = said(paragraph)
    sends = words.endswith(" điện:") and len(words) < _LINE
    return _ADDRESSEE.match(words) is not None or sends or (in_capitals(paragraph) and words.endswith(" điện"))


def is_about(paragraph: Paragraph) -> bool:
    """Tell whether it begins the subject of a letter: V/v … (ô 5b)."""
    return _ABOUT.match(said(paragraph)) is not None


def is_about_unmarked(paragraph: Paragraph) -> bool:
    """Tell whether it begins as a subject does, but lacks V/v."""
    return said(paragraph).startswith("về ")


def is_white(paragraph: Paragraph) -> bool:
    """Tell whether all its letters are white, so that nobody sees them on paper."""
    return bool(paragraph.seen) and all(run.format.color == _WHITE for run in paragraph.seen)


def is_mark(paragraph: Paragraph) -> bool:
    """Tell whether it is a stamp of secrecy, urgency or circulation, which may be red."""
    return in_capitals(paragraph) and said(paragraph).strip('" .:') in _MARKS


def is_drafter(words: str) -> bool:
    """Tell whether words are the drafter's sign and the number of copies (ô 12): PL.(300)."""
    return _DRAFTER.fullmatch(words.strip()) is not None and any(map(str.isdigit, words))


def is_reference(paragraph: Paragraph) -> bool:
    """Tell whether it says with which document a text is issued: (Kèm theo Quyết định số …)."""
    words = said(paragraph)
    return any(with_ in words for with_ in _WITH) and words.startswith(("(", *_ISSUED_WITH))


def is_basis(paragraph: Paragraph) -> bool:
    """Tell whether it begins as a legal basis or a proposal does."""
    return _BASIS.match(canonical(paragraph.printed[:_LINE])) is not None


def is_enacting(paragraph: Paragraph) -> bool:
    """Tell whether it says QUYẾT ĐỊNH: or QUYẾT NGHỊ: by itself, misspelt marks or not."""
    return fold(paragraph.printed).strip(": ") in {"quyet dinh", "quyet nghi"}


def is_article(paragraph: Paragraph) -> bool:
    """Tell whether it begins an article: Điều 1."""
    return _ARTICLE.match(said(paragraph)) is not None


def is_numbered(paragraph: Paragraph) -> bool:
    """Tell whether it begins with a number, as headings and articles do."""
    return _NUMBERED.match(paragraph.printed.strip()) is not None and not is_about(paragraph)


def is_recipients_label(paragraph: Paragraph) -> bool:
    """Tell whether it begins the list of recipients."""
    return _RECIPIENTS.match(canonical(paragraph.printed[:_LINE].strip().partition("\n")[0])) is not None


def in_capitals(paragraph: Paragraph) -> bool:
    """Tell whether it shows letters, all of them capitals."""
    words = paragraph.printed
    return words.upper() == words and any(map(str.isalpha, words))


def is_bold(paragraph: Paragraph) -> bool:
    """Tell whether all that it shows is bold."""
    return all(run.format.bold for run in paragraph.seen) if paragraph.seen else paragraph.mark.bold


def shown(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return those that show something."""
    return tuple(paragraph for paragraph in paragraphs if paragraph.printed.strip())


def date_words(day: date) -> str:
    """Write a date as official documents do: a 0 before days below 10 and before January and February only."""
    return f"ngày {day.day:02d} tháng {month_words(day.month)} năm {day.year}"


def month_words(month: int) -> str:
    """Write a month of a date."""
    return f"{month:02d}" if month < 3 else f"{month}"
