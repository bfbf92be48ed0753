"""Words beside a name: those that end it, go on with it, or say something of the body. They are taught here.

The lists are written like those of ``vocabulary``: phrases between bars, the longest counts.
"""

from collections.abc import Sequence
from functools import cache
from re import Pattern
from typing import Final

from kshc_cli.patterns import lazy_pattern
from kshc_cli.reading.agencies.vocabulary import CONNECTORS, PLURALS, duty_length, head_length
from kshc_cli.reading.folding import Token, composed
from kshc_cli.reading.trie import Phrases, Trie

_NAMING: Final = Phrases("""
quản lý|kiểm tra|hỗ trợ|tiếp nhận|giám sát|tổng hợp|hướng dẫn|xây dựng|thẩm định|đánh giá|tuyên truyền|cung cấp|vận hành
giải quyết|lập|thông báo
""")
"""Verbs that names of bodies hold, too: Văn phòng quản lý dự án, Phòng Kiểm tra văn bản."""

_ENDING: Final = Phrases("""
theo|căn cứ|để|khi|là|sẽ|được|có|hằng|hàng|định kỳ|thường xuyên|nhằm|nếu|trước|sau|từ|đã|cần|phải|gồm|bao gồm|như
tổ chức|tự|trực tiếp|trong thời hạn|trong vòng|trong quý|trong tháng|trong năm|do|nơi|đồng thời
nghiên cứu|khảo sát|chỉ đạo|điều hành|xử lý|đăng ký|lưu trữ|truyền thông|đào tạo|bồi dưỡng|khai thác|sử dụng|phổ biến
""")
"""Words that no name goes on with."""

_OBJECTS: Final = """
kế hoạch|báo cáo|dự thảo|văn bản|danh mục|quy chế|đề án|nội dung|việc|công tác|kết quả|các|những|toàn bộ|hồ sơ|tờ trình
thủ tục|số liệu|dữ liệu|phần mềm|hệ thống|quy trình|chương trình|tiến độ|nhiệm vụ|phương án|dự toán|kinh phí|cơ sở
thông tin
"""
"""What a verb is done to; without it a verb that is a field of work may be part of a name."""

_FIELD_VERBS: Final = frozenset(
    {
        "xây dựng",
        "quản lý",
        "hỗ trợ",
        "đào tạo",
        "bồi dưỡng",
        "nghiên cứu",
        "lưu trữ",
        "truyền thông",
        "xử lý",
        "đăng ký",
    }
)
"""Verbs that are fields of work, too: Ban Quản lý dự án xây dựng."""

_TASKED: Final = Phrases("""
ban|bql|trung tâm|quỹ|văn phòng|vp|tổ|hội|hội đồng|chi cục|chi nhánh|chi hội|đội|đoàn|viện|công ty|tổng công ty
""")
"""Heads of names that say what the body does."""

_TAILS: Final = "có liên quan|liên quan|có liên quan khác|liên quan khác|khác|khác có liên quan|cùng cấp|nếu có"
"""Words that say which ones of a group are meant."""

_CLAUSES: Final = """
liên quan đến|có liên quan đến|liên quan tới|có liên quan tới|liên quan trong|có liên quan trong|liên quan để
có liên quan để|liên quan về|có liên quan về|liên quan khi|có liên quan khi|liên quan theo|có liên quan theo
theo chức năng, nhiệm vụ|theo chức năng, nhiệm vụ, quyền hạn|theo chức năng|căn cứ chức năng, nhiệm vụ|căn cứ chức năng
căn cứ chức năng, nhiệm vụ, quyền hạn|theo|căn cứ|khi có|khi cần|có|nơi
"""
"""Words that open what is said of a body itself, up to the next separator."""

_PEOPLE: Final = Phrases("""
cán bộ|công chức|viên chức|người|nhân dân|cá nhân|tập thể|trưởng|phó|hiệu trưởng|bí thư|chuyên viên|già làng|hộ dân
thành viên|các thành viên|đại biểu|cử tri|đảng viên|hội viên|đoàn viên|học sinh|giáo viên|cộng đồng
người dân|thcs|thpt|mầm non|tiểu học|mẫu giáo|hộ gia đình|chủ đầu tư|chủ hộ
""")
"""Words that name people and no body."""

FIRMS: Final = frozenset(
    [
        "vnpt",
        "viettel",
        "mobifone",
        "vnpost",
        "evn",
        "fpt",
        "agribank",
        "vietinbank",
        "vietcombank",
        "bidv",
        "vcci",
        "pvn",
    ]
)
"""Firms that plans name in capitals, beside abbreviations that continue a name (Nông nghiệp và PTNT)."""

