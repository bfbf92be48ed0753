"""Whether words are whole names of bodies, or perhaps names and what these do: Phòng Kinh tế | khơi thông cống.

Each part of a name begins with a capital (Phòng Văn hóa - Xã hội), so small letters belong to it only as the second
syllable of such a word, or as words that names are known to hold. Those are taught here, in one place.
"""

from collections.abc import Sequence
from typing import Final

from kshc_cli.reading.agencies.adjoining import field_length, tail_length
from kshc_cli.reading.agencies.vocabulary import (
    CONNECTORS,
    PLACES,
    PLURALS,
    duty_length,
    head_length,
    kind_length,
    noun_length,
    title_length,
)
from kshc_cli.reading.folding import Token, words_of
from kshc_cli.reading.trie import Phrases

_HELD: Final = Phrases("""
nhân dân|hành chính công|hành chính|chỉ huy|dân phố|cơ sở|dự án|dự án đầu tư|quỹ đất|chiến binh|công cộng|an ninh
an ninh trật tự|trật tự xã hội|an toàn|trật tự|sự nghiệp công|sự nghiệp|kỹ thuật|công ích|công lập|ngoài công lập
tư thục|dân sự|phòng thủ|phòng thủ dân sự|thiên tai|tìm kiếm cứu nạn|liên hiệp|dịch vụ|cung ứng|chuyên môn|nghiệp vụ
chức năng|giúp việc|chuyên ngành|phụ trách|trực thuộc|thuộc|của|cấp|cùng cấp|địa phương|trên địa bàn|đóng trên địa bàn
trong|tại|ngoài|số|khu vực|nhà nước|trung ương|chính trị|chính trị xã hội|chính trị - xã hội|xã hội nghề nghiệp
đoàn thể|công an|quân sự|biên phòng|cơ động|cao tuổi|khuyết tật|chất độc da cam|chữ thập đỏ|nạn nhân|người mù
khuyến học|làm vườn|sinh vật cảnh|cựu|tù yêu nước|yêu nước|thanh niên xung phong|thanh niên|phụ nữ|nông dân|thiếu nhi
thiếu niên|nhi đồng|người|kinh doanh|sản xuất|doanh nghiệp|hợp tác|mầm non|mẫu giáo|tiểu học|trung học|trung học cơ sở
trung học phổ thông|phổ thông|thường xuyên|nghề nghiệp|dạy nghề|học|hướng nghiệp|đại học|cao đẳng|dân tộc nội trú
nội trú|bán trú|học tập cộng đồng|cộng đồng|quốc gia|quốc phòng|pháp chế|pháp lý|trợ giúp pháp lý|công chứng|bổ trợ
thi hành án|thi hành án dân sự|thanh tra|kiểm nghiệm|kiểm soát bệnh tật|thủ tục|một cửa|liên thông
tiếp nhận và trả kết quả|hồ sơ|công dân|chuyển đổi số|cải cách|đề án|công tác|bầu cử|tự quản|tự vệ|dân quân|dân phòng
xung kích|phòng cháy|cứu nạn, cứu hộ|giao thông|cảnh sát|hình sự|kinh tế|ma túy|đường bộ|đường thủy|hàng không
nước sạch|vệ sinh|vệ sinh môi trường|môi trường|đô thị|cây xanh|cấp nước|thoát nước|cấp thoát nước|điện lực|chợ
khuyến công|khuyến nông|trồng trọt|chăn nuôi|thú y|bảo vệ thực vật|kiểm lâm|rừng|rừng phòng hộ|rừng đặc dụng|phòng hộ
công nghiệp|khu công nghiệp|khu kinh tế|cụm công nghiệp|khu chế xuất|đầu tư|xúc tiến đầu tư|quy hoạch|bảo trợ|bảo hiểm
tín dụng|tín dụng nhân dân|chính sách|chính sách xã hội|ngân hàng|thương mại|cổ phần|hữu hạn|đối ngoại|nghỉ hưu
hưu trí|cán bộ hưu trí|văn học nghệ thuật|văn học|thể dục thể thao|thể dục|triển lãm|bảo tàng|thư viện|di tích|di sản
kế toán|tài vụ|ngân sách|nhân sự|thi đua|khen thưởng|thi đua - khen thưởng|tổng hợp|tuyên giáo|tôn giáo|dân vận
nội chính|lý luận|cơ yếu|sơ sinh|sinh sản|dân số|dự phòng|đa khoa|chuyên khoa|y học|cổ truyền|hạt nhân|bức xạ|đo lường
chất lượng|tiêu chuẩn|sở hữu trí tuệ|viễn thám|bản đồ|đất đai|đăng ký đất đai|khoáng sản|tài nguyên nước|khí tượng
thủy văn|biển|hải đảo|kinh doanh vận tải|vận tải|bến xe|đăng kiểm|nhà ở|hội|đoàn|đội|tổ|nhóm|khối|cụm|liên cơ quan
liên xã|liên ngành|sự cố|thông tin|chiến lược|pháp luật|tư pháp|tối cao|sơ thẩm|phúc thẩm|quỹ|nghĩa vụ|tuyển quân
nghĩa vụ quân sự|bền vững|mục tiêu|chương trình|chương trình mục tiêu quốc gia|nông thôn mới|văn minh|văn minh đô thị
sinh hoạt|văn hóa|thể thao|lâm thời|phường|xã|huyện|tỉnh|quận|thành phố|thị xã|thị trấn|đặc khu|có trụ sở|đứng chân
kết nghĩa|khác|khu|nhiệm vụ|được giao|nêu trên|trên|sau đây|chấp hành|tổ quốc|mặt trận tổ quốc|sự nghiệp công lập
công chứng viên|giáo chức|quân nhân|cán sự|bất động sản|luật sư|doanh nhân|khởi nghiệp|tin học|nước|chủ tịch nước
bí thư|tiến bộ|tiến bộ của phụ nữ|đảng|ngang bộ|văn bản|quy phạm pháp luật|toàn thể|tiêu biểu|điểm|trọng điểm|kiểu mẫu
thí điểm|đặc biệt|đặc biệt khó khăn|khó khăn|vùng sâu|biên giới|miền núi|ven biển|nêu tại|phòng dịch|khoa giáo
sát hạch|thừa phát lại|giải phóng mặt bằng|lưu động|mặt trận|tập thể|thị trường
dịch vụ công|giao dịch|liên huyện|cung ứng dịch vụ công
""")
"""Words in small letters that names hold beside heads, kinds of bodies and fields of work."""

