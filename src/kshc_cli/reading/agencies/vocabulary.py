"""The words round the names in agency cells. They are taught here, in one place (docs/reading-agencies.md).

A list holds phrases between bars, in any case. Where a phrase begins with another one the longer counts: ``bộ phận`` is
no body although ``bộ`` is the head of one.
"""

from collections.abc import Iterator, Sequence
from enum import Enum
from functools import cache
from typing import Final, NamedTuple, TypeVar

from kshc_cli.reading.folding import Token, canonical
from kshc_cli.reading.trie import Phrases, Trie

V = TypeVar("V")

MARKS: Final = frozenset("•*·●○▪■□◦‣►➢✓✔→|“”\"'‘’«»")
"""Bullets and quotation marks."""

CONNECTORS: Final = frozenset({"và", ",", ";", ".", "-", "/", "+", "cùng", "với", "&", ":", "…", *MARKS})
"""Words and marks that join names and mean nothing by themselves."""

ORGANS: Final = {"ủy ban nhân dân": "ubnd", "hội đồng nhân dân": "hđnd"}
"""Names in full with their abbreviations, which the words use side by side."""

_HEADS: Final = """
phòng|sở|ban|bộ|cục|tổng cục|chi cục|viện|ngành|văn phòng|vp|ubnd|ủy ban|hđnd|hội đồng|chính phủ|quốc hội|trung ương
trung tâm|công an|công ty|công đoàn|tập đoàn|doanh nghiệp|hợp tác xã|htx|ngân hàng|kho bạc|bhxh|bảo hiểm xã hội
bưu điện|bưu cục|bưu chính|điện lực|cơ quan|đơn vị|tổ chức|địa phương|đoàn thể|thanh tra|tòa án|kiểm sát|trường|học viện
đại học|bệnh viện|trạm|đài|hội|chi hội|hiệp hội|đoàn|đội|tổ|liên đoàn|liên minh|liên hiệp|mặt trận|đảng ủy|tỉnh ủy
thành ủy|huyện ủy|quận ủy|thị ủy|chi bộ|đảng bộ|quân đội|bộ đội|biên phòng|đồn|hạt|thư viện|bảo tàng|nhà văn hóa
tỉnh đoàn|thành đoàn|huyện đoàn|quận đoàn|thị đoàn|xã đoàn|phường đoàn
nhà thiếu nhi|nhà máy|nhà trường|nhà thầu|thuế thành phố|thuế tỉnh|thuế khu vực|thuế cơ sở|thuế huyện|thuế xã
thuế phường|khóm|ấp|thôn|tổ dân phố|thủ trưởng|giám đốc|chủ tịch|lãnh đạo|thường trực|đồng chí|ban chỉ đạo|ban điều hành
ban tổ chức|tổ công tác|đoàn công tác|bch|bql|mttq|ubmttq|ubmttqvn|lđlđ|kbnn|nhcsxh|tand|vksnd|ttyt|ttvh|vpđkđđ
bộ chỉ huy|bộ tư lệnh|ban chỉ huy|vụ|báo|tạp chí|nhà xuất bản|quỹ|thuế|hải quan|kiểm lâm|kiểm toán|viễn thông
tổng công ty|nhà hát|khu phố|ca phường|ca xã|ca huyện|ca tỉnh
báo và phát thanh, truyền hình|báo và đài phát thanh, truyền hình|báo và phát thanh - truyền hình|báo và đài phát thanh
"""
"""Words that a body's name begins with."""

_ORDINARY: Final = """
bộ phận|cán bộ|nội bộ|toàn bộ|đồng bộ|tiến bộ|sơ bộ|cục bộ|đường bộ|bộ thủ tục|bộ tiêu chí|bộ chỉ số|bộ hồ sơ|bộ máy
bộ môn|quốc phòng|dự phòng|đề phòng|phòng chống|phòng, chống|phòng ngừa|phòng cháy|phòng họp|phòng thủ|cơ sở|trụ sở
sở hữu|sở tại|ban hành|ban đầu|bố cục|kết cục|viện dẫn|viện trợ|viện phí|chi viện|xã hội|hội nghị|hội thảo|hội họp
hội nhập|hội thi|hội chợ|hội viên|hội ý|cơ hội|đại hội|lễ hội|hội trường|môi trường|thị trường|hiện trường|trường hợp
đoàn kết|đoàn viên|đội ngũ|tổ quốc|hạt nhân|chuyên ngành|liên ngành|ngành nghề|đơn vị tính|đơn vị hành chính
nhiệm vụ|dịch vụ|nghiệp vụ|công vụ|phục vụ|chức vụ|nghĩa vụ|thời vụ|vụ việc|vụ án|vụ mùa|báo cáo|thông báo|dự báo
cảnh báo|báo chí|quỹ đất|ngân quỹ|miễn thuế|thu thuế|nộp thuế|mã số thuế|thuế suất|khu vực|địa bàn|lĩnh vực|đợt|nếu
đề án|kế hoạch|quyết định|nghị quyết|chương trình|chỉ thị|hệ thống|cổng dịch vụ công|tthc|kstthc|cchc|cntt|dvc
ii|iii|iv|vi|vii|viii|ix|xi|xii|tổ viên|tổ phó|đội viên|đội phó
"""
"""Words that hold a head, or may have a capital, and are no body."""