_FIELDS: Final = """
hạ tầng|đô thị|xã hội|môi trường|thông tin|thể thao|du lịch|đào tạo|công nghệ|đầu tư|phát triển|nông thôn|thương binh
tôn giáo|dân tộc|gia đình|truyền thông|tài chính|kế hoạch|nội vụ|tư pháp|y tế|kinh tế|văn hóa|lao động|việc làm
khoa học|công thương|giao thông|vận tải|tài nguyên|thủy sản|thủy lợi|lâm nghiệp|nông nghiệp|truyền hình|phát thanh
truyền thanh|vật giá|thống kê|hộ tịch|khuyến nông|dân vận|trẻ em|công nghiệp|thương mại|quốc tế|đất đai|dân số
chế xuất|cụm công nghiệp|công nghệ cao|cửa khẩu|nghiệp vụ
hành chính|lưu trữ|trật tự|xây dựng|giáo dục|đối ngoại|ngoại vụ|nghệ thuật|sự nghiệp|dịch vụ|quản trị|tổng hợp
"""
"""Fields of work that names of bodies list, in small letters too: phòng kinh tế, hạ tầng và đô thị."""
_FIELD: Final = Phrases(_FIELDS)

_FORMER: Final = Phrases("""
cũ|trước đây|trước kia|trước sáp nhập|trước khi sáp nhập|đã sáp nhập|đã giải thể|nguyên
bãi bỏ|đã bãi bỏ|giải thể
nay là|nay thuộc|hiện nay là|hiện là|đổi tên thành|sáp nhập vào|cũ nay là
""")
"""Words in brackets that say that the body before them is no more."""

_CHAIRS: Final = Phrases("chủ tịch|đồng chí chủ tịch|đ/c chủ tịch|lãnh đạo")
"""Titles whose bearer decides beside the own committee: what is the chairman's is not the committee's."""

_HONORIFICS: Final = Phrases("đồng chí|đ/c|ông|bà|anh|chị|cô|thầy")
"""Words before the name of a person."""
_SURNAMES: Final = Phrases("""
nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trương|lâm|mai|cao|tô|trịnh|hà|tạ
""")
"""Words that names of most people begin with, where no head of bodies stands before them."""
_SYLLABLES: Final = 5
"""Syllables of the longest name of a person."""
_FULL: Final = 3
"""Syllables from which on a name is no place's: (Bà Điểm), but (Bà Nguyễn Thị Hoa)."""

_SHORT_HEADS: Final = frozenset({"vp", "ub", "tt", "đ", "ttr", "bch", "bcđ", "bql"})
"""Letters that a full stop makes short for a head before the name of another body: VP. UBND xã, UB. MTTQ xã."""

_ROLES: Final = Phrases("chủ trì|có trách nhiệm|chịu trách nhiệm|là|làm đầu mối|được giao|phối hợp với")
"""What no verb stands before without a comma: Phòng Quản lý xây dựng | chủ trì."""

_PASSIVE: Final = frozenset({"được", "bị"})

_QUANTITIES: Final = Phrases("các|những|tất cả|tất cả các|toàn thể|toàn thể các|từng|mỗi|mọi|toàn bộ|toàn bộ các")
"""Words before a group that leave it what it is."""


@cache
def _tails() -> Trie[bool]:
    return Trie.of({_TAILS: False, _CLAUSES: True})


@cache
def _short_fields() -> Pattern[str]:
    fields = _FIELDS.strip().replace("\n", "|").split("|")
    initials = sorted({"".join(word[0] for word in field.split()) for field in fields})
    return lazy_pattern(f"(?:{'|'.join(initials)})+")


@cache
def _objects() -> Trie[bool]:
    return Trie.of({_OBJECTS: True, "việc làm": False})


def ends_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the words at ``place`` cannot belong to a name that stands before them."""
    return ending_length(tokens, place) > 0


def ending_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens at ``place`` cannot belong to a name that stands before them."""
    return _ENDING.length(tokens, place)


def tail_length(tokens: Sequence[Token], place: int) -> tuple[int, bool]:
    """Return how many tokens say something of a body at ``place``, 0 if none do, and whether more follow."""
    goes_on, length = _tails().longest(tokens, place)
    if goes_on and duty_length(tokens, place + length - 1):
        return length - 1, False  # có liên quan | theo dõi
    return (0, False) if goes_on is None else (length, goes_on)


