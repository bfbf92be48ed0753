"""Rules of capitals in names of bodies and of texts (Phụ lục II of the decree)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.layout.inspected import Inspected
from kshc_cli.documents.layout.rule import LayoutFault, Subjects, rule
from kshc_cli.documents.word.body import Paragraph, WordTable
from kshc_cli.findings import Severity
from kshc_cli.messages import _
from kshc_cli.reading.folding import composed

_QUOTED: Final = re.compile(r"[“\"][^”\"]*[”\"]")
_PEOPLES: Final = re.compile(
    r"\b((?:[Ủủ]y|[Uu]ỷ) [Bb]an|[Hh]ội [Đđ]ồng|[Tt][òo][àa] [Áá]n|[Vv]iện [Kk]iểm [Ss]át)(\s+)([Nn]hân\s+[Dd]ân)\b"
    r"(?P<level>\s+(?:tỉnh|thành phố|xã|phường|đặc khu|huyện|thị xã|quận|thị trấn)\b)?"
)
_BY_FUNCTION: Final = "Viện Kiểm sát"
"""A name that may have a capital for what the body does, as Phụ lục II, mục IV writes names (Ban Chỉ đạo)."""
_KINDS: Final = (
    "nghị định|quyết định|nghị quyết|thông tư liên tịch|thông tư|chỉ thị|kế hoạch|tờ trình|báo cáo|thông báo|công điện"
    "|chương trình|đề án|phương án|hướng dẫn|quy chế|quy định"
)
_NUMBERED: Final = re.compile(rf"\b(?<!các )(?<!những )({_KINDS}) số:?\s?\d+\s?[/-]\s?(?:\d{{4}}/)?[A-ZĐ][\w-]*")
_ARTICLE: Final = re.compile(
    r"\bđiều \d+[a-zđ]?(?=,? (?:của )?(?:Luật|Bộ luật|Hiến pháp|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư"
    r"|Quy chế|Quy định)\b)|(?<=khoản \d )điều \d+|(?<=khoản \d, )điều \d+"
)
_CITED: Final = r"(?=[^,;]*(?: ngày \d| số ?\d))"
_SMALL: Final = "a-zđàáâãèéêìíòóôõùúýăĩũơư" + "".join(map(chr, range(0x1EA1, 0x1EFA, 2)))
"""The small letters of Vietnamese; from à to ỹ capitals stand among them, Đ too."""
_LAW: Final = re.compile(rf"(?<=^Căn cứ )(?:bộ luật|luật|pháp lệnh) (?:[A-ZĐÁÂÔƯỦ][^\W\d_]*|{_CITED})")
_LAW_NAME: Final = re.compile(
    rf"(?<=^Căn cứ )(?:Bộ luật|Luật|Pháp lệnh) (?P<small>(?!này|số|ngày|sửa đổi)[{_SMALL}]\w*){_CITED}"
)
"""The name of a law, of which the first word begins with a capital: Luật Tổ chức chính quyền địa phương."""
_AS_IN: Final = re.compile(r"(?:(?<=\bNhư )|(?<=\bnhư )|(?<=\btại )(?<!iện tại )|(?<=\bTại ))điều \d+")
"""An article of the document itself, among the recipients and in the text."""

_BEFORE_PEOPLE: Final = (
    *("của", "và", "cho", "với", "do", "vì", "bởi", "phục vụ", "tiếp", "mọi", "tầng lớp", "trong", "từ", "đến", "giúp"),
    *("sức khỏe", "sức khoẻ", "đời sống", "tài sản", "tính mạng", "nguyện vọng", "lòng tin", "niềm tin", "ý kiến"),
    *("quần chúng", "đông đảo", "lợi ích", "quyền làm chủ", "vận động", "tuyên truyền", "phản ánh của"),
    *("để", "được", "lấy", "gần", "hướng dẫn", "thông báo"),
)
_PEOPLE: Final = re.compile(
    rf"(?i:\b(?:{'|'.join(_BEFORE_PEOPLE)})) (nhân dân)\b(?! tệ)|(?<!Báo )(?<!báo )\b(Nhân Dân)\b|, (nhân dân)\b"
    r"|\b(?:của|[Dd]o|[Đđ]ược|[Đđ]ể) (nhà nước)\b(?! pháp quyền)|\b[Đđ]ảng(?:,| và) (nhà nước)\b"
    r"|\bcủa (đảng)\b(?! (?:bộ|viên|ủy|uỷ|phái|phí))|\b(đảng)(?:,| và) [Nn]hà nước\b"
)
"""The people, the state, the Party as nouns by themselves; in other words (quân đội nhân dân) they are small."""


def _named(document: Inspected) -> Iterator[Paragraph]:
    """Yield the paragraphs of the texts in which names stand in small letters; tables are left out."""
    for act in document.acts:
        blocks = (
            *act.subject, *act.addressees, *act.reference, *act.bases, *act.content, *act.recipients,
        )  # fmt: skip
        yield from (block for block in blocks if isinstance(block, Paragraph) and block.printed.strip())


def _citing(document: Inspected) -> Iterator[Paragraph]:
    """Yield the paragraphs that may cite texts: those, and those in the tables of what a text says."""
    yield from _named(document)
    tables = (block for act in document.acts for block in act.content if isinstance(block, WordTable))
    yield from (paragraph for table in tables for paragraph in table.paragraphs if "/" in paragraph.text)


def _acts(document: Inspected) -> Iterator[Act]:
    return (act for act in document.acts if act.content)


NAMING: Final = Subjects(_named, lambda: _("no text was found"))
CITING: Final = Subjects(_citing, lambda: _("no text was found"))
TEXTS: Final = Subjects(_acts, lambda: _("no text was found"))


@rule("nd30.II-bodies", NAMING)
def bodies(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """A body of the people is named with one capital: “Ủy ban nhân dân xã”, “Hội đồng nhân dân xã”."""
    for found in _PEOPLES.finditer(own_words(paragraph)):
        first, people = found[1], found[3]
        right = _BY_FUNCTION if first == _BY_FUNCTION else f"{first[0].upper()}{first[1:].lower()}"
        is_generic = first[0].islower() and not found["level"]
        if not is_generic and (first != right or people != people.lower()):
            wanted = f"{right} nhân dân"
            yield LayoutFault(
                _("“{words}” has not the capitals of a body's name.").format(words=f"{first} {people}"),
                _("Write “{wanted}”.").format(wanted=wanted),
                paragraph,
            )


@rule("nd30.II-people", NAMING, Severity.WARNING)
def people(paragraph: Paragraph, _document: Inspected) -> Iterator[LayoutFault]:
    """The people, the state and the Party, as nouns by themselves, are written “Nhân dân”, “Nhà nước”, “Đảng”."""
    words = _PEOPLES.sub(" ", own_words(paragraph))
    for found in _PEOPLE.finditer(words):
        name = next(filter(None, found.groups()))
        yield LayoutFault(
            _("“{words}” stands by itself for a proper name.").format(words=name),
            _("Write “{wanted}”.").format(wanted=name.capitalize()),
            paragraph,
        )


@rule("nd30.II-texts", TEXTS)
def texts(act: Act, document: Inspected) -> Iterator[LayoutFault]:
    """A certain text is named with a capital: “Quyết định này”, “Nghị định số 30/2020/NĐ-CP”, “Điều 5 Luật …”."""
    kinds = {kind for one in (act, *((document.main,) if document.main else ())) if (kind := _kind(one))}
    this = re.compile(rf"\b(?:{'|'.join(map(re.escape, kinds))}) này\b") if kinds else None
    for paragraph in _paragraphs(act):
        words = own_words(paragraph)
        for pattern in filter(None, (this, _NUMBERED, _ARTICLE, _LAW, _LAW_NAME, _AS_IN)):
            if found := pattern.search(words):
                yield LayoutFault(
                    _("“{words}” names a certain text in small letters.").format(words=found[0].strip()),
                    _("Write “{wanted}”.").format(wanted=_capitalized(found).strip()),
                    paragraph,
                )


def _capitalized(found: re.Match[str]) -> str:
    """Return what was found with a capital: its first letter, or that of the group ``small``."""
    place = found.start("small") - found.start() if "small" in found.re.groupindex else 0
    return f"{found[0][:place]}{found[0][place].upper()}{found[0][place + 1 :]}"


def _kind(act: Act) -> str:
    return "công văn" if act.kind is ActKind.LETTER else act.name


def _paragraphs(act: Act) -> Iterable[Paragraph]:
    return (
        block for block in (*act.reference, *act.bases, *act.content, *act.recipients) if isinstance(block, Paragraph)
    )


def own_words(paragraph: Paragraph) -> str:
    """Return what a paragraph says without what it quotes."""
    return _QUOTED.sub(" ", composed(paragraph.printed))