_ORGANISING: Final = """
tổ chức thực hiện|tổ chức triển khai|tổ chức kiểm tra|tổ chức rà soát|tổ chức đánh giá|tổ chức tuyên truyền
tổ chức xây dựng|tổ chức tập huấn|tổ chức lấy ý kiến|tổ chức hội nghị|tổ chức họp|tổ chức sơ kết|tổ chức tổng kết
"""
"""``tổ chức`` as a verb; as a noun it is a body."""

_DUTIES: Final = """
tham mưu|tổng hợp|chủ trì|phối hợp|thực hiện|theo dõi|đôn đốc|hướng dẫn|báo cáo|kiểm tra|triển khai|cung cấp|rà soát
xây dựng|cập nhật|công khai|niêm yết|tiếp nhận|giải quyết|đăng tải|gửi|trình|thẩm định|giám sát|đánh giá|lập|phân công
cử|bố trí|hỗ trợ|quản lý|vận hành|khắc phục|tuyên truyền|thông báo|đề xuất|góp ý|tham gia|chuẩn bị|phê duyệt|ban hành
phụ trách|chủ động|giao|đề nghị|mời|yêu cầu|có trách nhiệm|chịu trách nhiệm|đầu mối|là đầu mối|làm đầu mối
cơ quan đầu mối|là cơ quan đầu mối|cơ quan thường trực|là cơ quan thường trực|cơ quan chủ trì|đơn vị chủ trì
cơ quan phối hợp|đơn vị phối hợp|cơ quan thực hiện|đơn vị thực hiện|được giao|được phân công|đơn vị đầu mối
là cơ quan chủ trì|là đơn vị chủ trì|là cơ quan phối hợp|là đơn vị phối hợp|là đơn vị đầu mối|đơn vị thường trực
cơ quan tham mưu|đơn vị tham mưu|cơ quan báo cáo|đơn vị báo cáo|cơ quan phụ trách|đơn vị phụ trách
chịu trách nhiệm chính|đồng chủ trì|đồng thực hiện|cq chủ trì|đv chủ trì|cq phối hợp|đv phối hợp
cơ quan/đơn vị chủ trì|cơ quan/đơn vị phối hợp|các cơ quan phối hợp|các đơn vị phối hợp
bộ phận thường trực|làm cơ quan thường trực|làm cơ quan đầu mối|bộ phận đầu mối|trực tiếp|cùng thực hiện|cùng phối hợp
hoàn thiện|hoàn thành|soạn thảo|thành lập|kiện toàn|phát hành|số hóa|tập huấn|phân bổ|kê khai|tự đánh giá|chấm điểm
bảo đảm|đảm bảo|duy trì|nâng cấp|kết nối|tích hợp|thu thập|trả lời|tiếp tục|tăng cường|đẩy mạnh|chuẩn hóa|quán triệt
tiến hành|trao đổi|lấy ý kiến|cân đối|thanh toán|quyết toán|giải trình|sơ kết|tổng kết|nghiệm thu|bàn giao|công bố
cụ thể hóa|lồng ghép|nhân rộng|phát động|tự kiểm tra|giải ngân|lựa chọn|trang bị|lắp đặt|xác định|nhập liệu
"""
"""Words that a duty begins with; with the verbs of ``_ORGANISING``."""

SHORT_ROLES: Final = frozenset({"ct", "ph"})
"""Short for chủ trì and phối hợp."""

_NO_DUTIES: Final = """
giao thông|giao dịch|giao lưu|giao nhận|giao tiếp|cử tri|cử nhân|lập pháp|lập trình|trình độ|trình tự
trình diễn|mời thầu|gửi tiền|thông báo chí|công bố thông tin|kiểm tra đảng|quản lý thị trường
quản lý nhà nước|quản lý rừng|cung cấp nước
"""
"""Words that begin like a duty and are none."""