def is_stranger(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether people or a firm are named at ``place``."""
    return tokens[place].word in FIRMS or bool(_PEOPLE.length(tokens, place))


def field_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens name a field of work at ``place``, as in the names of departments; 0 if none do."""
    return _FIELD.length(tokens, place)


def is_short_for_fields(word: str) -> bool:
    """Tell whether letters are short for fields of work: vhtt, lđtbxh, not csgt."""
    return _short_fields().fullmatch(word) is not None


def is_former(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the words in brackets say that the body before them is no more: (cũ), (nay là Sở Nội vụ)."""
    last = start + _FORMER.length(tokens, start) - 1
    return last >= start and (last == end - 1 or tokens[last].word in {"là", "thuộc", "thành", "vào"})


def is_person(tokens: Sequence[Token], text: str, start: int, end: int) -> bool:
    """Tell whether the words name a person: bà Lan, đ/c Nguyễn Văn An."""
    length = _HONORIFICS.length(tokens, start)
    first = start + length
    first += first < end and tokens[first].word == ":"
    names = [composed(text[token.start : token.end]) for token in tokens[first:end]]
    if not length or not 0 < len(names) <= _SYLLABLES or any(head_length(tokens, place) for place in range(first, end)):
        return False
    lone = text[tokens[start].start].isupper() and tokens[start].word != "đ" and length == 1
    return len(names) >= (_FULL if lone else 1) and all(name.isalpha() and name[0].isupper() for name in names)


def is_bare_person(tokens: Sequence[Token], text: str, start: int, end: int) -> bool:
    """Tell whether words are nothing but the name of a person: Nguyễn Văn An."""
    names = [composed(text[token.start : token.end]) for token in tokens[start:end]]
    capitals = all(name.isalpha() and name[0].isupper() for name in names)
    is_place = len(names) < _FULL and all(len(name) > 1 for name in names)
    return 1 < len(names) <= _SYLLABLES and not is_place and capitals and _SURNAMES.length(tokens, start) > 0


def may_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a verb at ``place`` may be part of a name: Văn phòng | quản lý dự án."""
    return bool(_NAMING.length(tokens, place))


def goes_on(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a verb at ``place`` is perhaps a field of work in the name that begins at ``start``.

    Ban Quản lý dự án | xây dựng công trình, Các ban | quản lý khóm. Of any body it is what has no object: Thanh tra |
    xây dựng.
    """
    if " ".join(token.word for token in tokens[place : place + 2]) not in _FIELD_VERBS:
        return False
    if _has_no_object(tokens, place + 2) and field_length(tokens, place):
        return True
    start += tokens[start].word in PLURALS
    return bool(_TASKED.length(tokens, start)) and not _objects().longest(tokens, place + 2)[0]


def names_work(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a verb at ``place`` is part of the name from ``start`` on: Trung tâm Khảo thí và | đánh giá."""
    if goes_on(tokens, start, place):
        return True
    length = _NAMING.length(tokens, place)
    is_listed = bool(length) and tokens[place - 1].word in {"và", "&"}
    return is_listed and not _objects().longest(tokens, place + length)[0]


def opens_role(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the words at a place say who does it, so that no verb without an object stands before them."""
    return _ROLES.length(tokens, place) > 0


def _has_no_object(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a statement or an item ends at ``place``, and no further verb follows that has an object."""
    if place >= len(tokens):
        return True
    joined = tokens[place].word in {",", "và", "&", "-", "/"}
    if opens_role(tokens, place):
        return True
    return tokens[place].word in CONNECTORS | {"(", ")"} and not (joined and duty_length(tokens, place + 1))


def is_chair(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the words are the title of a chairman."""
    return 0 < _CHAIRS.length(tokens, start) == end - start


def quantity_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens at ``place`` say that all of a group is meant; 0 if none do."""
    return _QUANTITIES.length(tokens, place)


def is_short_head(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether letters with a full stop are short for the head of a name: VP. | UBND xã."""
    short, stop = tokens[place : place + 2]
    touches = stop.word == "." and short.end == stop.start
    return touches and short.word in _SHORT_HEADS and text[short.start].isupper()


def passive_length(tokens: Sequence[Token], place: int, end: int) -> int:
    """Return how many tokens say what is done to a group: Các đơn vị | được kiểm tra; 0 if none do.

    A duty that is given (được giao) is only that where nothing follows before ``end``.
    """
    if tokens[place].word not in _PASSIVE:
        return 0
    given = duty_length(tokens, place)
    if given:
        return given if place + given == end else 0
    done = duty_length(tokens, place + 1)
    return 1 + done if done else 0