_ACTING: Final = Phrases("""
hòa giải|bảo vệ|vận động|đào tạo|bồi dưỡng|tư vấn|hỗ trợ|kiểm soát|giám sát|kiểm tra|tuyên truyền|thẩm định|nghiên cứu
tiếp nhận|tiếp dân|tiếp công dân|ứng cứu|cứu hộ|cứu nạn|phục vụ|trợ giúp|xúc tiến|xây dựng|giáo dục|chiếu sáng|xóa đói
giảm nghèo|tham mưu|trả kết quả|phòng chống|phòng, chống|kiểm định|giám định|chữa cháy|ứng dụng|phát triển|biểu diễn
sáng lập|điều phối|điều hành|chỉ đạo|quản lý|hoạt động|thi hành|kiểm nghiệm|quản trị
""")
"""Verbs that names hold behind such a head, or one another, and which elsewhere say what a body does."""
_TASKED: Final = frozenset(
    {
        "tổ",
        "đội",
        "ban",
        "hội",
        "tâm",
        "quỹ",
        "đoàn",
        "phòng",
        "viện",
        "nhóm",
        "đồng",
        "cục",
        "ty",
        "trạm",
        "bộ",
        "điểm",
    }
)
"""The ends of heads behind which names say what their bodies do: Tổ | hòa giải; Trung tâm | hỗ trợ."""
_JOINING: Final = Phrases("""
trong|tại|ngoài|số|của|thuộc|cấp|trên|khác|người|học|phụ trách|trực thuộc|được giao|nêu trên|sau đây|nêu tại|có trụ sở
tổng hợp|phường|xã|huyện|tỉnh|quận|thành phố|thị xã|thị trấn|đặc khu|trên địa bàn|địa phương|cùng cấp|nhiệm vụ
thường xuyên
""")
"""Those of the words in small letters that stand behind whole names as well: Công an xã | trong quý I."""
_WORK: Final = frozenset(
    {"ban", "trung", "quỹ", "văn", "tổ", "hội", "chi", "đội", "đoàn", "viện", "công", "bql", "trạm", "hạt", "cục"}
)
"""First words of names that say what their bodies do, whatever that is."""
_BACK: Final = 3
"""Words of a phrase before the one that looks like a verb."""

_GROUNDS: Final = frozenset({"ấp", "thôn", "khóm", "buôn", "bản", "làng", "phố", "đảo", "khu", *PLACES})
"""Words before the name of a place, whose syllables all have capitals: Ấp Đông | ra quân."""


def is_whole(name: str) -> bool:
    """Tell whether all words may be names of bodies, and none is perhaps what they do."""
    tokens = words_of(name)
    return doubtful_at(tokens, name, 0, len(tokens)) is None