_NOUNS: Final = Phrases("""
công lập|dân lập|tư lập|độc lập|sáng lập|thiết lập|công trình|chương trình|quy trình|lộ trình|tiến trình|giáo trình
bầu cử|ứng cử|đề cử|chuyển giao|ngoại giao|tiền gửi|giấy mời|thư mời
đầu tư xây dựng|tư vấn xây dựng|quy hoạch xây dựng|trật tự xây dựng|vận động thành lập|dịch vụ tổng hợp
công nghệ thông tin|văn hóa thông tin|văn hóa truyền thông|thông tin truyền thông|giáo dục thường xuyên
giáo dục đào tạo|hành chính tổng hợp|hành chính quản trị|văn thư lưu trữ|thi đua khen thưởng|nghiệp vụ tổng hợp
y tế dự phòng|cung ứng dịch vụ|dịch vụ cung ứng|thông tin tuyên truyền
""")
"""Words that end like a duty begins and are none: đơn vị sự nghiệp công lập, Tổ bầu cử."""

_EXCLUSIONS: Final = "trừ|ngoại trừ|loại trừ|không bao gồm|không gồm|không kể|không tính"
"""Words behind which the bodies are those that do not take part."""

_DOUBTS: Final = """
ngoài|riêng|không phải|không thuộc|thay|thay cho|thay mặt|chưa tính|chưa kể|chưa gồm|chưa bao gồm
"""
"""Words behind which it cannot be told whether the bodies take part."""

_NO_EXCLUSIONS: Final = """
khấu trừ|bài trừ|diệt trừ|bù trừ|ngoài ra|bên ngoài|trong và ngoài|nước ngoài|ngoài công lập|ngoài nhà nước|nói riêng
thay đổi
"""

DENIALS: Final = frozenset({"không", "chưa", "thôi"})
"""Words right behind a body that take it back: Phường 1 không thực hiện."""

_PARTNERS: Final = Phrases("với|cùng|phối hợp|giao|đề nghị|mời|yêu cầu|gửi")
"""Words behind which an administrative unit is a body, whether it has a name or not: phối hợp với xã."""

_KINDS: Final = Phrases("""
phòng|ban|sở|bộ|vụ|cục|tổng cục|ngành|cơ quan|đơn vị|tổ chức|cá nhân|đoàn thể|hội|trường|trạm|chi cục|trung tâm
doanh nghiệp|địa phương|hợp tác xã|khóm|ấp|thôn|tổ dân phố|xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh
""")
"""Kinds of bodies that a group may list: các phòng, ban chuyên môn; UBND các xã, phường."""

PLACES: Final = frozenset({"xã", "phường", "huyện", "quận", "tỉnh", "thị", "thành", "đặc"})
"""First words of administrative units."""

TWO_SYLLABLES: Final = frozenset({"thị", "thành", "đặc"})
"""Those that a second word follows."""

PLURALS: Final = frozenset({"các", "những"})
"""Words that begin the name of a group."""

_HEADS_OF: Final = """
thủ trưởng|bộ trưởng|chủ tịch|giám đốc|tổng giám đốc|trưởng|chánh|lãnh đạo|đại diện|đồng chí|đ/c|người đứng đầu
hiệu trưởng|viện trưởng|cục trưởng|chi cục trưởng|chỉ huy trưởng|tổ trưởng
đại diện lãnh đạo|đồng chí chủ tịch|đồng chí giám đốc|đồng chí trưởng
đồng chí chánh|đồng chí thủ trưởng|đồng chí bí thư|bí thư|trạm trưởng|đội trưởng|hạt trưởng
"""
"""Words before a name that mean the person who answers for the body."""

_OTHERS_OF: Final = """
thứ trưởng|phó chủ tịch|phó giám đốc|phó|phó trưởng|phó chánh|các phó|phó thủ trưởng|trưởng đoàn|phó đoàn|trưởng nhóm
phó nhóm
"""
"""Words before a name that mean a person in the body, or in a team."""

_ASSIGNING: Final = ("giao", "phân công", "yêu cầu", "đề nghị", "mời")
"""Words of a duty that belongs to the body behind them."""

_ASKING: Final = ("đề nghị", "mời")
"""Words by which a plan asks a body that is not under the issuer."""


class Exclusion(Enum):
    """What words say of the bodies behind them."""

    SURE = "do not take part"
    PERHAPS = "cannot be told"
    NONE = "nothing"


class Excluding(NamedTuple):
    """Words of exclusion: the place of the first and behind the last, and whether they exclude for sure."""

    start: int
    end: int
    sure: bool


def holds_body(tokens: Sequence[Token], text: str, start: int, end: int) -> bool:
    """Tell whether a body could stand among the tokens from ``start`` up to ``end``.

    Its head says so, a capital that no ordinary word has, or an administrative unit with its name, number or "các".
    """
    while start < end:
        is_head, length = _heads().longest(tokens, start)
        if is_head and start + length <= end:
            return True
        if is_head is None and (_is_name(tokens, text, start) or _is_unit(tokens, text, start)):
            return True
        start += length
    return False


def _is_name(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether a word begins with a capital; one letter is none (bộ phận A), but with what it is called by (P2)."""
    long = len(tokens[place].word) > 1 or is_called(tokens, text, place + 1)
    return long and text[tokens[place].start].isupper()


def _is_unit(tokens: Sequence[Token], text: str, place: int) -> bool:
    if names_place(tokens, text, place):
        return True
    return tokens[place].word in PLURALS and place + 1 < len(tokens) and tokens[place + 1].word in PLACES


def names_place(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether an administrative unit with a name or number begins at ``place``: phường An Hòa, phường 5."""
    word = tokens[place].word
    return word in PLACES and is_called(tokens, text, place + (2 if word in TWO_SYLLABLES else 1))


def is_called(tokens: Sequence[Token], text: str, place: int) -> bool:
    """Tell whether a capital or a figure stands at ``place``, on the same line as the word before it."""
    if place >= len(tokens) or "\n" in text[tokens[place - 1].end : tokens[place].start]:
        return False
    return text[tokens[place].start].isupper() or tokens[place].word.isdigit()


def head_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens the head of a body takes that begins at ``place``; 0 if none does."""
    is_head, length = _heads().longest(tokens, place)
    return length if is_head else 0


def known_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens belong together at ``place``: a head, or words that hold one; else 1."""
    return _heads().longest(tokens, place)[1]


def duty_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens the opening words of a duty take that begin at ``place``; 0 if none do."""
    is_duty, length = _duties().longest(tokens, place)
    return length if is_duty else 0


def noun_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens a noun takes that begins at ``place`` and ends like a duty begins; 0 if none does."""
    return _NOUNS.length(tokens, place)


def is_short_role(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the words are short for a role, in brackets or as a label: A (CT), B (PH); PH: B."""
    behind = tokens[end].word if end < len(tokens) else ""
    return end - start == 1 and tokens[start].word in SHORT_ROLES and behind in {":", ")"}


def kind_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens the kind of bodies takes that begins at ``place``; 0 if none does."""
    length = _KINDS.length(tokens, place)
    return length if _heads().longest(tokens, place)[1] <= length else 0


def title_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens the title of a person takes that begins at ``place``; 0 if none does."""
    is_head, length = _titles().longest(tokens, place)
    return 0 if is_head is None else length


def answers_for(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the words up to ``end`` are the title of who answers for the body behind them."""
    return _titles().longest(tokens, start) == (True, end - start)


def exclusions(tokens: Sequence[Token]) -> Iterator[Excluding]:
    """Yield the words of exclusion, in their order."""
    place, firsts = 0, _exclusions().firsts
    while place < len(tokens):
        if tokens[place].word not in firsts:
            place += 1
            continue
        exclusion, length = _exclusions().longest(tokens, place)
        if exclusion not in {None, Exclusion.NONE}:
            yield Excluding(place, place + length, exclusion is Exclusion.SURE)
        place += length


def names_partner(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a word such as "với" stands before an administrative unit, so before some body."""
    while start < end:
        length = _PARTNERS.length(tokens, start)
        start += length or 1
        if length and start < end and tokens[start].word in PLACES:
            return True
    return False


def assigns(duty: str) -> bool:
    """Tell whether a duty is given to the body behind it, as by "giao" and "đề nghị"."""
    return canonical(duty).startswith(_ASSIGNING)


def asks(duty: str) -> bool:
    """Tell whether the words of a duty ask a body and do not assign."""
    return canonical(duty).startswith(_ASKING)


@cache
def _heads() -> Trie[bool]:
    return Trie.of({_HEADS: True, _ORDINARY: False, _ORGANISING: False})


@cache
def _titles() -> Trie[bool]:
    return Trie.of({_HEADS_OF: True, _OTHERS_OF: False})


@cache
def _duties() -> Trie[bool]:
    return Trie.of({_DUTIES: True, _ORGANISING: True, _NO_DUTIES: False})


@cache
def _exclusions() -> Trie[Exclusion]:
    return Trie.of({_EXCLUSIONS: Exclusion.SURE, _DOUBTS: Exclusion.PERHAPS, _NO_EXCLUSIONS: Exclusion.NONE})