def held_length(tokens: Sequence[Token], place: int) -> int:
    """Return how many tokens at a place are words in small letters that names hold; 0 if none are."""
    return _HELD.length(tokens, place)


def going_on(tokens: Sequence[Token], text: str, start: int, place: int) -> int:
    """Return how many tokens in small letters at a place go on with the name from ``start``, if no verb is longer.

    Phòng Kinh tế | hạ tầng, Ban Chỉ đạo | chuyển đổi số. More than any verb has where they end a phrase of the name:
    Ban Thường | trực, Trung tâm Công nghệ | thông tin.
    """
    if place <= start or place >= len(tokens) or not text[tokens[place].start].islower():
        return 0
    if is_inside(tokens, start, place):
        return len(tokens)
    if tokens[place - 1].word in PLACES:
        return 0
    known = max(field_length(tokens, place), noun_length(tokens, place))
    if tokens[start].word in _WORK:
        length = held_length(tokens, place)
        known = max(known, length if length > _JOINING.length(tokens, place) else 0)
    if _is_tasked(tokens, start, place) and not duty_length(tokens, place):
        known = max(known, _ACTING.length(tokens, place))
    return known


def is_inside(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a phrase that a name holds goes on at a place: Trung tâm Dịch vụ | tổng hợp."""
    phrases = (noun_length, held_length, head_length, field_length)
    return any(at + max(each(tokens, at) for each in phrases) > place for at in _before(start, place))


def is_bare(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether words are a head whose names say what is done, without that: Ban Chỉ đạo | …, Tổ công tác | …."""
    is_called_by_work = tokens[start].word in _WORK - {"văn", "công"}
    return is_called_by_work and head_length(tokens, start) == end - start


def ends_inside(tokens: Sequence[Token], text: str, start: int, place: int) -> bool:
    """Tell whether a name would end inside a word before a place: Phòng Kinh | rà soát, not Ấp Đông | ra quân."""
    last = place - 1
    if last <= start or not text[tokens[last].start].isupper() or len(tokens[last].word) == 1:
        return False
    is_known = any(at + _length(tokens, text, start, at) == place and at < last for at in _before(start, place))
    return not is_known and not head_length(tokens, last) and _is_second(tokens, text, start, last) > 0


def _before(start: int, place: int) -> range:
    return range(max(start, place - _BACK), place)


def doubtful_at(tokens: Sequence[Token], text: str, start: int, end: int) -> int | None:
    """Return the first of the tokens that no name is known to go on with; None if all of them may be names."""
    place = start
    while place < end:
        length = _length(tokens, text, start, place)
        if not length:
            return place
        place += length
    return None


def _length(tokens: Sequence[Token], text: str, start: int, place: int) -> int:
    """Return how many tokens of names stand at a place; 0 if that is not sure."""
    word = tokens[place].word
    if word in CONNECTORS or word in PLURALS or word in {"(", ")", "cấp"} or any(map(str.isdigit, word)):
        return 1
    known = max(
        head_length(tokens, place),
        kind_length(tokens, place),
        title_length(tokens, place),
        field_length(tokens, place),
        noun_length(tokens, place),
        tail_length(tokens, place)[0],
        held_length(tokens, place),
    )
    if _is_tasked(tokens, start, place):
        known = max(known, _ACTING.length(tokens, place))
    if known or not text[tokens[place].start].isupper():
        return known
    return 1 + _is_second(tokens, text, start, place)


def _is_tasked(tokens: Sequence[Token], start: int, place: int) -> bool:
    """Tell whether a name may say at a place what its body does: behind its head, a joint or a verb of that kind."""
    if place == start:
        return False
    before = tokens[place - 1].word
    acts = any(0 < _ACTING.length(tokens, place - back) == back for back in (2, 3) if place - back > start)
    return before in _TASKED or before in CONNECTORS or (acts and _is_tasked(tokens, start, place - 2))


def _is_second(tokens: Sequence[Token], text: str, start: int, place: int) -> bool:
    """Tell whether small letters behind a capital belong to its word: Kinh | tế, not Tân Hòa | ra quân."""
    behind = place + 1
    if behind >= len(tokens) or not text[tokens[behind].start].islower() or tokens[behind].word in CONNECTORS:
        return False
    typed = text[tokens[place].start : tokens[place].end]
    if len(typed) > 1 and typed.isupper():
        return False
    before = tokens[place - 1].word if place > start else ""
    in_name = place > start and text[tokens[place - 1].start].isupper() and not head_length(tokens, place - 1)
    return before not in _GROUNDS and not in_name
